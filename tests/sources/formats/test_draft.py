"""How much text a source may hold, whichever way it says it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from hrss_tui.errors import SourceError
from hrss_tui.sources.formats import draft
from hrss_tui.sources.formats.draft import Draft, Drawn
from hrss_tui.sources.formats.limits import Limits

WAYS: dict[str, Callable[[Draft, str], None]] = {
    "prose": lambda made, text: made.prose(text),
    "row": lambda made, text: made.row(text),
    "cell": lambda made, text: made.table([Drawn(0, 0, text), Drawn(0, 1, "b"), Drawn(1, 0, "c")]),
}


def made() -> Draft:
    return Draft("a.html", Limits())


@pytest.mark.parametrize("way", WAYS)
def test_a_line_may_be_so_long_and_no_longer(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft, "MAX_LINE", 12)
    WAYS[way](made(), "甲" * 10)
    with pytest.raises(SourceError, match="第 1 行超过 12 字"):
        WAYS[way](made(), "甲" * 13)


@pytest.mark.parametrize("way", WAYS)
def test_all_lines_together_may_be_so_long_and_no_longer(way: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(draft, "MAX_TEXT", 40)
    file = made()
    WAYS[way](file, "甲" * 18)
    WAYS[way](file, "乙" * 18)
    with pytest.raises(SourceError, match=r"a\.html: 文字超过 40 字"):
        WAYS[way](file, "丙" * 18)


def test_a_text_beyond_all_measure_is_refused_before_anything_is_done_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def never(_: str) -> str:
        raise AssertionError

    monkeypatch.setattr(draft, "MAX_TEXT", 40)
    monkeypatch.setattr(draft, "legible", never)
    for way in WAYS.values():
        with pytest.raises(SourceError):
            way(made(), "甲" * 41)
