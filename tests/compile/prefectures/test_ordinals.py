"""The numbers of the rows of tables by place are no figures that nobody read, whatever they number."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.audit import audit, unclaimed
from hrss_tui.compile.pipeline import compile_folder
from tests.html_tables import html_table


@pytest.mark.parametrize(
    "rows",
    [
        (
            "序号|目标任务|单位|长沙市|株洲市",
            "1|城镇新增就业|人|310|120",
            "2|失业保险参保人数|人|5100|2300",
        ),
        ("序号|市州|城镇新增就业（人）", "1|长沙市|310", "2|株洲市|120", "3|合计|430"),
        (
            "编号|片区|市州|城镇新增就业（人）",
            "1|r2:东部|长沙市|310",
            "2|株洲市|120",
            "3|西部|怀化市|90",
        ),
        (
            "行次|任务|单位|长沙市|株洲市",
            "一|城镇新增就业|人|310|120",
            "1|失业保险参保人数|人|5100|2300",
        ),
    ],
)
def test_a_number_below_a_label_that_says_so_is_no_figure(tmp_path: Path, rows: tuple[str, ...]) -> None:
    page = f"<html><body><h1>湖南省2031年就业目标任务分解表</h1>{html_table(*rows)}</body></html>"
    (tmp_path / "page.html").write_text(page, "utf-8")
    assert [token.text for token in unclaimed(audit(compile_folder(tmp_path)))] == []


def test_a_number_below_another_label_is_a_figure(tmp_path: Path) -> None:
    rows = ("批次|片区|市州|城镇新增就业（人）", "1|r2:东部|长沙市|310", "2|株洲市|120", "3|西部|怀化市|90")
    page = f"<html><body><h1>湖南省2031年就业目标任务分解表</h1>{html_table(*rows)}</body></html>"
    (tmp_path / "page.html").write_text(page, "utf-8")
    assert [token.text for token in unclaimed(audit(compile_folder(tmp_path)))] == ["1", "2", "3"]
