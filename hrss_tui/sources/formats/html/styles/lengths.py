"""Lengths and sizes as style sheets write them, in pixels."""

from __future__ import annotations

from hrss_tui import lazy_re as re

_LENGTH = re.compile(r"([+-]?(?:\d{1,12}(?:\.\d{0,12})?|\.\d{1,12}))([a-z]{1,5}|%)?")
_UNITS = {
    "": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 37.8, "mm": 3.78, "rem": 16.0, "vw": 14.4, "vh": 9.0,
    "rpx": 0.5,
}  # fmt: skip
_WORDS = {
    "xx-small": 9.0, "x-small": 10.0, "small": 13.0, "medium": 16.0, "large": 18.0, "x-large": 24.0, "xx-large": 32.0,
    "xxx-large": 48.0,
}  # fmt: skip
_RELATIVE = {"smaller": 0.83, "larger": 1.2, "inherit": 1.0, "unset": 1.0}
_OF_SCREEN = ("rem", "vw", "vh", "vmin", "rpx")
"""Units that depend on the screen, or on a size that a script sets by it."""
_READABLE = 6.0
USUAL = 16.0
"""The size of text that nothing is said of."""


def pixels(value: str, size: float, whole: float | None = None) -> float | None:
    """A length beside text of a size; a percentage is one of the `whole`, None where that is not known."""
    match = _LENGTH.fullmatch(value)
    if match is None:
        return None
    number, unit = float(match[1]), match[2] or ""
    if number == 0:
        return 0.0
    if unit == "%":
        return None if whole is None else number * whole / 100
    if unit in ("em", "ex", "ch"):
        return number * size * (1.0 if unit == "em" else 0.5)
    return number * _UNITS[unit] if unit in _UNITS else None


def percentage(value: str) -> float | None:
    """A number of percent; None for all else."""
    match = _LENGTH.fullmatch(value)
    return float(match[1]) if match and match[2] == "%" else None


def size(value: str, around: float) -> float:
    """The size of a text inside one of another size; that of the other where it is not known."""
    if value in _RELATIVE:
        return round(around * _RELATIVE[value], 2)
    known = _WORDS.get(value, USUAL if value == "initial" else None)
    found = pixels(value, around, around) if known is None else known
    if found and value.endswith(_OF_SCREEN):
        found = max(found, _READABLE)
    return around if found is None else round(found, 2)
