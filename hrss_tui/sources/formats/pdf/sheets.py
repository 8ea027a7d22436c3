"""The sheets of a file as its pages: a sheet is one, or is folded into two.

Whether a sheet that may hold two pages does, others of the same size tell: a cover beside a blank inner side proves nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

import msgspec

from hrss_tui.sources.formats.pdf.content import Content, content_of
from hrss_tui.sources.formats.pdf.folds import Fold, fold_of, folded
from hrss_tui.sources.formats.pdf.seen import Seen

_MOST_OPEN = 50
"""So many sheets wait for one that is sure; where there is none among them they are read as they are."""
_SIZES = 10.0
"""Sizes of sheets are the same to the nearest step of this (points)."""


class _Open(msgspec.Struct, frozen=True):
    """A sheet that may hold two pages, and where its page stands until that is known."""

    place: int
    seen: Seen
    fold: Fold
    ocr: bool


class Sheets:
    """Pages as they come; `cells` counts those of their tables."""

    def __init__(self) -> None:
        self.cells = 0
        self._pages: list[tuple[Content, ...]] = []
        self._open: list[_Open] = []
        self._sure: Counter[tuple[int, int]] = Counter()
        self._whole: Counter[tuple[int, int]] = Counter()

    def blank(self, number: int, width: float = 0.0, height: float = 0.0) -> None:
        """A sheet of which nothing is read."""
        self._pages.append((Content(number, width, height, (), ()),))

    def add(self, seen: Seen, *, ocr: bool = False) -> None:
        """The next sheet."""
        fold = fold_of(seen)
        self._sure[_size(seen)] += fold is not None and fold.sure
        self._whole[_size(seen)] += fold is None
        if fold is None:
            self._add((seen,), ocr)
        elif fold.sure or self._is_folded(seen):
            self._add(folded(seen, fold), ocr)
        else:
            self._open.append(_Open(len(self._pages), seen, fold, ocr))
            self._pages.append(())
            if len(self._open) > _MOST_OPEN:
                self._close()

    def pages(self) -> list[Content]:
        """All pages."""
        self._close()
        return [page for pages in self._pages for page in pages]

    def _add(self, parts: Iterable[Seen], ocr: bool) -> None:
        self._pages.append(self._read(parts, ocr))

    def _close(self) -> None:
        """Read the sheets that waited."""
        for waiting in self._open:
            known = self._is_folded(waiting.seen)
            parts = folded(waiting.seen, waiting.fold) if known else (waiting.seen,)
            self._pages[waiting.place] = self._read(parts, waiting.ocr)
        self._open = []

    def _is_folded(self, seen: Seen) -> bool:
        """Do sheets of this size hold two pages: is any sure, and are no more of them one page for sure?"""
        return self._sure[_size(seen)] >= max(1, self._whole[_size(seen)])

    def _read(self, parts: Iterable[Seen], ocr: bool) -> tuple[Content, ...]:
        found = tuple(msgspec.structs.replace(content_of(part), ocr=ocr) for part in parts)
        self.cells += sum(len(table.cells) for page in found for table in page.tables)
        return found


def _size(seen: Seen) -> tuple[int, int]:
    return round(seen.width / _SIZES), round(seen.height / _SIZES)
