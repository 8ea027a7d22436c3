"""The checks of the seeds: how the identities known to those who check budgets came out, read off by hand."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from hrss_tui.reference.checks import check_kinds

Checks = list[dict[str, Any]]


@pytest.fixture
def found(tables: dict[str, Checks]) -> Checks:
    return tables["checks"]


def test_every_check_has_its_own_id_and_a_known_kind(found: Checks) -> None:
    assert [cid for cid, count in Counter(row["check_id"] for row in found).items() if count > 1] == []
    assert {row["kind"] for row in found} <= {entry.key for entry in check_kinds()}


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
    from hrss_tui.records import record_id

    known = {record_id(row) for rows in compiled.tables.values() for row in rows}
    for row in found:
        assert row["records"]
        assert set(row["records"]) <= known, row["check_id"]


def test_no_check_compares_a_figure_with_itself(found: Checks) -> None:
    several = {"performance_money", "change_percent"}  # one record with several printed figures
    for row in found:
        alone = len(row["records"]) < 2
        assert not alone or row["kind"] in several or row["status"] == "not_checkable", row["check_id"]
