"""How long every pattern of the package takes for texts made to keep it busy: what grows faster than its text is named.

    python scripts/attack_patterns.py [--seconds 300]

Texts are made of what a pattern itself names: its characters and words, many times over, behind what it begins with, and then
something that does not fit. `tests/robustness/test_patterns.py` shows the same from the structure of the patterns.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.robustness.patterns.automaton import automaton, parsed  # noqa: E402
from tests.robustness.patterns.collected import collected  # noqa: E402

SIZE = 1500
LONG = 0.03
"""Seconds from which times are compared."""
MOST = 3.0

_WORD = re.compile(r"[\u4e00-\u9fff]{1,8}")
_UNITS = 24
"""Pieces of a pattern that are repeated, at most."""


def texts(pattern: str, flags: int) -> Iterator[tuple[str, str]]:
    """What stands at the head of a text, and what is repeated behind it."""
    words = list(dict.fromkeys(_WORD.findall(pattern)))
    chars = automaton(*parsed(pattern, flags)).alphabet
    units = [*words[:8], *(char + other for char in words[:2] for other in " 1"), *chars][:_UNITS]
    yield from (("", unit) for unit in units)
    yield from ((word, unit) for word in words[:2] for unit in (" ", "1", "中", word))


def taken(pattern: re.Pattern[str], use: str, text: str) -> float:
    """Seconds of the processor that a function of a pattern takes for a text: the least of two."""
    times = []
    for _ in range(2):
        begun = time.process_time()
        found = getattr(pattern, use)(*(("", text) if use.startswith("sub") else (text,)))
        for _match in found if use == "finditer" else ():
            pass
        times.append(time.process_time() - begun)
    return min(times)


def is_slow(pattern: re.Pattern[str], use: str, before: str, unit: str) -> bool:
    """Does twice the text take more than `MOST` times as long, at a size where that can be told?"""
    for size in (SIZE << doubling for doubling in range(4)):
        longer = taken(pattern, use, before + unit * 2 * size + "\0")
        if longer > LONG:
            return longer / max(taken(pattern, use, before + unit * size + "\0"), 1e-9) > MOST
    return False


def main() -> int:
    """Attack every pattern until the time is over; 1 where one is slow."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--seconds", type=float, default=300)
    end = time.monotonic() + parser.parse_args().seconds
    patterns = collected(ROOT / "seeds")
    slow = tried = 0
    for each in patterns:
        if time.monotonic() > end:
            break
        tried += 1
        made = re.compile(each.pattern, each.flags)
        wanted = list(texts(each.pattern, each.flags))
        uses = ["finditer" if use == "search" else use for use in each.uses]
        found = [(use, *text) for use in uses for text in wanted if is_slow(made, use, *text)]
        if found:
            slow += 1
            print(f"{each.place} {each.uses} {each.pattern[:100]}\n    {found[:3]}", flush=True)
    print(f"{tried} of {len(patterns)} patterns, {slow} slower than their texts")
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())
