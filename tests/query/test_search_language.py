"""What a query may hold, and what is said about one that cannot be used."""

from __future__ import annotations

import pytest

from hrss_tui.query.search.language import LONGEST, QueryError, parse
from hrss_tui.query.search.searcher import Searcher


def shape(text: str) -> tuple[list[str], list[str], list[tuple[str, tuple[str, ...], bool]]]:
    typed = parse(text)
    return (
        ["|".join(map(repr, term)) for term in typed.terms],
        ["|".join(map(repr, term)) for term in typed.without],
        [entry[:3] for entry in typed.filters],
    )


@pytest.mark.parametrize(
    ("text", "terms", "without", "filters"),
    [
        ("南疆 就业", ["words:南疆", "words:就业"], [], []),
        ("南疆　就业", ["words:南疆", "words:就业"], [], []),
        ('"三支 一扶" x', ["exact:三支 一扶", "words:x"], [], []),
        ("“三支一扶”", ["exact:三支一扶"], [], []),
        ("天池英才 -教育", ["words:天池英才"], ["words:教育"], []),
        ("a －教育", ["words:a"], ["words:教育"], []),
        ("-18.82", ["words:-18.82"], [], []),
        ("就业|培训", ["words:就业|words:培训"], [], []),
        ('甲｜"乙 丙"', ["words:甲|exact:乙 丙"], [], []),
        (r"/\d+万人次/ x", [r"regex:\d+万人次", "words:x"], [], []),
        (r"/a\/b c/", [r"regex:a\/b c"], [], []),
        ("1/2", ["words:1/2"], [], []),
        ("py:shebao", ["pinyin:shebao"], [], []),
        ("x doc:plan-2021 -kind:heading", ["words:x"], [], [("doc", ("plan-2021",), True), ("kind", ("heading",), False)]),
        ("x year：2021,2022", ["words:x"], [], [("year", ("2021", "2022"), True)]),
        ("http://a", ["words:http://a"], [], []),
        ("实施“三支一扶”计划", ["words:实施“三支一扶”计划"], [], []),
        ("", [], [], []),
    ],
)  # fmt: skip
def test_a_query_is_taken_apart(
    text: str, terms: list[str], without: list[str], filters: list[tuple[str, tuple[str, ...], bool]]
) -> None:
    assert shape(text) == (terms, without, filters)


@pytest.mark.parametrize(
    ("text", "at", "what"),
    [
        ('就业 "三支', 3, "引号没有结束"),
        ('""', 0, "引号中没有内容"),
        ("就业 /a", 3, "没有以“/”结束"),
        ("//", 0, "正则表达式为空"),
        ("/(/", 0, "正则表达式有误"),
        ("a|", 2, "“|”旁边没有词"),
        ("-教育", 0, "只有排除词"),
        ("就业 doc:", 3, "doc: 后面没有值"),
        ("就业 doc:nothing", 3, "没有文件 nothing"),
        ("就业 kind:x", 3, "没有类型 x"),
        ("就业 year:21", 3, "21 不是年份"),
        ("code:9", 0, "没有科目 9"),
        ("py:", 0, "没有拼音"),
        ("py:zzzzq!", 0, "不是这些文件中"),
        ("\u200b", 0, "没有可查找的字符"),
        ("x" * (LONGEST + 1), LONGEST, "超过"),
    ],
)
def test_a_faulty_query_says_what_is_wrong_and_where(
    searcher: Searcher, text: str, at: int, what: str
) -> None:
    with pytest.raises(QueryError, match=r".") as caught:
        searcher.search(text)
    assert what in caught.value.message
    assert caught.value.hint
    assert caught.value.at == at


def test_an_empty_query_finds_nothing(searcher: Searcher) -> None:
    answer = searcher.search("  ")
    assert not answer.hits
    assert answer.typed.empty
