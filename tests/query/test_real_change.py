"""What really changed: moves between codes cancel out, what changed hands stands apart, the open stays open."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from hrss_tui.pack.read import Pack
from hrss_tui.query.real_change import (
    CODES,
    HANDS,
    RealChange,
    item_row,
    ranked,
    real_changes,
    rounding,
    steps,
)
from hrss_tui.records import BudgetChange
from tests.query.handmade import WAN, change, line, pack_of

NAMES = {
    "20101": "人大事务",
    "2010101": "行政运行",
    "2010104": "人大会议",
    "2010107": "代表履职",
    "201": "一般公共服务支出",
}
TO = "本年将“一般公共服务支出（类）人大事务（款）{name}（项）”科目调整至此项"


def item(code: str, amount: int, by: int, reason: str = "", **other: Any) -> BudgetChange:
    values = {"name": NAMES.get(code, f"科目{code}"), "doc_id": "d", "section": "二、具体使用情况", **other}
    return change(code, amount, by, reason=reason, reclassified="科目" in reason, **values)


def whole(amount: int, by: int, reason: str = "", **other: Any) -> BudgetChange:
    values = {"name": "一般公共预算", "doc_id": "d", "section": "二、规模变化情况", **other}
    return change(None, amount, by, change_id=f"whole {amount}", reason=reason, **values)


def of(*changes: BudgetChange) -> list[RealChange]:
    return real_changes(_pack(*changes))


def _pack(*changes: BudgetChange) -> Pack:
    lines = [line(code, 1, name=name, doc_id="d") for code, name in NAMES.items()]
    return pack_of(*changes, *lines)


def wan(found: list[RealChange]) -> list[tuple[str, tuple[str | None, ...], int, int]]:
    return [
        (one.kind, tuple(row.code for row in one.changes), one.moved // WAN, one.left // WAN)
        for one in ranked(found)
    ]


def test_codes_that_a_reason_ties_are_one_item_whose_moves_cancel_out() -> None:
    found = of(
        item("2010101", 70, -30),
        item("2010104", 45, 45, TO.format(name="行政运行")),
        item("2010107", 9, 4),
    )
    assert wan(found) == [("own", ("2010101", "2010104"), 0, 15), ("own", ("2010107",), 0, 4)]


def test_a_move_whose_other_code_is_not_named_stays_open() -> None:
    (one,) = of(item("2010101", 70, 30, "科目调整"), item("2010104", 5, 1))
    assert [(each.open, each.own) for each in one.items] == [(CODES, None), (None, WAN)]


@pytest.mark.parametrize(
    ("reason", "moved", "open_"),
    [
        ("某局职能划入，增加 12 万元", 12, None),
        ("某局职能划入，增加 12 万元；会议增加 20 万元", 12, None),
        ("某局职能划出，减少 12 万元", -12, None),
        ("某局职能划入 12 万元", 12, None),
        ("某局职能划入", 0, HANDS),
        ("某局职能划入，增加 12 万元，会议增加 20 万元", 0, HANDS),
        ("人员增加 12 万元", 0, None),
    ],
)
def test_what_changed_hands_is_what_its_clause_states(reason: str, moved: int, open_: str | None) -> None:
    (one,) = of(item("2010101", 70, 30, reason))
    assert [(each.moved // WAN, each.open) for each in one.items] == [(moved, open_)]


def test_the_sum_tells_what_one_item_leaves_open() -> None:
    (one,) = of(
        item("2010101", 70, 30, "某局职能划入"),
        item("2010104", 20, 10, "某局职能划入增加 10 万元"),
        whole(90, 40, "某局职能划入增加 32 万元"),
    )
    assert one.stated == 32 * WAN
    first = one.items[0]
    assert (first.moved // WAN, first.own, first.derived) == (22, 8 * WAN, True)
    assert [each.derived for each in one.items] == [True, False]


def test_a_sum_that_is_silent_tells_nothing() -> None:
    (one,) = of(item("2010101", 70, 30, "某局职能划入"), whole(70, 30, "业务增加"))
    assert (one.stated, one.items[0].open) == (None, HANDS)


def test_two_sums_of_one_section_may_be_the_whole_and_rounding_is_told() -> None:
    cent = WAN // 100
    (one,) = of(
        item("2010101", 70, 30),
        item("2010104", 20, 10),
        msgspec.structs.replace(whole(60, 25, name="基本支出"), amount=60 * WAN + cent, printed="60.01"),
        whole(30, 15, name="项目支出"),
    )
    assert [each.name for each in one.wholes] == ["基本支出", "项目支出"]
    assert rounding(one) == cent
    (other,) = of(item("2010101", 70, 30), whole(71, 30))
    assert (other.wholes, rounding(other)) == ((), 0)


def test_codes_that_others_are_a_part_of_and_repeated_statements_are_left_out() -> None:
    found = of(
        item("201", 90, 40),
        item("2010101", 70, 30),
        item("2010101", 70, 30, section="三、再说一遍", change_id="again"),
        item("2010104", 20, 10),
    )
    assert wan(found) == [("own", ("2010101",), 0, 30), ("own", ("2010104",), 0, 10)]


def test_the_steps_add_up() -> None:
    (one,) = of(
        item("2010101", 70, 30, "某局职能划入增加 12 万元"),
        item("2010104", 20, -10),
        item("2010107", 8, 5, "科目调整"),
    )
    made = steps(one)
    assert [(step.key, step.amount // WAN, step.items) for step in made] == [
        ("last", 73, 3),
        ("grew", 18, 1),
        ("shrank", -10, 1),
        ("moved", 12, 1),
        ("open.codes", 5, 1),
        ("this", 98, 3),
    ]
    assert made[-2].end == made[-1].end == 98 * WAN


def test_an_item_as_data_adds_up() -> None:
    for one in ranked(
        of(item("2010101", 70, 30, "某局职能划入增加 12 万元"), item("2010107", 8, 5, "科目调整"))
    ):
        row = item_row(one)
        assert row.change == (row.own or 0) + (row.moved or 0) + (row.undecided or 0)


def test_a_document_without_items_has_none() -> None:
    assert of(whole(90, 40)) == []


def test_an_amount_that_is_printed_as_nothing_has_no_last_digit() -> None:
    """A package may say so though no document does."""
    (found,) = of(
        item("2010101", 60, 20, printed="0.00"), item("2010104", 40, 5), whole(100, 25, printed="0")
    )
    assert found.amount == 100 * WAN


@pytest.mark.parametrize(
    "named",
    ["“行政运行（项）”", "“行政运行”", "2010101行政运行", "“人大事务（款）行政运行（项）”"],
)
def test_the_other_code_of_a_move_is_named_by_its_digits_or_its_name_alone(named: str) -> None:
    found = of(
        item("2010101", 70, -30),
        item("2010104", 45, 45, f"科目调整，由{named}调整 30 万元至本科目"),
    )
    assert wan(found) == [("own", ("2010101", "2010104"), 0, 15)]


def test_a_name_that_two_items_have_names_neither() -> None:
    found = of(
        item("2010101", 70, -30),
        item("2010201", 20, -3, name="行政运行"),
        item("2010104", 45, 45, "科目调整，由“行政运行（项）”调整至本科目"),
    )
    assert [row for row in wan(found) if row[0] == "open"] == [("open", ("2010104",), 0, 45)]


@pytest.mark.parametrize(
    ("reason", "by", "moved"),
    [
        ("从甲局划转人员经费 30 万元，工资调整 20 万元", 50, 30),
        ("机构改革，从甲局划转 30 万元", 30, 30),
        ("机构改革，从甲局划转 30 万元，新增运维 20 万元", 50, 30),
        ("职能划出 12 万元，会议增加 40 万元", 28, -12),
        ("职能划出 12 万元；会议增加 40 万元", 28, -12),
        ("划转人员经费 30 万元，公用经费 5 万元", 35, None),
        ("划转人员 3 人，增加经费 30 万元，工资调整 20 万元", 50, None),
        ("机构改革，人员经费增加 30 万元，工资调整 20 万元", 50, None),
    ],
)
def test_what_changed_hands_is_told_apart_from_what_has_a_reason_of_its_own(
    reason: str, by: int, moved: int | None
) -> None:
    (found,) = of(item("2010101", 500, by, reason))
    (one,) = found.items
    assert (one.open, one.moved // WAN) == ((HANDS, 0) if moved is None else (None, moved))
