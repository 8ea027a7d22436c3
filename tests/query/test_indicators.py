"""One list of what three tables state of an indicator."""

from __future__ import annotations

from typing import Any

import pytest
from msgspec.structs import replace

from hrss_tui.errors import NothingFoundError
from hrss_tui.pack.read import Pack
from hrss_tui.query.indicators import handed_down, indicators
from hrss_tui.records import (
    Indicator,
    Observation,
    PerformanceTable,
    PerformanceTarget,
    PrefectureTotal,
    PrefectureValue,
    Record,
)
from tests.query.handmade import made, pack_of

PLACE: dict[str, Any] = {"doc_id": "d", "line_start": 1, "line_end": 1}
JOBS = made(
    Indicator,
    indicator_id="jobs",
    name="城镇新增就业",
    name_en="New urban jobs",
    unit="人",
    aliases=["新增就业"],
)
OTHER = made(Indicator, indicator_id="insured", name="参保人数", name_en="Insured", unit="人", aliases=[])


def observed(number: int, indicator: str | None, subject: str, period: str, kind: str) -> Observation:
    return made(
        Observation,
        **{**PLACE, "line_start": number},
        observation_id=f"o{number}",
        indicator_id=indicator,
        subject=subject,
        period=period,
        kind=kind,
        operator="=",
        value=1.5,
        unit="万人",
        base_value=15000.0,
        base_unit="人",
        printed="1.5",
        block_id="b",
    )


def target(number: int, operator: str, value: str) -> PerformanceTarget:
    return made(
        PerformanceTarget, **PLACE, target_id=f"t{number}", table_id="p", indicator="新增", operator=operator,
        value=value, unit="万人", printed=value, indicator_id="jobs",
    )  # fmt: skip


TABLE = made(PerformanceTable, **PLACE, table_id="p", year=2030, goal="")
TOTAL = made(PrefectureTotal, **PLACE, metric="m", metric_label="城镇新增就业人数", year=2021, value=46.0, unit="万人", kind="target", printed="46", indicator_id="jobs")  # fmt: skip


def stated(*records: Record, pattern: str | None = None) -> list[tuple[Any, ...]]:
    rows = indicators(pack_of(JOBS, OTHER, TABLE, *records), pattern)
    return [(row.indicator, row.period, row.kind, row.record_id) for row in rows]


def test_prose_annexes_and_performance_tables_are_one_list_by_period() -> None:
    rows = stated(target(1, ">=", "39"), TOTAL, observed(2, "jobs", "新增就业", "2022", "actual"))
    assert rows == [
        ("城镇新增就业", "2021", "target", "prefecture_totals/m/2021/target/d"),
        ("城镇新增就业", "2022", "actual", "o2"),
        ("城镇新增就业", "2030", "target", "t1"),
    ]


def test_every_number_is_there_in_its_base_unit_too() -> None:
    total = replace(TOTAL, operator=">=")
    records = (
        target(1, ">=", "39"),
        target(2, "text", "若干"),
        total,
        observed(3, "jobs", "x", "2022", "actual"),
    )
    rows = {row.record_id[:2]: row for row in indicators(pack_of(JOBS, TABLE, *records), None)}
    assert {key: (row.operator, row.value, row.base_value, row.base_unit) for key, row in rows.items()} == {
        "t1": (">=", 39.0, 390_000.0, "人"),
        "t2": ("text", None, None, None),
        "pr": (">=", 46.0, 460_000.0, "人"),
        "o3": ("=", 1.5, 15_000.0, "人"),
    }


def test_targets_come_before_outcomes_of_the_same_period() -> None:
    rows = stated(observed(1, "jobs", "x", "2021", "actual"), observed(2, "jobs", "x", "2021", "target"))
    assert [row[3] for row in rows] == ["o2", "o1"]


@pytest.mark.parametrize("pattern", ["新增就业", "NEW URBAN", "jobs", "城镇 新增"])
def test_a_pattern_is_part_of_any_name(pattern: str) -> None:
    both = (observed(1, "jobs", "x", "2021", "actual"), observed(2, "insured", "y", "2021", "actual"))
    assert [row[3] for row in stated(*both, pattern=pattern)] == ["o1"]
    assert len(stated(*both)) == 2


@pytest.mark.parametrize("letters", ["shiyelv", "djsyl", "dengjishiye"])
def test_letters_are_read_as_pinyin_of_names_where_nothing_is_called_so(pack: Pack, letters: str) -> None:
    assert {row.indicator for row in indicators(pack, letters)} >= {"城镇登记失业率"}
    with pytest.raises(NothingFoundError):
        indicators(pack, "qqxx")


