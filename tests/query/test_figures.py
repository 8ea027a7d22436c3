"""One long table of every figure: of the shipped package, and of rows written by hand."""

from collections import defaultdict

import pytest

from hrss_tui.pack.read import Pack
from hrss_tui.query.cite import cite
from hrss_tui.query.figures import figures
from hrss_tui.records import Observation, PrefectureTotal, Project
from hrss_tui.records.figures import Figure
from tests.query.handmade import WAN, filled, line, pack_of


@pytest.fixture
def found(pack: Pack) -> list[Figure]:
    return figures(pack)


def test_every_amount_and_every_number_is_there_once(pack: Pack, found: list[Figure]) -> None:
    ids = [row.record_id for row in found]
    assert len(ids) == len(set(ids))
    assert sum(row.table == "budget_lines" for row in found) == pack.count("budget_lines")
    assert sum(row.table == "observations" for row in found) == pack.count("observations")
    assert all((row.value is None) != (row.amount is None) for row in found)


def test_every_figure_can_be_cited(pack: Pack, found: list[Figure]) -> None:
    for table in {row.table for row in found}:
        row = next(row for row in found if row.table == table)
        assert cite(pack, row.record_id).doc_id == row.doc_id


def test_additive_amounts_of_one_kind_of_table_are_its_total_but_for_rounding(found: list[Figure]) -> None:
    sums: dict[str, int] = defaultdict(int)
    for row in found:
        if row.table == "budget_lines" and row.additive and row.code:
            sums[row.table_kind or ""] += row.amount or 0
    # 支出总计 59,831.55 万元, 一般公共预算支出 57,922.95 万元; printed cells are rounded one by one
    assert abs(sums["expenditure"] - 59831_55 * WAN // 100) <= 10 * WAN // 100
    assert abs(sums["general_public"] - 57922_95 * WAN // 100) <= 10 * WAN // 100


def test_a_total_and_a_class_are_not_additive_and_a_column_that_others_split_is_not() -> None:
    pack = pack_of(
        line(None, 9),
        line("208", 9),
        line("2080101", 9, parent_code="20801"),
        line("2080101", 4, parent_code="20801", measure="basic", line_id="basic"),
        line("2080101", 5, parent_code="20801", measure="project", line_id="project"),
    )
    additive = {(row.code, row.measure): row.amount for row in figures(pack) if row.additive}
    assert additive == {("2080101", "basic"): 4 * WAN, ("2080101", "project"): 5 * WAN}


def test_a_figure_of_prose_keeps_its_sign_of_comparison_and_its_period() -> None:
    row = filled(
        Observation, observation_id="d:1.1", subject="某数", period="2031/2033", kind="target", operator=">=",
        value=3.5, unit="万人", base_value=35000.0, base_unit="人", doc_id="d",
    )  # fmt: skip
    (figure,) = figures(pack_of(row))
    assert (figure.period_start, figure.period_end) == ("2031-01-01", "2033-12-31")
    assert (figure.operator, figure.value, figure.base_value, figure.additive) == (">=", 3.5, 35000.0, False)


def test_what_the_narrative_prints_of_projects_and_totals_by_place_are_figures_too() -> None:
    """The amount of a project that only tables name is that of these tables; a total is never added to its places."""
    told = filled(
        Project, project_id="d:1", name="管网", amount=3 * WAN, printed="3万元", year=2031, doc_id="d"
    )
    tabled = filled(
        Project, project_id="d:2", name="水库", amount=4 * WAN, printed="4", doc_id="d", tables_only=True
    )
    whole = filled(
        PrefectureTotal, metric="jobs", metric_label="新增就业", year=2031, value=9.5, unit="万人", kind="target",
        operator=">=", doc_id="d",
    )  # fmt: skip
    found = {row.table: row for row in figures(pack_of(told, tabled, whole))}
    assert (found["projects"].record_id, found["projects"].amount, found["projects"].additive) == (
        "d:1",
        3 * WAN,
        True,
    )
    total = found["prefecture_totals"]
    assert (total.base_value, total.operator, total.additive) == (95000.0, ">=", False)
