"""The explorer's keys as tables in the references, made from the registry of actions: `python scripts/key_table.py`."""

from __future__ import annotations

import sys
from pathlib import Path
from types import SimpleNamespace

from hrss_tui.tui.keys.actions import ACTIONS, Action, page_of
from hrss_tui.words import LANGUAGES, Lang, words

DOCS = Path(__file__).resolve().parent.parent / "hrss_tui" / "docs"
HEADS: dict[Lang, str] = {"zh": "| 键 | 作用 |", "en": "| key | does |"}


def reference(lang: Lang) -> Path:
    """The file that holds the table of a language."""
    return DOCS / lang / "reference.md"


def table(lang: Lang) -> str:
    """One row per action, in the order of the registry."""
    rows = [f"| `{action.key}` | {_does(action, lang)} |" for action in ACTIONS]
    return "\n".join([HEADS[lang], "| --- | --- |", *rows])


def _does(action: Action, lang: Lang) -> str:
    say, page = words(lang), page_of(action.id)
    if page:
        return say["help_page"].format(page=say[f"page.{page}"])
    return say[f"help_{action.id}"].format(keys=SimpleNamespace(**{one.id: one.key for one in ACTIONS}))


def current(text: str, lang: Lang) -> str:
    """The reference with the table between its markers made anew. Raises ValueError where a marker is missing."""
    begin, end = f"<!-- keys {lang} -->\n", f"<!-- end of keys {lang} -->"
    head, found, rest = text.partition(begin)
    _, closed, tail = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"no marker {begin.strip()} or {end}")
    return f"{head}{begin}{table(lang)}\n{end}{tail}"


def main() -> None:
    """Write what is not current; with --check only say so, by the exit status."""
    stale = False
    for lang in LANGUAGES:
        path = reference(lang)
        before = path.read_text(encoding="utf-8")
        after = current(before, lang)
        stale = stale or before != after
        if "--check" not in sys.argv[1:]:
            path.write_text(after, encoding="utf-8")
    sys.exit("--check" in sys.argv[1:] and stale)


if __name__ == "__main__":
    main()
