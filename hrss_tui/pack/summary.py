"""What a package says of itself before its tables are read: the key `summary`.

`totals` are the grand totals of the newest budget, `budget` says whose it is, of so many `filings`; `codes` are the functional codes of all
budgets with the name each is printed with first, `statuses` counts checks. All of it follows from the tables: a package
without it is asked by the same functions.
"""

from __future__ import annotations

from typing import NamedTuple

from hrss_tui import lazy_re as re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from typing import Any

    Column = Callable[[str, str], list[Any]]

PHASES = ("budget", "final")
FIGURE_TABLES = (
    "budget_lines",
    "budget_changes",
    "projects",
    "project_allocations",
    "performance_targets",
    "prefecture_values",
    "prefecture_totals",
    "observations",
)
"""Tables whose rows are counted as what was read."""
OWN_OFFICE = "本级"
"""What is written behind a department for its own office, without the units below it: one of the words by which `is_own_office` knows it."""
_DEPARTMENT = "部门"
_ITEMS = "three_public"
"""The kind of the 三公 table, and its item that is all of them."""
_UNIT = re.compile(r"单位(?:收支)?(?:预|决)算")
_CORRECTED = re.compile(r"更正|订正|勘误|修订|修正|更新版|重新(?:公开|公布|发布)")


class Filing(NamedTuple):
    """One budget or final accounts: a document that holds budget tables.

    `department` is the one its tables or its cover name, else its issuer; `phase` is budget or final.
    """

    doc_id: str
    title: str
    department: str
    place: str | None
    year: int | None
    phase: str


def filed(column: Column) -> list[Filing]:
    """All of a package: by department, then year, budgets before final accounts; corrected editions behind the first.

    A department is the one the document or its tables name, else the issuer; the 单位预算 of one that has a 部门预算
    beside it is that of its own office. A document that says no phase, a report
    with tables, is of that of its tables.
    """
    tables: dict[str, tuple[str | None, int | None]] = {}
    names = ("doc_id", "department", "year")
    for doc_id, department, year in zip(*(column("budget_tables", name) for name in names), strict=True):
        if doc_id not in tables or not tables[doc_id][0]:
            tables[doc_id] = department, year
    said = ("doc_id", "title", "department", "issuer", "place", "year", "phase")
    found, final = [], None
    editions = dict(zip(column("documents", "doc_id"), _editions(column), strict=True))
    for doc_id, title, own, issuer, place, year, phase in zip(
        *(column("documents", name) for name in said), strict=True
    ):
        if doc_id in tables:
            department, printed = tables[doc_id]
            name = own or department or issuer or title
            if phase not in PHASES and final is None:
                final = _final(column)
            known = phase if phase in PHASES else PHASES[doc_id in (final or ())]
            found.append(Filing(doc_id, title, name, place, year or printed, known))
    return sorted(
        _own_offices(found),
        key=lambda one: (one.department, one.year or 0, one.phase, editions[one.doc_id], one.doc_id),
    )


def own_offices(column: Column) -> dict[str, str]:
    """Document → the office whose budget it is, where that is another than the department which its tables or cover name."""
    return {one.doc_id: one.department for one in filed(column) if one.department.endswith(OWN_OFFICE)}


def _own_offices(found: list[Filing]) -> list[Filing]:
    """单位预算 is that of the office alone where the same body has a 部门预算 of the same year beside it."""
    of_all = {_key(one) for one in found if _DEPARTMENT in (one.title or "")}
    both = {(one.department, one.place) for one in found if is_of_office(one.title) and _key(one) in of_all}
    return [
        one._replace(department=f"{one.department}{OWN_OFFICE}")
        if is_of_office(one.title) and (one.department, one.place) in both
        else one
        for one in found
    ]


def _key(one: Filing) -> tuple[str, str | None, int | None, str]:
    return one.department, one.place, one.year, one.phase


def is_of_office(title: str | None) -> bool:
    """Does a title say that a filing is a 单位预算, of an office without the units below it?"""
    return _DEPARTMENT not in (title or "") and _UNIT.search(title or "") is not None


def _editions(column: Column) -> Iterator[tuple[bool, str]]:
    """By which of two documents the later edition is known: whether title or file say 更正, then the day."""
    names = ("title", "source_file", "date")
    for title, file, day in zip(*(column("documents", name) for name in names), strict=True):
        yield is_corrected(f"{title} {file}"), str(day or "")


def is_corrected(said: str) -> bool:
    """Does a title, or the name of a file, say that what stands there is a later edition?"""
    return bool(_CORRECTED.search(said))


