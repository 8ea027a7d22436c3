"""The kinds of budget table: titles, blocks, columns, and what the cells beside the amounts hold."""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Literal

from hrss_tui import lazy_re as re
from hrss_tui.reference._load import Entry, load
from hrss_tui.reference.text import fold_label

_ITEM_LEAD = re.compile(
    r"^(?:其中[:：]?|(?:19|20)\d{2}年度?|[一二三四五六七八九十]{1,3}、|[(（][一二三四五六七八九十\d]{1,2}[)）]|\d{1,2}[.、．])*"
)
_ITEM_TAIL = re.compile(r"(?:(?:支出)?(?:预算|决算)[数额]?|支出|合计)$")

Side = Literal["", "income", "expenditure"]
Rows = Literal["codes", "ordinals", "items", "entries"]
Role = Literal[
    "code",
    "code_class",
    "code_group",
    "code_item",
    "name",
    "project",
    "unit_name",
    "content",
    "sequence",
    "attribute",
]


class Classification(Entry, frozen=True):
    """What rows are and how their places are told; see the file for `rows`, `blocks`, `areas` and `project_money`."""

    key: str
    rows: Rows
    blocks: bool = False
    areas: bool = False
    project_money: Literal["", "whole", "part"] = ""


class BudgetColumn(Entry, frozen=True):
    """One amount column: `labels` of its leaf cell; where `under` is given, one of it must span the leaf."""

    measure: str
    labels: tuple[str, ...]
    under: tuple[str, ...]
    label_en: str


class BudgetBlock(Entry, frozen=True):
    """A table, or one side of a table with income left and spending right; `headings` may span it.

    `classification` is the key of what its rows are.
    """

    side: Side
    classification: str
    headings: tuple[str, ...]
    columns: tuple[BudgetColumn, ...]


class BudgetTable(Entry, frozen=True):
    """One kind of table; `key` is its identity, the printed number never is.

    `uncoded` is the kind of a table of such a title whose rows have no codes, where that is another; `government` says
    that its economic classes are those of the government, whatever name of the departments' a column has.
    """

    key: str
    title_en: str
    titles: tuple[str, ...]
    blocks: tuple[BudgetBlock, ...]
    uncoded: str = ""
    government: bool = False


class IncomeLine(Entry, frozen=True):
    """A row of the income side; the same label under another parent is another line."""

    key: str
    parent: str
    labels: tuple[str, ...]
    name_en: str


class ThreePublicLine(Entry, frozen=True):
    """A row of the 三公 table; `economic_code` is "" where the row is a sum, `beside` true where the 三公 total leaves it out."""

    key: str
    parent: str
    labels: tuple[str, ...]
    economic_code: str
    name_en: str
    beside: bool = False


class Furniture(Entry, frozen=True):
    """Words of the lines around a table: who prepared it, the unit, why it is empty; ends of names of units and of rows
    that count; how titles of tables begin behind the name of a body; what says that a unit is that `for_all` tables, or `for_one`;
    what titles end with that do not say 表 (`shown`); what stands behind the name of a body for its own office.
    """

    preparer: tuple[str, ...]
    unit: tuple[str, ...]
    offices: tuple[str, ...]
    bodies: tuple[str, ...]
    openings: tuple[str, ...]
    empty_phrases: tuple[str, ...]
    empty_patterns: tuple[str, ...]
    empty_conditions: tuple[str, ...]
    empty_money: str
    for_all: tuple[str, ...]
    for_one: tuple[str, ...]
    shown: tuple[str, ...]
    counts: tuple[str, ...]


class TotalLabels(Entry, frozen=True):
    """Names of total rows, by side; `any` on either side and in tables of one block."""

    income: tuple[str, ...]
    expenditure: tuple[str, ...]
    any: tuple[str, ...]


class ColumnRole(Entry, frozen=True):
    """Labels of a column that describes the row; `share` where it holds parts in a hundred of an amount beside it."""

    role: Role
    labels: tuple[str, ...]
    share: bool = False


class Qualifier(Entry, frozen=True):
    """Labels that say which figure of an item is given; `key` is "" for that of the document itself.

    `phase` is budget or final where the labels mean this only there, else "". The first entry of a key names the figure.
    """

    key: str
    phase: str
    labels: tuple[str, ...]
    name: str = ""
    name_en: str = ""


class _File(Entry, frozen=True):
    classifications: tuple[Classification, ...]
    qualifiers: tuple[Qualifier, ...]
    measure_names: Mapping[str, str]
    shared_columns: tuple[BudgetColumn, ...]
    tables: tuple[BudgetTable, ...]
    income_lines: tuple[IncomeLine, ...]
    three_public_lines: tuple[ThreePublicLine, ...]
    furniture: Furniture
    totals: TotalLabels
    roles: tuple[ColumnRole, ...]


@cache
def _file() -> _File:
    return load("budget_tables.toml", _File)


def budget_tables() -> tuple[BudgetTable, ...]:
    """All kinds, in the order of the statutory set."""
    return _file().tables


