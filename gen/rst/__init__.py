"""Text → :class:`gen.document.Document`. The only part of the project that knows docutils.

It knows nothing of APIs: it gives sections, blocks, tables and cells, each with
its line, and counts every body row before anyone interprets it. Nothing in a
page makes it fail: what cannot be read becomes :class:`gen.document.Damage`.
"""

from __future__ import annotations

from gen.document import Damage, Document
from gen.rst.convert import PageParts
from gen.rst.machine import parse

__all__ = ["read"]

_BLANKS = str.maketrans({"\r": " ", "\v": " ", "\f": " ", "\x00": "\ufffd"})


def read(text: str, file: str) -> Document:
    """The page ``text``, with ``file`` (posix, relative to DOCS) in its positions. Never raises for bad text.

    Lines are counted at ``\\n`` and ``\\r\\n`` only; a NUL becomes U+FFFD, a lone
    CR, VT or FF a blank, so that they cannot break a row in two.
    """
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").translate(_BLANKS)
    lines = [line.expandtabs(8).rstrip() for line in text.split("\n")]
    if not any(lines):
        return Document(file, "", 1, "", (), (), (), 0, (Damage("TW104", "the page is empty", 1),))
    try:
        tree, session = parse(lines, file)
        parts = PageParts(tree)
    except RecursionError:
        return _unreadable(file, "the text is nested too deep")
    except Exception as error:  # a page costs only itself, whatever docutils makes of it
        return _unreadable(file, f"{type(error).__name__}: {error}")
    damage = tuple(sorted(dict.fromkeys(session.damage), key=lambda one: one.line))
    rows = parts.convert.rows + sum(one.rows for one in damage)
    return Document(
        file,
        parts.title,
        parts.line,
        parts.original_name,
        parts.labels,
        parts.lead,
        tuple(parts.sections),
        rows,
        damage,
    )


def _unreadable(file: str, why: str) -> Document:
    return Document(file, "", 1, "", (), (), (), 0, (Damage("TW102", why, 1),))
