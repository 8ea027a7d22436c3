"""Joined text that remembers where every character stands in the source.

Hard wraps are removed by rules of Chinese typesetting: nothing is put between two lines unless both sides
are Latin letters. A `Text` is a string plus runs; a run says from which offset on the characters are those
of which physical line and column.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache

import msgspec

from hrss_tui import lazy_re as re

UNREAD = "\ufffd"
"""What stands in a text where the source has something that nobody can read or see."""
_LATIN = re.compile(r"[A-Za-z]")
_HAN_GAP = re.compile(r"[ \u3000\u00a0](?<=[\u3400-\u9fff].)[ \u3000\u00a0]*(?=[\u3400-\u9fff])")
_SPACE = re.compile(r"\s+")


class Span(msgspec.Struct, frozen=True, gc=False, order=True):
    """Characters [start, end) of one physical line (1-based line, 0-based columns)."""

    line: int
    start: int
    end: int


class Piece(msgspec.Struct, frozen=True, gc=False):
    """A stretch of one physical line."""

    line: int
    start: int
    text: str


class Run(msgspec.Struct, frozen=True, gc=False):
    """From `offset` on, the text is that of `line` from column `start`."""

    offset: int
    line: int
    start: int


class Text(msgspec.Struct, frozen=True, gc=False):
    """A joined text and where its characters come from. Never empty of runs unless the text is empty."""

    text: str
    runs: tuple[Run, ...]

    @property
    def line_start(self) -> int:
        """First physical line."""
        return self.runs[0].line

    @property
    def line_end(self) -> int:
        """Last physical line."""
        return self.runs[-1].line

    def locate(self, offset: int) -> tuple[int, int]:
        """Line and column of the character at `offset`."""
        run = self.runs[self._run_at(offset)]
        return run.line, run.start + offset - run.offset

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Source spans of text[start:end], one per run that it touches."""
        found = []
        for index in range(self._run_at(start), len(self.runs)):
            run = self.runs[index]
            if run.offset >= end:
                break
            stop = self.runs[index + 1].offset if index + 1 < len(self.runs) else len(self.text)
            low, high = max(start, run.offset), min(end, stop)
            if low < high:
                found.append(Span(run.line, run.start + low - run.offset, run.start + high - run.offset))
        return tuple(found)

    def _run_at(self, offset: int) -> int:
        """Index of the run the character at `offset` belongs to."""
        if len(self.runs) == 1:
            return 0
        return max(0, bisect_right(self.runs, offset, key=lambda run: run.offset) - 1)

    def lines(self, start: int, end: int) -> tuple[int, int]:
        """First and last physical line of text[start:end]."""
        spans = self.spans(start, max(end, start + 1))
        return (spans[0].line, spans[-1].line) if spans else (self.line_start, self.line_end)

    def slice(self, start: int, end: int) -> Text:
        """text[start:end] with its own runs."""
        line, column = self.locate(start)
        inner = tuple(
            Run(run.offset - start, run.line, run.start) for run in self.runs if start < run.offset < end
        )
        return Text(self.text[start:end], (Run(0, line, column), *inner))

    def flat_breaks(self) -> list[int]:
        """Offsets and lines as the package stores them: a new pair wherever the line changes."""
        flat: list[int] = []
        for run in self.runs:
            if not flat or flat[-1] != run.line:
                flat += [run.offset, run.line]
        return flat


def joint(left: str, right: str) -> str:
    """What stands between two lines that belong to one paragraph."""
    return " " if left and right and _LATIN.match(left[-1]) and _LATIN.match(right[0]) else ""


def join_pieces(pieces: Iterable[Piece]) -> Text:
    """Join stretches of lines into one text."""
    parts: list[str] = []
    runs: list[Run] = []
    length = 0
    last = ""
    for piece in pieces:
        if not piece.text:
            continue
        between = joint(last, piece.text) if runs and runs[-1].line != piece.line else ""
        runs.append(Run(length + len(between), piece.line, piece.start))
        parts += (between, piece.text)
        length += len(between) + len(piece.text)
        last = piece.text
    return Text("".join(parts), tuple(runs))


def concat(texts: Sequence[Text]) -> Text:
    """Texts one after the other, without anything between them."""
    text = ""
    runs: list[Run] = []
    for part in texts:
        runs += [Run(run.offset + len(text), run.line, run.start) for run in part.runs]
        text += part.text
    return Text(text, tuple(runs))


def strip_piece(piece: Piece) -> Piece:
    """The piece without the white space around it."""
    lead = len(piece.text) - len(piece.text.lstrip())
    return Piece(piece.line, piece.start + lead, piece.text.strip())


def close_gaps(text: str) -> str:
    """Remove spaces between Han characters, which wraps and justification leave behind; fold other runs."""
    words = text.split()
    if len(words) < 2:
        return words[0] if words else ""
    return _SPACE.sub(" ", _HAN_GAP.sub("", text.strip()))


_KEPT = 2_000
"""Characters up to which a folded text is kept: the same lines are compared for place, tables, notes and scope."""


def fold(text: str) -> str:
    """Comparison form of a name: NFKC, no white space, one kind of bracket, lower case."""
    return _folded_again(text) if len(text) <= _KEPT else _folded(text)


@lru_cache(maxsize=4096)
def _folded_again(text: str) -> str:
    return _folded(text)


def _folded(text: str) -> str:
    folded = "".join(unicodedata.normalize("NFKC", text).split())
    return folded.replace("〈", "<").replace("〉", ">").casefold()


def width(text: str) -> int:
    """Terminal cells of a text, ambiguous characters as wide: close enough to compare line lengths."""
    return len(text) if text.isascii() else sum(map(_CELLS.__getitem__, text))


class _Cells(dict[str, int]):
    """Cells of a character, looked up once: there are no more than a million of them."""

    def __missing__(self, char: str) -> int:
        self[char] = 2 if unicodedata.east_asian_width(char) in "WFA" else 1
        return self[char]


_CELLS = _Cells()
