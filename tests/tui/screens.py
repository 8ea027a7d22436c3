"""Screens as plain text: what a test sees is compared with a file that a person can read in a diff.

`UPDATE_SCREENS=1 pytest tests/tui/frame/test_screens.py` writes the files anew; look at the diff before committing.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path

FOLDER = Path(__file__).parent / "screens"


def compare(name: str, text: str) -> list[str]:
    """The differences between a screen and its file, none where they are the same."""
    path = FOLDER / f"{name}.txt"
    drawn = text.rstrip("\n") + "\n"
    if os.environ.get("UPDATE_SCREENS"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(drawn, encoding="utf-8")
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    return list(
        difflib.unified_diff(kept.splitlines(), drawn.splitlines(), name, "drawn now", lineterm="", n=0)
    )
