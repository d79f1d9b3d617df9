"""tablewright: a compiler from API reference pages to typed Python clients."""

__version__ = "0.1.0"
