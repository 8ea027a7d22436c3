"""The papers of a workbook: a workbook is one, unless what its sheets say cannot be of one.

Parts are of different papers where they say that they are of different bodies, years or phases and both print a table
that a paper has once (收支总表), or where covers say so. A caption that names a unit below the department, or another
place by mistake, parts nothing by itself.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

import msgspec

from hrss_tui.reference.documents import page_words
from hrss_tui.sources.formats.form import Page
from hrss_tui.sources.paper_titles import Paper, is_other, is_same
from hrss_tui.sources.sheet_parts import SheetPart, sheet_parts
from hrss_tui.sources.text import Piece

_ONCE = frozenset(
    {
        "overview",
        "fiscal_overview",
        "income",
        "expenditure",
        "general_public",
        "general_public_basic",
        "three_public",
        "government_fund",
        "state_capital",
    }
)
"""Kinds of tables that one paper prints once for the whole department."""
_MANY = 4
_MOST = 200
"""Groups of sheets, and papers, among which those of another are looked for: the last ones."""


class Said(msgspec.Struct, frozen=True):
    """Whose a paper is, of which year and phase (预算, 决算); None where nothing says so."""

    name: str | None = None
    year: str | None = None
    phase: str | None = None


class SheetPaper(msgspec.Struct, frozen=True):
    """One paper of a workbook: its parts in printed order, and what they say of it.

    `others` are sheets that say another body or year without anything that parts them from it: (sheet, said, own).
    `undated` are sheets that say no year where those of two years are open: (sheet, other year, own).
    `again` is how many kinds of tables that a paper prints once stand in it several times, where they are many.
    """

    parts: tuple[SheetPart, ...]
    said: Said
    others: tuple[tuple[str, str, str], ...] = ()
    again: int = 0
    undated: tuple[tuple[str, str, str], ...] = ()


class _Group(msgspec.Struct):
    """Parts that say the same of themselves; `kinds` counts their tables that a paper has once; `undated`: SheetPaper."""

    said: Said
    parts: list[SheetPart] = []
    kinds: Counter[str] = msgspec.field(default_factory=Counter)
    undated: list[tuple[str, str, str]] = []

    def add(self, parts: Iterable[SheetPart]) -> None:
        for part in parts:
            self.parts.append(part)
            if part.kind in _ONCE:
                self.kinds[part.kind] += 1

    @property
    def covers(self) -> list[Paper]:
        return [part.paper for part in self.parts if part.paper]


def sheet_papers(lines: Sequence[Piece], pages: Sequence[Page]) -> list[SheetPaper]:
    """The papers of a workbook in the order in which they begin."""
    papers: list[_Group] = []
    for group in _groups(sheet_parts(lines, pages)):
        own = _own(papers[-_MOST:], group)
        if own is None:
            papers.append(group)
        else:
            own.add(group.parts)
            own.undated += group.undated
    return list(map(_paper, papers))


def _paper(group: _Group) -> SheetPaper:
    parts = tuple(sorted(group.parts, key=lambda part: part.first))
    said = _whole(group)
    again = sum(count > 1 for count in group.kinds.values())
    others = tuple(dict.fromkeys(_others(parts, said)))
    return SheetPaper(parts, said, others, again if again >= _MANY else 0, tuple(group.undated))


def _others(parts: Sequence[SheetPart], own: Said) -> Iterator[tuple[str, str, str]]:
    for part in parts:
        name = part.name if "name" not in part.by_sheet else None
        if name and own.name and name.endswith(page_words().authority_endings) and not _is_of(name, own.name):
            yield part.sheet, name, own.name
        if part.year and own.year and part.kind and part.year != own.year:
            yield part.sheet, part.year, own.year


def _is_of(name: str, whole: str) -> bool:
    """Is a body another one's, or that itself under another form of its name?"""
    return is_same(name, whole) or name.startswith(whole) or whole.startswith(name)


def _whole(group: _Group) -> Said:
    """What a paper says of itself, its body as it is printed where it is."""
    printed = (part.name for part in group.parts if part.name and "name" not in part.by_sheet)
    name = group.said.name
    return msgspec.structs.replace(
        group.said, name=next((each for each in printed if name and is_same(each, name)), name)
    )


def _groups(parts: Sequence[SheetPart]) -> list[_Group]:
    """Parts by what they say; one that says nothing is of what was said before it, a cover of what follows it."""
    groups: dict[Said, _Group] = {}
    current: _Group | None = None
    leading: list[SheetPart] = []
    doubt: tuple[str, str] | None = None  # what years sheets may be of that say none, up to one that says it
    for part in parts:
        if part.leads and part.name is None:
            leading.append(part)
            continue
        said = _said(part, current, list(groups.values())[-_MOST:])
        left, current = current, groups.setdefault(said, _Group(said))
        if part.year is not None:
            doubt = None
        elif left and _is_other_year(left, current):
            doubt = left.said.year or "", said.year or ""
        if doubt is not None and said.year == doubt[1] and part.kind:
            current.undated.append((part.sheet, *doubt))
        current.add((*leading, part))
        leading = []
    if leading:
        (current or groups.setdefault(Said(), _Group(Said()))).add(leading)
    return list(groups.values())


def _said(part: SheetPart, current: _Group | None, groups: Sequence[_Group]) -> Said:
    """What a part says, with what was said before it where it says nothing.

    Accounts behind a budget are not of its year.
    """
    if current is None:
        return Said(part.name, part.year, part.phase)
    before = _before(part, current, groups)
    known = (group.said.name for group in reversed(groups) if group.said.name)
    name = part.name and next((name for name in known if is_same(part.name, name)), part.name)
    turned = part.phase is not None and before.phase not in (None, part.phase)
    year = part.year or (None if turned else before.year)
    return Said(name or before.name, year, part.phase or before.phase)


def _before(part: SheetPart, current: _Group, groups: Sequence[_Group]) -> Said:
    """What was said before a part.

    A table of another year among those of a paper (三公 of last year) is alone: what follows it is of the paper again,
    unless that has such a table already. Of two that are as large it is of the first.
    """
    whole = max(groups, key=lambda group: len(group.parts))
    larger = len(whole.parts) > 1 or _is_other_year(current, whole)
    alone = len(current.parts) == 1 and larger and part.year is None and part.phase is None
    return whole.said if alone and part.kind and part.kind not in whole.kinds else current.said


def _is_other_year(one: _Group, other: _Group) -> bool:
    """Do two groups print one table for two years, each alone so far: may what says no year be of either?"""
    years = one.said.year and other.said.year and one.said.year != other.said.year
    small = len(one.parts) == 1 == len(other.parts) and one.kinds == other.kinds != Counter()
    return bool(years) and small and one.said.name == other.said.name


def _own(papers: Sequence[_Group], group: _Group) -> _Group | None:
    """The paper that a group of parts is of: the last of its body, else the last, of those that it does not contradict."""
    open_to = [paper for paper in reversed(papers) if not _contradict(paper, group)]
    same = (paper for paper in open_to if paper.said.name == group.said.name)
    return next(same, open_to[0] if open_to else None)


def _contradict(one: _Group, other: _Group) -> bool:
    """Can two groups not be of one paper: do their covers say so, or do both have a table that a paper has once?"""
    if any(is_other(cover, own) for cover in other.covers for own in one.covers):
        return True
    return any(other.kinds[kind] == 1 == count for kind, count in one.kinds.items())
