"""The blocks of a package as search sees them: normalised, with their documents and the place of their names.

Everything is a list by block number, in document order. All normalised texts stand in one string, one a line,
so that a term is found by one scan.
"""

from __future__ import annotations

from functools import cached_property

from hrss_tui.query.search.hits import Block
from hrss_tui.query.search.normal import Folding, Normal, folding
from hrss_tui.query.search.pinyin import Pinyin, pinyin

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hrss_tui.pack.open import Package

HEADING, ROW = "heading", "table_row"
_SIGNS = "<>=≥≤~+-"
_DIGITS = "0123456789.，%"
_NOTHING = ("-", "/", "—")
_LONGEST_UNIT = 3
_LONGEST_NAME = 48
"""Characters of a cell beyond which it is a text and no name."""


class Corpus:
    """Blocks and documents of one package. `labels[i]` is how much of text i, from its start, is a name."""

    def __init__(self, pack: Package) -> None:
        self.pack = pack
        self.fold: Folding = folding(pack.head)
        self.printed: list[str] = pack.column("blocks", "text")
        self.kinds: list[str] = pack.column("blocks", "kind")
        self.docs: list[str] = pack.column("blocks", "doc_id")
        self.joined = self.fold.text("\n".join(self.printed))
        self.texts = self.joined.split("\n") if self.printed else []
        self.labels = [_label(text, kind) for text, kind in zip(self.texts, self.kinds, strict=True)]
        self.starts = _starts(self.texts)
        self._normals: dict[int, Normal] = {}

    def __len__(self) -> int:
        return len(self.texts)

    def normal(self, number: int) -> Normal:
        """The text of a block with its way back to what is printed; kept, for the next key stroke asks again."""
        made = self._normals.get(number)
        if made is None:
            made = self._normals[number] = self.fold.mapped(self.printed[number])
        return made

    def block(self, number: int) -> Block:
        """A block as a hit needs it."""
        column = self.pack.column
        made = Block()
        made.normal, made.label = self.normal(number), self.labels[number]
        made.doc_id, made.kind, made.text = self.docs[number], self.kinds[number], self.printed[number]
        made.block_id = column("blocks", "block_id")[number]
        made.section = column("blocks", "section")[number]
        made.line_start = column("blocks", "line_start")[number]
        made.line_end = column("blocks", "line_end")[number]
        made.breaks = column("blocks", "breaks")[number]
        return made

    @cached_property
    def pinyin(self) -> Pinyin:
        """What letters may stand for."""
        return pinyin(self.pack.head)

    @cached_property
    def encoded(self) -> tuple[bytes, list[int]]:
        """`joined` in UTF-8 and where each block starts in it."""
        lines = self.joined.encode().split(b"\n")
        return b"\n".join(lines), _starts(lines)

    @cached_property
    def names(self) -> tuple[str, list[int]]:
        """The names of all blocks, one a line, and where each block's line starts."""
        lines = [text[:label] for text, label in zip(self.texts, self.labels, strict=True)]
        return "\n".join(lines), _starts(lines)


def _starts(lines: list[str] | list[bytes]) -> list[int]:
    starts = []
    at = 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    return starts


def _label(text: str, kind: str) -> int:
    if kind == HEADING:
        return len(text)
    return row_label(text) if kind == ROW else 0


def row_label(text: str) -> int:
    """How much of a table row, from its start, is its name: codes and words up to the first figure."""
    named = False
    end = at = 0
    for cell in text.split("\t"):
        if len(cell) > _LONGEST_NAME or (named and cell and _figure(cell)):
            break
        at += len(cell)
        if not named:
            named = any(map(str.isalpha, cell))
        if named and cell:
            end = at
        at += 1
    return end


def _figure(cell: str) -> bool:
    """Is a cell a figure, perhaps with a sign and a short unit, or one of the signs for none?"""
    bare = cell.lstrip(_SIGNS)
    return cell in _NOTHING or (bare[:1].isdigit() and len(bare.lstrip(_DIGITS)) <= _LONGEST_UNIT)
