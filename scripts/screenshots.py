"""One SVG per screen of the explorer and one that shows them all in turn, drawn by the program itself, for the README.

python scripts/screenshots.py [FOLDER] [--all]
"""

from __future__ import annotations

import asyncio
import re
import sys
from collections.abc import Iterable, Sequence
from html import escape
from pathlib import Path

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.app import App

from hrss_tui.query.views import parse_view
from hrss_tui.tui.desk.data import Data
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.frame.app import Explorer
from hrss_tui.tui.paint.glyphs import UNICODE, glyphs
from hrss_tui.words import LANGUAGES, Lang, words

SIZE = (92, 24)
SHOTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("overview", "overview", ()),
    ("budget", "budget/2080104", ()),
    ("compare", "compare", ("right",)),
    ("indicators", "indicators/urban_new_jobs", ()),
    ("search", "search/南疆", ("tab",)),
    ("documents", "documents/bulletin-2021:17", ("tab",)),
    ("checks", "checks?status=fails", ()),
)
"""Name of the file, the view it shows, keys pressed after it is shown."""
SECONDS = 3
"""How long the moving picture stays at a screen."""
CELL, LINE, FONT, BASE, MARGIN = 9, 20, 15, 15, 10
"""Pixels: width and height of a cell, size of letters, base line in a line, space around the screen."""
FONTS = "ui-monospace, Menlo, Consolas, 'DejaVu Sans Mono', 'Noto Sans Mono CJK SC', 'Noto Sans CJK SC', monospace"
"""None is fetched from elsewhere; where none is monospaced every character still stands in its cell."""


def drawn(app: App[int]) -> str:
    """The screen as SVG: each character is put into its cell, blocks are drawn as what they fill."""
    width, height = app.size
    body: list[str] = []
    for row, strip in enumerate(app.screen._compositor.render_strips()):
        body += _line(list(strip), row)
    wide, high = width * CELL + 2 * MARGIN, height * LINE + 2 * MARGIN
    ground = app.theme_variables["background"]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}">'
        f'<rect width="{wide}" height="{high}" rx="8" fill="{ground}"/>'
        f'<g transform="translate({MARGIN} {MARGIN})" font-family="{FONTS}" font-size="{FONT}"'
        f' xml:space="preserve">\n' + "\n".join(body) + "\n</g></svg>\n"
    )


def _line(strip: Iterable[Segment], row: int) -> list[str]:
    """One line of a screen: the grounds below, then what stands on them."""
    grounds, letters, at = [], [], 0
    for text, style, _ in strip:
        look, wide = style or Style.null(), cell_len(text)
        fore, below = (look.bgcolor, look.color) if look.reverse else (look.color, look.bgcolor)
        if below is not None:
            grounds.append(_rect(at, row, wide, below.name))
        letters += _run(text, at, row, fore.name if fore is not None else "#ffffff", look)
        at += wide
    return [*grounds, *letters]


def _rect(at: float, row: int, wide: float, colour: str) -> str:
    return f'<rect x="{at * CELL:g}" y="{row * LINE}" width="{wide * CELL:g}" height="{LINE}" fill="{colour}" shape-rendering="crispEdges"/>'


def _run(text: str, at: int, row: int, colour: str, look: Style) -> list[str]:
    """The characters of a segment, each with its place; words and characters of other width begin anew."""
    found: list[str] = []
    stretch: list[tuple[int, str]] = []
    for char in f"{text} ":
        block = char == UNICODE.bar or char in UNICODE.halves
        if stretch and (block or char == " " or cell_len(char) != cell_len(stretch[-1][1])):
            found.append(_text(stretch, row, colour, look))
            stretch = []
        if block:
            part = 1.0 if char == UNICODE.bar else (UNICODE.halves.index(char) + 1) / 8
            found.append(_rect(at, row, part, colour))
        elif char != " ":
            stretch.append((at, char))
        at += cell_len(char)
    return found


def _text(stretch: list[tuple[int, str]], row: int, colour: str, look: Style) -> str:
    kind = ' font-weight="bold"' * bool(look.bold) + ' text-decoration="underline"' * bool(look.underline)
    places = " ".join(str(at * CELL) for at, _ in stretch)
    said = escape("".join(char for _, char in stretch))
    return f'<text x="{places}" y="{row * LINE + BASE}" fill="{colour}"{kind}>{said}</text>'


def moving(pictures: Sequence[str]) -> str:
    """Screens of one size in turn, some seconds each; the first alone where nothing is to move, or cannot."""
    size = re.match(r"<svg[^>]*>", pictures[0])
    if size is None:
        raise ValueError("no picture")
    whole = SECONDS * len(pictures)
    style = (
        f".s{{opacity:0;animation:turn {whole}s step-end infinite}}.s:first-of-type{{opacity:1}}"
        f"@keyframes turn{{0%{{opacity:1}}{100 / len(pictures):.4f}%,100%{{opacity:0}}}}"
        "@media (prefers-reduced-motion:reduce){.s{animation:none}}"
    )
    screens = (
        f'<g class="s" style="animation-delay:{number * SECONDS}s">{picture.strip()[size.end() :].removesuffix("</svg>")}</g>\n'
        for number, picture in enumerate(pictures)
    )
    return f"{size[0]}<style>{style}</style>\n{''.join(screens)}</svg>\n"


async def shoot(name: str, view: str, keys: tuple[str, ...], lang: Lang, folder: Path) -> Path:
    """Open a view, press keys, save what is on screen."""
    app = Explorer(Desk(words(lang), lang, glyphs(False), Data, None), parse_view(view))
    async with app.run_test(size=SIZE) as pilot:
        for key in (None, *keys):
            if key:
                await pilot.press(key)
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
        path = folder / f"{name}-{lang}.svg"
        path.write_text(drawn(app), encoding="utf-8")
        return path


def main() -> None:
    """Write the screenshots into the folder named on the command line; with --all also those in English."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--all"]
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    for lang in LANGUAGES if "--all" in sys.argv else LANGUAGES[:1]:
        made = [asyncio.run(shoot(name, view, keys, lang, folder)) for name, view, keys in SHOTS]
        tour = folder / f"tour-{lang}.svg"
        tour.write_text(moving([path.read_text("utf-8") for path in made]), "utf-8")
        print(*made, tour, sep="\n", file=sys.stderr)


if __name__ == "__main__":
    main()
