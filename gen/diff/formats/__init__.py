"""A diff's report as text, Markdown, JSON, SARIF, GitHub annotations and a changelog entry."""

from gen.diff.formats.changelog import changelog_entry
from gen.diff.formats.data import report_data
from gen.diff.formats.entries import rule_infos, to_entries
from gen.diff.formats.markdown import to_markdown
from gen.diff.formats.text import to_text

__all__ = [
    "changelog_entry",
    "report_data",
    "rule_infos",
    "to_entries",
    "to_markdown",
    "to_text",
]
