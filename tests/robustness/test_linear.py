"""Patterns of the readers and extractors take linear time: twice the text is about twice the work.

Times are compared only where they are long enough to mean anything; a square would be four times, a cube eight.
"""

from __future__ import annotations

import re
import time
from collections.abc import Iterator

import pytest

from hrss_tui.compile.budget import ordinals, units, values
from hrss_tui.sources.formats import read
from hrss_tui.sources.formats.html import facts, walk
from hrss_tui.sources.formats.pdf import furniture

SIZE = 1200
LONG = 0.05
"""Seconds from which a time is compared."""
MOST = 3.0
UNITS = (" ", "1", "中", "一", "1 ", "中 ")
_LITERAL = re.compile(r"[\u4e00-\u9fff]+[:：(（]?")


FOUND = {
    "furniture": furniture._NUMBER,
    "crumbs": facts._CRUMB,
    "spans": walk._NUMBER,
    "markup": read._MARKUP,
    "ordinals": ordinals._ORDINAL,
    "captions": units._LABELS,
    "footnotes": values._FOOTNOTE,
}
"""Patterns that once took a square of their text or more."""


def taken(pattern: re.Pattern[str], text: str) -> float:
    """Seconds of the processor for going over a text: the least of two."""
    times = []
    for _ in range(2):
        begun = time.process_time()
        for _match in pattern.finditer(text):
            pass
        times.append(time.process_time() - begun)
    return min(times)


def is_slow(pattern: re.Pattern[str], before: str, unit: str, size: int = SIZE) -> bool:
    """Does twice the text take more than `MOST` times as long, at a size where that can be told?"""
    while size <= 8 * SIZE:
        longer = taken(pattern, before + unit * 2 * size + "\0")
        if longer > LONG:
            return longer / max(taken(pattern, before + unit * size + "\0"), 1e-9) > MOST
        size *= 2
    return False


def texts(pattern: re.Pattern[str]) -> Iterator[tuple[str, str]]:
    """What makes a pattern try: single characters, its own words, and blanks and digits behind them."""
    words = list(dict.fromkeys(_LITERAL.findall(pattern.pattern)))[:3]
    yield from (("", unit) for unit in (*UNITS, *words))
    yield from ((word, unit) for word in words for unit in (" ", "1"))


@pytest.mark.parametrize("name", FOUND)
def test_twice_the_text_is_twice_the_work(name: str) -> None:
    pattern = FOUND[name]
    assert [text for text in texts(pattern) if is_slow(pattern, *text)] == []


def test_what_is_slow_is_found() -> None:
    assert is_slow(re.compile(r"\s*x"), "", " ")
    assert is_slow(re.compile(r"来源:\s*(\S*)\s*\s*x"), "来源:", " ")
    assert not is_slow(re.compile(r"(?<!\s)\s*+x"), "", " ")
