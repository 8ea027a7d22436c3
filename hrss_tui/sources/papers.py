"""Where a file of several papers has their titles: a second bulletin, list of tasks, report, budget or accounts.

A title stands on a line of its own, or on two where a cover is set so, behind the end of what stands above it. It
begins a paper of its own where it names another body, place or year than the title before it and text follows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

import msgspec

from hrss_tui.reference.documents import page_words
from hrss_tui.sources import marks
from hrss_tui.sources.formats.form import ROW
from hrss_tui.sources.text import Piece

_TOLD = 2
"""Sentences and rows of figures below a title: fewer are those of a list of links."""
_LONGEST = 60
_YEAR = re.compile(r"20\d{2}")
_TITLE = re.compile(
    r"(?=.{8,44}$)(?=[^。，；：:《》]*$)(?:20\d{2}年度?)?[\u3400-\u9fff]{2,12}?(?:省|自治区|市|县|区|州|盟|旗|地区|兵团)(?:20\d{2}年度?)?[\u3400-\u9fff]{2,26}(?P<kind>公报|要点|工作总结|工作报告)"
)
_PLACE = re.compile(r"(?:20\d{2}年度?)?(?P<place>[\u3400-\u9fff]{2,8}(?:省|自治区|市|县|区|州|盟|旗|兵团))")
_BUDGET = re.compile(
    r"(?:关于)?(?:20\d{2}年度?)?(?P<body>[\u3400-\u9fff（）()]{3,30}?)(?:20\d{2}年度?)?(?:部门|单位)(?P<kind>[预决]算)(?:信息|情况)?(?:公开)?(?:情况)?(?:的?(?:说明|报告))?(?:[（(][\u3400-\u9fff]{2,8}[）)])?"
)


class Paper(msgspec.Struct, frozen=True):
    """What a title says: the kind of paper (预算, 公报), whose it is, of which years. `of_body` where no place is meant."""

    kind: str
    name: str
    years: tuple[str, ...]
    of_body: bool = False


def papers(lines: Sequence[Piece], tops: AbstractSet[int] = frozenset()) -> list[int]:
    """Indices of the lines at which papers begin, the first title among them; `tops` are numbers of first lines of pages.

    A title of the same body and years is that of a page or of a part; one without text behind it is a link.
    """
    found: list[tuple[int, Paper]] = []
    told = 0
    for i, line in enumerate(lines):
        named = named_paper(lines, i) if _begins(lines, i, tops) else None
        if named:
            if found and told < _TOLD:
                found.pop()
            if not found or is_other(named, found[-1][1]):
                found.append((i, named))
                told = 0
        told += line.text.rstrip().endswith("。") or _is_row(line.text)
    if found and told < _TOLD:
        found.pop()
    return [i for i, _ in found]


def _is_row(line: str) -> bool:
    return ROW in line.strip() and any(map(str.isdigit, line))


def _begins(lines: Sequence[Piece], i: int, tops: AbstractSet[int]) -> bool:
    """Does nothing go on into a line: is it the first of a page, or behind a blank line, a row or the end of a sentence?"""
    above = lines[i - 1].text.strip() if i else ""
    return not above or lines[i].line in tops or ROW in above or marks.is_ended(above)


def named_paper(lines: Sequence[Piece], i: int) -> Paper | None:
    """The paper that a line is the title of, or that it is together with the line below."""
    first = _bare(lines[i].text)
    if not first or marks.marker(first):
        return None
    below = _bare(lines[i + 1].text) if i + 1 < len(lines) else ""
    alone = _paper(first)
    return alone if alone or not below or _paper(below) else _paper(first + below)


def _bare(line: str) -> str:
    """A line that may be of a title, without blanks (某局 2031 年部门预算); empty where it is none."""
    return "".join(line.split()) if len(line) <= _LONGEST and ROW not in line.strip() else ""


def _paper(title: str) -> Paper | None:
    years = tuple(_YEAR.findall(title))
    if (match := _BUDGET.fullmatch(title)) and years and match["body"].endswith(page_words().body_endings):
        return Paper(match["kind"], match["body"], years, of_body=True)
    match = _TITLE.fullmatch(title)
    place = _PLACE.search(title) if match else None
    return Paper(match["kind"], place["place"], years) if match and place else None


def is_other(one: Paper, before: Paper) -> bool:
    """Is a paper another than the one before: of another body or place, of one kind of another year, accounts and no budget?"""
    if not is_same(one.name, before.name):
        return True
    if one.kind != before.kind:
        return {one.kind, before.kind} == {"预算", "决算"}
    return bool(one.years and before.years) and one.years != before.years


def is_same(one: str, other: str) -> bool:
    """May two names be of one body: all characters of the shorter stand in the longer, which says no more behind it?

    教育厅 is 某省教育厅, 人社局 is 人力资源和社会保障局; 某县公安局交警大队 is not 某县公安局.
    """
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return short == long or (not long.startswith(short) and all(char in rest for char in short))
