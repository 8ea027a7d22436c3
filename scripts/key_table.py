"""The explorer's keys as tables in the README, made from the registry of actions: `python scripts/key_table.py`."""

from __future__ import annotations

import sys
from pathlib import Path

from hrss_tui.tui.keys.actions import ACTIONS
from hrss_tui.words import LANGUAGES, Lang, words

README = Path(__file__).resolve().parent.parent / "README.md"
HEADS: dict[Lang, str] = {"zh": "| 键 | 作用 |", "en": "| key | does |"}


def table(lang: Lang) -> str:
    """One row per action, in the order of the registry."""
    say = words(lang)
    rows = [f"| <kbd>{action.key}</kbd> | {say[f'help_{action.id}']} |" for action in ACTIONS]
    return "\n".join([HEADS[lang], "| --- | --- |", *rows])


def current(text: str) -> str:
    """The README with the tables between their markers made anew. Raises ValueError where a marker is missing."""
    for lang in LANGUAGES:
        begin, end = f"<!-- keys {lang} -->\n", f"\n<!-- end of keys {lang} -->"
        head, found, rest = text.partition(begin)
        _, closed, tail = rest.partition(end)
        if not found or not closed:
            raise ValueError(f"README.md: no marker {begin.strip()} or {end.strip()}")
        text = head + begin + table(lang) + end + tail
    return text


def main() -> None:
    """Write the README where it is not current; with --check only say so, by the exit status."""
    before = README.read_text(encoding="utf-8")
    after = current(before)
    if "--check" in sys.argv[1:]:
        sys.exit(before != after)
    README.write_text(after, encoding="utf-8")


if __name__ == "__main__":
    main()
