"""Lines of cells as SVG: every character stands in its cell, blocks are drawn as what they fill.

No run is stretched or squeezed to fit: each character has a place of its own, so that a font in which Han characters
are not twice as wide as others only leaves more room between them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

from hrss_tui import lazy_re as re
from hrss_tui.export.shown.markup import Markup, joined, tag, visible
from hrss_tui.export.shown.sheet import Picture, Run

CELL, LINE, FONT, BASE, MARGIN = 9, 20, 15, 15, 12
"""Pixels: width and height of a cell, size of letters, base line in a line, space around the picture."""
FONTS: Final = (
    "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', "
    "'Source Han Sans SC', 'PingFang SC', 'Microsoft YaHei', SimHei, monospace"
)
"""None is fetched from elsewhere; where none is monospaced every character still stands in its cell."""
FULL: Final = "█"
_ACROSS: Final = "▏▎▍▌▋▊▉"
_UPWARDS: Final = "▁▂▃▄▅▆▇"
_WORD: Final = re.compile(r"[!-~]+|[^!-~]")
"""A run of letters and signs that is not broken, or one other character."""


class Look(NamedTuple):
    """Colour of letters, ground, and whether letters are bold."""

    letters: str
    ground: str = ""
    bold: bool = False


PLAIN: Final = Look("#1b1f24")
PAPER: Final = "#ffffff"
LOOKS: Final[Mapping[str, Look]] = {
    "dim": Look("#57606a"),
    "code": Look("#57606a"),
    "strong": Look("#1b1f24", bold=True),
    "head": Look("#0b4f8a", bold=True),
    "title": Look("#0b4f8a", bold=True),
    "link": Look("#0b4f8a"),
    "accent": Look("#6f3fb5"),
    "figure": Look("#6f3fb5"),
    "good": Look("#1a6f33"),
    "warn": Look("#7d5200"),
    "bad": Look("#b42318", bold=True),
    "bar": Look("#2f73a8"),
    "lit": Look("#b3541e", bold=True),
    "hit": Look("#1b1f24", "#ffdf80"),
    "t0": Look("#57606a", "#eef1f4"),
    "t1": Look("#1b1f24", "#dceaf5"),
    "t2": Look("#1b1f24", "#a9cce6"),
    "t3": Look("#0d1116", "#6aa7d1"),
    "t4": Look("#ffffff", "#1d5c8e", bold=True),
}
"""Colours on white paper; a page has others for its dark ground by the names of the classes."""


def drawing(picture: Picture, *, styled: bool = False) -> Markup:
    """The picture alone as an SVG element; `styled` leaves the colours to the classes of the page it stands in."""
    return _svg(picture.title, picture.lines, styled)


def svg(picture: Picture) -> bytes:
    """A file of its own: title, picture, and below it where it is from."""
    wide = max(
        40, *(width("".join(run.text for run in line)) for line in picture.lines), width(picture.title)
    )
    notes = [(Run(part, "dim"),) for note in picture.notes for part in _wrapped(note, wide)]
    head: list[tuple[Run, ...]] = [(Run(picture.title, "head"),), ()] if picture.title else []
    lines = (*head, *picture.lines, *([(), *notes] if notes else []))
    return f"{_svg(picture.title, lines, styled=False)}\n".encode()


def _svg(title: str, lines: Sequence[Sequence[Run]], styled: bool) -> Markup:
    wide = max((width("".join(run.text for run in line)) for line in lines), default=1) * CELL + 2 * MARGIN
    high = len(lines) * LINE + 2 * MARGIN
    pieces = [piece for row, line in enumerate(lines) for piece in _line(line, row, styled)]
    paper = tag("rect", width=wide, height=high, fill=None if styled else PAPER, class_="paper")
    drawn = tag(
        "g",
        joined(["", *pieces, ""], "\n"),
        transform=f"translate({MARGIN} {MARGIN})",
        font_family=FONTS,
        font_size=FONT,
    )
    return tag(
        "svg",
        tag("title", title),
        paper,
        drawn,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {wide} {high}",
        width=wide,
        height=high,
        role="img",
    )


def _line(line: Iterable[Run], row: int, styled: bool) -> list[Markup]:
    """One line: the grounds below, then what stands on them."""
    grounds: list[Markup] = []
    letters: list[Markup] = []
    at = 0
    for said, style, before, long in line:
        text = visible(said)
        look, wide = LOOKS.get(style, PLAIN), width(text)
        if look.ground:
            fill = {"class_": f"g-{style}"} if styled else {"fill": look.ground}
            grounds.append(_rect(at, row * LINE, wide * CELL, LINE, fill))
        paint = _paint(style, look, styled)
        if long is None:
            letters += _run(text, at, row, paint)
        elif long > 0:
            letters.append(_bar(at + before, long, row, paint))
        at += wide
    return [*grounds, *letters]


def _paint(style: str, look: Look, styled: bool) -> dict[str, str | None]:
    bold = "bold" if look.bold else None
    if styled:
        return {"class_": f"r-{style if style in LOOKS else 'plain'}", "font_weight": bold}
    return {"fill": look.letters, "font_weight": bold}


def _bar(at: float, long: float, row: int, paint: Mapping[str, str | None]) -> Markup:
    """A bar that begins and ends where it says, to a hundredth of a pixel."""
    left, wide = round(at * CELL, 2), round(long * CELL, 2)
    return tag("rect", x=left, y=row * LINE + 3, width=wide, height=LINE - 6, **_fill(paint))


def _fill(paint: Mapping[str, str | None]) -> dict[str, str | None]:
    return {key: value for key, value in paint.items() if key != "font_weight"}


def _rect(at: float, top: float, wide: float, high: float, fill: Mapping[str, str | None]) -> Markup:
    return tag("rect", x=at * CELL, y=top, width=wide, height=high, **fill)


def _run(text: str, at: int, row: int, paint: Mapping[str, str | None]) -> Iterator[Markup]:
    """The characters of a run, each with its place; words and characters of other width begin anew."""
    stretch: list[tuple[int, str]] = []
    fill = _fill(paint)
    start, filled = at, 0
    for char in f"{text} ":
        eighths = 8 if char == FULL else _ACROSS.find(char) + 1
        upwards = char in _UPWARDS
        # A viewer that minds only the first place of a text still has each wide character in its cell.
        if stretch and (eighths or upwards or char == " " or width(stretch[-1][1]) > 1 or width(char) > 1):
            yield _text(stretch, row, paint)
            stretch = []
        if filled and not eighths:
            yield _rect(start, row * LINE + 3, CELL * filled / 8, LINE - 6, fill)
            filled = 0
        if eighths:
            start, filled = (start if filled else at), filled + eighths
        elif upwards:
            high = (_UPWARDS.index(char) + 1) * LINE / 8
            yield _rect(at, (row + 1) * LINE - high, CELL, high, fill)
        elif char != " " and width(char):
            stretch.append((at, char))
        at += width(char)


def _text(stretch: Sequence[tuple[int, str]], row: int, paint: Mapping[str, str | None]) -> Markup:
    places = " ".join(str(at * CELL) for at, _ in stretch)
    return tag("text", "".join(char for _, char in stretch), x=places, y=row * LINE + BASE, **paint)


def width(text: str) -> int:
    """Cells of a text."""
    return len(text) if text.isascii() else sum(map(_cells, text))


@lru_cache(maxsize=4096)
def _cells(char: str) -> int:
    from wcwidth import wcwidth

    return max(0, wcwidth(char))


def _wrapped(text: str, cells: int) -> list[str]:
    """The text in lines of at most so many cells, broken between words, before Han characters, in words that are longer."""
    lines, used = [""], 0
    for piece in (part for word in _WORD.findall(text) for part in _pieces(word, cells)):
        if used + width(piece) > cells:
            lines.append("")
            used = 0
        lines[-1] += piece
        used += width(piece)
    return [line.strip() for line in lines if line.strip()]


def _pieces(word: str, cells: int) -> list[str]:
    """A word, in pieces where it is longer than a line."""
    return [word[at : at + cells] for at in range(0, len(word), cells)]
