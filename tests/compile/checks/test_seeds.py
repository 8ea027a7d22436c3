"""The checks of the seeds: what they found, read against the sources by hand."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any

import pytest

from hrss_tui.records import record_id
from hrss_tui.reference import split_unit
from hrss_tui.words.check_kinds import WORDS
from tests.goldens import number, read_tsv

Checks = list[dict[str, Any]]

SEVERAL_FIGURES = {"performance_money", "change_percent"}
"""Kinds about one record that holds several printed figures."""

# Check by id (its kind, then the record of the stated side) → outcome, per identity of those who check budgets.
IDENTITIES = {
    "B01": {
        "balance/budget-2026/t1:160.6": "exact",
        "overview_income/budget-2026/t1:160.21/income": "exact",
        "overview_expenditure/budget-2026/t1:160.21/expenditure": "exact",
        "narrative_amount/budget-2026/622.55": "exact",
        "narrative_amount/budget-2026/630.21": "exact",
        "narrative_amount/budget-2026/650.26": "exact",
        "narrative_amount/budget-2026/1063.37": "exact",
    },
    "B02": {"level_sum/budget-2026/t1:130.8": "exact", "level_sum/budget-2026/t1:131.12": "exact"},
    "B03": {"level_sum/budget-2026/t1:160.6": "rounding"},
    "B04": {"level_sum/budget-2026/t1:160.21": "rounding"},
    "B05": {
        "row_sum/budget-2026/t2:181.15": "rounding",
        "row_sum/budget-2026/t2:231.7": "rounding",
        "row_sum/budget-2026/t2:182.22": "exact",
    },
    "B06": {
        "level_sum/budget-2026/t2:181.15": "rounding",
        "level_sum/budget-2026/t5:361.22": "rounding",
        "level_sum/budget-2026/t5:375.19": "rounding",
        "level_sum/budget-2026/t6:415.13": "rounding",
        "level_sum/budget-2026/t6:441.16": "rounding",
        "leaf_sum/budget-2026/t3:253.16": "exact",
    },
    "B07": {"row_sum/budget-2026/t3:296.6/basic": "rounding", "row_sum/budget-2026/t5:403.6/basic": "exact"},
    "B08": {"income_expenditure/budget-2026/t2:231.7/expenditure": "exact"},
    "B09": {
        "balance/budget-2026/t4:338.6": "exact",
        "appropriation_income/budget-2026/t4:338.21/income": "exact",
        "appropriation_codes/budget-2026/t5:403.6/income": "exact",
    },
    "B10": {
        "appropriation_classes/budget-2026/t4:315.27/general_public": "exact",
        "appropriation_codes/budget-2026/t5:360.16/income": "exact",
    },
    "B11": {
        "basic_economic/budget-2026/t5:403.16/general_public_basic": "exact",
        "row_sum/budget-2026/t6:445.6/basic": "exact",
    },
    "B12": {
        "project_codes/budget-2026/t5:403.26/general_public_projects": "exact",
        "level_sum/budget-2026/t7:531.7": "exact",
        "row_sum/budget-2026/t7:465.41/economic_301": "exact",
    },
    "B13": {"project_codes/budget-2026/t5:374.37/general_public_projects": "exact"},
    "B14": {"other_funds/budget-2026/t3:296.26": "exact"},
    "B15": {
        "three_public_economic/budget-2026/t10:574.12": "exact",
        "three_public_economic/budget-2026/t10:577.18": "exact",
        "level_sum/budget-2026/t10:578.4": "exact",
    },
    "B16": {
        "level_sum/budget-2026/t11:600.4": "exact",
        "leaf_sum/budget-2026/t11:600.4": "exact",
        "outsourcing_project/budget-2026/t11:591.11": "exact",
    },
    "B17": {
        "carryover_tables/budget-2026/t12:616.4": "exact",
        "carryover_tables/budget-2026/t12:616.11/income": "exact",
    },
    "B18": {"narrative_amount/budget-2026/1037.55": "exact"},
    "B19": {"narrative_amount/budget-2026/722.82": "exact", "narrative_amount/budget-2026/698.65": "exact"},
    "B20": {"change_percent/budget-2026/696.67": "exact", "change_percent/budget-2026/726.66": "exact"},
    "B21": {"share/budget-2026/632.38": "exact", "share/budget-2026/682.25": "exact"},
    "B22": {"project_parts/budget-2026/project-19": "exact", "project_subparts/budget-2026/842.103": "exact"},
    "B23": {"project_table/budget-2026/project-5": "exact", "project_table/budget-2026/project-12": "exact"},
    "B24": {
        "indicator_sum/budget-2026/1041.28/procurement_goods": "exact",
        "indicator_part/budget-2026/1043.40": "exact",
        "indicator_part/budget-2026/1043.72": "exact",
    },
    "B25": {
        "performance_money/budget-2026/performance:1069": "exact",
        "performance_department/budget-2026/performance:1069/amount": "exact",
        "performance_department/budget-2026/performance:1069/fiscal_own": "rounding",
    },
    "B26": {"performance_tables/budget-2026/t7:531.7/fiscal": "exact"},
    "B27": {"performance_tables/budget-2026/t2:231.48/other": "exact"},
}


@pytest.fixture
def found(tables: dict[str, Checks]) -> Checks:
    return tables["checks"]


def test_every_check_has_its_own_id_and_a_known_kind(found: Checks) -> None:
    assert [cid for cid, count in Counter(row["check_id"] for row in found).items() if count > 1] == []
    assert {f"check.{row['kind']}" for row in found} <= set(WORDS)


def test_what_is_not_exact_says_why(found: Checks) -> None:
    for row in found:
        assert (row["reason"] is None) == (row["status"] == "exact")
        assert row["description"]
        if row["status"] == "not_checkable":
            assert row["right"] is None
        else:
            assert (row["status"] == "exact") == (row["difference"] == 0)
            assert (row["status"] == "fails") == (abs(row["difference"]) > row["tolerance"])


def test_every_record_a_check_compares_exists(found: Checks, compiled: Any) -> None:
    known = {record_id(row) for rows in compiled.tables.values() for row in rows}
    for row in found:
        assert row["records"]
        assert set(row["records"]) <= known, row["check_id"]


def test_no_check_compares_a_figure_with_itself(found: Checks) -> None:
    for row in found:
        alone = len(row["records"]) < 2
        assert not alone or row["kind"] in SEVERAL_FIGURES or row["status"] == "not_checkable", row[
            "check_id"
        ]


def test_most_identities_hold_exactly(found: Checks) -> None:
    counts = Counter(row["status"] for row in found)
    assert counts["exact"] >= 1100
    assert (counts["rounding"], counts["fails"]) == (49, 3)


def test_every_deviation_was_read_against_the_sources(found: Checks) -> None:
    golden = {row["check_id"]: row for row in read_tsv("checks")}
    own = {row["check_id"]: row for row in found if row["status"] != "exact"}
    assert set(own) == set(golden)
    for check_id, row in own.items():
        read = golden[check_id]
        assert read["why"]
        assert row["status"] == read["status"], check_id
        factor, _ = split_unit(read["unit"])
        for side in ("left", "right"):
            stated = number(read[side]) * factor if read[side] else None
            assert (None if row[side] is None else Decimal(str(row[side]))) == stated, check_id


@pytest.mark.parametrize("identity", sorted(IDENTITIES))
def test_the_known_identities_of_budgets_come_out_as_read(identity: str, found: Checks) -> None:
    outcome = {row["check_id"]: row["status"] for row in found}
    for check_id, status in IDENTITIES[identity].items():
        assert outcome.get(check_id) == status, check_id


def test_every_item_of_the_narrative_is_held_against_its_row(found: Checks) -> None:
    items = [row["code"] for row in read_tsv("changes") if row["code"]]
    own = [row for row in found if row["kind"] == "narrative_amount" and row["line_start"] in range(686, 749)]
    assert len(items) == len(own) == 31
    assert {row["status"] for row in own} == {"exact"}


def test_every_performance_table_has_the_same_weights(found: Checks) -> None:
    weights = [row for row in found if row["kind"] == "performance_weights"]
    assert [(row["left"], row["status"]) for row in weights] == [(90, "exact")] * 12


def test_what_budgets_do_not_promise_is_not_asserted(found: Checks) -> None:
    economic = {"30108", "30109", "30110", "30111", "30113"}
    functional = {"2080505", "2080506", "21011", "2210201"}
    for row in found:
        of_economic = {record for record in row["records"] if record.startswith("budget-2026:t6:")}
        if not of_economic or all(record in of_economic for record in row["records"]):
            continue  # within the table of economic classes
        lines = {record.split(":")[2].split(".")[0] for record in of_economic}
        assert lines <= {"436", "438", "445"}, row["check_id"]  # 30217, 30231 and the total
    words = [row["description"] for row in found]
    assert not [
        text for text in words if any(c in text for c in economic) and any(c in text for c in functional)
    ]


def test_end_2020_is_derived_twice(found: Checks) -> None:
    bases = [row for row in found if row["kind"] == "derived_base"]
    assert [(row["left"], row["right"], row["status"]) for row in bases] == [
        (13_126_200, 13_127_800, "fails"),  # pension
        (3_016_800, 3_022_300, "fails"),  # unemployment
        (3_490_000, 3_490_000, "exact"),  # work injury
    ]
    assert "1463.96 − 151.34" in bases[0]["reason"] and "1336.89 − 24.11" in bases[0]["reason"]
    assert "340.16 − 38.48" in bases[1]["reason"] and "313.93 − 11.70" in bases[1]["reason"]
