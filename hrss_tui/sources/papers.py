"""Where a file of several papers has their titles: a second bulletin, plan, notice, report, budget or accounts.

A title stands on a line of its own, or on several where a cover is set so, behind the end of what stands above it. It
begins a paper of its own where it names another body, place or year than the title before it and text follows. What
stands below 附件 is of the paper above it, unless it is the budget or the accounts of another body.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from itertools import accumulate, islice

from hrss_tui import lazy_re as re
from hrss_tui.reference.documents import page_words
from hrss_tui.sources import marks
from hrss_tui.sources.formats.form import ROW
from hrss_tui.sources.paper_titles import Paper, is_other, names_kind, paper
from hrss_tui.sources.text import Piece

_TOLD = 2
"""Sentences and rows of figures below a title: fewer are those of a list of links."""
_LONGEST = 60
_LINES = 4
"""Lines of a title on a cover, at most."""
_REACH = 8
"""Lines from the first of them to the last, blank ones among them."""
_NAME = 6
"""Characters from which on a name of a body is whole: 办公室 may go on with the line above."""
_ATTACHED = re.compile(r"附件[\d一二三四五六七八九十]{0,3}[:：]?")
_CLAUSE = re.compile(r"[，。；：:;！？]")
_HALF = re.compile(r"[:：,，、;；]$")


def papers(lines: Sequence[Piece], tops: AbstractSet[int] = frozenset()) -> list[int]:
    """Indices of the lines at which papers begin, the first title among them; `tops` are numbers of first lines of pages.

    A title of the same body and years is that of a page or of a part; one without text behind it is a link.
    """
    found: list[tuple[int, Paper]] = []
    told = 0
    above = ""
    near = _near_kinds(lines)
    for i, line in enumerate(lines):
        begins = near[i] and (not (found or told) or _begins(lines, i, above, tops))
        named = named_paper(lines, i) if begins else None
        if named and not _is_attached(named, above, found):
            if found and told < _TOLD:
                found.pop()
            if not found or is_other(named, found[-1][1]):
                found.append((i, named))
                told = 0
        told += line.text.rstrip().endswith("。") or _is_row(line.text)
        above = line.text.strip() or above
    if found and told < _TOLD:
        found.pop()
    return [i for i, _ in found]


def _near_kinds(lines: Sequence[Piece]) -> list[bool]:
    """For every line whether it or one of those below that may be of its title names a kind of paper."""
    near = [False] * len(lines)
    left = 0
    for i in range(len(lines) - 1, -1, -1):
        left = _REACH if len(lines[i].text) <= _LONGEST and names_kind(lines[i].text) else left - 1
        near[i] = left > 0
    return near


def _is_row(line: str) -> bool:
    return ROW in line.strip() and any(map(str.isdigit, line))


def _begins(lines: Sequence[Piece], i: int, above: str, tops: AbstractSet[int]) -> bool:
    """Does nothing go on into a line, whose nearest above with text is `above`?

    It is the first of a page, or stands behind a blank line, a row, the end of a sentence, a day or 附件; behind the
    name of a body, which may have signed, where it is a title by itself: names below each other are a list.
    """
    if (
        lines[i].line in tops
        or not above
        or ROW in above
        or marks.is_ended(above)
        or _ATTACHED.fullmatch(above)
    ):
        return True
    if above.endswith(page_words().body_endings) and _is_short(above):
        return paper(_bare(lines[i].text)) is not None
    return (not lines[i - 1].text.strip() or marks.is_date(above)) and not _HALF.search(above)


def _is_short(line: str) -> bool:
    return len(line) <= _LONGEST and not marks.has_clause(line)


def _is_attached(named: Paper, above: str, found: Sequence[tuple[int, Paper]]) -> bool:
    """Does a title stand below 附件, and is it not the budget of a body behind that of another?"""
    of_bodies = named.of_body and bool(found) and found[-1][1].of_body
    return _is_annex(above) and not of_bodies


def _is_annex(line: str) -> bool:
    return _ATTACHED.fullmatch("".join(line.split())) is not None


def named_paper(lines: Sequence[Piece], i: int) -> Paper | None:
    """The paper that a line is the title of, or that it is together with the lines below, none of them one by itself."""
    first = _bare(lines[i].text)
    if not first or marks.marker(first):
        return None
    parts = list(islice(_joined(lines, i), _LINES))
    alone = paper(first)
    if alone or any(map(paper, parts[1:])):
        return alone
    bodies = sum(len(part) >= _NAME and part.endswith(page_words().body_endings) for part in parts)
    return next(filter(None, map(paper, accumulate(parts))), None) if bodies < 2 else None


def _joined(lines: Sequence[Piece], i: int) -> Iterator[str]:
    """The lines from one on that may be of one title, as far as they are such."""
    for line in lines[i : i + _REACH]:
        if text := line.text.strip():
            bare = _bare(text)
            if not bare or marks.marker(bare) or marks.is_date(bare):
                return
            yield bare


def _bare(line: str) -> str:
    """A line that may be of a title, without blanks (某局 2031 年部门预算); empty where it is none."""
    plain = len(line) <= _LONGEST and ROW not in line.strip() and not _CLAUSE.search(line)
    return "".join(line.split()).lstrip("#") if plain else ""
