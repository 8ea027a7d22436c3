"""Columns by place whose label does not tell what their figures are: declared, none of them is read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from hrss_tui.compile.pipeline import Compiled, compile_folder
from hrss_tui.records import PrefectureTotal, PrefectureValue, Unread

ROWS = (("合计", 63, 17), ("成都市", 31, 9), ("泸州市", 18, 6), ("绵阳市", 14, 2))


def compiled(folder: Path, head: Sequence[Any], merge: str = "") -> Compiled:
    book = Workbook()
    sheet: Any = book.active
    for row in (("2031年四川省各市州创业情况",), ("单位：千人",), head, *ROWS):
        sheet.append(row)
    if merge:
        sheet.merge_cells(merge)
    book.save(folder / "2031年四川省创业情况.xlsx")
    return compile_folder(folder)


@pytest.mark.parametrize(
    ("head", "merge", "seen"),
    [
        (("市州", "新增创业人数", "新增创业人数"), "", ["63　31　18　14", "17　9　6　2"]),
        (("市州", "新增创业人数", None), "B3:C3", ["63　31　18　14", "17　9　6　2"]),
        (("市州", "新增创业人数", None), "", ["17　9　6　2"]),
    ],
    ids=["twice", "merged", "none"],
)
def test_columns_that_a_label_does_not_tell_apart_are_declared(
    head: Sequence[Any], merge: str, seen: list[str], tmp_path: Path
) -> None:
    found = compiled(tmp_path, head, merge)
    rows = [row for row in found.tables["unread"] if isinstance(row, Unread) and row.kind == "column"]
    assert [(row.reason, row.printed) for row in rows] == [("unknown_column", each) for each in seen]
    values = [row.printed for row in found.tables["prefecture_values"] if isinstance(row, PrefectureValue)]
    assert values == (["31", "18", "14"] if len(seen) == 1 else [])
    totals = [row.printed for row in found.tables["prefecture_totals"] if isinstance(row, PrefectureTotal)]
    assert totals == (["63"] if len(seen) == 1 else [])


def test_columns_of_other_things_are_read(tmp_path: Path) -> None:
    found = compiled(tmp_path, ("市州", "新增创业人数", "其中：返乡创业人数"))
    assert len(found.tables["prefecture_values"]) == 6
    assert not [row for row in found.tables["unread"] if isinstance(row, Unread) and row.kind == "column"]
