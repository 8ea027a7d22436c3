"""The man pages that are installed, made from the parser: `python scripts/man_page.py`."""

from __future__ import annotations

from pathlib import Path

from hrss_tui.cli.man import man_page
from hrss_tui.words import LANGUAGES, Lang

DOCS = Path(__file__).resolve().parent.parent / "hrss_tui" / "docs"


def place(lang: Lang) -> Path:
    """The file that holds the page of a language."""
    return DOCS / lang / "hrss-tui.1"


if __name__ == "__main__":
    for lang in LANGUAGES:
        place(lang).write_text(man_page(lang), encoding="utf-8")
