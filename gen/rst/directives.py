"""The directives a page may use. Any other is reported; its content is read as ordinary text."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from docutils.parsers.rst import Directive, directives
from docutils.parsers.rst.directives import admonitions, body, images, tables


class Container(Directive):  # type: ignore[misc]
    """Any directive we give no meaning to: its content, read as ordinary text."""

    optional_arguments = 1
    final_argument_whitespace = True
    has_content = True

    def run(self) -> list[Any]:
        """The content's nodes."""
        node = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, node)
        return list(node.children)


class Nothing(Container):
    """A directive whose content is no text of the page."""

    def run(self) -> list[Any]:
        return []


class _Table(tables.RSTTable):  # type: ignore[misc]
    """``.. table:: caption``: the table in it gets the caption; a damaged one gives nothing."""

    def run(self) -> list[Any]:
        title = self.arguments[0] if self.arguments else ""
        session = self.state.document.session
        session.caption = " ".join(title.replace("*", "").split())
        node = nodes.container()
        self.state.nested_parse(self.content, self.content_offset, node)
        session.caption = ""
        if title:
            spans, _ = self.state.inline_text(title, self.lineno)
            for child in node.children:
                if isinstance(child, nodes.table):
                    child.insert(0, nodes.title(title, "", *spans))
                    break
        return list(node.children)


class _CodeBlock(Directive):  # type: ignore[misc]
    """Sphinx's ``code-block`` with its options."""

    optional_arguments = 1
    has_content = True
    option_spec = dict.fromkeys(
        "caption class dedent emphasize-lines force lineno-start linenos name number-lines".split(),
        directives.unchanged,
    )

    def run(self) -> list[Any]:
        """One literal block."""
        node = nodes.literal_block("", nodes.unescape("\n".join(self.content)))
        node["language"] = self.arguments[0] if self.arguments else ""
        node.line = self.content.items[0][1] + 1 if self.content.items else self.lineno
        return [node]


class _Only(Container):
    """Sphinx's ``only``: its content, whatever the condition."""

    required_arguments = 1
    optional_arguments = 0


class _SeeAlso(admonitions.BaseAdmonition):  # type: ignore[misc]
    node_class = nodes.note


DIRECTIVES: dict[str, Any] = {
    "table": _Table,
    "list-table": tables.ListTable,
    "csv-table": tables.CSVTable,
    "code-block": _CodeBlock,
    "sourcecode": _CodeBlock,
    "code": _CodeBlock,
    "highlight": Nothing,
    "only": _Only,
    "toctree": Nothing,
    "index": Nothing,
    "contents": Nothing,
    "meta": Nothing,
    "tabularcolumns": Nothing,
    "class": Container,
    "container": Container,
    "compound": Container,
    "centered": Container,
    "hlist": Container,
    "topic": body.Topic,
    "rubric": body.Rubric,
    "epigraph": Container,
    "figure": images.Figure,
    "image": images.Image,
    "parsed-literal": body.ParsedLiteral,
    "attention": admonitions.Attention,
    "caution": admonitions.Caution,
    "danger": admonitions.Danger,
    "error": admonitions.Error,
    "hint": admonitions.Hint,
    "important": admonitions.Important,
    "note": admonitions.Note,
    "tip": admonitions.Tip,
    "warning": admonitions.Warning,
    "admonition": admonitions.Admonition,
    "seealso": _SeeAlso,
    "versionadded": Container,
    "versionchanged": Container,
    "deprecated": Container,
}
DANGEROUS = frozenset({"include", "literalinclude", "raw", "role", "default-role", "title", "math"})
SUBSTITUTIONS: dict[str, Any] = {"image": images.Image}
