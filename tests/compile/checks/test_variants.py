"""The checks of budgets printed otherwise: the same outcome, fewer where a table is missing, failures where it hurts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests import variants as v

Rows = list[dict[str, Any]]
TEXT = v.BUDGET.read_text("utf-8")
TABLES = v.tables_alone()
DOCUMENT = "budget-2026"
TABLE_KINDS = {
    "row_sum",
    "level_sum",
    "leaf_sum",
    "balance",
    "overview_income",
    "overview_expenditure",
    "overview_sources",
    "income_expenditure",
    "appropriation_codes",
    "appropriation_classes",
    "appropriation_income",
    "fund_split",
    "other_funds",
    "basic_economic",
    "project_codes",
    "three_public_economic",
    "outsourcing_project",
    "carryover_tables",
}


def outcomes(rows: Rows) -> Counter[tuple[str, str]]:
    """How often each kind of check between table cells came out how."""
    own = [row for row in rows if row["doc_id"].startswith("budget") and row["kind"] in TABLE_KINDS]
    return Counter((row["kind"], row["status"]) for row in own)


def compiled(text: str, folder: Path) -> Rows:
    """The checks of a text; their ids are their own."""
    rows: Rows = v.compile_text(text, folder)["checks"]
    assert len({row["check_id"] for row in rows}) == len(rows)
    return rows


@pytest.mark.parametrize(
    "change",
    [
        v.without_separators,
        v.full_width,
        v.merged_codes,
        v.codes_in_one_cell,
    ],
    ids=["no-separators", "full-width", "merged-codes", "one-cell"],
)
def test_another_print_of_the_same_budget_has_the_same_checks(
    change: Callable[[str], str], tables: dict[str, Rows], tmp_path: Path
) -> None:
    assert outcomes(compiled(change(TABLES), tmp_path)) == outcomes(tables["checks"])


def test_the_same_budget_in_narrower_lines_has_the_same_checks(
    tables: dict[str, Rows], tmp_path: Path
) -> None:
    assert outcomes(compiled(v.rewrapped(TEXT, 60), tmp_path)) == outcomes(tables["checks"])


@pytest.mark.parametrize("number", range(1, 13))
def test_a_missing_table_means_fewer_checks_and_no_contradiction(number: int, tmp_path: Path) -> None:
    start = TEXT.index(f"\n表 {number}\n")
    after = TEXT.find(f"\n表 {number + 1}\n")
    stop = after if after >= 0 else TEXT.index("\n第三部分 2026", start)
    rows = compiled(TEXT[:start] + TEXT[stop:], tmp_path)
    assert [row["check_id"] for row in rows if row["status"] == "fails"] == []


def _failing(old: str, new: str, folder: Path) -> Counter[str]:
    """The kinds of the checks that fail when one line of the tables is misprinted."""
    assert TEXT.count(old) == 1
    rows = compiled(TEXT.replace(old, new), folder)
    return Counter(row["kind"] for row in rows if row["status"] == "fails")


def test_a_misprint_of_an_item_is_seen_by_everything_that_repeats_it(tmp_path: Path) -> None:
    old = "208\t01\t综合业务管理\t1,433.38\t\t1,433.38"
    assert _failing(old, old.replace("1,433.38\t\t1,433.38", "1,443.38\t\t1,433.38"), tmp_path) == {
        "row_sum": 1,  # 1,443.38 against 1,433.38
        "level_sum": 1,  # 20801
        "leaf_sum": 2,  # 208 and the total
        "income_expenditure": 1,
        "other_funds": 1,
    }


def test_a_misprint_of_a_project_is_seen_by_its_narrative(tmp_path: Path) -> None:
    old = "少数民族特培\t1,000.00\t\t1,000.00"
    assert _failing(old, "少数民族特培\t1,100.00\t\t1,100.00", tmp_path) == {
        "level_sum": 2,  # 20801 of the department itself: its total and 302
        "leaf_sum": 6,  # 208, the department itself and all units, each in total and 302
        "project_codes": 1,  # 2080199
        "project_table": 1,
    }


def test_a_misprint_in_the_narrative_is_seen_by_the_table(tmp_path: Path) -> None:
    old = "2026年预算数为433.38万元，比上年预算增加428.38万元"
    found = _failing(old, old.replace("433.38", "443.38"), tmp_path)
    assert found["narrative_amount"] == 1
    assert found["change_percent"] == 1
    assert set(found) <= {"narrative_amount", "change_percent"}


def test_a_misprint_of_a_prefecture_is_seen_by_the_total(tmp_path: Path) -> None:
    text = v.PLAN.read_text("utf-8")
    rows = v.compile_text(text.replace("伊犁州\t5.1\t", "伊犁州\t5.2\t"), tmp_path)["checks"]
    assert [row["kind"] for row in rows if row["status"] == "fails"] == ["prefecture_sum"]


def test_money_in_yuan_leaves_no_room_for_rounding(tables: dict[str, Rows], tmp_path: Path) -> None:
    def statuses(rows: Rows) -> Counter[str]:
        return Counter(row["status"] for row in rows if row["kind"] == "row_sum")

    before, after = statuses(tables["checks"]), statuses(compiled(v.in_yuan(TABLES), tmp_path))
    assert after == {"exact": before["exact"], "fails": before["rounding"]}  # 0.01 万元 is a hundred 元
