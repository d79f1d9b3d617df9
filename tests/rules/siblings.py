"""The other fields of a table, for texts that name them."""

from __future__ import annotations

STYLE = {
    "style": (
        "string",
        "Style. The value can be **plain**, **fancy**, or **grand**. The default value is **plain**.",
    )
}
MODE = {"mode": ("string", "The value can be **warm** or **cold**.")}
# By the field whose description is read: its type, and the other fields.
TABLES = {
    "ribbon": ("string", {"bow": ("string", "Bow."), "knot": ("string", "Knot.")}),
    "note": (
        "string",
        {"lamp_id": ("string", "ID of a lamp."), "shelf_id": ("string", "ID of a shelf.")},
    ),
    "height": ("integer", {"width": ("integer", "Width.")}),
}
