"""Merged cells of the sources stand in the package, the same from every format that has any."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.records import Block
from tests.documents.formats import chosen
from tests.documents.layouts import shanghai
from tests.documents.layouts.common import Department


def merged_rows(folder: Path) -> list[tuple[str, str]]:
    """Text without blanks and merged cells of every row that has such."""
    blocks = [row for row in compile_folder(folder).tables["blocks"] if isinstance(row, Block)]
    assert all(block.kind == "table_row" for block in blocks if block.merged)
    return [(block.text.replace(" ", ""), block.merged) for block in blocks if block.merged]


@pytest.mark.parametrize("suffix", ["html", "docx", "xlsx", "pdf"])
def test_a_head_of_merged_cells_is_kept(tmp_path: Path, suffix: str) -> None:
    (made,) = chosen(suffix)
    department = Department("k", "康谷县水利局", "康谷县", 5, ("21303",), ("康谷县监测站",))
    described = shanghai.budget(department, 2024, shanghai.Year())
    (tmp_path / f"{described.id}{made.suffix}").write_bytes(made.render(described))
    found = merged_rows(tmp_path)
    assert ("项目\t\t\t\t一般公共预算支出\t\t", "0:4x1 4:3x1") in found
    assert any(
        text.startswith("功能分类科目编码\t\t\t功能分类科目名称") and "0:3x1 3:1x2" in said
        for text, said in found
    )


def test_rows_without_text_count_for_nothing(tmp_path: Path) -> None:
    """A cell over three rows of a page, the second of them blank, covers two rows that are read."""
    (tmp_path / "a.html").write_text(
        "<h1>甲河县2031年收支情况</h1><table><tr><th>单位</th><th>项目</th><th>金额（万元）</th></tr>"
        "<tr><td rowspan=3>甲局</td><td>一</td><td>1.50</td></tr><tr><td></td><td></td></tr>"
        "<tr><td>二</td><td>2.50</td></tr><tr><td>乙局</td><td colspan=2>无</td></tr></table>",
        "utf-8",
    )
    assert dict(merged_rows(tmp_path)) == {"甲局\t一\t1.50": "0:1x2", "乙局\t无\t": "1:2x1"}
