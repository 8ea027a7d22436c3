"""The figures that may be added up within a document and a kind of table come to the total of the table, once."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
import pytest

from hrss_tui.pack.read import Pack
from hrss_tui.query.budget import Question, budget
from hrss_tui.query.figures import figures
from hrss_tui.query.ledger import open_ledger
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


def test_where_the_finest_rows_are_not_the_total_they_are_taken_as_far_down_as_they_are_it() -> None:
    """20801 is one more than its items: it is taken itself, and the items of 20802 are."""
    whole, above = line(None, 20), line("208", 20)
    first, second = line("20801", 12, parent_id=above.line_id), line("20802", 8, parent_id=above.line_id)
    pack = pack_of(
        whole,
        msgspec.structs.replace(above, parent_id=whole.line_id),
        first,
        line("2080101", 7, parent_id=first.line_id),
        line("2080102", 4, parent_id=first.line_id),
        second,
        line("2080201", 5, parent_id=second.line_id),
        line("2080202", 3, parent_id=second.line_id),
    )
    assert added_codes(pack) == {"20801": 12, "2080201": 5, "2080202": 3}


def added_codes(pack: Pack) -> dict[str | None, int]:
    return {one.code: (one.amount or 0) // WAN for one in figures(pack) if one.additive}


def test_items_of_units_are_not_added_to_those_of_the_whole() -> None:
    own = {"table_kind": "three_public", "classification": "three_public"}
    whole, site = line(None, 9, name="合计", **own), line(None, 9, name="合计", unit_name="甲站", **own)
    pack = pack_of(
        whole,
        line(None, 9, name="公务接待费", level=1, parent_id=whole.line_id, **own),
        site,
        line(None, 9, name="公务接待费", level=1, unit_name="甲站", parent_id=site.line_id, **own),
    )
    assert added(pack) == {"total": 9}


def test_a_unit_that_costs_by_chance_what_the_next_do_is_no_sum_of_them() -> None:
    """20 = 10 + 6 + 4: the three together are the total, so 甲 is none of the others' sum."""

    def unit(name: str, amount: int, at: int) -> BudgetLine:
        return line(None, amount, name=name, unit_name=name, line_start=at, line_end=at)

    units = [unit("甲站", 10, 2), unit("乙站", 6, 3), unit("丙站", 4, 4)]
    assert added(pack_of(line(None, 20, name="合计"), *units)) == {"total": 20}
    drilled = budget(pack_of(line(None, 20, name="合计"), *units), Question(by=("unit",)))
    assert [row.name for row in drilled.rows] == ["甲站", "乙站", "丙站"]
    drilled = budget(pack_of(line(None, 10, name="合计"), *units), Question(by=("unit",)))
    assert [row.name for row in drilled.rows] == ["乙站", "丙站"]


def test_equal_sums_of_two_halves_are_no_total_printed_twice() -> None:
    """人员经费合计 and 公用经费合计 are 9 each, and no grand total stands below them."""
    halves = [
        line(None, 9, name="人员经费合计", line_start=2),
        line(None, 9, name="公用经费合计", line_start=4),
    ]
    pack = pack_of(line("301", 9), line("302", 9, line_start=3), *halves)
    assert added(pack) == {"total": 18}
    assert budget(pack, Question()).opened.amount == 18 * WAN
    again = pack_of(line("301", 9), *(msgspec.structs.replace(half, name="合计") for half in halves))
    assert added(again) == {"total": 9}
    assert budget(again, Question()).opened.amount == 9 * WAN


def test_the_row_of_the_department_is_all_the_others_where_there_is_no_total() -> None:
    own = {"table_kind": "projects", "classification": "projects"}
    rows = [
        line(None, 9, name="某厅", level=1, **own),
        line(None, 5, name="甲站", level=1, unit_name="甲站", **own),
        line(None, 4, name="乙站", level=1, unit_name="乙站", **own),
    ]
    assert added(pack_of(*rows)) == {"total": 9}
    assert added(pack_of(msgspec.structs.replace(rows[0], name=""), *rows[1:])) == {"total": 9}
    assert added(pack_of(msgspec.structs.replace(rows[0], name="丙站"), *rows[1:])) == {"total": 18}


def test_a_row_is_all_the_others_in_every_column_or_none() -> None:
    """Two nameless rows that each are a column's others together are two rows; so is one beside a single other."""

    def cells(name: str, at: int, **measures: int) -> list[BudgetLine]:
        own = {"table_kind": "projects", "classification": "projects", "level": 1, "line_start": at}
        return [line(None, amount, name=name, measure=key, **own) for key, amount in measures.items()]

    others = [*cells("甲站", 3, total=5, last_year=5), *cells("乙站", 4, total=4, last_year=3)]
    assert added(pack_of(*cells("", 2, total=9, last_year=8), *others)) == {"total": 9}
    assert added(pack_of(*cells("", 2, total=9), *others, *cells("", 5, last_year=8))) == {"total": 18}
    assert added(pack_of(*cells("", 2, total=9), *cells("甲站", 3, total=9))) == {"total": 18}


def test_a_total_that_is_printed_again_and_again_counts_once() -> None:
    whole = line(None, 9, name="合计")
    items = [line("2080101", 5, parent_id=whole.line_id), line("2080102", 4, parent_id=whole.line_id)]
    again = [line(None, 9, name=name, line_start=at) for at, name in enumerate(("本页合计", "总计"), 5)]
    assert added(pack_of(whole, *items, *again)) == {"total": 9}


def test_a_unit_is_the_sum_of_the_next_ones_only_where_it_is_that_of_all() -> None:
    """No total is printed: 10 = 6 + 4 may be chance where there is one more."""

    def unit(name: str, amount: int, at: int) -> BudgetLine:
        return line(None, amount, name=name, unit_name=name, line_start=at, line_end=at)

    units = [unit("甲局", 10, 2), unit("乙站", 6, 3), unit("丙站", 4, 4)]
    assert added(pack_of(*units)) == {"total": 10}
    assert added(pack_of(*units, unit("丁站", 7, 5))) == {"total": 27}


def test_what_no_total_is_printed_of_says_nothing_of_units() -> None:
    """Last year 甲 cost what 乙 did, by chance: no total of last year is printed, and that of this year holds either way."""
    own = {"measure": "last_year", "measure_label": "上年预算数"}
    rows = [line(None, 5, name=n, unit_name=n, line_start=at, **own) for at, n in ((2, "甲站"), (3, "乙站"))]
    rows += [line(None, 9, name="合计"), line(None, 9, name="丙站", unit_name="丙站", line_start=4)]
    (sheet,) = open_ledger(pack_of(*rows)).sheets
    assert sheet.sums == ()


def test_columns_that_are_not_the_total_printed_above_them_give_way_to_it() -> None:
    """A row is lost: basic 9 and project 10 of a table that is worth 20."""
    whole = [
        line(None, amount, measure=key) for key, amount in (("total", 20), ("basic", 9), ("project", 10))
    ]
    items = [*row("2080101", total=9, basic=4, project=5), *row("2080199", total=10, basic=5, project=5)]
    assert added(pack_of(*whole, *items)) == {"total": 20}
    assert added(pack_of(msgspec.structs.replace(whole[0], amount=19 * WAN), *whole[1:], *items)) == {
        "basic": 9,
        "project": 10,
    }
