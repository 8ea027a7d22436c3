"""Headings of parts that were left from last year's paper are told, and date no figure below them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.variants import compile_text

TEXT = """{title}

第一部分 云桥县水务局概况

一、主要职能

负责全县水务工作。

{heading}

一、收入情况说明

收入合计85万元，其中财政拨款收入80万元。

二、支出情况说明

2030年度支出合计为70万元。
"""


@pytest.mark.parametrize(
    ("title", "heading", "told"),
    [
        ("云桥县水务局2032年度部门决算", "第三部分 云桥县水务局2031年度部门决算情况说明", 2031),
        ("云桥县水务局2032年部门预算公开", "第二部分 云桥县水务局 2030 年部门预算表", 2030),
        ("云桥县水务局2032年度部门决算", "第三部分 云桥县水务局2032年度部门决算情况说明", None),
        ("云桥县水务局2032年度部门预算", "第三部分 云桥县水务局2031年度部门决算情况说明", None),
    ],
)
def test_the_heading_of_a_part_prints_the_year_of_the_title(
    title: str, heading: str, told: int | None, tmp_path: Path
) -> None:
    tables = compile_text(TEXT.format(title=title, heading=heading), tmp_path)
    found = [(row["description"], row["reason"]) for row in tables["checks"] if row["status"] == "fails"]
    assert [each for each in found if each[0].startswith("年度：")] == (
        [(f"年度：{told} = 2032", "标题所写的年度与文件的不同")] if told else []
    )
    periods = {row["printed"]: row["period"] for row in tables["observations"]}
    assert periods["85"] == ("2031" if "预算" in title and "决算" in heading else "2032")
    assert periods["70"] == "2030"
