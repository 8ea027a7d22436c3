"""Performance tables: their money, their weights, and both against the budget tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal

from hrss_tui.compile.basics.money import is_amount
from hrss_tui.compile.checks.basics.book import Book, amounts
from hrss_tui.compile.checks.basics.identity import Identity, Quantity, at_most, compare, not_checkable, total
from hrss_tui.compile.checks.basics.papers import Papers, base, figure, money
from hrss_tui.compile.checks.projects import amount as project_amount
from hrss_tui.records import Check, PerformanceTable, PerformanceTarget, Project, Unread
from hrss_tui.reference.checks import performance_rules
from hrss_tui.reference.performance import performance_field
from hrss_tui.sources.text import fold
from hrss_tui.words.check_reasons import because

_MONEY_DECIMALS = 2


def checks(papers: Papers) -> Iterator[Check]:
    """Every performance table of a document, and all of them together."""
    tables = papers.of(PerformanceTable)
    targets: dict[str, list[PerformanceTarget]] = {}
    for target in papers.of(PerformanceTarget):
        targets.setdefault(target.table_id, []).append(target)
    for table in tables:
        yield from _money(table, papers.of(Unread))
        yield from _costs(table, targets.get(table.table_id, []))
        yield from _department(table, papers.book)
    yield from _weights(tables, targets)
    yield from _projects(tables, papers.of(Project))


def stated(table: PerformanceTable, value: int | None) -> Quantity | None:
    """An amount of the head of a table; None where it is not printed."""
    return None if value is None else money(value, None, table.table_id)


def _named(table: PerformanceTable) -> str:
    return f"绩效目标表 {table.project or '部门整体'}"


def _added(table: PerformanceTable, *values: int | None) -> Quantity:
    return total(part for value in values if (part := stated(table, value)))


def _money(table: PerformanceTable, unread: Sequence[Unread]) -> Iterator[Check]:
    """The amount of a table is that of its sources. All stand in one record: the head of the table.

    Where one of them could not be read that cannot be told.
    """
    whole = stated(table, table.amount)
    sources = (table.fiscal, table.fiscal_superior, table.fiscal_own, table.other)
    words = f"{_named(table)}：资金总额 = 财政资金 + 其他资金"
    identity = Identity("performance_money", words, table, "元", context=because("money"))
    lost = next((row for row in unread if _is_head(row, table)), None)
    if lost is not None:
        yield not_checkable(
            identity, because("unread_line", line=lost.line_start, printed=lost.printed), whole
        )
    elif whole is not None and any(value is not None for value in sources):
        yield compare(identity, whole, _added(table, *(_apart(table) or sources)))


def _apart(table: PerformanceTable) -> tuple[int | None, ...]:
    """The sources of a form that tells of which levels its appropriations are; none where it does not."""
    levels = [value for value in (table.fiscal_superior, table.fiscal_own) if value is not None]
    return (table.fiscal, table.other) if table.fiscal and sum(levels) == table.fiscal else ()


def _is_head(row: Unread, table: PerformanceTable) -> bool:
    """Is it a field of money of the table, and not what one of its tasks costs?"""
    field = performance_field(row.printed)
    money = (
        row.kind != "row"
        and row.table_kind == PerformanceTable.TABLE
        and (field is None or field.kind != "text")
    )
    return money and table.line_start <= row.line_start <= table.line_end


def _costs(table: PerformanceTable, targets: Sequence[PerformanceTarget]) -> Iterator[Check]:
    """The costs a table sets ceilings for are part of its money."""
    costs = [row for row in targets if _is_cost(row)]
    whole = stated(table, table.amount)
    if whole is None or not costs:
        return
    words = f"{_named(table)}：{len(costs)} 项成本指标之和不超过资金总额"
    identity = Identity("performance_costs", words, table, "元", context=because("costs"))
    parts = [figure(row.value, row.unit or "", row.target_id, _MONEY_DECIMALS) for row in costs]
    yield at_most(identity, total(parts), whole)


def _is_cost(row: PerformanceTarget) -> bool:
    """Is the row a sum of money? A cost per head is none, though it too is printed in 元."""
    rules = performance_rules()
    if row.level1 not in rules.cost_levels or any(word in row.indicator for word in rules.rates):
        return False
    return is_amount(row.value) and base(row.unit or "") == "元"


def _weights(
    tables: Sequence[PerformanceTable], targets: dict[str, list[PerformanceTarget]]
) -> Iterator[Check]:
    """The weights of every table add up to what those of most tables of the document add up to."""
    sums = {
        table.table_id: total(
            Quantity(Decimal(str(row.weight)), ids=(row.target_id,))
            for row in targets.get(table.table_id, ())
            if row.weight is not None
        )
        for table in tables
    }
    usual = Counter(each.value for each in sums.values() if each.ids).most_common(1)
    for table in tables:
        own = sums[table.table_id]
        if not own.ids:
            continue
        words = f"{_named(table)}：{len(own.ids)} 项指标的权重之和 = 规定的总分"
        identity = Identity("performance_weights", words, table, "分", context=because("weights"))
        full = next((Decimal(value) for value in performance_rules().weights if value == usual[0][0]), None)
        if full is None:
            yield not_checkable(identity, because("weights_unusual"), own)
        else:
            yield compare(identity, Quantity(full), own)


def _department(table: PerformanceTable, book: Book) -> Iterator[Check]:
    """The table of the whole department against the total row of the income table."""
    sheet, row = book.sheets.get("income"), book.grand_total("income")
    if table.project is not None or sheet is None or row is None:
        return
    for source in performance_rules().department:
        left = stated(table, getattr(table, source.column))
        right = amounts(sheet, row, source.measures)
        if left is None or not right.ids:
            continue
        words = f"{_named(table)}：{source.name} = {sheet.label} {row.first.name}的对应栏"
        identity = Identity(
            "performance_department", words, table, "元", source.column, because("form_and_income")
        )
        yield compare(identity, left, right)


def _projects(tables: Sequence[PerformanceTable], projects: Sequence[Project]) -> Iterator[Check]:
    """Tables that bear the name of a project of the same unit."""
    named: dict[tuple[str, str], list[Project]] = {}
    for project in projects:
        named.setdefault((fold(project.unit_name or ""), fold(project.name)), []).append(project)
    for table in tables:
        own = named.get((fold(table.unit_name or ""), fold(table.project or "")), [])
        left = stated(table, table.fiscal)
        if len(own) == 1 and left is not None:
            words = f"{_named(table)}：财政拨款 = 情况说明的预算安排规模"
            identity = Identity(
                "performance_project", words, table, "元", context=because("form_and_narrative")
            )
            yield compare(identity, left, project_amount(own[0]))
