"""Glossaries as other departments print them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hrss_tui.sources.text import fold
from tests.variants import BUDGET, compile_text, rewrapped

HEAD = "某省水利厅2031年部门预算公开\n\n第三部分 情况说明\n\n项目支出 5 万元。\n\n"


def terms(text: str, folder: Path) -> list[tuple[str, str]]:
    return [(row["term"], row["definition"]) for row in compile_text(HEAD + text, folder)["glossary"]]


@pytest.mark.parametrize(
    "text",
    [
        "第四部分 名词解释\n\n一、基本支出：指保障运转的支出。\n\n二、“三公”经费：指三项费用。其中：接待费反映接待。\n",
        "第四部分 专业名词解释\n\n1.基本支出:指保障运转的支出。\n2.“三公”经费:指三项费用。其中：接待费反映接待。\n",
        "第四部分 名词解释\n\n基本支出：指保障运转的支出。\n\n“三公”经费：指三项费用。其中：接待费反映接待。\n",
        "第四部分 名词解释\n\n（一）、基本支出：指保障运转的支出。\n\n（二）、“三公”经费：指三项费用。其中：接待费反映接待。\n",
        "第四部分 名词解释\n\n①、基本支出：指保障运转的支出。\n\n②、“三公”经费：指三项费用。其中：接待费反映接待。\n",
        "第四部分 名词解释\n\n（一）基本支出指保障运转的支出。\n\n（二）“三公”经费指三项费用。其中：接待费反映接待。\n",
    ],
)
def test_terms_are_read_in_every_form(text: str, tmp_path: Path) -> None:
    assert terms(text + "\n某省水利厅\n\n2031年2月3日\n", tmp_path) == [
        ("基本支出", "指保障运转的支出。"),
        ("“三公”经费", "指三项费用。其中：接待费反映接待。"),
    ]


@pytest.mark.parametrize("label", ["附件", "附表1", "附录", "相关附件"])
def test_what_is_attached_behind_the_terms_is_none(label: str, tmp_path: Path) -> None:
    text = (
        f"第四部分 名词解释\n\n一、基本支出：指保障运转的支出。\n\n{label}：某省水利厅2031年部门预算公开表\n"
    )
    assert terms(text, tmp_path) == [("基本支出", "指保障运转的支出。")]


def test_a_definition_that_a_page_cuts_is_whole(tmp_path: Path) -> None:
    text = "第四部分 名词解释\n\n一、机关运行经费：指办公费、\n\n印刷费等费用。\n\n二、绩效指标：指目标。\n\n第五部分 附件\n\n无。\n"
    found = compile_text(HEAD + text, tmp_path)["glossary"]
    assert [row["term"] for row in found] == ["机关运行经费", "绩效指标"]
    assert found[0]["definition"] == "指办公费、印刷费等费用。"
    assert (found[0]["line_start"], found[0]["line_end"]) == (9, 11)


def test_a_document_without_a_glossary_defines_nothing(tmp_path: Path) -> None:
    assert terms("第四部分 附件\n\n一、基本支出：指保障运转的支出。\n", tmp_path) == []


def test_of_two_definitions_of_a_term_the_first_is_kept(tmp_path: Path) -> None:
    text = "第四部分 名词解释\n\n一、基本支出：指甲。\n\n二、基本支出：指乙。\n"
    assert terms(text, tmp_path) == [("基本支出", "指甲。")]


@pytest.mark.parametrize("width", [31, 60])
def test_another_wrapping_width_gives_the_same_terms(
    width: int, tables: dict[str, list[dict[str, Any]]], tmp_path: Path
) -> None:
    found = compile_text(rewrapped(BUDGET.read_text("utf-8"), width), tmp_path)["glossary"]
    wanted = [(row["term"], fold(row["definition"])) for row in tables["glossary"]]
    assert [(row["term"], fold(row["definition"])) for row in found] == wanted


def test_a_title_without_number_ends_a_glossary_whose_own_title_has_none(tmp_path: Path) -> None:
    """What is numbered below another title is no entry that nobody could read."""
    text = (
        "名词解释\n\n（一）基本支出：指保障运转的支出。\n\n2031年部门预算编制说明\n\n2031年收入预算3.50万元。\n\n"
        "1.“农林水支出（类）水利（款）行政运行（项）”1.50万元，主要用于人员经费。\n\n2.“水利（款）防汛（项）”2.00万元，主要用于防汛。\n"
    )
    tables = compile_text(HEAD + text, tmp_path)
    assert [row["term"] for row in tables["glossary"]] == ["基本支出"]
    assert [
        row for row in tables["unread"] if row["table_kind"] == "glossary" or "名词" in row["title"]
    ] == []
