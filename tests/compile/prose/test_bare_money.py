"""Money told in 万 without its 元: what it is for is not what it counts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.variants import compile_text

HEAD = "青河县水利局2034年工作要点\n\n一、资金\n\n"


@pytest.mark.parametrize(
    ("text", "units"),
    [
        (
            "项目总预算860万，其中支持企业技术改造610万，资助学生外出实习200万，其余50万。",
            ["元", "元", "元", "元"],
        ),
        ("培训经费42万，慰问老人1.6万，救助学生3万。", ["元", "", ""]),
        ("项目总预算860万，带动城镇新增就业1.3万。", ["元", "人"]),
        ("投入资金860万元，培训工人2.4万。", ["元", "人"]),
        ("服务企业3.2万，培训学生1.1万。", ["家", "人"]),
    ],
)
def test_a_noun_ahead_of_money_is_what_it_is_for(text: str, units: list[str], tmp_path: Path) -> None:
    found = compile_text(HEAD + text + "\n", tmp_path)["observations"]
    assert [row["base_unit"] for row in found] == units
