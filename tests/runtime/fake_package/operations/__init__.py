"""A package as the generator makes them, written by hand and small. Tests copy it beside the runtime."""
