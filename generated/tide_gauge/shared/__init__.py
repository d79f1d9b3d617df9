"""Classes that several operations use."""
