"""The part every generated package shares, copied verbatim. Import from the package, not from here."""
