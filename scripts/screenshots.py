"""One SVG per screen of the explorer, drawn by the program itself, for the README: `python scripts/screenshots.py OUT_DIR`."""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path

from hrss_tui.query.views import parse_view
from hrss_tui.tui.app import Explorer
from hrss_tui.tui.data import Data
from hrss_tui.tui.desk import Desk
from hrss_tui.tui.glyphs import glyphs
from hrss_tui.words import Lang, words

SIZE = (110, 32)
SHOTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("overview", "overview", ()),
    ("budget", "budget/20801", ("down", "down")),
    ("compare", "compare", ("right",)),
    ("indicators", "indicators/urban_new_jobs", ()),
    ("search", "search/南疆", ("tab",)),
    ("documents", "documents/bulletin-2021:17", ("tab",)),
    ("checks", "checks?status=rounding", ()),
)
"""Name of the file, the view it shows, keys pressed after it is shown."""


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
        return Path(app.save_screenshot(f"{name}-{lang}.svg", str(folder)))


def main() -> None:
    """Write all screenshots in both languages into the folder named on the command line."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "screenshots")
    folder.mkdir(parents=True, exist_ok=True)
    for lang in ("zh", "en"):
        for name, view, keys in SHOTS:
            print(asyncio.run(shoot(name, view, keys, lang, folder)), file=sys.stderr)


if __name__ == "__main__":
    main()
