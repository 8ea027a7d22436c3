"""Lines that the side of a page cuts, as a workbook prints them: their ends stand on further pages, at the same height.

Such a page holds the text whole and shows a part of it: what it hides must be what the other page shows. An end whose
beginning is nowhere, and a sentence whose end is nowhere, say nothing that is sure, and are left out.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from hrss_tui.sources import marks
from hrss_tui.sources.formats.pdf.content import Content, Printed
from hrss_tui.sources.text import UNREAD

_LEVEL = 1.0
"""Both parts of a line stand as high as each other, and lines reach a side, within so much (points)."""
_ABOVE = 8.0
"""Between a table and its title are no more than this (em): captions, the number of a form."""
_CLAUSE = frozenset("，；：。")


def with_whole_lines(pages: Sequence[Content]) -> tuple[list[Content], tuple[int, ...]]:
    """The pages with every cut line whole where it begins, and the numbers of those of which parts are left out."""
    if not any(line.begun for page in pages for line in page.prose):
        return list(pages), ()
    joining = _Joining(pages)
    for at in range(len(pages)):
        joining.page(at)
    return joining.pages(), tuple(sorted(joining.left))


class _Joining:
    """Lines by page on their way; `left` are the numbers of pages of which something is left out, `over` those on which
    lines of a page end.
    """

    def __init__(self, pages: Sequence[Content]) -> None:
        self.left: set[int] = set()
        self.over: dict[int, set[int]] = {}
        self._pages = pages
        self._lines = [list(page.prose) for page in pages]

    def page(self, at: int) -> None:
        """Join the lines of a page with what further pages hold of them."""
        whole: list[Printed] = []
        beside: set[int] = set()
        waiting: list[int] = []
        for line in self._lines[at]:
            if line.begun:
                self.left.add(self._pages[at].number)
                if self._is_near_table(at, line):
                    whole.append(msgspec.structs.replace(line, text=UNREAD, line=None, hidden=""))
                continue
            if self._is_open(at, line):
                waiting.append(len(whole))
            whole.append(line)
        for index in [place for place in waiting if whole[place].hidden] + [
            place for place in waiting if not whole[place].hidden
        ]:
            whole[index] = self._whole(whole[index], at, beside)
        self._lines[at] = [line for line in whole if not self._is_torn(at, line)]

    def pages(self) -> list[Content]:
        """All pages with their lines as they are now."""
        return [
            msgspec.structs.replace(page, prose=tuple(lines), over=tuple(sorted(self.over.get(at, ()))))
            for at, (page, lines) in enumerate(zip(self._pages, self._lines, strict=True))
        ]

    def _is_near_table(self, at: int, line: Printed) -> bool:
        """Does a line stand right above a table, so that it may be its title? Then something must be left there."""
        gaps = (table.ys[0] - line.box.bottom for table in self._pages[at].tables)
        return any(-line.em < gap <= _ABOVE * line.em for gap in gaps)

    def _is_open(self, at: int, line: Printed) -> bool:
        """May a line go on beside its page: is its end hidden, or does it end where others are cut?"""
        side = self._pages[at].side
        return bool(line.hidden) or (0 < side <= line.box.right + line.em and not marks.is_ended(line.text))

    def _is_torn(self, at: int, line: Printed) -> bool:
        """Is it a sentence that is cut at the side of its page and goes on nowhere?"""
        torn = self._is_open(at, line) and not _CLAUSE.isdisjoint(line.text)
        if torn:
            self.left.add(self._pages[at].number)
        return torn

    def _whole(self, line: Printed, at: int, beside: set[int]) -> Printed:
        """A line with all that further pages have of it, which is taken from them; `beside` are pages that have ends."""
        page, first = at, line.box
        while self._is_open(page, line):
            found = self._end(line, page, beside)
            if found is None:
                break
            page, end = found
            beside.add(page)
            self._lines[page].remove(end)
            text = line.text.rstrip(UNREAD) + end.text.lstrip(UNREAD)
            self.over.setdefault(at, set()).add(self._pages[page].number)
            box = msgspec.structs.replace(end.box, left=line.box.left)
            line = msgspec.structs.replace(line, text=text, hidden=end.hidden, line=None, box=box)
        return msgspec.structs.replace(line, box=first)

    def _end(self, line: Printed, at: int, beside: set[int]) -> tuple[int, Printed] | None:
        for page in range(at + 1, len(self._lines)):
            for end in self._lines[page]:
                if not _is_level(line, end):
                    continue
                if _shows(line, end) if line.hidden else page in beside and self._is_at_left(page, end):
                    return page, end
        return None

    def _is_at_left(self, page: int, line: Printed) -> bool:
        """Does a line begin at the left side of what is printed on its page?"""
        return line.box.left <= min(one.box.left for one in self._pages[page].prose) + _LEVEL


def _is_level(line: Printed, end: Printed) -> bool:
    """Do two parts stand as high as each other? Digits reach lower than characters, so that one side of both is enough."""
    return min(abs(line.box.bottom - end.box.bottom), abs(line.box.top - end.box.top)) <= _LEVEL


def _shows(line: Printed, end: Printed) -> bool:
    """Does an end show what a line hides?"""
    hidden, shown = _plain(line.hidden), _plain(end.text)
    return end.begun and bool(shown) and (shown.startswith(hidden) or hidden.startswith(shown))


def _plain(text: str) -> str:
    return "".join(text.replace(UNREAD, "").split())
