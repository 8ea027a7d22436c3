"""A table of one row, which says only what all is worth, does not answer how it is divided where another does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from hrss_tui.cli.run import run

TEXT = """某省地震局2031年度部门预算

第二部分 预算表

一、收支预算总表

单位：万元

收入\t\t支出\t\t\t
项目名称\t金额\t功能分类\t\t支出用途\t
\t\t功能科目名称\t金额\t项目名称\t金额
一、财政拨款\t80.00\t一、灾害防治及应急管理支出\t70.00\t一、基本支出\t50.00
二、其他资金\t\t二、住房保障支出\t10.00\t二、项目支出\t30.00
收入合计\t80.00\t支出合计\t\t\t80.00

三、支出预算总表

单位：万元

合计\t基本支出\t项目支出\t单位预留机动经费
80.00\t50.00\t30.00\t
"""


def test_the_table_that_divides_all_spending_answers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    pack = str(tmp_path / "a.msgpack")
    assert run(["build", str(tmp_path / "a.txt"), "-o", pack]) == 0
    capsys.readouterr()

    def asked(*more: str) -> list[tuple[str | None, float]]:
        assert run(["--pack", pack, "budget", "--format", "json", *more]) == 0
        return [(row["code"], row["amount"]) for row in json.loads(capsys.readouterr().out)]

    assert asked() == [("221", 100_000), ("224", 700_000)]
    assert asked("--table", "2") == [(None, 800_000)]
