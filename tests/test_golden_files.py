"""The golden files agree with the sources they were typed from, and with the sums the sources state."""

from collections import defaultdict
from decimal import Decimal

import pytest

from tests.goldens import BUDGET, PLAN, fold, number, read_tsv, seed_text, yuan

BUDGET_TABLES = ("01", "02", "03", "04", "05", "06", "07", "10", "11", "12")
PARTS = {
    "02": ("fiscal_subtotal", "special_account", "unit_funds", "fiscal_carryover", "other_carryover"),
    "03": ("basic", "project"),
    "05": ("basic", "project"),
    "06": ("personnel", "operating"),
}
ROUNDING = 100  # 元: two printed cells of 0.01 万元 may each be rounded by half of that


@pytest.mark.parametrize("table", BUDGET_TABLES)
def test_every_amount_typed_stands_in_its_line(table: str) -> None:
    rows = read_tsv(f"budget_t{table}")
    assert [r for r in rows if r["printed"] not in seed_text(BUDGET, r["line"]).split("\t")] == []


@pytest.mark.parametrize("table", BUDGET_TABLES)
def test_no_amount_is_typed_twice(table: str) -> None:
    keys = [(r["line"], r["classification"], r["measure"]) for r in read_tsv(f"budget_t{table}")]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize("table", PARTS)
def test_total_of_a_row_is_the_sum_of_its_columns(table: str) -> None:
    rows: dict[str, dict[str, int]] = defaultdict(dict)
    for row in read_tsv(f"budget_t{table}"):
        rows[row["line"]][row["measure"]] = yuan(row["printed"])
    for line, amounts in rows.items():
        difference = amounts["total"] - sum(amounts.get(part, 0) for part in PARTS[table])
        assert abs(difference) <= ROUNDING, line


def test_columns_of_the_project_table_add_up_exactly() -> None:
    rows: dict[str, dict[str, int]] = defaultdict(dict)
    for row in read_tsv("budget_t07"):
        rows[row["line"]][row["measure"]] = yuan(row["printed"])
    assert [n for n, a in rows.items() if a["total"] * 2 != sum(a.values())] == []


def test_annex_columns_add_up_to_the_printed_totals() -> None:
    totals: dict[str, Decimal] = defaultdict(Decimal)
    for row in read_tsv("prefectures"):
        assert row["printed"] in seed_text(PLAN, row["line"]).split("\t")
        if row["status"] == "value":
            totals[row["metric"]] += number(row["printed"])
    printed = ("urban_new_jobs", "46"), ("hardship_employed", "3"), ("unemployed_reemployed", "15")
    assert dict(totals).items() >= {m: Decimal(t) for m, t in (*printed, ("startup_jobs", "10"))}.items()
    assert totals["new_startups"] == 4


def test_change_and_percent_fit_the_previous_amount() -> None:
    for row in read_tsv("changes"):
        assert number(row["printed"]) - number(row["change"]) == number(row["previous"]), row
        if previous := number(row["previous"]):
            implied = number(row["change"]) / previous * 100
            assert abs(implied - number(row["percent"])) <= Decimal("0.005"), row
        text = seed_text(BUDGET, row["line_start"], row["line_end"])
        assert fold(row["printed"]) in fold(text), row
        assert fold(row["change"][1:]) in fold(text), row


def test_parts_of_a_project_add_up_to_its_amount() -> None:
    amounts = {p["order"]: yuan(p["printed"]) for p in read_tsv("projects")}
    sums: dict[str, int] = defaultdict(int)
    for row in read_tsv("allocations"):
        text = fold(seed_text(BUDGET, row["line_start"], row["line_end"]))
        assert fold(row["item"] + row["printed"]) in text, row
        if not row["parent_item"]:
            sums[row["project_order"]] += yuan(row["printed"])
    assert {order: amounts[order] for order in sums} == sums


def test_sub_lists_add_up_to_their_part() -> None:
    rows = read_tsv("allocations")
    sums: dict[tuple[str, str], int] = defaultdict(int)
    for row in rows:
        if row["parent_item"]:
            sums[row["project_order"], row["parent_item"]] += yuan(row["printed"])
    parts = {(r["project_order"], r["item"]): yuan(r["printed"]) for r in rows if not r["parent_item"]}
    assert {key: parts[key] for key in sums} == sums


def test_titles_and_numbers_stand_in_their_lines() -> None:
    for row in read_tsv("basis"):
        text = fold(seed_text(BUDGET, row["line_start"], row["line_end"]))
        assert fold(f"《{row['title']}》") in text, row
        assert fold(row["doc_number"]) in text, row