def test_figures_that_are_no_indicator_are_found_by_their_subject_and_come_last() -> None:
    records = (
        observed(1, None, "新增就业的比例", "2020", "actual"),
        observed(2, "jobs", "x", "2021", "actual"),
    )
    assert [row[3] for row in stated(*records, pattern="新增就业")] == ["o2", "o1"]
    assert [row[3] for row in stated(*records)] == ["o2"]


def test_words_instead_of_a_number_have_no_value() -> None:
    records = (JOBS, TABLE, target(1, "text", "有效促进"), target(2, ">=", "1,000.5"), target(3, "=", "很多"))
    assert [row.value for row in indicators(pack_of(*records), None)] == [None, 1000.5, None]


def test_nothing_found_names_what_is_near() -> None:
    with pytest.raises(NothingFoundError, match="城镇新增就业"):
        stated(observed(1, "jobs", "x", "2021", "actual"), pattern="城镇就业新增")
    with pytest.raises(NothingFoundError):
        indicators(pack_of(), None)


def test_every_row_of_the_package_stands_in_its_document(pack: Pack) -> None:
    lines = dict(
        zip(pack.column("documents", "doc_id"), pack.column("documents", "source_lines"), strict=True)
    )
    for row in indicators(pack, None):
        assert 1 <= row.line_start <= row.line_end <= lines[row.doc_id]


def listed(place: str, value: str, **other: Any) -> PrefectureValue:
    fields = {"year": 2031, "kind": "target", "indicator_id": "jobs", **other}
    return made(
        PrefectureValue, **PLACE, prefecture_code=place, metric="m", metric_label="城镇新增就业（万人）",
        value=float(value), unit="万人", status="value", printed=value, **fields,
    )  # fmt: skip


def test_a_row_of_a_plan_is_a_target_of_the_place_that_tells_its_outcome_itself() -> None:
    own = replace(observed(3, "jobs", "新增就业", "2031", "actual"), place="1302")
    rows = (listed("1302", "9.8"), listed("1301", "12"), listed("1302", "9", kind="actual", year=2030))
    pack = pack_of(JOBS, OTHER, own, *rows)
    (found,) = handed_down(pack, indicators(pack, None))
    assert (found.kind, found.place, found.period, found.printed) == ("target", "1302", "2031", "9.8")
    assert (found.base_value, found.base_unit, found.indicator) == (98000.0, "人", "城镇新增就业")
    assert handed_down(pack, [replace(indicators(pack, None)[0], place=None)]) == ()


def test_what_a_place_only_plans_is_no_outcome_of_a_plan_above() -> None:
    planned = replace(observed(3, "jobs", "新增就业", "2031", "target"), place="1302")
    pack = pack_of(JOBS, planned, listed("1302", "9.8"))
    assert handed_down(pack, indicators(pack, None)) == ()


def test_a_total_of_the_first_months_of_a_year_is_of_its_indicator_and_of_these_months() -> None:
    """A year is all that a value of a place says of its time: 1—9月完成 has no indicator in the package."""
    known = made(
        Indicator, indicator_id="urban_new_jobs", name="城镇新增就业", name_en="x", unit="人", aliases=[]
    )
    months = replace(
        TOTAL, metric="urban_new_jobs:01-09", year=2032, kind="actual", indicator_id=None, metric_label="1—9月完成"
    )  # fmt: skip
    others = [
        replace(months, metric=metric)
        for metric in ("urban_new_jobs:09", "urban_new_jobs:rate:01-09", "某项:01-09")
    ]
    rows = indicators(pack_of(known, months, *others), "城镇新增")
    assert [(row.indicator_id, row.period, row.record_id) for row in rows] == [
        ("urban_new_jobs", "2032-01/2032-09", "prefecture_totals/urban_new_jobs:01-09/2032/actual/d")
    ]


def test_how_much_of_a_task_was_done_in_the_first_months_is_of_these_months_and_no_value_of_the_indicator() -> (
    None
):
    rate = replace(
        TOTAL, metric="urban_new_jobs:rate:01-09", year=2032, kind="rate", indicator_id=None, metric_label="新增就业 完成率"
    )  # fmt: skip
    rows = indicators(pack_of(rate), "新增就业")
    assert [(row.indicator_id, row.period, row.kind) for row in rows] == [(None, "2032-01/2032-09", "rate")]
