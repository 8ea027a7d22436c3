"""Columns that hold one of several values hold nothing that is not listed for them: exports promise it to other tools."""

from __future__ import annotations

from pathlib import Path

import msgspec
from openpyxl import Workbook

from hrss_tui.compile.build import package_bytes
from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.export.derived import WithDerived
from hrss_tui.pack.read import decode_pack
from hrss_tui.records import TABLES, columns
from hrss_tui.records.figures import Figure
from hrss_tui.reference.columns import column_title, listed_values

PROGRESS = """安徽省2031年就业工作完成情况

安徽省2031年就业工作完成情况表
单位：万人
地区\t城镇新增就业目标\t城镇新增就业完成数\t完成率（%）\t排名
合肥市\t12.50\t13.00\t104\t1
芜湖市\t6.00\t5.40\t90\t2
合计\t18.50\t18.40\t99.46\t
"""
ALLOTTED = """安徽省2032年就业补助资金分配表
单位：万元
地区\t2032年资金\t比上年增减
合肥市\t820\t80
芜湖市\t610\t-20
合计\t1430\t60
"""


def listed() -> dict[tuple[str, str], set[str]]:
    titles = {
        (struct.TABLE, column.name): column_title(struct.TABLE, column.name)
        for struct in (*TABLES, Figure)
        for column in columns(struct)
    }
    return {place: set(listed_values(title)) for place, title in titles.items() if title}


def written(folder: Path) -> None:
    (folder / "a.txt").write_text(PROGRESS, "utf-8")
    (folder / "b.txt").write_text(ALLOTTED, "utf-8")
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (
        ("2033年部门支出总表",),
        ("单位：万元",),
        ("科目编码", "科目名称", "合计", "基本支出", "项目支出"),
        ("", "合计", 730.5, 600, 130.5),
        ("2080101", "行政运行", 430.5, 400, 30.5),
        ("2080102", "一般行政管理事务", 300, 200, 100),
    ):
        sheet.append(row)
    sheet.row_dimensions[6].hidden = True
    book.save(folder / "2033年某省某厅部门预算.xlsx")


def test_what_is_written_is_listed(tmp_path: Path) -> None:
    written(tmp_path)
    pack = WithDerived(decode_pack(package_bytes(compile_folder(tmp_path)), "p.msgpack"))
    found = {
        (table, name): {value for value in pack.column(table, name) if value is not None}
        for (table, name), values in listed().items()
        if values
    }
    assert found["prefecture_values", "kind"] >= {"target", "actual", "rate", "rank", "allocation"}
    assert found["prefecture_totals", "kind"] >= {"rate", "allocation"}
    assert found["figures", "kind"] >= {"rate", "rank"}
    assert "hidden" in found["unread", "reason"]
    unlisted = {place: values - listed()[place] for place, values in found.items()}
    assert {place: values for place, values in unlisted.items() if values} == {}


def test_what_columns_say_in_words_they_list() -> None:
    """The English description of a kind names every value that is listed for it."""
    for struct in (*TABLES, Figure):
        for field in msgspec.structs.fields(struct):
            title = column_title(struct.TABLE, field.name)
            values = listed_values(title) if title and field.name == "kind" else ()
            said = next(column.description for column in columns(struct) if column.name == field.name)
            if "which" not in said:
                assert [value for value in values if value not in said] == [], (struct.TABLE, said)
