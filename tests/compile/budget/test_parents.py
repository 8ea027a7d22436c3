"""Which amount counts which, where the amount one level up is blank or could not be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.variants import compile_text

TEXT = """清河县水务局2031年部门预算

表2 部门支出总体情况表
单位：万元
科目编码\t科目名称\t合计\t基本支出\t项目支出
213\t农林水支出\t90.00\t90.00\t
21303\t水利\t90.00\t90.00\t
2130301\t行政运行\t90.00\t90.00\t
221\t住房保障支出\t{upper}\t30.00\t
22102\t住房改革支出\t{lower}\t30.00\t
2210201\t住房公积金\t30.00\t30.00\t
合计\t\t120.00\t120.00\t
"""


@pytest.mark.parametrize(("upper", "lower"), [("3I.00", "3O.00"), ("30.00", "3口.00"), ("3口.00", "30.00")])
def test_an_amount_is_no_part_of_another_code_where_its_own_has_none(
    upper: str, lower: str, tmp_path: Path
) -> None:
    tables = compile_text(TEXT.format(upper=upper, lower=lower), tmp_path)
    lines = {(row["code"], row["measure"]): row for row in tables["budget_lines"]}
    codes = {row["line_id"]: row["code"] for row in lines.values()}
    parent = codes.get(lines["2210201", "total"]["parent_id"])
    assert parent == next((code for code in ("22102", "221") if (code, "total") in lines), None)
    assert lines["2210201", "basic"]["parent_id"] == lines["22102", "basic"]["line_id"]
    failing = [row["description"] for row in tables["checks"] if row["status"] == "fails"]
    assert not [words for words in failing if "21303" in words or "213 " in words]


def test_a_sum_above_the_codes_counts_them_though_the_grand_total_stands_below(tmp_path: Path) -> None:
    text = (
        "某县林业局2031年部门预算公开\n\n第二部分 公开表\n\n表3\n\n部门支出总表\n\n编制部门：某县林业局\n\n单位：万元\n\n"
        "科目编码\t科目名称\t合计\t基本支出\t项目支出\n"
        "\t本年支出合计\t430.00\t150.00\t280.00\n"
        "208\t社会保障和就业支出\t90.00\t90.00\t\n"
        "213\t农林水支出\t340.00\t60.00\t280.00\n"
        "\t年终结转结余\t20.00\t\t20.00\n"
        "\t支出总计\t450.00\t150.00\t300.00\n"
    )
    found = compile_text(text, tmp_path)
    lines = {row["line_id"]: row for row in found["budget_lines"]}
    above = {
        (row["name"], row["measure"]): lines[row["parent_id"]]["name"]
        for row in lines.values()
        if row["parent_id"]
    }
    assert above["农林水支出", "project"] == "本年支出合计"
    assert above["年终结转结余", "project"] == "支出总计"
    assert {row["status"] for row in found["checks"]} == {"exact"}