def _final(column: Column) -> set[str]:
    """The documents with a table whose title speaks of 决算."""
    titles = zip(column("budget_tables", "doc_id"), column("budget_tables", "title"), strict=True)
    return {doc_id for doc_id, title in titles if "决算" in str(title)}


def newest(found: list[Filing], filled: set[str]) -> Filing | None:
    """The newest budget with amounts, else the newest accounts, else one without: what is shown where none is named."""
    ranked = {one: (one.doc_id in filled, one.phase == PHASES[0], one.year or 0) for one in found}
    best = max(ranked, key=ranked.__getitem__, default=None)
    if best is None:
        return None
    alike = [one for one in found if ranked[one] == ranked[best] and one.department == best.department]
    return alike[-1]  # a corrected edition follows the first


def summary(column: Column) -> dict[str, Any]:
    """The key `summary`, from the columns of a package."""
    found = filed(column)
    budget = newest(found, set(column("budget_lines", "doc_id")))
    return {
        "filings": len(found),
        "budget": list(budget) if budget else None,
        "totals": totals(column, budget.doc_id) if budget else [],
        "codes": codes(column),
        "statuses": statuses(column),
    }


def told(head: Mapping[str, Any]) -> dict[str, Any] | None:
    """The summary of a package; None where it has none, or one of another form: then its tables are asked."""
    said = head.get("summary")
    if not isinstance(said, dict) or type(said.get("filings")) is not int:
        return None
    budget = said.get("budget")
    whole = budget is None or _are(budget, str, str, str, _TEXT, _NUMBER, str)
    lists = isinstance(said.get("totals"), list) and isinstance(said.get("codes"), list)
    if not whole or not lists or not all(_are(one, str, str, str, int, int) for one in said["totals"]):
        return None
    return said if all(_are(one, str, str) for one in said["codes"]) else None


_TEXT, _NUMBER = (str, type(None)), (int, type(None))


def _are(values: object, *kinds: type | tuple[type, ...]) -> bool:
    """Is it a list of values of these kinds, one each?"""
    return (
        isinstance(values, list)
        and len(values) == len(kinds)
        and all(isinstance(value, kind) for value, kind in zip(values, kinds, strict=True))
    )


def totals(column: Column, doc_id: str) -> list[list[Any]]:
    """Grand totals of a document, one of each kind of table and measure: these two, record, line, 分.

    The sum of a unit is none; a sum on the way to another (本年支出合计) or of the side of income only where no other is.
    That of 三公 is its own, not one that counts 会议费 and 培训费 beside it.
    """
    names = ("doc_id", "level", "code", "unit_name", "parent_id", "classification")
    asked = (*names, "table_kind", "measure", "line_id", "line_start", "amount")
    found: dict[tuple[str, str], list[Any]] = {}
    grand: set[tuple[str, str]] = set()
    wholes, wider = _three_public(column, doc_id)
    for own, level, code, unit, parent, side, kind, measure, *said in zip(
        *(column("budget_lines", name) for name in asked), strict=True
    ):
        whole = said[0] in wholes
        is_sum = (level == 0 or whole) and said[0] not in wider
        if own == doc_id and is_sum and code is None and unit is None:
            key, sure = (kind, measure), whole or (not parent and side != "income")
            if key not in found or (sure and key not in grand):
                found[key] = [kind, measure, *said]
            if sure:
                grand.add(key)
    return list(found.values())


def _three_public(column: Column, doc_id: str) -> tuple[set[str], set[str]]:
    """The lines of 三公 itself, and those that count it, or its items, with others beside it."""
    from hrss_tui.reference.budget_tables import three_public_item

    wholes: set[str] = set()
    wider: set[str] = set()
    names = ("doc_id", "table_kind", "name", "line_id", "parent_id")
    for own, kind, name, line_id, parent in zip(
        *(column("budget_lines", each) for each in names), strict=True
    ):
        item = three_public_item(name) if own == doc_id and kind == _ITEMS else None
        if item is not None and (item.key == _ITEMS or item.beside) and parent:
            wider.add(parent)
        if item is not None and item.key == _ITEMS and parent:
            wholes.add(line_id)
    return wholes, wider


def codes(column: Column) -> list[list[str]]:
    """Functional codes with their names, in the order in which they are met."""
    found: dict[str, str] = {}
    names = ("code", "name", "classification")
    for code, name, kind in zip(*(column("budget_lines", each) for each in names), strict=True):
        if code and kind == "functional":
            found.setdefault(code, name)
    return [list(item) for item in found.items()]


def statuses(column: Column) -> dict[str, int]:
    """How many checks came out how."""
    found: dict[str, int] = {}
    for status in column("checks", "status"):
        found[status] = found.get(status, 0) + 1
    return found
