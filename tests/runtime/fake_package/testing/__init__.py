"""Offline transport of the fake package."""
