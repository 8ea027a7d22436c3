"""The figures that may be added up within a document and a kind of table come to the total of the table, once."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest

from hrss_tui.pack.read import Pack
from hrss_tui.query.figures import figures
from hrss_tui.records import BudgetLine
from tests.query.handmade import WAN, line, pack_of


def row(code: str, **measures: int) -> list[BudgetLine]:
    return [line(code, amount, measure=measure) for measure, amount in measures.items()]


def added(pack: Pack) -> dict[str, int]:
    """Measure → what its additive amounts come to, in 万元."""
    found: dict[str, int] = {}
    for one in figures(pack):
        if one.additive:
            found[one.measure or ""] = found.get(one.measure or "", 0) + (one.amount or 0) // WAN
    return found


def test_columns_that_divide_the_total_over_a_column_that_is_not_printed() -> None:
    """合计, 一般公共预算, 政府性基金: no 财政拨款小计."""
    pack = pack_of(
        *row("2080101", total=9, general_public_budget=6, government_fund=3),
        *row("2080199", total=4, general_public_budget=4),
    )
    assert added(pack) == {"general_public_budget": 10, "government_fund": 3}


def test_columns_that_are_only_a_part_of_the_total_are_left() -> None:
    pack = pack_of(
        *row("2080101", total=9, general_public_budget=6), *row("2080199", total=4, general_public_budget=4)
    )
    assert added(pack) == {"total": 13}


@pytest.mark.parametrize("beside", ["budget", "current_income", "last_year", "unheard_of"])
def test_columns_that_say_something_else_are_never_added(beside: str) -> None:
    assert added(pack_of(*row("2080101", **{beside: 8, "total": 9}))) == {"total": 9}
    assert added(pack_of(*row("2080101", total=9, basic=4, project=5, **{beside: 8}))) == {
        "basic": 4,
        "project": 5,
    }


def test_personnel_and_operating_divide_the_total_where_basic_is_not_printed() -> None:
    pack = pack_of(*row("2080101", total=4, personnel=4), *row("2080102", total=5, operating=5))
    assert added(pack) == {"personnel": 4, "operating": 5}


def test_without_a_total_the_columns_that_divide_it_are_added() -> None:
    assert added(pack_of(*row("2080101", basic=4, project=5))) == {"basic": 4, "project": 5}
    assert added(pack_of(*row("2080101", last_year=4, this_year=5))) == {"last_year": 4}


def test_rounding_of_the_printed_figures_is_no_difference() -> None:
    def cell(measure: str, printed: str) -> BudgetLine:
        exact = int(printed.replace(".", "")) * WAN // 100
        return msgspec.structs.replace(line("2080101", 0, measure=measure, printed=printed), amount=exact)

    near = pack_of(cell("total", "9.01"), cell("basic", "4.00"), cell("project", "5.00"))
    assert set(added(near)) == {"basic", "project"}
    far = pack_of(cell("total", "9.03"), cell("basic", "4.00"), cell("project", "5.00"))
    assert set(added(far)) == {"total"}


def sided(*, functional: int, income: Sequence[int]) -> Pack:
    own = {"table_kind": "overview"}
    return pack_of(
        line("208", functional, **own),
        *(
            line(None, amount, classification="income", name=f"收入{amount}", level=1, **own)
            for amount in income
        ),
    )


def test_of_a_table_of_two_sides_one_is_added() -> None:
    assert added(sided(functional=9, income=[4, 5])) == {"total": 9}


def test_a_row_beside_the_total_is_not_added() -> None:
    """机关运行经费 stands below 三公 and is no part of them."""
    own = {"table_kind": "three_public", "classification": "three_public"}
    whole = line(None, 9, name="合计", **own)
    pack = pack_of(
        whole,
        line(None, 4, name="公务接待费", level=1, parent_id=whole.line_id, **own),
        line(None, 5, name="公务用车", level=1, parent_id=whole.line_id, **own),
        line(None, 70, name="机关运行经费", level=1, **own),
    )
    assert added(pack) == {"total": 9}
