"""`hrss-tui prefecture`: one prefecture on a page: its targets with their ranks, every amount assigned to it, what is left."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator, Sequence

from hrss_tui.cli.amounts import DEFAULT, UNITS, Money, percent
from hrss_tui.cli.context import Context
from hrss_tui.cli.naming import metric_named, unit_named
from hrss_tui.cli.output import Field, print_records, table_lines
from hrss_tui.cli.parser import Parser
from hrss_tui.cli.registry import WITH_PAGE
from hrss_tui.query.assigned import Pot, Share
from hrss_tui.query.check_words import english_names
from hrss_tui.query.compare import share_told, whole_told
from hrss_tui.query.prefecture import OnePrefecture, PrefectureRow, Standing, as_rows, one_prefecture
from hrss_tui.query.quantities import bounded
from hrss_tui.words import phrase

FORMATS = WITH_PAGE

_NAME = 44


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("name", key="prefecture.name", metavar="NAME")
    parser.add("--unit", key="budget.unit", choices=tuple(UNITS), default=DEFAULT, metavar="|".join(UNITS))


def run(options: Namespace, context: Context) -> int:
    """Print the page; as data one row per value, share, sum and part."""
    one = one_prefecture(context.pack, options.name)
    if context.format == "table":
        context.write(_page(context, one, options.unit))
    else:
        rows = as_rows(one)
        print_records(context, rows, _fields(context, rows, options.unit))
    if lacking := sum(standing.row.lacks_whole for standing in one.standings):
        whole = context.words[whole_told([one.place.code])]
        context.note(phrase("compared.no_whole", count=lacking, whole=whole))
    if one.otherwise:
        context.note(phrase("compared.otherwise", count=one.otherwise))
    return 0


def _fields(context: Context, rows: Sequence[PrefectureRow], unit: str) -> list[Field]:
    """The columns of one table with everything, for a page and for Markdown."""
    said = context.words
    names = english_names(context.pack) if context.lang == "en" else {}
    money = Money(unit, [row.amount for row in rows])
    return [
        Field(said["head.kind"], lambda row: _kind(context, row.kind)),
        Field(said["head.name"], lambda row: names.get(row.name, row.name)),
        Field(said["head.project"], lambda row: row.project or ""),
        Field(said["head.year"], lambda row: str(row.year or "")),
        Field(said["head.value"], lambda row: _value(row, money), right=True),
        Field(
            said["head.unit"],
            lambda row: unit_named(context, row.unit or "") if row.amount is None else said[f"money.{unit}"],
        ),
        Field(said["head.share"], lambda row: percent(row.share), right=True),
        Field(said["head.rank"], lambda row: f"{row.rank}/{row.of}" if row.rank else "", right=True),
        Field(said["head.place"], lambda row: f"{row.doc_id}:{row.line_start}"),
    ]


def _value(row: PrefectureRow, money: Money) -> str:
    return bounded(row.value, row.operator) if row.value else money.text(row.amount)


def _kind(context: Context, kind: str) -> str:
    """What a row is: a target or an outcome, else which part of which money."""
    return context.words.get(f"prefecture.row.{kind}") or context.words.get(f"kind.{kind}", kind)


def _page(context: Context, one: OnePrefecture, unit: str) -> Iterator[str]:
    said = context.words
    name = one.place.name_en if context.lang == "en" else one.place.name
    yield f"{one.place.code} {name}"
    if one.standings:
        yield ""
        yield from _standings(context, one.standings)
    amounts = [amount for pot in one.pots for amount in (pot.amount, pot.here, pot.unassigned)]
    money = Money(unit, amounts)
    if any(pot.shares for pot in one.pots):
        yield from ("", said["prefecture.money"])
        yield from _shares(context, one, money, unit)
    for pot in one.pots:
        yield ""
        yield from _pot(context, pot, money, unit, several=len(one.sums) > 1)
    if one.unnamed:
        whole = money.text(sum(project.amount for project in one.unnamed))
        yield from (
            "",
            said["prefecture.unnamed"].format(
                count=len(one.unnamed), amount=whole, unit=said[f"money.{unit}"]
            ),
        )
    if not one.has_money:
        yield from ("", said["prefecture.no_money"])


def _standings(context: Context, rows: Sequence[Standing]) -> list[str]:
    said = context.words
    share = said["mode.share"].format(whole=said[share_told([one.row for one in rows])])
    fields = [
        Field(said["head.year"], lambda one: str(one.row.year or "")),
        Field(
            said["head.metric"],
            lambda one: metric_named(context, one.row.metric, one.row.metric_label),
            most=_NAME,
        ),
        Field(said["head.kind"], lambda one: said.get(f"kind.{one.row.kind}", one.row.kind)),
        Field(said["head.value"], lambda one: one.row.shown, right=True),
        Field(said["head.unit"], lambda one: unit_named(context, one.row.unit)),
        Field(f"{share} (%)", lambda one: percent(one.row.share), right=True),
        Field(said["head.rank"], lambda one: f"{one.row.rank}/{one.of}" if one.row.rank else "", right=True),
        Field(said["head.place"], lambda one: f"{one.row.doc_id}:{one.row.line_start}"),
    ]
    return table_lines(fields, rows, room=context.room)


def _shares(context: Context, one: OnePrefecture, money: Money, unit: str) -> Iterator[str]:
    """Every amount, then their sum; of several documents the sum of each."""
    said = context.words
    rows: list[tuple[Pot | None, Share | None, str, int]] = []
    for doc_id, whole in one.sums.items():
        mine = [pot for pot in one.pots if pot.doc_id == doc_id]
        rows += [
            (pot, share, f"{doc_id}:{share.line_start}", share.amount) for pot in mine for share in pot.shares
        ]
        rows.append((None, None, doc_id if len(one.sums) > 1 else "", whole))
    fields = [
        Field(
            said["head.amount"] + said["head.in_unit"].format(unit=said[f"money.{unit}"]),
            lambda row: money.text(row[3]),
            right=True,
        ),
        Field(said["head.rank"], lambda row: f"{row[1].rank}/{row[1].of}" if row[1] else "", right=True),
        Field(said["prefecture.item"], lambda row: row[1].item if row[1] else said["sums.total"], most=_NAME),
        Field(said["head.project"], lambda row: row[0].name if row[0] else "", most=_NAME),
        Field(said["head.place"], lambda row: row[2]),
    ]
    yield from table_lines(fields, rows, room=context.room)


def _pot(context: Context, pot: Pot, money: Money, unit: str, *, several: bool) -> Iterator[str]:
    """What of a whole goes to prefectures, and the parts that go to none; of `several` documents where it stands."""
    said = context.words
    where = f"  {pot.doc_id}:{pot.line_start}" if several else ""
    yield (
        said["prefecture.pot"].format(
            name=pot.name,
            amount=money.text(pot.amount),
            unit=said[f"money.{unit}"],
            assigned=money.text(pot.assigned),
            here=money.text(pot.here),
            unassigned=money.text(pot.unassigned),
        )
        + where
    )
    rows = [(part.item, part.amount, f"{part.doc_id}:{part.line_start}") for part in pot.rest]
    if pot.unlisted:
        rows.append((said["prefecture.unlisted"], pot.unlisted, f"{pot.doc_id}:{pot.line_start}"))
    width = max((len(money.text(amount)) for _, amount, _ in rows), default=0)
    yield from (f"  {money.text(amount).rjust(width)}  {name}  {place}" for name, amount, place in rows)
