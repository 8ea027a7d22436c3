"""Texts that count in whole 万元: their amounts were rounded to it, where others drop the zeros of two decimals."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.money import narrow
from hrss_tui.compile.checks.basics.book import DECIMALS
from hrss_tui.records import Block

_AMOUNT = re.compile(r"(?<![\d,.])\d[\d,]*(?P<decimals>\.\d+)?\s?万元", re.ASCII)
_TEXT = ("paragraph", "list_item", "note")
_PATH = " / "
_ENOUGH = 5
"""Different amounts in whole 万元, and none with a decimal, that are no accident: two decimals end in .00 once in a hundred."""


class Rounding(msgspec.Struct, frozen=True):
    """What the text below each heading (and below "", all of it) tells in 万元: some whole amounts, and is one not whole?"""

    whole: dict[str, set[str]]
    broken: set[str]

    def decimals(self, section: str) -> int:
        """Decimals to which amounts in 万元 of a section were rounded, as the nearest heading with several of them tells."""
        for path in reversed(_paths(section)):
            if path in self.broken:
                return DECIMALS
            if len(self.whole.get(path, ())) >= _ENOUGH:
                return 0
        return DECIMALS


def rounding(blocks: Iterable[Block]) -> Rounding:
    """How the text of a document rounds its amounts in 万元."""
    found = Rounding({}, set())
    for block in blocks:
        if block.kind not in _TEXT or "万元" not in block.text:
            continue
        paths = _paths(block.section)
        for told in _AMOUNT.finditer(narrow(block.text)):
            if told["decimals"]:
                found.broken.update(paths)
                break
            amount = told.group().lstrip("0")
            for path in paths if amount[:1].isdigit() else ():
                below = found.whole.setdefault(path, set())
                if len(below) < _ENOUGH:
                    below.add(amount)
    return found


def _paths(section: str) -> list[str]:
    """All of the document, then every heading down to the section itself."""
    parts = section.split(_PATH)
    return ["", *(_PATH.join(parts[: depth + 1]) for depth in range(len(parts)) if parts[depth])]
