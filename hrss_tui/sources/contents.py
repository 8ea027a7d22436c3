"""Which lines are a table of contents: its entries name headings and are none.

From 目录 until the first entry stands again; where it does not, because the headings are worded otherwise, as far as
entries lead to a page number with dots, or as far as lines are numbered without beginning anew.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from hrss_tui import lazy_re as re
from hrss_tui.sources import marks
from hrss_tui.sources.text import Piece, fold, width

_TITLE = re.compile(r"目\s*录")
_PAGE: Final = "0123456789０１２３４５６７８９ \u3000\t-—－.．第页"
"""What stands at the end of an entry."""
_DOTS: Final = "….．·・"
_MOST: Final = 400
"""Lines of a table of contents."""
_APART: Final = 3
"""Lines of broken entries between two that end in a page number."""
_WIDEST: Final = 80
_FEWEST: Final = 3


def contents(full: Sequence[Piece]) -> frozenset[int]:
    """Numbers of the lines of a table of contents among the lines of prose, which are not blank."""
    start = next((i for i, line in enumerate(full) if _TITLE.fullmatch(line.text.strip())), len(full)) + 1
    if start >= len(full):
        return frozenset()
    first = _plain(full[start].text)
    again = next((i for i in range(start + 1, len(full)) if _plain(full[i].text) == first), None)
    entries = full[start : start + _MOST]
    count = again - start if again is not None else _dotted(entries) or _numbered(entries)
    return frozenset(line.line for line in full[start : start + count])


def _plain(text: str) -> str:
    """An entry without dots and page number."""
    return fold(text.rstrip(_PAGE + _DOTS)) or fold(text)


def _is_dotted(text: str) -> bool:
    """Does an entry lead to a page number with dots? `……12.` may have the number of the next entry behind it."""
    core = text.rstrip(_PAGE)
    if core.endswith(("……", "···", "・・・")):
        return True
    return text.rstrip(_PAGE.replace(".", "").replace("．", "")).endswith(("...", "．．．"))


def _dotted(entries: Sequence[Piece]) -> int:
    """How many lines there are up to the last one that leads to its page with dots."""
    last = 0
    for number, line in enumerate(entries, 1):
        if _is_dotted(line.text):
            last = number
        elif number - last > _APART:
            break
    return last


def _numbered(entries: Sequence[Piece]) -> int:
    """How many lines are numbered titles, none of them a number of the first one's kind that has been before."""
    seen: set[str] = set()
    rank, count = 0, 0
    for line in entries:
        marker = marks.marker(line.text.strip())
        if marker is None or width(line.text) > _WIDEST or marks.is_ended(line.text.strip()):
            break
        rank = rank or marker.rank
        if marker.rank == rank and marker.number in seen:
            break
        seen.update([marker.number] if marker.rank == rank else ())
        count += 1
    return count if count >= _FEWEST else 0
