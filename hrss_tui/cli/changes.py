"""`hrss-tui changes`: what really changed on last year, without money that only changed codes or hands."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from hrss_tui.cli.amounts import DEFAULT, UNITS, Money
from hrss_tui.cli.cells import pad, width
from hrss_tui.cli.context import Context
from hrss_tui.cli.naming import code_named
from hrss_tui.cli.output import Field, print_records, write_page
from hrss_tui.cli.parser import Parser, positive
from hrss_tui.cli.registry import WITH_PAGE
from hrss_tui.query.changed import Asked, changed
from hrss_tui.query.real_change import ABOUT, ChangeRow, RealChange, Step, rounding, steps
from hrss_tui.records import Document

if TYPE_CHECKING:
    from hrss_tui.export.shown.sheet import Picture

FORMATS = WITH_PAGE
_NAME = 36
_BAR = 36
"""Cells of the longest bar."""


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("pattern", key="changes.pattern", nargs="?", metavar="PATTERN")
    parser.add("--year", key="budget.year", metavar="Y", type=positive)
    parser.add("--doc", key="budget.doc", metavar="ID")
    parser.add("--department", key="budget.department", metavar="NAME")
    parser.add("--unit", key="budget.unit", choices=tuple(UNITS), default=DEFAULT, metavar="|".join(UNITS))


def run(options: Namespace, context: Context) -> int:
    """Print the steps from last year's sum to this year's, then the items, the largest own change first."""
    pattern = options.pattern or ""
    found = changed(context.pack, Asked(pattern, options.doc, options.department, options.year))
    rows, sections = found.rows, () if pattern else found.sections
    if context.format in ("json", "csv"):
        print_records(context, [*(() if pattern else found.steps()), *rows], ())
        return 0
    money = Money(options.unit, [amount for row in rows for amount in (row.amount, row.change, row.own)])
    whose = _whose(context, rows[0].doc_id)
    if context.format == "html":
        context.title = f"{whose}  {context.title}"
        pictures = [_picture(context, one, money, options.unit) for one in sections]
        write_page(context, _fields(context, rows, money, options.unit), rows, (), pictures=pictures)
        return 0
    drawn = [line for one in sections for line in _waterfall(context, one, money, options.unit)]
    above = [whose, *drawn]
    print_records(context, rows, _fields(context, rows, money, options.unit), above)
    return 0


def _whose(context: Context, doc_id: str) -> str:
    """The department and the two years of the changes, which are all of one budget."""
    found = next((row for row in context.pack.rows(Document) if row.doc_id == doc_id), None)
    if found is None:
        return doc_id
    years = f"{found.year - 1}→{found.year}" if found.year else ""
    return " ".join(filter(None, (found.department or found.title, years)))


def _fields(context: Context, rows: Sequence[ChangeRow], money: Money, unit: str) -> list[Field]:
    said = context.words
    in_unit = "\n" + said["head.in_unit"].format(unit=said[f"money.{unit}"])
    fields = [
        Field(said["head.code"], lambda row: "+".join(row.codes), least=8),
        Field(said["head.name"], lambda row: code_named(context, row.name), least=12, most=_NAME),
        Field(said["changes.own"] + in_unit, lambda row: _own(row, money), right=True),
    ]
    if any(row.moved for row in rows):
        fields.append(
            Field(
                said["changes.moved"] + in_unit,
                lambda row: money.text(row.moved or None, signed=True),
                right=True,
            )
        )
    if any(row.undecided for row in rows):
        fields.append(
            Field(
                said["changes.open"] + in_unit,
                lambda row: money.text(row.undecided or None, signed=True),
                right=True,
            )
        )
    return [
        *fields,
        Field(said["head.change"] + in_unit, lambda row: money.text(row.change, signed=True), right=True),
        Field(said["head.amount"] + in_unit, lambda row: money.text(row.amount), right=True),
        Field(said["head.note"], lambda row: _note(context, row), least=16, below=True),
        Field(
            said["head.place"],
            lambda row: f"{row.doc_id}:{','.join(map(str, row.lines))}",
            least=20,
            below=True,
        ),
    ]


def _own(row: ChangeRow, money: Money) -> str:
    """The own change, marked where what changed hands is not stated but follows from the sum."""
    text = money.text(row.own, signed=True)
    return f"{ABOUT}{text}" if row.derived and text else text


def _note(context: Context, row: ChangeRow) -> str:
    """Why it stands apart, or how it was put together."""
    said = context.words
    if row.why:
        return said[f"changes.why.{row.why}"]
    if row.derived:
        return said["changes.derived"]
    return said["changes.joined"] if len(row.codes) > 1 else ""


def _waterfall(context: Context, found: RealChange, money: Money, unit: str) -> Iterator[str]:
    said = context.words
    whole = ("、" if context.lang == "zh" else ", ").join(
        code_named(context, one.name) for one in found.wholes
    )
    yield f"{found.section.rpartition(' / ')[2]}  {whole}  {said[f'money.{unit}']}".rstrip()
    made = steps(found)
    names = [said[f"changes.step.{step.key}"].format(count=step.items) for step in made]
    wide = max(map(width, names))
    texts = [money.text(step.amount, signed=step.key not in ("last", "this")) for step in made]
    room = max(map(len, texts))
    for name, text, step in zip(names, texts, made, strict=True):
        yield f"  {pad(name, wide)}  {text.rjust(room)}  {_bar(step, made)}".rstrip()
    yield from (f"  {note}" for note in _rounding(context, found, money, unit))
    yield ""


def _rounding(context: Context, found: RealChange, money: Money, unit: str) -> tuple[str, ...]:
    """That the stated sum and the sum of the items differ by rounding, where they do."""
    off, said = rounding(found), context.words
    amount = money.text(off, signed=True)
    return (said["changes.sum"].format(amount=amount, unit=said[f"money.{unit}"]),) if off else ()


def _picture(context: Context, found: RealChange, money: Money, unit: str) -> Picture:
    """The same for a page, with the largest changes."""
    from hrss_tui.export.shown.change import change_picture

    said, whose = context.words, _whose(context, found.items[0].first.doc_id)
    wholes = " ".join(code_named(context, one.name) for one in found.wholes)
    parts = (whose, said["budget.waterfall"], wholes, said[f"money.{unit}"])
    return change_picture(
        found,
        " ".join(part for part in parts if part),
        f"{said['budget.largest_real']}  {said[f'money.{unit}']}",
        lambda step: said[f"changes.step.{step.key}"].format(count=step.items),
        lambda item: (
            f"{'+'.join(one.code or '' for one in item.changes)} {code_named(context, item.first.name)}"
        ),
        lambda amount, signed: money.text(amount, signed=signed),
        (*_rounding(context, found, money, unit), *_inferred(context, found)),
    )


def _inferred(context: Context, found: RealChange) -> tuple[str, ...]:
    """What the sign before an own change says, where one stands."""
    derived = any(item.derived for item in found.items)
    return (f"{ABOUT} {context.words['changes.derived']}",) if derived else ()


def _bar(step: Step, made: Sequence[Step]) -> str:
    """From where to where the step goes, on one scale."""
    most = max(max(abs(one.start), abs(one.end)) for one in made) or 1
    low, high = sorted((step.start, step.end))
    first, last = round(max(low, 0) * _BAR / most), round(max(high, 0) * _BAR / most)
    sign = "#" if step.key in ("last", "this") else "+" if step.amount > 0 else "-"
    return " " * first + sign * max(1, last - first)
