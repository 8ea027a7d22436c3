"""One SVG per screen of the explorer, drawn by the program itself, for the README: `python scripts/screenshots.py`."""

from __future__ import annotations

import asyncio
import re
import sys
from pathlib import Path

from hrss_tui.query.views import parse_view
from hrss_tui.tui.desk.data import Data
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.frame.app import Explorer
from hrss_tui.tui.paint.glyphs import glyphs
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


REMOTE_FONTS = re.compile(r"\s*@font-face \{.*?\n    \}", re.DOTALL)
"""A README is read without fetching anything from elsewhere."""


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
        path.write_text(REMOTE_FONTS.sub("", app.export_screenshot(simplify=True)), encoding="utf-8")
        return path


def main() -> None:
    """Write the screenshots into the folder named on the command line; with --all also those in English."""
    arguments = [argument for argument in sys.argv[1:] if argument != "--all"]
    folder = Path(arguments[0]) if arguments else Path(__file__).resolve().parent / "screenshots"
    folder.mkdir(parents=True, exist_ok=True)
    for lang in LANGUAGES if "--all" in sys.argv else LANGUAGES[:1]:
        for name, view, keys in SHOTS:
            print(asyncio.run(shoot(name, view, keys, lang, folder)), file=sys.stderr)


if __name__ == "__main__":
    main()
