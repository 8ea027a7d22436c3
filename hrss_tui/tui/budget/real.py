"""What really changed on last year, as rows of a table and as a waterfall of lines."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec.structs import replace

from hrss_tui.query.real_change import (
    ABOUT,
    Item,
    RealChange,
    Step,
    ranked,
    real_changes,
    rounding,
    steps,
)
from hrss_tui.query.views import format_view, view
from hrss_tui.records import BudgetChange
from hrss_tui.tui.cards.change import change_lines
from hrss_tui.tui.desk.apart import called
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.keeping import kept
from hrss_tui.tui.paint.lines import Line, Seg, line, spaced
from hrss_tui.tui.paint.text import cells, pad
from hrss_tui.tui.widgets.columns import Cell, Column, Row
from hrss_tui.tui.widgets.sums import Adds

REAL = "real"
_LONGEST = 40
"""Cells of the longest bar."""
if TYPE_CHECKING:
    from hrss_tui.export.shown.sheet import Picture
    from hrss_tui.tui.desk.data import Data

_WIDE = 100
"""Cells from which all columns stand beside whole names."""
_STYLES = {"last": "dim", "this": "bar", "grew": "warn", "shrank": "good"}


def found_in(desk: Desk, doc_id: str) -> tuple[RealChange, ...]:
    """The items of a document, section by section."""
    return _found(desk.data.of(doc_id))


@kept
def _found(own: Data) -> tuple[RealChange, ...]:
    return tuple(real_changes(own.pack))


def has_items(changes: Sequence[BudgetChange]) -> bool:
    """Whether a document states changes of items."""
    return any(one.code and one.amount is not None for one in changes)


def real_rows(desk: Desk, doc_id: str, width: int) -> tuple[tuple[Column, ...], list[Row]]:
    """Every item, the largest own change first; what changed hands or cannot be told apart has columns of its own.

    In fewer cells than `_WIDE` the stated change leaves the screen before names are cut to nothing.
    """
    say, unit, wide = desk.say, desk.unit_name, width >= _WIDE
    signed = Adds(said=desk.change_of)
    columns = (
        Column(say("col.name"), grow=wide, most=50 if wide else max(16, width - 55)),
        Column(say("col.code"), width=8),
        Column("", most=3),
        Column(say("col.own"), right=True, unit=unit, adds=signed),
        Column(say("col.hands"), right=True, unit=unit, adds=signed),
        Column(say("col.open"), right=True, unit=unit, adds=signed),
        Column(say("col.change"), right=True, unit=unit, adds=signed),
        Column(say("col.amount"), right=True, unit=unit, adds=Adds(said=desk.money_of)),
    )
    items = list(ranked(found_in(desk, doc_id)))
    names = called([item.first for item in items], desk.named)
    return columns, [_row(desk, doc_id, item, name) for item, name in zip(items, names, strict=True)]


def _row(desk: Desk, doc_id: str, item: Item, name: str) -> Row:
    first = item.first
    more = _more(item)
    open_ = item.left if item.open else None
    entries = (
        Cell(name),
        Cell(first.code or ""),
        Cell(more, len(item.changes), "warn"),
        _own(desk, item),
        _amount(desk, item.moved or None, "dim"),
        _amount(desk, open_, "dim"),
        _amount(desk, item.change, ""),
        Cell(desk.money(item.amount), item.amount),
    )
    other = "" if doc_id == desk.data.newest_filing else doc_id
    target = format_view(view("budget", first.code or "", doc=other))
    own = desk.say("col.own")
    said = f"{own} {_own(desk, item).text}" if item.own is not None else desk.say(f"changes.why.{item.open}")
    value = f"{first.code or ''} {name} {more} {said} {desk.unit_name}"
    value = " ".join(value.split())
    return Row(entries, first.change_id, target, f"{first.doc_id}:{first.line_start}", value, first.change_id)


def _own(desk: Desk, item: Item) -> Cell:
    """The own change, marked where what changed hands is not stated but follows from the sum."""
    cell = _amount(desk, item.own, "good" if (item.own or 0) < 0 else "warn")
    return replace(cell, text=f"{desk.signs.about}{cell.text}") if item.derived and cell.text else cell


def _amount(desk: Desk, amount: int | None, style: str) -> Cell:
    return Cell(desk.change(amount), amount, style if amount else "dim")


def real_lines(desk: Desk, doc_id: str, key: str, width: int) -> list[Line]:
    """The item of a key with the statements it is made of, then the waterfall of its section."""
    for section in found_in(desk, doc_id):
        for item in section.items:
            if item.first.change_id == key:
                return spaced([*_item(desk, item, section), waterfall(desk, section, width)])
    return [line(Seg(desk.say("budget.none_real"), "dim"))]


def _item(desk: Desk, item: Item, section: RealChange) -> list[list[Line]]:
    """How an item's change was put together, then each statement with its reason."""
    notes = []
    if item.open:
        notes.append(
            line(Seg(f"{desk.signs.unknown} {desk.say(f'changes.why.{item.open}')}", "warn"), indent=2)
        )
    if item.derived:
        derived = f"{desk.signs.about} {desk.say('changes.derived')}  {desk.change(section.stated)}"
        notes += [
            line(
                Seg(derived, "warn"),
                source=f"{whole.doc_id}:{whole.line_start}",
                record=whole.change_id,
                indent=2,
            )
            for whole in [one for one in section.wholes if one.reason][:1]
        ]
    if len(item.changes) > 1:
        notes.append(line(Seg(f"{desk.signs.moved} {desk.say('changes.joined')}", "warn"), indent=2))
    return [notes, *(change_lines(desk, one, named=True) for one in item.changes)]


