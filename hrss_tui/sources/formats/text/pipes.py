"""Tables drawn with upright lines: Markdown, pipes, box drawing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import mode

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.text.drawn import Found, TextCell, alike, evened, runs, torn, trimmed

_PIPES = "|｜│┃║"
_PIPE = re.compile(f"[{_PIPES}]")
_RULE = frozenset("-=:+ |｜─━═┄┈┼┬┴├┤┌┐└┘│┃║╋╂┿╪╬╠╣╔╗╚╝╦╩—\t")
_BOLD = "**"
_BREAK = re.compile(r"\s?<br\s?/?>\s?", re.IGNORECASE)
_WORDS = re.compile(r"(?<=[\u3400-\u9fff、（）()])\x00(?=[\u3400-\u9fff、（）()])")
"""A break of the line within words, of which nothing is left; between figures it parts them."""


def find(lines: Sequence[str], free: Sequence[bool]) -> Iterator[Found]:
    """Every table of at least two rows whose lines have as many bars; lines of dashes are no rows."""
    for stretch in runs(lines, free):
        for part in alike(stretch, _kinds([lines[index] for index in stretch])):
            printed = [index for index in part if not _is_rule(lines[index])]
            framed = all(lines[index].strip()[0] in _PIPES for index in printed)
            closed = all(lines[index].strip()[-1] in _PIPES for index in printed)
            rows = _rows([(index, lines[index]) for index in printed], framed, closed)
            if len(rows) > 1 and len(rows[0]) > 1:
                yield Found(part.start + 1, part.stop, tuple(map(tuple, rows)))


def is_row(line: str) -> bool:
    """Is it a row of a table with no markup but breaks of the line within its cells?"""
    return len(_bars(line)) > 1 and "<" not in _BREAK.sub("", line)


def _kinds(lines: Sequence[str]) -> list[int]:
    """How many cells each line has; a line of dashes goes with the line above it, or with the one below."""
    ruled = [_is_rule(line) for line in lines]
    kinds = [0 if rule else _count(line) for rule, line in zip(ruled, lines, strict=True)]
    for order in (range(1, len(lines)), range(len(lines) - 2, -1, -1)):
        for index in order:
            if ruled[index] and not kinds[index]:
                kinds[index] = kinds[index - order.step]
    return evened(kinds)


def _rows(printed: Sequence[tuple[int, str]], framed: bool, closed: bool) -> list[Sequence[TextCell]]:
    """The cells of lines with their indices; a line with bars more or fewer than most has two."""
    rows = [_cells(index + 1, line, framed, closed) for index, line in printed]
    width = mode(map(len, rows)) if rows else 0
    return [
        torn(row, line, width) if len(row) != width and len(row) > 1 else row
        for row, (_, line) in zip(rows, printed, strict=True)
    ]


def _is_rule(line: str) -> bool:
    """Is the line drawn, not written?"""
    text = line.strip()
    return len(text) > 2 and _RULE.issuperset(text)


def _bars(line: str) -> list[int]:
    """Where the bars of a line stand; one behind a backslash is text."""
    return [at for match in _PIPE.finditer(line) if line[(at := match.start()) - 1 : at] != "\\"]


def _count(line: str) -> int:
    """The bars of a line; 0 for a single one between words."""
    bars = len(_bars(line))
    return bars if bars > 1 else 0


def _cells(number: int, line: str, framed: bool, closed: bool) -> list[TextCell]:
    """The cells of a line: what stands between its bars, the outer ones of a frame left aside."""
    bounds = [*([] if framed else [-1]), *_bars(line), *([] if closed else [len(line)])]
    return [_plain(trimmed(number, left + 1, line[left + 1 : right])) for left, right in pairwise(bounds)]


def _plain(cell: TextCell) -> TextCell:
    """A cell without the marks of bold type around it."""
    text = cell.text
    if len(text) > 4 and text.startswith(_BOLD) and text.endswith(_BOLD):
        return TextCell(text[2:-2], cell.line, cell.start + 2, cell.end - 2)
    if "<" in text:
        text = _WORDS.sub("", _BREAK.sub("\x00", text)).replace("\x00", " ")
    text = text.replace("\\|", "|")
    return TextCell(text, cell.line, cell.start, cell.end) if text != cell.text else cell
