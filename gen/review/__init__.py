"""The page that lays docs, code and changes side by side."""

from gen.review.page import State, diff_html, review_html

__all__ = ["State", "diff_html", "review_html"]
