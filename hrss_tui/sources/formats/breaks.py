"""Line ends typed inside a paragraph (Shift+Enter, `<br>`): where the sentence runs on over one it is joined.

Who pastes a text into an editor leaves the line ends of its lines in it. A figure stood alone at the end of one line and
its unit at the beginning of the next, and neither was read. Most such line ends do part what stands on both sides, so
only those go over which a sentence surely runs on.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from hrss_tui import lazy_re as re
from hrss_tui.reference.units import multipliers, units
from hrss_tui.sources import marks
from hrss_tui.sources.text import width

_RESTS = re.compile(r"[，。；、！？）)》”％,;!?]")
"""What no line begins with."""
_HAN = re.compile(r"[\u3400-\u9fff“《（(\d]")
_FIGURE_END = re.compile(r"[\u3400-\u9fff]\s{0,9}[+＋\-－−]?[\d０-９][\d０-９,，.．]{0,30}\s{0,9}$")
"""A figure behind a word."""
_CLAUSE = re.compile(r"[，、。；]|,(?!\d)")
"""What stands between the parts of a sentence, and in no title."""
_PARTED = re.compile(r"[，；。]|,(?!\d)")
_SECTION = 3
"""The lowest rank of headings: （一）. What is numbered below it is as often a sentence."""
_FIGURE = re.compile(r"[\d０-９](?!(?<=[12])(?:9|0)\d{2}\s?年)")
"""A figure, which begins no statement; a year may."""
_INDENT = re.compile(r"\u3000{2}|[ \u00a0\u3000]{4}")
"""What a paragraph begins with, and no line that goes on."""
_PARTS = "；;：:"
"""What parts the items of a list, or stands before them."""
_RAGGED = 4
"""Columns by which lines that somebody wrapped differ: a mark or a figure goes to the next line whole."""
_NEAR = 60
"""Characters on either side of a line end that are looked at."""


def without_soft_breaks(text: str) -> str:
    """The lines of a paragraph, those over which its sentence runs on as one."""
    if "\n" not in text:
        return text
    lines = text.split("\n")
    joined = [lines[0]]
    wrapped = _wrapped(lines)
    for at, (above, below) in enumerate(pairwise(lines)):
        if _runs_on(above.strip(), below.rstrip(), wrapped[at]):
            joined[-1] = joined[-1].rstrip() + below.lstrip()
        else:
            joined.append(below)
    return "\n".join(joined)


def _wrapped(lines: Sequence[str]) -> list[bool]:
    """Of every line whether somebody wrapped the sentence that it is of: it has a stop, and all lines before its last are full.

    Statements that are listed one in a line have no stops, or lines of any length.
    """
    found: list[bool] = []
    for at, line in enumerate(lines):
        if marks.is_ended(line.strip()) or at == len(lines) - 1:
            widths = [width(each.strip()) for each in lines[len(found) : at]]
            full = bool(widths) and min(widths) >= max(*widths, width(line.strip())) - _RAGGED
            found += [full and marks.is_ended(line.strip())] * (at + 1 - len(found))
    return found


def _runs_on(above: str, below: str, wrapped: bool) -> bool:
    """Does a sentence surely run on from one line to the next? `wrapped`: as far as the other lines of the paragraph show."""
    indented = _INDENT.match(below) is not None
    titled, above, below = _is_numbered_title(above), above[-_NEAR:], below.lstrip()[:_NEAR]
    if not above or not below or marks.is_ended(above) or _begins(below):
        return False
    if _RESTS.match(below):
        return True
    if _FIGURE_END.search(above):
        return bool(_unit().match(below))
    if above[-1] in _PARTS or not _HAN.match(below):
        return False
    if indented or titled or marks.is_open(above):
        return marks.is_open(above)
    inside = _CLAUSE.search(above) is not None and not above[-1].isascii() and not _complete().search(above)
    return inside and (wrapped or _FIGURE.match(below) is not None)


def _is_numbered_title(line: str) -> bool:
    """Is a line no more than the number of a section and a name, which may list some?"""
    marker = marks.marker(line)
    return marker is not None and marker.rank <= _SECTION and not _PARTED.search(line[marker.length :])


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
    known, long = re.any_word(units()), re.any_word(name for name in units() if len(name) > 1)
    return re.compile(rf"{powers}(?:{known})|{long}|(?:{powers}|{known})(?=[，。；、,;（(]|$)")


@cache
def _complete() -> re.Pattern[str]:
    """A figure with its unit at the end of a line: the statement may well end there."""
    powers = f"[{''.join(multipliers())}]{{0,3}}"
    known = re.any_word(units())
    return re.compile(rf"[\d０-９]\s{{0,3}}{powers}(?:{known})?[）)]?$")
