"""Passages that a filing took over from the year before."""

from __future__ import annotations

import pytest

from hrss_tui.errors import NothingFoundError
from hrss_tui.query.filings.copied import copied
from hrss_tui.records import Block, Record
from tests.query.filings.test_filings import filing
from tests.query.handmade import filled, pack_of

DUTIES = "负责全市水利工程建设和运行管理的监督检查工作。"
FORECAST = "{year}年我局预算安排支出{amount}万元，用于水利工程维修养护。"
NEW = {
    2030: "全年没有安排政府采购工程项目，也没有购买服务项目。",
    2031: "今年起承担河湖水域岸线管理保护职责并增加人员。",
}
OLD = "2030年度重点项目为青河口灌区续建配套与节水改造工程。"


def passage(doc_id: str, line: int, text: str, kind: str = "paragraph") -> Block:
    return filled(
        Block,
        block_id=f"{doc_id}:{line}",
        kind=kind,
        text=text,
        doc_id=doc_id,
        line_start=line,
        line_end=line,
    )


def documents() -> list[Record]:
    found: list[Record] = []
    for year, amount in ((2030, 100), (2031, 130)):
        doc_id = f"lm-{year}"
        found += filing(doc_id, "临茂市水利局", year, "budget", {None: amount})
        texts = (
            DUTIES,
            FORECAST.format(year=year, amount=amount),
            OLD,
            NEW[year],
        )
        found += [passage(doc_id, line * (year - 2029), text) for line, text in enumerate(texts, 1)]
        found += [passage(doc_id, 90, "一、部门概况以及机构设置情况和主要职责说明", "heading")]
        found += [passage(doc_id, 91, "短句。")]
    return found


def test_what_is_the_same_and_what_still_names_last_year() -> None:
    found = copied(pack_of(*documents()), "水利")
    assert (found.newer.year, found.older.year, found.passages) == (2031, 2030, 4)
    assert [(row.state, row.text, row.earlier_line) for row in found.rows] == [
        ("last_year", OLD, 3),
        ("same", DUTIES, 1),
        ("figures", FORECAST.format(year=2031, amount=130), 2),
    ]
    assert {row.earlier_doc_id for row in found.rows} == {"lm-2030"}


def test_one_year_is_compared_with_nothing() -> None:
    pack = pack_of(*documents())
    for year, phase in ((2030, "budget"), (2035, "budget")):
        with pytest.raises(NothingFoundError, match="前后两年"):
            copied(pack, "水利", year, phase)
