"""Metrics that are called the same: each says of which year, or of which document, it is."""

from __future__ import annotations

from hrss_tui.tui.compare.board import Board, Metric, _told_apart
from hrss_tui.tui.compare.rows import few_table, table
from hrss_tui.tui.widgets.columns import heading
from tests.tui.driving import desk_of

LABEL = "岗位补贴拨付地州"


def metric(key: str, year: int | None, label: str = LABEL) -> Metric:
    return Metric(key, label, "万元", year, "allocation")


def heads(pack: str, *metrics: Metric) -> list[str]:
    columns, _ = table(desk_of(pack), Board({}, metrics, ()), "value", ())
    return [column.title for column in columns[1:]]


def test_columns_of_several_years_say_theirs(pack_file: str) -> None:
    assert heads(pack_file, metric("a", 2031), metric("b", 2032), metric("c", None, "其他")) == [
        f"{LABEL}\n2031\n万元",
        f"{LABEL}\n2032\n万元",
        "其他\n万元",
    ]
    assert heads(pack_file, metric("a", 2031), metric("b", 2031, "其他")) == [f"{LABEL}\n万元", "其他\n万元"]


def test_a_heading_is_cut_before_its_year() -> None:
    assert heading("就业困难人员实现就业人数\n2031\n万人", 8, 4, "…") == [
        "就业困难",
        "人员实…",
        "2031",
        "万人",
    ]


def test_those_of_one_name_and_year_say_their_document(pack_file: str) -> None:
    desk = desk_of(pack_file)
    made = {key: metric(key, 2031) for key in ("a", "b")} | {"c": metric("c", 2032)}
    documents = {"a": "plan-2021", "b": "budget-2026", "c": "plan-2021"}
    told = _told_apart(desk, made, documents)
    assert [one.label for one in told] == [
        f"{desk.called('plan-2021', 20)} {LABEL}",
        f"{desk.called('budget-2026', 20)} {LABEL}",
        LABEL,
    ]
    _, rows = few_table(desk, Board({}, told, ()), "value")
    assert len({row.cells[0].text for row in rows}) == len(told)
