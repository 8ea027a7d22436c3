"""How many people a department has, as its document says it: by one basis, of the whole department, or not at all."""

from __future__ import annotations

import pytest

from hrss_tui.query.filings.departments import across
from hrss_tui.query.filings.filings import filings
from hrss_tui.query.filings.staff import Staff, of_filings, shared
from hrss_tui.records import Observation, Record
from tests.query.filings.test_filings import filing
from tests.query.handmade import WAN, filled, pack_of

WATER = "临茂市水利局"


def said(subject: str, count: float, doc_id: str = "lm-2031", line: int = 9, **other: object) -> Observation:
    fields = {
        "unit": "人", "base_unit": "人", "kind": "actual", "operator": "=", "change": None, "scope": None, "period": "2031",
        **other,
    }  # fmt: skip
    return filled(
        Observation, observation_id=f"{doc_id}:{line}.{len(subject)}", subject=subject, value=count, base_value=count,
        printed=f"{count:g}", doc_id=doc_id, line_start=line, line_end=line, **fields,
    )  # fmt: skip


def counted(*rows: Record) -> dict[str, int]:
    pack = pack_of(*filing("lm-2031", WATER, 2031, "budget", {None: 100}), *rows)
    found = of_filings(pack, filings(pack)).get("lm-2031", {})
    return {basis: staff.count for basis, staff in found.items()}


@pytest.mark.parametrize(
    ("subject", "basis"),
    [
        ("在职", "serving"), ("实有人数 在职", "serving"), ("我局现有编制 在职职工", "serving"), ("年末在职在编人员", "serving"),
        ("本部门在职实有人数", "serving"), ("单位实有在职人员", "serving"), ("临茂市水利局部门编制数", "posts"), ("在职人员编制", "posts"),
        ("本部门人员编制", "posts"), ("核定编制", "posts"), ("实有人数", "present"), ("本部门人员编制 实有人员", "present"),
    ],
)  # fmt: skip
def test_the_whole_department_by_what_its_number_is_called(subject: str, basis: str) -> None:
    assert counted(said(subject, 210)) == {basis: 210}


@pytest.mark.parametrize(
    "row",
    [
        said("人员编制 行政编制", 20), said("事业编制", 20), said("在职职工 公务员", 20), said("实有人数 退休", 20), said("培训在职人员", 20),
        said("水文站 在职人员", 20), said("在职", 20, change="increase"), said("在职", 20, kind="target"), said("在职", 20, operator=">="),
        said("在职", 20.5), said("在职", 0), said("在职", 20, base_unit="人次"), said("在职", 20, scope="城区"), said("在职", 20, period="2025"),
    ],
    ids=lambda row: f"{row.subject} {row.kind} {row.operator} {row.base_value} {row.base_unit}",
)  # fmt: skip
def test_parts_changes_targets_and_others_are_not_the_department(row: Observation) -> None:
    assert counted(row) == {}


def test_several_numbers_are_none_unless_they_agree() -> None:
    assert counted(said("在职", 20), said("在职人员", 20, line=12)) == {"serving": 20}
    assert counted(said("在职", 20), said("在职人员", 31, line=12), said("编制", 40)) == {"posts": 40}


def test_amounts_per_head_are_rounded_to_the_fen_and_led_back_to_the_sentence() -> None:
    staff = Staff("serving", 3, "lm:9.1", "lm", 9, None)
    assert [staff.per_head(amount) for amount in (0, 1, 2, 10, -10)] == [0, 0, 1, 3, -3]
    pack = pack_of(
        *filing("lm-2031", WATER, 2031, "budget", {None: 100}),
        *filing("qh-2031", "青河县教育局", 2031, "budget", {None: 500}),
        *filing("st-2031", "石亭镇人民政府", 2031, "budget", {None: 40}),
        said("在职人员", 30),
        said("编制", 35),
        said("编制数", 100, "qh-2031"),
        said("实有人数", 90, "qh-2031"),
    )
    found = across(pack, year=2031)
    assert found.staff == shared(of_filings(pack, filings(pack)), filings(pack)) == "posts"
    assert [(row.department, row.staff, row.per_head, row.staff_record_id) for row in found.rows] == [
        ("青河县教育局", 100, 5 * WAN, "qh-2031:9.3"),
        (WATER, 35, round(100 * WAN / 35), "lm-2031:9.2"),
        ("石亭镇人民政府", None, None, None),
    ]


def test_nobody_is_counted_where_no_document_counts_people() -> None:
    pack = pack_of(*filing("lm-2031", WATER, 2031, "budget", {None: 100}))
    found = across(pack, year=2031)
    assert (found.staff, found.rows[0].staff, found.rows[0].per_head) == ("", None, None)


def test_who_does_not_wait_any_more_is_not_read_for() -> None:
    pack = pack_of(*filing("lm-2031", WATER, 2031, "budget", {None: 100}), said("在职", 20))
    assert of_filings(pack, filings(pack), lambda done, total: False) == {}
