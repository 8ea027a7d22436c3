"""Numbers that count nothing are told from those that do."""

import pytest

from hrss_tui.compile.prose import tokens as of_text
from hrss_tui.compile.prose.squeezed import squeeze
from hrss_tui.compile.prose.tokens import tokens
from hrss_tui.sources.text import Piece, join_pieces


def kinds(text: str) -> list[tuple[str, str]]:
    folded = squeeze(join_pieces([Piece(1, 0, text)])).folded
    return [(folded[token.start : token.end], token.kind) for token in tokens(folded)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2033 年", [("2033年", "year")]),
        ("2033年3月12日", [("2033年3月12日", "date")]),
        ("2033-02-09 14:23:29", [("2033-02-09", "date"), ("14:23:29", "date")]),
        ("2031—2034年", [("2031—2034年", "period")]),
        ("2031年-2034年度", [("2031年-2034年", "period")]),
        ("4月份试点，8月份推广", [("4月份", "date"), ("8月份", "date")]),
        ("每月 20 日前", [("20日", "date")]),
        ("某人社发〔2033〕1 号", [("〔2033〕1号", "document_number")]),
        ("国务院令第 724 号", [("第724号", "document_number")]),
        ("246 号文件", [("246号", "document_number")]),
        ("《办法（2033年版）》", [("《办法(2033年版)》", "title")]),
        ("“5+3+3”体系", [("5+3+3", "slogan")]),
        ("“2+N”机制", [("2+N", "slogan")]),
        ("分类号：F812", [("F812", "code")]),
        ("特定目标 10037A", [("10037A", "code")]),
        ("20110人力资源事务 7.50", [("20110", "code"), ("7.50", "")]),
        ("引进20110人力资源工作者", [("20110", "")]),
        ("21105天然林保护 7.50", [("21105", "code"), ("7.50", "")]),
        ("20101人大事务 8.20", [("20101", "code"), ("8.20", "")]),
        ("停工21105天", [("21105", "")]),
        ("0—14岁（含14周岁）", [("0—14岁", "age"), ("14周岁", "age")]),
        ("建党 100 周年", [("100周年", "anniversary")]),
        ("目标 1：通过", [("1", "ordinal")]),
        ("第 12 批", [("第12", "ordinal")]),
        ("大厅365天不打烊", [("365天", "name")]),
        ("坚持365天“不断线”", [("365天", "name")]),
        ("366天、24小时全天候响应", [("366天", "name"), ("24小时", "name")]),
        ("热线24小时不间断", [("24小时", "name")]),
        ("培训30天", [("30", "")]),
        ("项目（2）", [("(2)", "ordinal")]),
        ("1. 促进就业； 2. 推进改革", [("1.", "list_number"), ("2.", "list_number")]),
        ("1.2033年目标", [("1.", "list_number"), ("2033年", "year")]),
        ("3年20万人", [("3年", "duration"), ("20", "")]),
        ("1,234.50 万元", [("1,234.50", "")]),
        ("１，２３４．５万元", [("1,234.5", "")]),
        ("2.5%", [("2.5", "")]),
        ("1234 家", [("1234", "")]),
        ("2033 家", [("2033", "")]),
    ],
)
def test_what_a_number_is(text: str, expected: list[tuple[str, str]]) -> None:
    assert kinds(text) == expected


def test_spaces_part_numbers_but_not_a_number_from_its_unit() -> None:
    """Which of the two the unit is of, or whether they are one that fell apart, nobody can say."""
    assert kinds("12 34 万人") == [("12 34", "broken")]


def test_every_character_is_traced_to_its_line() -> None:
    text = squeeze(join_pieces([Piece(7, 0, "收入 11"), Piece(9, 0, "15.2 亿元")]))
    assert text.folded == "收入1115.2亿元"
    assert [(span.line, span.start, span.end) for span in text.spans(2, 8)] == [(7, 3, 5), (9, 0, 4)]
    assert (text.line(1), text.line(6)) == (7, 9)


@pytest.mark.parametrize("length", [0, 5_000], ids=["short", "long"])
def test_what_is_found_is_the_asker_s_own_and_the_same_at_any_length(length: int) -> None:
    text = f"新建泵站8座{'。' * length}"
    taken = tokens(text)
    taken.clear()
    assert [(text[token.start : token.end], token.kind) for token in tokens(text)] == [("8", "")]


def test_the_numbers_of_a_long_text_are_not_kept() -> None:
    before = of_text._again.cache_info().currsize
    assert len(of_text.tokens(f"改建闸门17扇{'。' * 5_000}")) == 1
    assert of_text._again.cache_info().currsize == before
