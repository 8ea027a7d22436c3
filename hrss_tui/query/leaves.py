"""On which page or sheet a line of a document stands, in words a person can look up.

    pages = Pages(pack)
    pages.label("budget-2030", 17)      # 第 3 页, 工作表“收支总表”; None where the source has no pages

Needs nothing but columns of the package, so that commands that start fast can ask.
"""

from __future__ import annotations

from bisect import bisect_right

from hrss_tui.words import phrase

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hrss_tui.pack.open import Package
    from hrss_tui.words import Phrase

_COLUMNS = ("doc_id", "line_start", "line_end", "number", "kind", "label", "ocr")
_PART = ("part_file", "part_sha256", "part_number")

_Leaf = tuple[int, int, int, str, str, bool]
_Part = tuple[str, str, int]
"""A file, its SHA-256 and the number of a page in it."""


class Pages:
    """The pages of all documents of a package."""

    def __init__(self, pack: Package) -> None:
        self._of: dict[str, list[_Leaf]] = {}
        self._parts: dict[tuple[str, int], _Part] = {}
        if "pages" in pack.schema:
            columns = [pack.column("pages", name) for name in _COLUMNS]
            for doc_id, *leaf in zip(*columns, strict=True):
                self._of.setdefault(doc_id, []).append(tuple(leaf))
            numbers = zip(pack.column("pages", "doc_id"), pack.column("pages", "number"), strict=True)
            parts = zip(*(pack.column("pages", name) for name in _PART), strict=True)
            self._parts = {
                page: part for page, part in zip(numbers, parts, strict=True) if part[0] and part[2]
            }
        for leaves in self._of.values():
            leaves.sort()

    def __bool__(self) -> bool:
        return bool(self._of)

    def number(self, doc_id: str, line: int) -> int | None:
        """Number of the page or sheet; None where the line stands on none."""
        leaf = self._leaf(doc_id, line)
        return leaf[2] if leaf else None

    def label(self, doc_id: str, line: int) -> Phrase | None:
        """The page or sheet in words; of a scanned page that its text was recognised."""
        leaf = self._leaf(doc_id, line)
        part = self._parts.get((doc_id, leaf[2])) if leaf else None
        return _said(leaf, part) if leaf else None

    def part(self, doc_id: str, line: int) -> _Part | None:
        """The file a page is in, where that is not the document's first one."""
        leaf = self._leaf(doc_id, line)
        return self._parts.get((doc_id, leaf[2])) if leaf else None

    def lines(self, doc_id: str, number: int) -> tuple[int, int] | None:
        """First and last line of a page or sheet; None where the document has no such one."""
        found = [leaf for leaf in self._of.get(doc_id, ()) if leaf[2] == number]
        return (found[0][0], found[-1][1]) if found else None

    def numbers(self, doc_id: str) -> list[int]:
        """Numbers of the pages or sheets of a document that hold text."""
        return [leaf[2] for leaf in self._of.get(doc_id, ())]

    def recognised(self, doc_id: str) -> list[int]:
        """Numbers of the pages of a document whose text was recognised from a picture."""
        return [leaf[2] for leaf in self._of.get(doc_id, ()) if leaf[5]]

    def _leaf(self, doc_id: str, line: int) -> _Leaf | None:
        leaves = self._of.get(doc_id, [])
        place = bisect_right(leaves, line, key=lambda leaf: leaf[0]) - 1
        return leaves[place] if place >= 0 and line <= leaves[place][1] else None


def _said(leaf: _Leaf, part: _Part | None) -> Phrase:
    _, _, number, kind, label, recognised = leaf
    if kind == "sheet":
        said = phrase("leaf.sheet", label=label)
    else:
        said = phrase("leaf.page.ocr" if recognised else "leaf.page", number=part[2] if part else number)
    return phrase("leaf.part", file=part[0], leaf=said) if part else said
