"""The budget as trees and tables: which tables there are, how each can be taken apart, rows for the widgets."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import msgspec

from hrss_tui.errors import HrssError
from hrss_tui.query.budget import BudgetRow, Drill, Question, drill, is_of_less
from hrss_tui.query.percents import percent_text
from hrss_tui.query.views import format_view, view
from hrss_tui.tui.budget.real import REAL, has_items
from hrss_tui.tui.desk.apart import called
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.keeping import kept
from hrss_tui.tui.paint.glyphs import bar
from hrss_tui.tui.paint.lines import Seg
from hrss_tui.tui.widgets.columns import Cell, Column, Row, without_empty
from hrss_tui.tui.widgets.sums import Adds
from hrss_tui.tui.widgets.tree import Node

if TYPE_CHECKING:
    from hrss_tui.tui.desk.data import Data

CHANGES = "changes"
RANKINGS = (CHANGES, REAL)
"""Parts that rank statements of change and are no table of amounts."""
_HEAD = 8
"""Cells of a title that says of which money something is."""
BASIC = ("class", "group", "item")
ORDERS: tuple[tuple[str, ...], ...] = (
    BASIC,
    ("unit", "project"),
    ("unit", "class", "group", "item"),
    ("project", "unit"),
    ("project", "economic"),
    ("economic", "unit"),
    ("economic", "project"),
    ("economic", "item"),
    ("class", "group", "item", "economic"),
    ("class", "group", "item", "unit", "project"),
)
"""The ways down that are offered, as far as the tables give them."""


class Part(msgspec.Struct, frozen=True):
    """A table of the page: key, kind of table, which side of it."""

    key: str
    kind: str
    classification: str = ""


PARTS = (
    Part("expenditure", "expenditure"),
    Part("income", "overview", "income"),
    Part("sources", "income"),
    Part("economic", "general_public_basic"),
    Part("three_public", "three_public"),
    Part("outsourcing", "outsourcing"),
    Part("carryover", "carryover"),
)
"""The tables asked for most, in the order they are shown in; a table of any other kind follows them by itself."""
_WITHIN = frozenset(("overview", "general_public", "general_public_projects", "fiscal_overview"))
"""Kinds whose amounts the table of spending gives too, or is taken apart with."""


class Stem(msgspec.Struct):
    """A row with its place in the tree."""

    row: BudgetRow
    parent: str | None
    children: list[str]


def parts(desk: Desk, doc_id: str) -> list[Part]:
    """The tables a document has something for."""
    data = desk.data.of(doc_id)
    sides = {(sheet.table_kind, side) for sheet in data.ledger.sheets for side in ("", sheet.classification)}
    found = [part for part in PARTS if (part.kind, part.classification) in sides]
    shown = {part.kind for part in found} | (_WITHIN if PARTS[0] in found else set())
    others = [sheet for sheet in data.ledger.sheets if sheet.table_kind not in shown]
    kinds = dict.fromkeys(sheet.table_kind for sheet in others if "total" in sheet.measures())
    found += [Part(kind, kind) for kind in kinds]
    rankings = [CHANGES] if data.changes else []
    rankings += [REAL] if has_items(data.changes) else []
    return [*found, *(Part(name, name) for name in rankings)]


def part_name(desk: Desk, doc_id: str, key: str) -> str:
    """What a part is called: the short word for its kind, else the title the document prints."""
    sheets = desk.data.of(doc_id).ledger.sheets
    printed = (sheet.title for sheet in sheets if sheet.table_kind == key)
    return desk.words.get(f"part.{key}") or next(printed, key)


def orders(desk: Desk, doc_id: str, part: Part) -> list[tuple[str, ...]]:
    """The ways down that the tables of a document give; only the table of expenditure has several."""
    if part.key != "expenditure":
        return [()]
    own = desk.data.of(doc_id)
    return [by for by in ORDERS if _drill(own, doc_id, part, by) is not None]


def missing_orders(desk: Desk, doc_id: str, part: Part) -> list[tuple[str, ...]]:
    """The ways down one might look for and that no table of the document gives."""
    known = orders(desk, doc_id, part)
    return [by for by in ORDERS if by not in known] if part.key == "expenditure" else []


def order_name(desk: Desk, by: tuple[str, ...]) -> str:
    """A way down in words."""
    return "→".join(desk.words.get(f"dim.{name}", name) for name in by)


def stems(desk: Desk, doc_id: str, part: Part, by: tuple[str, ...]) -> dict[str, Stem]:
    """The whole tree of a table by key, the opened row first; empty where the tables do not give it."""
    return _stems(desk.data.of(doc_id), doc_id, part, by)


@kept
def _drill(own: Data, doc_id: str, part: Part, by: tuple[str, ...]) -> Drill | None:
    table = None if by and by != BASIC else part.kind
    side = part.classification or None
    question = Question(by=by, table=table, depth=9, doc_id=doc_id, classification=side)
    try:
        return drill(own.ledger, question)
    except HrssError:
        return None


@kept
def _stems(own: Data, doc_id: str, part: Part, by: tuple[str, ...]) -> dict[str, Stem]:
    found = _drill(own, doc_id, part, by)
    if found is None:
        return {}
    coded = all(row.code for row in found.rows) and len({row.code for row in found.rows}) == len(found.rows)
    result = {"": Stem(found.opened, None, [])}
    path: list[str] = [""]
    for row in found.rows:
        path = path[: row.depth]
        label = row.code or row.name
        key = label if coded or not path[-1] else f"{path[-1]}/{label}"
        result[path[-1]].children.append(key)
        result[key] = Stem(row, path[-1], [])
        path.append(key)
    root = result.pop("")
    renamed = {ROOT: root}
    for key, stem in result.items():
        renamed[key] = Stem(stem.row, stem.parent or ROOT, stem.children)
    return renamed


ROOT = "total"


def node(desk: Desk, key: str, stem: Stem, whole: int, width: int) -> Node:
    """A row as a node: amount always, share and bar where there is room."""
    row = stem.row
    right = [Seg(desk.money(row.amount).rjust(_amount_width(desk, whole)), "strong")]
    if width >= 50:
        right.append(Seg(_percent(row.share).rjust(8), "dim"))
    if width >= 64:
        is_part = stem.parent is None or row.share is not None
        share = row.amount / whole if whole and is_part else 0.0
        right.append(Seg(f" {bar(share, min(24, width // 6), desk.signs)}", "bar"))
    name = desk.say("budget.total") if stem.parent is None else desk.named(row.name)
    return Node(key, name, row.code or "", tuple(right), leaf=not stem.children)


def _amount_width(desk: Desk, whole: int) -> int:
    return len(desk.money(whole)) + 1


def _percent(share: float | Decimal | None) -> str:
    return "" if share is None else f"{percent_text(share, 1)}%"


def child_rows(desk: Desk, rows: list[tuple[str, BudgetRow]]) -> tuple[tuple[Column, ...], list[Row]]:
    """The parts of an amount as a table; changes that are stated of less than an amount are called so."""
    say = desk.say
    of_less = any(is_of_less(row) for _, row in rows)
    columns = (
        Column(say("col.name"), grow=True, most=60),
        Column(say("col.amount"), right=True, unit=desk.unit_name, adds=Adds(said=desk.money_of)),
        Column(say("col.share"), right=True, width=7, adds=Adds(said=_percent)),
        Column(
            say("col.change.public" if of_less else "col.change"),
            right=True,
            head=_HEAD if of_less else 0,
            unit=desk.unit_name,
            adds=Adds(said=desk.change_of),
        ),
        Column("%", right=True),
        Column(say("col.moved"), width=4),
        Column("", bar=True, width=10),
    )
    return without_empty(columns, [_child(desk, key, row) for key, row in rows])


def _child(desk: Desk, key: str, row: BudgetRow) -> Row:
    moved = bool(row.reclassified)
    style = "" if not row.change else "dim" if moved else "good" if row.change < 0 else "warn"
    label = f"{row.code} {desk.named(row.name)}" if row.code else desk.named(row.name)
    cells = (
        Cell(label),
        Cell(desk.money(row.amount), row.amount, "strong"),
        Cell(_percent(row.share), row.share),
        Cell(desk.change(row.change), row.change, style),
        Cell("" if row.percent is None else percent_text(row.percent, 1, signed=True), row.percent, style),
        Cell(desk.signs.moved if moved else "", "1" if moved else None, "warn"),
        Cell("", (row.share or 0.0) / 100),
    )
    value = f"{label} {desk.money(row.amount)}{desk.unit_after}"
    return Row(cells, key, source=f"{row.doc_id}:{row.line_start}", value=value, record=row.line_id or "")


def change_rows(desk: Desk, doc_id: str) -> tuple[tuple[Column, ...], list[Row]]:
    """Every stated change on last year, the largest first; those of no code are the document's own totals."""
    say = desk.say
    columns = (
        Column(say("col.name"), grow=True, most=50),
        Column(say("col.code"), width=8),
        Column(say("col.change"), right=True, unit=desk.unit_name),
        Column("%", right=True),
        Column(say("col.amount"), right=True, unit=desk.unit_name),
        Column(say("col.moved"), width=4),
    )
    ranked = sorted(desk.data.of(doc_id).changes, key=lambda change: -abs(change.change))
    rows = []
    for change, name in zip(ranked, called(ranked, desk.named), strict=True):
        style = "dim" if change.reclassified else "good" if change.change < 0 else "warn"
        cells = (
            Cell(name),
            Cell(change.code or ""),
            Cell(desk.change(change.change), change.change, style),
            Cell(
                "" if change.percent is None else percent_text(change.percent, 1, signed=True),
                change.percent,
                style,
            ),
            Cell(desk.money(change.amount), change.amount),
            Cell(
                desk.signs.moved if change.reclassified else "", "1" if change.reclassified else None, "warn"
            ),
        )
        other = "" if doc_id == desk.data.newest_filing else doc_id
        target = format_view(view("budget", change.code, doc=other)) if change.code else ""
        value = f"{change.code or ''} {name} {desk.change(change.change)}{desk.unit_after}".strip()
        source = f"{change.doc_id}:{change.line_start}"
        rows.append(Row(cells, change.change_id, target, source, value, change.change_id))
    return without_empty(columns, rows)
