"""What kind of page it is, and whether its API is deprecated."""

from __future__ import annotations

import re
from collections.abc import Sequence

from gen.document import Block, Bullets, Document, Note, Paragraph, plain
from gen.model import PageKind
from gen.pages.error_tables import CodeTable
from gen.pages.sections import zone_of

_HISTORY = re.compile(
    r"\b(?:change|revision|document|release) (?:history|record|log)s?\b|\bwhat'?s new\b", re.I
)
_OLD = re.compile(
    r"(?<![a-z])(?:deprecated|obsolete|obsoleted|discarded|outdated|out-of-date|out_of_date|unrecommended"
    r"|not_recommended|to_be_discarded|abandoned|discontinued|historical)(?![a-z])",
    re.IGNORECASE,
)
_OLD_TITLE = re.compile(
    r"\((?:[^()]*\b)?(?:deprecated|obsolete|discarded|outdated|to be (?:discarded|deprecated|taken offline|brought offline|unavailable)"
    r"|unavailable soon|unrecommended|not recommended|abandoned|discontinued|offline)\b[^()]*\)",
    re.IGNORECASE,
)
_OLD_TEXT = re.compile(
    r"\bth(?:is|e|ese) (?:current )?(?:apis?|interfaces?)\b[^.]{0,60}?\b(?:deprecated|discarded|obsolete|discontinued|out of date"
    r"|abandoned|taken offline|brought offline|not recommended|no longer (?:used|supported|maintained|available|recommended))\b"
    r"|\bapis? in this (?:section|document|chapter)\b[^.]{0,40}?\b(?:deprecated|discarded|obsolete|not recommended)\b",
    re.IGNORECASE,
)


def kind_of(document: Document, tables: Sequence[CodeTable], has_parameters: bool) -> PageKind:
    """The kind of a page that describes no operation."""
    if any(one.code in ("TW102", "TW104") for one in document.damage):
        return "unreadable"
    if document.file.rsplit("/", 1)[-1] == "index.rst" or _is_index(document):
        return "index"
    if _HISTORY.search(document.title):
        return "history"
    if any(one.is_errors for one in tables):
        return "error-codes"
    if tables:
        return "status-codes"
    return "schema" if has_parameters else "text"


def is_deprecated(document: Document) -> bool:
    """Whether folder, title, or the text before the request says that the API is not to be used any more."""
    path = document.file.rsplit("/", 1)
    if any(_OLD.search(part) for part in path) or _OLD_TITLE.search(document.title):
        return True
    texts = [*document.lead]
    for section in document.sections:
        if zone_of(section.title) in ("summary", "constraints"):
            texts += section.blocks
    return any(_OLD_TEXT.search(_words(block)) for block in texts)


def _words(block: Block) -> str:
    return plain(block) if isinstance(block, (Paragraph, Note, Bullets)) else ""


def _is_index(document: Document) -> bool:
    """Whether a page holds nothing but references to other pages."""
    if document.sections or not document.lead:
        return False
    return all(
        isinstance(block, Bullets) and all(_only_ref(item) for item in block.items)
        for block in document.lead
    )


def _only_ref(item: tuple[Block, ...]) -> bool:
    return bool(item) and all(
        isinstance(block, Paragraph)
        and all(span.mark == "ref" or not span.text.strip() for span in block.spans)
        for block in item
    )
