"""Values that are written so that a spreadsheet takes them for a text, in rows set apart by tabs."""

from pathlib import Path

from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.records import BudgetLine

TEXT = """怀化市林业局2034年部门预算公开

部门支出总表

单位：万元

科目编码\t科目名称\t合计
="213"\t农林水支出\t41.00
="21302"\t林业和草原\t41.00
="2130201"\t行政运行\t41.00
\t合计\t41.00
"""


def test_codes_that_are_to_be_texts_are_codes(tmp_path: Path) -> None:
    (tmp_path / "budget.txt").write_text(TEXT, "utf-8")
    rows = compile_folder(tmp_path).tables["budget_lines"]
    found = [(row.code, row.level) for row in rows if isinstance(row, BudgetLine)]
    assert found == [("213", 1), ("21302", 2), ("2130201", 3), (None, 0)]
