"""Tools for people who work on the readers; nothing here is imported by the tests."""
