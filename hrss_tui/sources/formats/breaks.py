"""Line ends typed inside a paragraph (Shift+Enter, `<br>`): where the sentence runs on over one it is joined.

Who pastes a text into an editor leaves the line ends of its lines in it. A figure stood alone at the end of one line and
its unit at the beginning of the next, and neither was read. Most such line ends do part what stands on both sides, so
only those go over which a sentence surely runs on.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from hrss_tui.reference.units import multipliers, units
from hrss_tui.sources import marks

_RESTS = re.compile(r"[，。；、！？）)》”％,;!?]")
"""What no line begins with."""
_HAN = re.compile(r"[\u3400-\u9fff“《（(\d]")
_FIGURE_END = re.compile(r"[\u3400-\u9fff]\s{0,9}[+＋\-－−]?[\d０-９][\d０-９,，.．]{0,30}\s{0,9}$")
"""A figure behind a word."""
_CLAUSE = re.compile(r"[，、。；]|,(?!\d)")
"""What stands between the parts of a sentence, and in no title."""
_PARTS = "；;：:"
"""What parts the items of a list, or stands before them."""
_NEAR = 60
"""Characters on either side of a line end that are looked at."""


def without_soft_breaks(text: str) -> str:
    """The lines of a paragraph, those over which its sentence runs on as one."""
    if "\n" not in text:
        return text
    lines = text.split("\n")
    joined = [lines[0]]
    for above, below in pairwise(lines):
        if _runs_on(above.strip(), below.strip()):
            joined[-1] = joined[-1].rstrip() + below.lstrip()
        else:
            joined.append(below)
    return "\n".join(joined)


def _runs_on(above: str, below: str) -> bool:
    """Does a sentence surely run on from one line to the next?"""
    above, below = above[-_NEAR:], below[:_NEAR]
    if not above or not below or marks.is_ended(above) or _begins(below):
        return False
    if _RESTS.match(below):
        return True
    if _FIGURE_END.search(above):
        return bool(_unit().match(below))
    open_end = marks.is_open(above) and above[-1] not in _PARTS
    inside = _CLAUSE.search(above) is not None and not above[-1].isascii() and above[-1] not in _PARTS
    return (open_end or inside) and bool(_HAN.match(below))


def _begins(line: str) -> bool:
    """Does a line begin something of its own: an item, a label, a signature?"""
    return bool(
        marks.marker(line)
        or marks.bullet(line)
        or marks.stands_apart(line)
        or marks.is_label(line)
        or marks.is_note(line)
        or (marks.is_byline(line) and not marks.has_clause(line))
    )


@cache
def _unit() -> re.Pattern[str]:
    """A unit as it stands behind a figure: of several characters, or with the end of a clause behind it."""
    powers = f"[{''.join(multipliers())}]{{1,3}}"
    names = sorted(units(), key=len, reverse=True)
    known, long = ("|".join(map(re.escape, part)) for part in (names, [n for n in names if len(n) > 1]))
    return re.compile(rf"{powers}(?:{known})|{long}|(?:{powers}|{known})(?=[，。；、,;（(]|$)")
