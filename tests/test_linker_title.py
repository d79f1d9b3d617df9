"""A service is called by its index page's title, without the word for the book."""

from __future__ import annotations

import pytest

from gen.linker import link
from gen.pages import read_page
from gen.rst import read


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("Parcel Service - API Reference", "Parcel Service"),
        ("Parcel Service API Reference", "Parcel Service"),
        ("Parcel Service", "Parcel Service"),
        ("API Reference Builder", "API Reference Builder"),
        ("API Reference", "Parcel Post"),
    ],
)
def test_the_book_is_not_part_of_the_title(heading: str, title: str) -> None:
    rule = "=" * len(heading)
    page = read_page(read(f"{rule}\n{heading}\n{rule}\n\n.. toctree::\n\n   other\n", "index.rst"))
    assert link([page], "parcel-post")[0].title == title
