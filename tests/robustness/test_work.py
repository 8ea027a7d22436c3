"""The work of compiling grows with the text and no faster, for every extractor and every check.

What is counted are statements and the turns of loops, never seconds: the input is doubled four times, and twice of it may take
at most `MOST` times as many steps for each piece of it, `AT_LAST` where it is long, and of one function `OF_ONE` times. Texts are of every kind that an extractor or a check looks
for, many times over; what patterns do by themselves is shown in `test_patterns`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from hrss_tui.compile import checks, one_file
from hrss_tui.compile.checks.families import OF_RECORDS, OF_SEVERAL, OF_TEXT
from hrss_tui.compile.one_file import EXTRACTORS
from hrss_tui.compile.pipeline import compile_folder
from tests.robustness.examples import none_of, square
from tests.robustness.growing import BUDGET, GROWING, PLAN_TABLE, TABLE, TITLE, Text, below, times
from tests.robustness.steps import by_function, steps

MOST = 1.3
"""Steps for each piece of a text, against those for a piece of half as long a text."""
AT_LAST = 1.15
"""The same of the longest text: what goes through all for each does so for the most part there."""
OF_ONE = 1.7
"""The same for one function: what goes through all for each comes near 2, longer numbers alone do not."""
LEAST = 30
"""Steps for each piece from which a function is looked at: below, a few seldom kinds of piece decide."""
FEW = 6
PIECES, DOUBLINGS = 3, 4
BOUNDED = {"changes of parts": 6}
"""Of texts of which a stretch is read up to a bound: the pieces whose last doublings are beyond it."""


TEXTS: dict[str, Text] = {
    **GROWING,
    "growth": below(
        TITLE, times("2030 年，全省第 {n} 类参保人数达到 {m} 万人，比上年增长 {n}.5%，增加 {n} 万人。")
    ),
    "one paragraph of growth": below(
        TITLE, times("全省第 {n} 类参保人数达到 {m} 万人，比上年增长 {n}.5%。", "")
    ),
    "levels with base and change": below(
        TITLE, times("2030 年，全省第 {n} 类参保人数达到 {m} 万人，比上年的 {n} 万人增加 {n} 万人。")
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
    "stamps": below(TITLE, times("来源：南江日报    发布时间：2031-01-15    浏览：1000{m}")),
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
    "prefecture rows": below(PLAN_TABLE, times("第{n}市\t{m}\t{n}", "\n")),
    "projects": below(BUDGET, times("项目名称\t第{n}类项目\n预算金额\t{m} 万元\n设立的政策依据：文件 {n}")),
    "items in a sum": below(TITLE, times("第{n}类 {m} 人、", ""), "合计 100 人。"),
    "brackets": below(TITLE, times("（第 {n} 类（含 {m} 人", "")),
    "quotes": below(TITLE, times("“第 {n} 类“{m} 人", "")),
    "questions": below(TITLE, times("问：第 {n} 项如何？\n\n答：截至 9 月底，完成 {m} 万人次。")),
}
"""Per kind, a text of so many pieces."""


@pytest.mark.parametrize("kind", TEXTS)
def test_steps_grow_with_the_text(kind: str, tmp_path: Path) -> None:
    """In all, and of every function of ours by itself: in all, what is done twice for each is hidden by the rest."""
    sizes = [BOUNDED.get(kind, PIECES) << doubling for doubling in range(DOUBLINGS + 1)]
    (tmp_path / "乙.txt").write_text(TEXTS[kind](sizes[-1]), encoding="utf-8")
    compile_folder(tmp_path)  # what is read or compiled once and kept is no work of a text
    works = [_compiling(TEXTS[kind](pieces), tmp_path / str(pieces)) for pieces in sizes]
    before, last = map(by_function, works[-2:])
    counted = [*map(steps, works[:-2]), before.total(), last.total()]
    in_all = [many / few / 2 for few, many in pairwise(counted)]
    assert [round(by, 2) for by in in_all if by > MOST] == []
    assert in_all[-1] <= AT_LAST
    grown = {name: count / before[name] / 2 for name, count in last.items() if before[name]}
    least = LEAST * sizes[-1]
    assert {name: round(by, 2) for name, by in grown.items() if by > OF_ONE and last[name] > least} == {}


def _compiling(text: str, folder: Path) -> Callable[[], object]:
    """The work of compiling a text, as the one file of a folder."""
    folder.mkdir()
    (folder / "甲.txt").write_text(text, encoding="utf-8")
    return lambda: compile_folder(folder)


def noting(works: Iterable[Any], heard: set[Any]) -> tuple[Any, ...]:
    """Extractors or families that say when they find something."""
    return tuple(_noting(work, heard) for work in works)


def _noting(work: Any, heard: set[Any]) -> Any:
    def extract(source: Any, found: Any) -> Any:
        harvest = work(source, found)
        if harvest.records or harvest.claims:
            heard.add(work)
        return harvest

    def check(*told: Any) -> Iterator[Any]:
        for found in work(*told):
            heard.add(work)
            yield found

    return extract if work in EXTRACTORS else check


def test_every_extractor_and_every_check_has_a_text(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is registered finds something in one of the texts: a new one without a text is named here."""
    heard: set[Any] = set()
    monkeypatch.setattr(one_file, "EXTRACTORS", noting(EXTRACTORS, heard))
    for name, families in {"OF_RECORDS": OF_RECORDS, "OF_TEXT": OF_TEXT, "OF_SEVERAL": OF_SEVERAL}.items():
        monkeypatch.setattr(checks, name, noting(families, heard))
    for number, text in enumerate(TEXTS.values()):
        folder = tmp_path / str(number)
        folder.mkdir()
        (folder / "甲.txt").write_text(text(FEW), encoding="utf-8")
        compile_folder(folder)
    registered = [*EXTRACTORS, *OF_RECORDS, *OF_TEXT, *OF_SEVERAL]
    assert [_called(each) for each in registered if each not in heard] == []


def _called(work: Any) -> str:
    """The module of an extractor or of a family's function."""
    inside = [cell.cell_contents for cell in work.__closure__ or ()]
    modules = [
        each.__module__
        for each in (*inside, work)
        if callable(each) and each.__module__ != checks.families.__name__
    ]
    return modules[0] if modules else " ".join(work.__code__.co_names)


def test_a_square_is_seen() -> None:
    assert steps(lambda: square(40)) / steps(lambda: square(20)) > 2 * MOST


def test_the_turns_of_a_comprehension_are_seen() -> None:
    few, many = (steps(lambda n=n: none_of(n)) for n in (20, 200))
    assert many - few >= 150
