"""Interrupted, unfinished and half-marked text, and what a document states in two ways, is on record."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hrss_tui.compile.basics.facts import Harvest, Source
from hrss_tui.compile.defects import damage
from hrss_tui.compile.documents.metadata import metadata
from hrss_tui.records import Correction
from hrss_tui.sources.decode import decode
from hrss_tui.sources.document import parse
from hrss_tui.sources.manifest.said import DocumentInfo
from tests.made_performance import FIELDS, HEADER, ROWS
from tests.sources.test_articles import INTERLEAVED
from tests.variants import compile_text

Rows = list[dict[str, Any]]
Tables = dict[str, Rows]

HEAD = "某省水利厅2031年工作总结\n\n一、综述\n\n"
PROJECT = (
    "某省水利厅2031年部门预算公开\n\n第三部分 情况说明\n\n七、项目支出情况说明\n\n（一）项目名称：某专项经费\n\n"
    "预算安排规模：1,000.00万元\n\n项目承担单位：某省水利厅本级\n\n资金执行时间：2031年1月1日至2031年12月31日\n\n"
)
TABLE = "项目支出绩效目标表\n\n(2031 年)\n\n"


def corrections(text: str, folder: Path, kind: str) -> list[tuple[str, str]]:
    rows = compile_text(text, folder)["corrections"]
    return [(row["printed"], row["reading"]) for row in rows if row["type"] == kind]


def performance_table(*rows: str) -> str:
    return TABLE + "\n".join((*FIELDS, "\t".join(HEADER), *rows)) + "\n"


def test_a_sentence_that_another_article_interrupts() -> None:
    first, _second = parse(decode(INTERLEAVED.encode(), "made-up.txt"))
    row, year = metadata(first, DocumentInfo(id="made"))
    (found,) = damage.extract(Source(first, row, year), Harvest()).of(Correction)
    assert isinstance(found, Correction)
    assert (found.printed, found.reading) == (
        "织牢困难群众 | 众保障网。切实",
        "织牢困难群众保障网。切实",
    )
    assert found.reason == "正文被第 7—13 行的另一篇文章隔断，接第 15 行；断处印了两次的“众”只读一次"
    assert (found.line_start, found.line_end) == (5, 15)


def test_a_text_that_ends_inside_a_title(tmp_path: Path) -> None:
    text = HEAD + "其后会同有关部门研究印发了《关于管理办法有关\n"
    assert corrections(text, tmp_path, "extraction") == [("《关于管理办法有关", "《关于管理办法有关……")]


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        ("关注重点群体 and 重点企业就业。", "extraction", [("and", "和")]),
        ("使用 Word and Excel 软件。", "extraction", []),
        ("资助“优秀工作站、流动站，促进创新。", "misprint", [("“优秀工作站、流动站", "优秀工作站、流动站")]),
        ("资助“优秀“五星”工作站”，促进创新。", "misprint", []),
        (
            "依据甲（新政办法〔2016〕1号）和乙（新政办发〔2018〕5号）。",
            "misprint",
            [("新政办法", "新政办发")],
        ),
        ("依据《管理办法》（新政办发〔2018〕5号）。", "misprint", []),
    ],
)
def test_marks_and_words(text: str, kind: str, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    assert corrections(HEAD + text, tmp_path, kind) == expected


def test_an_amount_without_yuan_among_others(tmp_path: Path) -> None:
    text = HEAD + "全年委托业务费主要用于：甲项目 5 万元；乙评估项目 12 万；丙项目 3 万元。"
    assert corrections(text, tmp_path, "misprint") == [("12 万", "12 万元")]


def test_a_project_that_two_units_carry_out(tmp_path: Path) -> None:
    found = corrections(PROJECT + performance_table(*ROWS), tmp_path / "two", "inconsistency")
    assert found == [("某省某中心", "某省某中心")]
    same = PROJECT.replace("某省水利厅本级", "某省某中心") + performance_table(*ROWS)
    assert corrections(same, tmp_path / "one", "inconsistency") == []
    other = PROJECT.replace("某专项经费", "水库除险加固") + performance_table(*ROWS)
    assert corrections(other, tmp_path / "other", "inconsistency") == []


def test_a_target_and_last_year_s_value_in_different_units(tmp_path: Path) -> None:
    row = ROWS[0].replace("41 次", "41 人")
    found = corrections(PROJECT + performance_table(row, *ROWS[1:]), tmp_path, "inconsistency")
    assert (">=46 次 | 41 人", ">=46 次 | 41 人") in found
    assert len(found) == 2


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("就业任务预期目标分解表", [("就业工作预期目标分解表", "就业工作预期目标分解表")]),
        ("就业工作预期目标分解表", []),
        ("社会保险基金的收支情况", []),
    ],
)
def test_an_attachment_with_two_titles(title: str, expected: list[tuple[str, str]], tmp_path: Path) -> None:
    text = HEAD + "请遵照执行。\n\n附件：1. 就业工作预期目标分解表\n\n2. 培训目标任务分解表\n\n"
    text += f"附件1\n\n{title}\n\n序号\t人数\n1\t5\n\n附件2\n\n培训目标任务分解表\n\n序号\t人数\n1\t6\n"
    assert corrections(text, tmp_path, "inconsistency") == expected


SEEDS = {  # read off the numbered lines of the seeds
    ("plan-2021", "extraction"): [169],
    ("plan-2021", "inconsistency"): [173],
    ("article-livelihood", "extraction"): [38],
    ("article-poverty", "extraction"): [62],
    ("budget-2026", "inconsistency"): [1139, 1140, 1241, 1252],
}


@pytest.mark.parametrize(("doc_id", "kind"), SEEDS)
def test_damage_of_the_seeds(doc_id: str, kind: str, tables: Tables) -> None:
    rows = [row for row in tables["corrections"] if (row["doc_id"], row["type"]) == (doc_id, kind)]
    assert sorted(row["line_start"] for row in rows) == SEEDS[doc_id, kind]


def test_nothing_else_outside_the_budget_is_called_damaged(tables: Tables) -> None:
    rows = [row for row in tables["corrections"] if row["doc_id"] != "budget-2026"]
    assert len(rows) == sum(len(lines) for (doc_id, _), lines in SEEDS.items() if doc_id != "budget-2026")
