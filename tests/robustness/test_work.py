"""The work of compiling grows with the text and no faster, for every extractor and every check.

What is counted are calls (of functions, of generators for their next value), never seconds: twice the input may take at most
`MOST` times as many steps for each piece of it. Texts are of every kind that an extractor or a check looks for, many times over;
what patterns do by themselves is measured in `test_linear`.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest

from hrss_tui.compile.pipeline import compile_folder
from tests.robustness.steps import steps

MOST = 1.3
"""Steps for each piece of a text, against those for a piece of half as long a text."""
PIECES = 6
DOUBLINGS = 4


def times(piece: str, between: str = "\n\n") -> Callable[[int], str]:
    """A text of so many pieces, each with numbers of its own."""
    return lambda n: between.join(
        piece.replace("{n}", str(i + 11)).replace("{m}", str(2 * i + 37)) for i in range(n)
    )


def below(head: str, text: Callable[[int], str], foot: str = "") -> Callable[[int], str]:
    return lambda n: f"{head}\n\n{text(n)}\n{foot}"


TITLE = "南江省人力资源和社会保障厅 2031 年工作报告"
BUDGET = "南江省人力资源和社会保障厅 2031 年部门预算"
TABLE = f"{BUDGET}\n\n表 3\n部门支出总体情况表\n单位：万元\n科目编码\t科目名称\t合计\t基本支出\t项目支出"
PLAN = (
    "南江省 2031 年就业工作计划\n\n各市城镇新增就业目标\n单位：万人\n地区\t城镇新增就业\t农村劳动力转移就业"
)

TEXTS: dict[str, Callable[[int], str]] = {
    "growth": below(
        TITLE, times("2030 年，全省第 {n} 类参保人数达到 {m} 万人，比上年增长 {n}.5%，增加 {n} 万人。")
    ),
    "one paragraph of growth": below(
        TITLE, times("全省第 {n} 类参保人数达到 {m} 万人，比上年增长 {n}.5%。", "")
    ),
    "shares": below(TITLE, times("全省工伤保险参保 {m} 万人，其中，农民工 {n} 万人，占 {n}.4%。")),
    "respectively": below(TITLE, times("养老、失业、工伤保险参保人数分别为 {m} 万人、{n} 万人、{m} 万人。")),
    "targets": below(TITLE, times("到 2035 年，全省第 {n} 类培训达到 {m} 万人次以上。")),
    "balances": below(TITLE, times("全年基金收入 {m} 亿元，支出 {n} 亿元，年末累计结余 {m} 亿元。")),
    "wrapped lines": below(
        TITLE, times("全省各地共有 {m} 万人参加第 {n}\n类保险，比上年增加 {n} 万人。", "\n")
    ),
    "headings": below(TITLE, times("（一）第 {n} 项工作\n\n完成 {m} 万人次。")),
    "deep headings": below(TITLE, times("一、甲 {n}\n\n（一）乙\n\n1.丙\n\n（1）丁 {m} 个。")),
    "articles": times("# 第 {n} 篇标题\n\n完成 {m} 万人次。"),
    "stamps": below(TITLE, times("来源：南江日报    发布时间：2031-01-{n}    浏览：{m}")),
    "blanks": below(TITLE, times("来源：" + " " * 40 + "{n}")),
    "glossary": below(
        BUDGET, times("{n}.第{m}类经费：指用于第 {n} 类的支出。"), "名词解释\n\n1.财政拨款：指拨款。"
    ),
    "notes": below(TITLE, times("注：{n}.本表第 {m} 项不含退休人员。")),
    "policies": below(TITLE, times("根据《关于第 {n} 类工作的意见》（南政发〔2031〕{m} 号），制定本办法。")),
    "reasons": below(BUDGET, times("第 {n} 类支出 {m} 万元，比上年预算增加 {n} 万元，主要原因是人员增加。")),
    "one reason": below(BUDGET, times("第 {n} 类支出增加 {m} 万元，", ""), "主要原因是人员增加。"),
    "budget items": below(
        BUDGET, times("{n}.行政运行（项）2031 年预算数为 {m} 万元，比上年增加 {n} 万元，增长 {n}.0%。")
    ),
    "budget rows": below(TABLE, times("2080{n}\t第{n}类事务\t{m}\t{n}\t{n}", "\n")),
    "budget rows of one code": below(TABLE, times("20801\t人力资源和社会保障管理事务\t{m}\t{n}\t{n}", "\n")),
    "tables": below(
        BUDGET,
        times(
            "表 {n}\n部门收入总体情况表\n单位：万元\n科目编码\t科目名称\t合计\n208\t社会保障和就业支出\t{m}"
        ),
    ),
    "unknown tables": below(TITLE, times("序号\t事项\t数量\n{n}\t其他\t{m}")),
    "prefecture rows": below(PLAN, times("第{n}市\t{m}\t{n}", "\n")),
    "projects": below(BUDGET, times("项目名称\t第{n}类项目\n预算金额\t{m} 万元\n设立的政策依据：文件 {n}")),
    "items in a sum": below(TITLE, times("第{n}类 {m} 人、", ""), "合计 100 人。"),
    "brackets": below(TITLE, times("（第 {n} 类（含 {m} 人", "")),
    "quotes": below(TITLE, times("“第 {n} 类“{m} 人", "")),
    "questions": below(TITLE, times("问：第 {n} 项如何？\n\n答：截至 9 月底，完成 {m} 万人次。")),
}
"""Per kind, a text of so many pieces."""


@pytest.mark.parametrize("kind", TEXTS)
def test_steps_grow_with_the_text(kind: str, tmp_path: Path) -> None:
    worked = []
    (tmp_path / "乙.txt").write_text(TEXTS[kind](2), encoding="utf-8")
    compile_folder(tmp_path)  # what is read once and kept is no work of a text
    for doubling in range(DOUBLINGS + 1):
        pieces = PIECES << doubling
        folder = tmp_path / str(pieces)
        folder.mkdir()
        (folder / "甲.txt").write_text(TEXTS[kind](pieces), encoding="utf-8")
        worked.append(steps(lambda folder=folder: compile_folder(folder)) / pieces)
    assert [round(b / a, 2) for a, b in pairwise(worked) if b / a > MOST] == []


def test_a_square_is_seen() -> None:
    def square(n: int) -> None:
        for _ in range(n):
            for _ in range(n):
                abs(n)

    assert steps(lambda: square(40)) / steps(lambda: square(20)) > 2 * MOST
