"""How a stated figure is written for people: the sign of its operator, the number, its unit in the reader's language.

The digits stay as they are printed (`47.74万人` is `47.74 10k persons`), so that they are found in the document; a
unit is English as a whole or stays as printed. Data that leave the program keep what the document prints.
"""

from __future__ import annotations

from hrss_tui import lazy_re as re

TYPE_CHECKING = False
if TYPE_CHECKING:
    # Not imported at run time: a search begins here.
    from typing import Final

SIGNS: Final = {"=": "", ">=": "≥", "<=": "≤", ">": ">", "<": "<", "~": "~", "text": ""}
"""Operator of a record → the sign before its number."""

_PRINTED: Final = re.compile(r"([<>=≤≥~]{0,2})\s*+([+−-]?\d[\d,.]*+)\s*+(\D[^\d]{0,15})", re.ASCII)

_BOUND: Final = re.compile(r"([<>=≤≥]++)\s*+([\d.,]++)\s*+(.*)")
"""A cell that prints a bound with its figure."""


def quantity(number: str, unit: str | None, lang: str, operator: str = "=") -> str:
    """A number with its unit and the sign of its operator."""
    sign, named = SIGNS.get(operator, operator), unit_in(unit or "", lang, number)
    return sign + united(number, named)


def bounded(printed: str, operator: str = "=") -> str:
    """A value as printed with the sign of its operator: ≤3.5; what is no number (不涉及) has no bound."""
    return SIGNS[operator] + printed if printed[:1].isdigit() else printed


def united(number: str, unit: str) -> str:
    """A number with what its unit is called: 9.12万人, 42%, 9.12 10k persons."""
    return f"{number} {unit}" if unit[:1].isascii() and unit[:1].isalnum() else f"{number}{unit}"


def figure_of(printed: str, unit: str | None, operator: str) -> tuple[str, str]:
    """A printed figure with the sign of its operator, and its unit; some cells of tables print all three in one."""
    if operator == "text":
        return printed, ""
    found = _BOUND.fullmatch(printed)
    if found is None:
        return f"{SIGNS.get(operator, operator)}{printed}", unit or ""
    sign, number, own = found.groups()
    return f"{SIGNS.get(sign, sign)}{number}", own or unit or ""


def unit_in(unit: str, lang: str, number: str = "") -> str:
    """What a unit is called, behind a number where one is given."""
    if lang != "en" or not unit:
        return unit
    from hrss_tui.reference.english import english_unit

    return english_unit(unit, number)


def printed_in(text: str, lang: str) -> str:
    """A cell that prints a number with its unit, as `quantity` writes it; any other as it is."""
    found = _PRINTED.fullmatch(text.strip()) if lang == "en" else None
    if found is None:
        return text
    sign, number, unit = found.groups()
    return quantity(number, unit.strip(), lang, sign or "=")
