"""Which section and table of a page is what; nothing of Python, nothing of templates.

:func:`read_page` takes a :class:`gen.document.Document` and gives a
:class:`gen.pages.page.Page`; every table of the page is in it with a role, and
``rows_total`` over its tables plus ``rows_damaged`` is ``Document.rows``.
"""

from __future__ import annotations

from gen.pages.reader import read_page

__all__ = ["read_page"]
