"""Every sign the explorer draws beside text, in one table; the second set holds ASCII only.

The first set contains characters whose width terminals disagree about (ambiguous in Unicode); `--ascii`
avoids them, also in document text, where `plain` replaces them by what they stand for.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple


class Glyphs(NamedTuple):
    """One set of signs; every one is a single cell but `ellipsis`, `arrow` and the check marks in ASCII."""

    cursor: str
    open: str
    closed: str
    leaf: str
    bar: str
    halves: str
    empty: str
    ellipsis: str
    crumb: str
    back: str
    rule: str
    vertical: str
    up: str
    down: str
    marked: str
    unmarked: str
    good: str
    bad: str
    about: str
    unknown: str
    bullet: str
    moved: str
    differs: str
    shades: str
    levels: str
    replace: tuple[tuple[str, str], ...]

    def plain(self, text: str) -> str:
        """Document text with the signs replaced that this set avoids."""
        for sign, instead in self.replace:
            text = text.replace(sign, instead)
        return text


UNICODE = Glyphs(
    cursor="▌", open="▾", closed="▸", leaf="·", bar="█", halves="▏▎▍▌▋▊▉", empty="·", ellipsis="…", crumb="›", back="‹",
    rule="─", vertical="│", up="▲", down="▼", marked="●", unmarked="○", good="✓", bad="✗", about="≈",
    unknown="?", bullet="•", moved="⇄", differs="≠", shades=" ░▒▓█",
    levels="▁▂▃▄▅▆▇█", replace=(),
)  # fmt: skip

_REPLACE = (
    ("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'"), ("—", "-"), ("–", "-"), ("…", "..."), ("·", "."),
    ("×", "x"), ("÷", "/"), ("→", "->"), ("←", "<-"), ("↑", "^"), ("↓", "v"), ("−", "-"), ("≥", ">="), ("≤", "<="), ("≈", "~"), ("≠", "!="), ("±", "+-"),
    ("■", "#"), ("●", "*"), ("○", "o"), ("─", "-"), ("│", "|"), ("‹", "<"), ("›", ">"),
    ("┌", "+"), ("┬", "+"), ("┐", "+"), ("├", "+"), ("┼", "+"), ("┤", "+"), ("└", "+"), ("┴", "+"), ("┘", "+"), ("℃", "C"), ("°", "deg"), ("①", "(1)"),
    ("②", "(2)"), ("③", "(3)"), ("④", "(4)"), ("⑤", "(5)"), ("⑥", "(6)"), ("⑦", "(7)"), ("⑧", "(8)"),
    ("⑨", "(9)"), ("⑩", "(10)"), ("⑴", "(1)"), ("⑵", "(2)"), ("⑶", "(3)"), ("⑷", "(4)"), ("⑸", "(5)"),
    ("⑹", "(6)"), ("ü", "u"), ("Ü", "U"),
)  # fmt: skip

ASCII = Glyphs(
    cursor=">", open="-", closed="+", leaf=" ", bar="#", halves="", empty=".", ellipsis="..", crumb=">", back="<",
    rule="-", vertical="|", up="^", down="v", marked="*", unmarked=" ", good="ok", bad="!!", about="~",
    unknown="?", bullet="*", moved="<>", differs="!=", shades=" .:+#",
    levels="12345678", replace=_REPLACE,
)  # fmt: skip


def glyphs(ascii_only: bool) -> Glyphs:
    """The set to draw with."""
    return ASCII if ascii_only else UNICODE


def curve(levels: Sequence[int | None], signs: Glyphs) -> str:
    """A cell per value: how high it lies among `len(signs.levels)`; a sign of its own for one that is not known."""
    return "".join(signs.empty if level is None else signs.levels[level] for level in levels)


def bar(share: float, width: int, signs: Glyphs) -> str:
    """A horizontal bar of `width` cells; anything above nothing shows, and nothing exceeds the width."""
    if width <= 0 or not share > 0:
        return " " * max(width, 0)
    steps = len(signs.halves) + 1
    filled = min(max(round(share * width * steps), 1), width * steps)
    whole, part = divmod(filled, steps)
    drawn = signs.bar * whole + (signs.halves[part - 1] if part else "")
    return drawn + " " * (width - len(drawn))
