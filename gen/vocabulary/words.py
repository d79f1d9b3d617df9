"""The words of type cells, by what they say."""

from __future__ import annotations

from gen.model import ScalarKind


def _words(text: str) -> list[str]:
    return text.split()


SCALARS: dict[str, ScalarKind] = {
    **dict.fromkeys(
        _words(
            "string str strings char character characters varchar text datetime date time uuid"
            " enum enumeration uri url email password cidr ip ipv4 ipv6 mac base64"
        ),
        "string",
    ),
    **dict.fromkeys(
        _words(
            "integer integers int ints int8 int16 int32 int64 uint uint8 uint16 uint32 uint64"
            " long longs short byte bigint biginteger"
        ),
        "integer",
    ),
    **dict.fromkeys(
        _words(
            "number numbers numeric double doubles float floats float32 float64 decimal bigdecimal"
        ),
        "number",
    ),
    **dict.fromkeys(_words("boolean booleans bool bools"), "boolean"),
    **dict.fromkeys(_words("any anytype null timestamp yaml unknown"), "any"),
    **dict.fromkeys(_words("file binary stream inputstream multipartfile octet-stream"), "file"),
}
LISTS = frozenset(_words("array arrays list lists set collection sequence jsonarray arraylist"))
MAPS = frozenset(_words("map maps hashmap"))
OBJECTS = frozenset(
    _words(
        "object objects obj dict dicts dictionary json jsonobject struct structure structures"
        " map maps hashmap body"
    )
)
NULLS = frozenset(_words("null nil nullable optional"))
# What may stand before and after a single value's word, and says nothing of its type.
QUALIFIED = frozenset(_words("string integer int number boolean bool float double long"))
NOUNS = frozenset(
    _words(
        "flag address addresses element elements item items record records entry entries member"
        " members values"
    )
)
FILLERS = frozenset(_words("type types format value data the a an"))
