"""Conditional formats of a sheet: what they make of a cell that is shown otherwise than its own style has it.

A condition is decided where its formula can be worked out, or where it compares a cell with a number or a text; any other
may hold or not, and a cell that it would hide or write otherwise is then not surely read.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal

import msgspec

from hrss_tui.sources.formats.xlsx.formulas import Odd, Spot, Value, holds
from hrss_tui.sources.formats.xlsx.inks import is_same
from hrss_tui.sources.formats.xlsx.rich import STRUCK, is_on
from hrss_tui.sources.formats.xlsx.sheets import place_of
from hrss_tui.sources.formats.xlsx.shown import kept
from hrss_tui.sources.formats.xlsx.workbook import Change, Style, change_of, dressed
from hrss_tui.sources.formats.xml import Element
from hrss_tui.sources.text import UNREAD

Place = tuple[int, int]
_OPERATORS = {
    "lessThan": "<", "lessThanOrEqual": "<=", "equal": "=", "notEqual": "<>", "greaterThan": ">", "greaterThanOrEqual": ">=",
}  # fmt: skip
_FORMULAS = ("expression", "containsText", "notContainsText", "beginsWith", "endsWith")
"""Kinds of conditions that are told by a formula, of which the last are also told by a text."""
_TRUTHS = ("TRUE", "FALSE")
_BARS = ("dataBar", "iconSet")
_LAST = 1 << 20


class Held(msgspec.Struct, frozen=True):
    """What a cell holds, before any format: a number, a text, or an error; and its style."""

    style: Style
    number: Decimal | None = None
    text: str = ""
    is_error: bool = False


class Rule(msgspec.Struct, frozen=True):
    """A conditional format of some cells: what it changes (`covers`: a bar or a sign stands in place of a number)."""

    element: Element
    ranges: tuple[tuple[Place, Place], ...]
    change: Change
    priority: int
    covers: bool = False
    stops: bool = False


Spoken = dict[Place, list[Rule]]
"""The rules that speak of each cell, those first that come before others."""


def rules(formats: Iterable[Element], changes: Sequence[Change]) -> list[Rule]:
    """The rules of a sheet, those first that come before others."""
    found: list[Rule] = []
    for each in formats:
        said = each.attributes.get("sqref") or "".join(
            part.text for part in each.children if part.tag == "x:sqref"
        )
        ranges = tuple(_ranges(said))
        for rule in each.children if ranges else ():
            if rule.tag == "cfRule":
                found.append(_rule(rule, ranges, changes))
    return sorted(found, key=lambda rule: rule.priority)


def matters(found: Iterable[Rule], styles: Iterable[Style]) -> bool:
    """May any rule show a cell of one of the styles otherwise than that does?"""
    looks = {(style.ink, style.ground) for style in (*styles, Style())}
    for change in {rule.change for rule in found}:
        if change.code is not None or change.struck:
            return True
        for ink, ground in looks if change.ink or change.ground is not None else ():
            now = ground if change.ground is None else change.ground
            if is_same(change.ink or ink, now) != is_same(ink, ground):
                return True
    return False


def altered(held: Mapping[Place, Held], found: Spoken) -> Iterator[tuple[Place, Style | None]]:
    """The cells that rules show otherwise than their own style, with the style they give; None where that is not known."""
    for place, about in found.items():
        style, doubtful = _styled(place, held, about)
        if doubtful:
            yield place, None
        elif style != held[place].style:
            yield place, style


def spoken(places: Iterable[Place], found: Sequence[Rule], most: int) -> Spoken | None:
    """The rules that speak of each cell; None where they do so more than `most` times."""
    rows: dict[int, list[int]] = {}
    for row, column in sorted(places):
        rows.setdefault(row, []).append(column)
    ordered = sorted(rows)
    of_cells: Spoken = {}
    for rule in found:
        for (top, left), (bottom, right) in rule.ranges:
            most -= 1
            for row in ordered[bisect_left(ordered, top) : bisect_left(ordered, bottom + 1)]:
                columns = rows[row]
                inside = columns[bisect_left(columns, left) : bisect_left(columns, right + 1)]
                most -= len(inside) + 1
                if most < 0:
                    return None
                for column in inside:
                    of_cells.setdefault((row, column), []).append(rule)
    return of_cells


def _styled(place: Place, held: Mapping[Place, Held], about: Sequence[Rule]) -> tuple[Style, bool]:
    """The style of a cell under its rules, the first of which counts where two say something; is it in doubt?"""
    own = held[place].style
    code, ink, ground, struck = None, "", None, False
    for rule in about:
        holds = _holds(rule, place, held)
        if holds is False:
            continue
        change = rule.change
        now = (
            change.code if code is None else code,
            ink or change.ink,
            change.ground if ground is None else ground,
            struck or change.struck,
        )
        if holds is None:
            if _dressed(own, *now) != _dressed(own, code, ink, ground, struck):
                return own, True
            continue
        code, ink, ground, struck = now
        if rule.stops:
            break
    return _dressed(own, code, ink, ground, struck), False


def _dressed(own: Style, code: str | None, ink: str, ground: str | None, struck: bool) -> Style:
    """A style as a cell looks: the same one where nothing is seen or read otherwise."""
    made = dressed(
        own.code if code is None else code,
        STRUCK if struck else own.lost,
        ink or own.ink,
        own.ground if ground is None else ground,
    )
    return own if (made.code, made.unseen) == (own.code, own.unseen) else made


def _rule(rule: Element, ranges: tuple[tuple[Place, Place], ...], changes: Sequence[Change]) -> Rule:
    number = rule.attributes.get("dxfId", "")
    at = int(number) if number.isascii() and number.isdigit() and len(number) < 8 else len(changes)
    inside = rule.find("dxf")
    change = change_of(inside) if inside is not None else changes[at] if at < len(changes) else Change()
    order = rule.attributes.get("priority", "")
    bars = [child for child in rule.children if child.tag in _BARS]
    return Rule(
        rule,
        ranges,
        change,
        int(order) if order.isascii() and order.isdigit() and len(order) < 8 else _LAST,
        any(not is_on(bar.attributes.get("showValue", "1")) for bar in bars),
        is_on(rule.attributes.get("stopIfTrue")),
    )


def _holds(rule: Rule, place: Place, held: Mapping[Place, Held]) -> bool | None:
    """Does a condition hold for a cell? None where it is none of those that are known."""
    cell, element = held[place], rule.element
    said = [
        child.text.strip().removeprefix("=") for child in element.children if child.tag in ("formula", "x:f")
    ]
    kind = element.attributes.get("type", "")
    if kind == "cellIs":
        return _is(cell, element.attributes.get("operator", ""), said)
    if kind in _FORMULAS and len(said) == 1:
        return _expressed(said[0], rule, place, held)
    blank = cell.number is None and not cell.text.strip() and not cell.is_error
    return {
        "containsErrors": cell.is_error,
        "notContainsErrors": not cell.is_error,
        "containsBlanks": blank,
        "notContainsBlanks": not blank,
        **dict.fromkeys((*_BARS, "colorScale"), False),  # they change no style
    }.get(kind)


def _expressed(formula: str, rule: Rule, place: Place, held: Mapping[Place, Held]) -> bool | None:
    """Does a formula hold for a cell? It is written for the first cell of the ranges."""
    first = min(top for (top, _), _ in rule.ranges), min(left for (_, left), _ in rule.ranges)
    moved = place[0] - first[0], place[1] - first[1]
    return holds(formula, Spot(place, moved, lambda at: _value(held.get(at))))


def _value(cell: Held | None) -> Value:
    """What a formula takes a cell for; a truth, which is held as a text, and what the file does not hold are not known."""
    if cell is None:
        return Odd.BLANK
    if cell.is_error:
        return Odd.ERROR
    if cell.number is not None:
        return cell.number
    return Odd.UNKNOWN if cell.text in _TRUTHS or UNREAD in cell.text else cell.text


def _is(cell: Held, operator: str, said: Sequence[str]) -> bool | None:
    """Does a cell stand to one value or to two as an operator says?"""
    if operator in _OPERATORS and len(said) == 1:
        return _compared(cell, _OPERATORS[operator], said[0])
    if operator in ("between", "notBetween") and len(said) == 2:
        low, high = _compared(cell, ">=", said[0]), _compared(cell, "<=", said[1])
        inside = None if low is None or high is None else low and high
        return inside if operator == "between" or inside is None else not inside
    return None


def _compared(cell: Held, sign: str, said: str) -> bool | None:
    """Does a comparison with a number or a text that is written out hold? Any text comes behind all numbers."""
    if cell.is_error:
        return False
    word = said[1:-1].casefold() if len(said) > 1 and said[0] == said[-1] == '"' else None
    number = kept(said) if word is None else None
    if word is None and number is None:
        return None
    if word is not None and cell.number is None:
        order = (cell.text.casefold() > word) - (cell.text.casefold() < word)
        return order == 0 if sign == "=" else order != 0 if sign == "<>" else None if order else "=" in sign
    if word is not None:
        order = -1
    elif cell.number is None and cell.text:
        order = 1
    else:
        mine, other = cell.number or Decimal(0), number or Decimal(0)
        order = (mine > other) - (mine < other)
    return {"<": order < 0, "<=": order <= 0, ">": order > 0, ">=": order >= 0, "=": order == 0}.get(
        sign, order != 0
    )


def _ranges(said: str) -> Iterator[tuple[Place, Place]]:
    """The corners of ranges: B2:D9, B:B and 3:5 alike."""
    for part in said.replace("$", "").split():
        first, _, last = part.partition(":")
        top, bottom = _corner(first, 0), _corner(last or first, _LAST)
        if top is not None and bottom is not None:
            yield top, bottom


def _corner(said: str, open_end: int) -> Place | None:
    if (found := place_of(said)) is not None:
        return found
    if said.isascii() and said.isdigit() and len(said) < 8:
        return int(said) - 1, open_end
    column = place_of(f"{said}1")
    return (open_end, column[1]) if column is not None else None
