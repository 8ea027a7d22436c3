"""Metrics that are called the same: each says of which year, or of which document, it is."""

from __future__ import annotations

from hrss_tui.tui.compare.board import Board, Metric, _told_apart
from hrss_tui.tui.compare.rows import few_table, table
from tests.tui.driving import desk_of

LABEL = "岗位补贴拨付地州"


def metric(key: str, year: int | None, label: str = LABEL) -> Metric:
    return Metric(key, label, "万元", year, "allocation")


def heads(pack: str, *metrics: Metric) -> list[str]:
    columns, _ = table(desk_of(pack), Board({}, metrics, ()), "value", ())
    return [column.title.partition("\n")[0] for column in columns[1:]]


def test_columns_of_one_name_say_their_year(pack_file: str) -> None:
    assert heads(pack_file, metric("a", 2031), metric("b", 2032), metric("c", 2032, "其他")) == [
        f"2031 {LABEL}",
        f"2032 {LABEL}",
        "其他",
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