@cache
def _classifications() -> Mapping[str, Classification]:
    return MappingProxyType({entry.key: entry for entry in _file().classifications})


def classifications() -> tuple[str, ...]:
    """The keys of all classifications."""
    return tuple(_classifications())


def classification(key: str) -> Classification:
    """What rows are, by the key that blocks and `budget_lines` give it."""
    return _classifications()[key]


def project_money(key: str) -> Literal["", "whole", "part"]:
    """What rows of a classification state of a project they name; nothing for one this program does not know."""
    known = _classifications().get(key)
    return known.project_money if known else ""


def income_lines() -> tuple[IncomeLine, ...]:
    """Rows of the income side, parents before their children."""
    return _file().income_lines


def three_public_lines() -> tuple[ThreePublicLine, ...]:
    """Rows of the 三公 table."""
    return _file().three_public_lines


@cache
def three_public_parts() -> frozenset[str]:
    """Keys of the lines that the 三公 total is made of, sums among them left out."""
    return frozenset(line.key for line in three_public_lines() if line.economic_code)


@cache
def _item_keys() -> Mapping[str, ThreePublicLine]:
    return MappingProxyType(
        {fold_label(label): line for line in three_public_lines() for label in line.labels}
    )


def three_public_item(name: str) -> ThreePublicLine | None:
    """The line of the 三公 table that a row or column is, however it is numbered, qualified or dated.

    1.公务接待费, 其中：公务用车购置, 2031年机关运行经费预算数; any other name that speaks of 三公 is the total.
    """
    folded = _ITEM_LEAD.sub("", fold_label(name))
    line = _item_keys().get(folded) or _item_keys().get(_ITEM_TAIL.sub("", folded))
    if line is None and "三公" in folded:
        return next(each for each in three_public_lines() if each.key == "three_public")
    return line


def furniture() -> Furniture:
    """Words of the lines around a table."""
    return _file().furniture


def total_labels() -> TotalLabels:
    """Names of total rows."""
    return _file().totals


@cache
def sum_labels() -> frozenset[str]:
    """Names of total rows of either side, folded."""
    names = total_labels()
    return frozenset(map(fold_label, (*names.income, *names.expenditure, *names.any)))


@cache
def column_roles() -> Mapping[str, Role]:
    """Folded label (see fold_label) → role."""
    return MappingProxyType(
        {fold_label(label): entry.role for entry in _file().roles for label in entry.labels}
    )


@cache
def share_labels() -> frozenset[str]:
    """Folded labels of columns of parts in a hundred."""
    return frozenset(fold_label(label) for entry in _file().roles if entry.share for label in entry.labels)


def measure_names() -> Mapping[str, str]:
    """Measure → its Chinese name, where its first label does not say which one it is."""
    return _file().measure_names


def all_qualifiers() -> tuple[Qualifier, ...]:
    """The labels of every figure, of budgets and accounts."""
    return _file().qualifiers


@cache
def qualifiers(phase: str) -> Mapping[str, str]:
    """Folded label → key of the figure it means in documents of a phase."""
    return MappingProxyType(
        {
            fold_label(label): entry.key
            for entry in _file().qualifiers
            if entry.phase in ("", phase)
            for label in entry.labels
        }
    )


def shared_columns() -> tuple[BudgetColumn, ...]:
    """Columns that mean the same in every table."""
    return _file().shared_columns


def match_column(block: BudgetBlock, leaf: str, spans: tuple[str, ...] = ()) -> BudgetColumn | None:
    """The column with this leaf label, given the labels that span it; None when nothing fits.

    Entries that ask for a spanning label win over those that do not, the nearest one first, then what `block` lists
    itself over what is shared.
    """
    folded, above = fold_label(leaf), [fold_label(span) for span in spans]
    likely = (*block.columns, *_shared().get(folded, ()))
    fitting = [column for column in likely if _fits(column, folded, set(above))]
    return max(fitting, key=lambda column: _nearness(column, above), default=None)


@cache
def _shared() -> Mapping[str, tuple[BudgetColumn, ...]]:
    """Folded label → the shared columns that have it."""
    labels = {label for column in shared_columns() for label in _folded(column.labels)}
    return {
        label: tuple(column for column in shared_columns() if label in _folded(column.labels))
        for label in labels
    }


def is_shared_column(folded: str) -> bool:
    """Is a folded label that of a column which means the same in every table: 金额, 财政拨款?"""
    return folded in _shared()


def _nearness(column: BudgetColumn, above: Sequence[str]) -> int:
    """How near to the leaf the label stands that a column asks for; 0 for one that asks for none."""
    asked = _folded(column.under)
    return next((at for at in range(len(above), 0, -1) if above[at - 1] in asked), 0)


def _fits(column: BudgetColumn, leaf: str, above: set[str]) -> bool:
    if leaf not in _folded(column.labels):
        return False
    return not column.under or bool(above & _folded(column.under))


@cache
def _folded(labels: tuple[str, ...]) -> frozenset[str]:
    """Labels of a column as they are compared: every cell of every header asks for them."""
    return frozenset(map(fold_label, labels))