def waterfall(desk: Desk, found: RealChange, width: int) -> list[Line]:
    """The steps from last year's sum to this year's, each with a bar from where to where it goes."""
    made = steps(found)
    names = [desk.say(f"changes.step.{step.key}", count=step.items) for step in made]
    texts = [desk.money(step.amount) if _is_level(step) else desk.change(step.amount) for step in made]
    wide, room = max(map(cells, names)), max(map(len, texts))
    longest = max(8, min(_LONGEST, width - wide - room - 6))
    title = "  ".join([desk.say("budget.waterfall"), *(desk.named(one.name) for one in found.wholes)])
    at = (*found.wholes, found.items[0].first)[0]
    source = f"{at.doc_id}:{at.line_start}"
    lines = [line(Seg(title, "head"), Seg(f"  {desk.unit_name}", "dim"), source=source, record=at.change_id)]
    for name, text, step in zip(names, texts, made, strict=True):
        before, drawn = _bar(desk, step, made, longest)
        style = _STYLES.get(step.key, "dim")
        parts = (f"{pad(name, wide)}  ", Seg(text.rjust(room), "strong"), f" {before}", Seg(drawn, style))
        lines.append(line(*parts, value=f"{name} {text}{desk.unit_after}"))
    return [*lines, *(line(Seg(said, "dim")) for said in _rounding(desk, found))]


def _rounding(desk: Desk, found: RealChange) -> tuple[str, ...]:
    """That the stated sum and the sum of the items differ by rounding, where they do."""
    off = rounding(found)
    return (desk.say("changes.sum", amount=desk.change(off), unit=desk.unit_name),) if off else ()


def pictures(desk: Desk, doc_id: str) -> list[Picture]:
    """The waterfalls with the largest changes, for a page that others look at."""
    return [_picture(desk, doc_id, found) for found in found_in(desk, doc_id)]


def _picture(desk: Desk, doc_id: str, found: RealChange) -> Picture:
    from hrss_tui.export.shown.change import change_picture

    first = found.items[0].first
    years = f"{first.year - 1}→{first.year}" if first.year else ""
    wholes = " ".join(desk.named(one.name) for one in found.wholes)
    department = desk.data.documents[doc_id].department or ""
    parts = (department, years, desk.say("budget.waterfall"), wholes, desk.unit_name)
    items = [item.first for section in found_in(desk, doc_id) for item in section.items]
    names = dict(zip((one.change_id for one in items), called(items, desk.named), strict=True))
    return change_picture(
        found,
        " ".join(part for part in parts if part),
        f"{desk.say('budget.largest_real')}  {desk.unit_name}",
        lambda step: desk.say(f"changes.step.{step.key}", count=step.items),
        lambda item: f"{names[item.first.change_id]} {_more(item)}".strip(),
        lambda amount, signed: desk.change(amount) if signed else desk.money(amount),
        (*_rounding(desk, found), *_inferred(desk, found)),
    )


def _inferred(desk: Desk, found: RealChange) -> tuple[str, ...]:
    """What the sign before an own change says, where one stands."""
    return (f"{ABOUT} {desk.say('changes.derived')}",) if any(item.derived for item in found.items) else ()


def _more(item: Item) -> str:
    """How many further codes an item puts together with the one it is called by."""
    return f"+{len(item.changes) - 1}" if len(item.changes) > 1 else ""


def _is_level(step: Step) -> bool:
    return step.key in ("last", "this")


def _bar(desk: Desk, step: Step, made: Sequence[Step], longest: int) -> tuple[str, str]:
    """The space before a bar and the bar, on one scale with the others."""
    most = max(max(abs(one.start), abs(one.end)) for one in made) or 1
    low, high = sorted((step.start, step.end))
    first, last = round(max(low, 0) * longest / most), round(max(high, 0) * longest / most)
    return " " * first, desk.signs.bar * max(1, last - first)
