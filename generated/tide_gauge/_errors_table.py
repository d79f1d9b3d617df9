"""The service's documented error codes: code → (status, message, meaning, advice)."""

from __future__ import annotations

ERRORS: dict[str, tuple[int | None, str, str, str]] = {
    "TG.0001": (
        400,
        "Invalid parameter.",
        "A parameter breaks its rule.",
        "Read the parameter's description and correct it.",
    ),
    "TG.0002": (
        404,
        "Station not found.",
        "There is no station of this ID.",
        "Query the stations and use the ID of one of them.",
    ),
    "TG.0003": (
        400,
        "The station name is already in use.",
        "Another station has this name.",
        "Choose another name.",
    ),
    "TG.0004": (429, "Too many requests.", "The limit of requests is reached.", "Try again later."),
    "TG.0005": (500, "Internal error.", "The service failed.", "Contact technical support."),
}
