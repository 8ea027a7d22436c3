"""Headings of the parts of a budget or account that print another year than its title: what was left of last year's."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.records import Document

_PART = re.compile(
    r"第[一二三四五六七八九十]{1,2}部分[^。；]{0,60}?(?P<year>20\d\d)年度?(?:部门|单位)?(?P<phase>预算|决算)(?:公开)?(?:报)?(?:表|情况|说明|情况说明)?"
)
_PHASES = {"budget": "预算", "final": "决算"}


def other_year(heading: str, document: Document) -> int | None:
    """The year that the heading of a part prints, where the title of the same paper prints another; else None."""
    match = _PART.fullmatch("".join(heading.split()))
    phase = _PHASES.get(document.phase or "")
    if match is None or document.year is None or match["phase"] != phase:
        return None
    if f"{document.year}年" not in "".join(document.title.split()) or int(match["year"]) == document.year:
        return None
    return int(match["year"])
