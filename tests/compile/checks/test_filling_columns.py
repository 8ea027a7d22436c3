"""Columns that may be counted with others, or may be not all that there is: their row is no contradiction."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.records import Check

HEAD = "某县人社局2031年部门预算\n\n部门支出总表\n\n单位：万元\n\n科目编码\t科目名称\t合计\t基本支出\t项目支出\t上年结转\n"


def statuses(folder: Path, row: str, parts: str) -> list[str]:
    """How the sums of a row came out that are of these parts."""
    (folder / "2031年某县人社局部门预算.txt").write_text(f"{HEAD}{row}\n", "utf-8")
    found = [row for row in compile_folder(folder).tables["checks"] if isinstance(row, Check)]
    return [
        row.status for row in found if row.kind == "row_sum" and row.description.endswith(f"合计 = {parts}")
    ]


@pytest.mark.parametrize(
    ("row", "status"),
    [
        ("2080701\t就业创业服务补贴\t96.40\t51.20\t33.10\t12.10", "not_checkable"),
        ("2080701\t就业创业服务补贴\t84.30\t51.20\t33.10\t12.10", "exact"),
        ("2080701\t就业创业服务补贴\t94.60\t51.20\t33.10\t12.10", "fails"),
        ("2080701\t就业创业服务补贴\t96.40\t51.20\t33.10\t", "fails"),
    ],
)
def test_what_another_column_fills_is_no_contradiction(row: str, status: str, tmp_path: Path) -> None:
    assert statuses(tmp_path, row, "基本支出 + 项目支出") == [status]


@pytest.mark.parametrize(
    ("carried", "status"), [("12.10", "not_checkable"), ("84.30", "exact"), ("91.20", "fails")]
)
def test_the_only_column_of_funds_need_not_be_all_of_them(carried: str, status: str, tmp_path: Path) -> None:
    row = f"2080701\t就业创业服务补贴\t84.30\t51.20\t33.10\t{carried}"
    assert statuses(tmp_path, row, "上年结转") == [status]


def test_a_row_without_the_only_column_of_funds_is_of_other_funds(tmp_path: Path) -> None:
    first = "2080701\t就业创业服务补贴\t84.30\t51.20\t33.10\t12.10"
    assert statuses(tmp_path, f"{first}\n2080702\t职业培训补贴\t20.60\t\t20.60\t", "各分栏之和") == []


@pytest.mark.parametrize(
    ("row", "status"),
    [
        ("甲\t96.40\t51.20\t45.20\t12.10", "exact"),
        ("甲\t96.40\t51.20\t33.10\t12.10", "exact"),
        ("甲\t96.40\t51.20\t42.50\t12.10", "fails"),
    ],
)
def test_what_is_among_other_columns_is_counted_once(row: str, status: str, tmp_path: Path) -> None:
    head = HEAD.replace("支出总表", "项目支出表").replace("基本支出\t项目支出", "一般公共预算\t单位资金")
    text = head.replace("上年结转", "其中：上年结转").replace("科目编码\t科目名称", "项目名称")
    (tmp_path / "2031年某县人社局部门预算.txt").write_text(f"{text}{row}\n", "utf-8")
    found = [row for row in compile_folder(tmp_path).tables["checks"] if isinstance(row, Check)]
    assert [row.status for row in found if row.kind == "row_sum"] == [status]


@pytest.mark.parametrize(("among", "found"), [("84.30", []), ("31.70", []), ("91.20", ["fails"])])
def test_what_is_among_the_columns_of_a_row_is_no_sum_of_them(
    among: str, found: list[str], tmp_path: Path
) -> None:
    text = HEAD.replace("上年结转", "其中：财政拨款")
    row = f"2080701\t就业创业服务补贴\t84.30\t51.20\t33.10\t{among}"
    (tmp_path / "2031年某县人社局部门预算.txt").write_text(f"{text}{row}\n", "utf-8")
    checks = [row for row in compile_folder(tmp_path).tables["checks"] if isinstance(row, Check)]
    sums = [row for row in checks if row.kind == "row_sum"]
    assert [row.status for row in sums if "其中" in row.description] == found
    assert [row.status for row in sums if "其中" not in row.description] == ["exact"]
