"""A target (指标值) read: operator, figure, unit, or a text where it has no figure."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.broken import broken
from hrss_tui.compile.basics.money import narrow
from hrss_tui.compile.performance.cells import repaired, signs
from hrss_tui.reference.performance import performance_words
from hrss_tui.reference.units import figure_words, split_unit, units

TEXT = "text"
_NUMBER = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?", re.ASCII)
_STRETCH = re.compile(r"\d[\d.,]*(?<=\d)", re.ASCII)
_DIGIT = re.compile(r"\d", re.ASCII)
_UNIT = re.compile(r"[^\d]*(?:/\d+[^\d/]+)*")
_YEAR = re.compile(r"(?:19|20)\d\d年")
_ODD = re.compile(r"[^\s\d()/\u3400-\u9fff]{1,3}|锟")
_ERROR = re.compile(r"#(?:[A-Z]{1,10}(?:/[A-Z\d])?[!?]?|#{1,8})", re.ASCII)
"""What a spreadsheet shows where a formula gives nothing, or a column is too narrow: #NAME?, #DIV/0!, ###."""
_BRACKET_UNIT = re.compile(r"\(([^()]+)\)$")

Restore = Callable[[str, str], tuple[Decimal, str] | None]
"""Given damaged digits and their unit: the figure the document states elsewhere, and where; None without evidence."""


class Target(msgspec.Struct, frozen=True):
    """operator, value (digits without separators, or the text), unit; `reasons` say what was repaired.

    `damaged` is true where a figure is printed that cannot be read and nothing in the document restores.
    """

    operator: str
    value: str
    unit: str | None
    reasons: tuple[str, ...] = ()
    damaged: bool = False

    @property
    def reading(self) -> str:
        """The target in one text."""
        return (self.operator if self.operator != TEXT else "") + self.value + (self.unit or "")


def read_target(printed: str, sign: str, unit: str, indicator: str, restore: Restore) -> Target:
    """Read a target cell, with the cells of a sign or unit column ("" where there is none).

    A figure without any unit takes the one its indicator prints in brackets; without an operator it is "=". The name
    of the indicator, or its end, may stand before it again: 居民参与率不低于90%.
    """
    text, reasons = repaired(printed)
    operator, rest = _operator(_unnamed(narrow(text), narrow(indicator)))
    operator = operator or _operator(narrow(sign))[0]
    stretch = _STRETCH.match(rest)
    if any(end > (stretch.end() if stretch else 0) for _, end in broken(rest)):
        return Target(TEXT, _as_text(text), None, reasons, damaged=True)
    if _ERROR.fullmatch(text.strip()):
        return Target(TEXT, _as_text(text), None, reasons, damaged=True)
    if stretch is None or narrow(sign) in performance_words().qualitative or _YEAR.fullmatch(rest):
        return Target(TEXT, _as_text(text), None, reasons)
    tail, after = _bound_after(re.sub(r"\s+", "", rest[stretch.end() :]))
    if not _UNIT.fullmatch(tail):
        return Target(TEXT, _as_text(text), None, reasons)
    if _is_lost(tail):
        return Target(TEXT, _as_text(text), None, reasons, damaged=True)
    own_unit = _bare(tail) or re.sub(r"\s+", "", narrow(unit)) or unit_in_brackets(indicator)
    found = Target(operator or after or "=", stretch.group(), own_unit, reasons)
    return _with_figure(found, text, restore)


def _is_lost(unit: str) -> bool:
    """Does a sign or letter that was a digit stand before a unit that is known without it: 70l 人?"""
    odd = _ODD.match(unit)
    if odd is None or unit in units():
        return False
    return any(split_unit(unit[at:])[1] in units() for at in range(1, odd.end() + 1))


def _unnamed(text: str, indicator: str) -> str:
    """A text behind the name that its indicator has or ends with."""
    begins = [match.start() for match in (_DIGIT.search(text), signs().search(text)) if match]
    lead = text[: min(begins, default=0)]
    return text[len(lead) :] if len(lead) > 1 and indicator.endswith(lead) else text


def _bare(unit: str) -> str:
    """A unit without the brackets around it: 300.00(场)."""
    return unit[1:-1] if unit[:1] == "(" and unit[-1:] == ")" else unit


def _with_figure(found: Target, text: str, restore: Restore) -> Target:
    if _NUMBER.fullmatch(found.value):
        return msgspec.structs.replace(found, value=found.value.replace(",", ""))
    restored = restore(found.value, found.unit or "")
    if restored is None:
        return Target(TEXT, _as_text(text), None, found.reasons, damaged=True)
    value, evidence = restored
    return msgspec.structs.replace(found, value=f"{value:f}", reasons=(*found.reasons, evidence))


def _operator(text: str) -> tuple[str | None, str]:
    """The operator in front of a text, and the rest."""
    match = signs().match(text)
    return (_before()[match.group()], text[match.end() :].lstrip()) if match else (None, text)


@cache
def _before() -> dict[str, str]:
    return {entry.word: entry.operator for entry in figure_words().operators if "before" in entry.places}


def _bound_after(tail: str) -> tuple[str, str | None]:
    """A unit without a bound behind it (95%以上), and that bound."""
    bounds = [entry for entry in figure_words().operators if "after" in entry.places]
    for entry in sorted(bounds, key=lambda entry: -len(entry.word)):
        if tail.endswith(entry.word) and tail not in units():
            return tail.removesuffix(entry.word), entry.operator
    return tail, None


def unit_in_brackets(indicator: str) -> str | None:
    """The unit an indicator's name ends with in brackets: 软件维护数量(项) → 项."""
    match = _BRACKET_UNIT.search(re.sub(r"\s+", "", narrow(indicator)))
    return match.group(1) if match and split_unit(match.group(1))[1] in units() else None


def _as_text(text: str) -> str:
    """A qualitative target: a plain "=" in front says nothing."""
    return text.removeprefix("=").removeprefix("＝").strip()
