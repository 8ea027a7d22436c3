"""Regular expressions: over normalised text, cell by cell, and always over soon."""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from itertools import count

import pytest

from hrss_tui.query.search import expressions
from hrss_tui.query.search.expressions import Expression
from hrss_tui.query.search.language import QueryError
from hrss_tui.query.search.normal import Folding
from hrss_tui.query.search.searcher import Searcher
from hrss_tui.words import spoken

FOLD = Folding({"會": "会"})


def found(source: str, text: str) -> list[str]:
    return [text[start:end] for start, end in Expression(source, 0, FOLD).spans(text, 0)]


def test_an_expression_is_read_as_for_normalised_text() -> None:
    assert found(r"\d+ 万人次", "培训46万人次") == ["46万人次"]
    assert found(r"社會", "社会保障") == ["社会"]
    assert found(r"（[^）]+）", "表(一)内") == ["(一)"]
    assert found(r"[A-Z]+", "bim技术") == ["bim"]
    assert found(r"\d{1,2},", "12，3") == ["12，"]
    assert found(r"\p{Han}+", "就业46") == ["就业"]


@pytest.mark.parametrize(
    ("source", "text", "required"),
    [
        (r"\d+万人", "培训46万人", "万人"),
        (r"就业\p{Nd}x*人", "就业4人", "就业"),
        (r"\pN万元", "支出3万元", ""),
        (r"\PN万元", "支出万元", ""),
        (r"\x34\x36万", "46万", ""),
        (r"\x{4E07}元", "万元", ""),
        (r"\064万元", "4万元", ""),
        (r"\Qa.b\E元", "a.b元", ""),
        (r"\\pN元", "\\pn元", "pn元"),
        (r"\\\pN元", "\\4元", ""),
    ],
)
def test_what_a_match_must_hold_stands_in_whatever_is_matched(source: str, text: str, required: str) -> None:
    """The index is asked for that text: where an escape takes more than its letter, none is sure."""
    assert found(source, text)
    assert Expression(source, 0, FOLD).required == required
    assert required in text.lower()


def test_nothing_matches_across_a_cell() -> None:
    assert found(r"[^x]+", "甲\t乙") == ["甲", "乙"]
    assert found(r"^\p{Han}$", "甲\t乙丙\t丁") == ["甲", "丁"]
    assert found(r"a*", "b") == []


@pytest.mark.parametrize("source", [r"\d+", r"[^一]+", r"^\d", r"就.?业", r"\S+$", r"(就|业)+"])
def test_searching_all_blocks_at_once_finds_what_one_by_one_finds(searcher: Searcher, source: str) -> None:
    expression = Expression(source, 0, searcher.engine.corpus.fold)
    answer = searcher.search(f"/{source}/", limit=0)
    assert answer.totals is not None
    if not answer.totals.cut:
        wanted = {
            n: c for n, text in enumerate(searcher.engine.corpus.texts) if (c := expression.count(text, 0))
        }
        assert {hit.number for hit in answer.hits} == set(wanted)
        assert answer.totals.occurrences == sum(wanted.values())


def test_the_clock_ends_a_search_and_says_so(searcher: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "SECONDS", 0.0)
    totals = searcher.search(r"/^\d/").totals
    assert totals is not None
    assert totals.cut


@pytest.mark.parametrize("source", [r"/\d+万人/", "/就业/ 南疆|喀什", r"/^\d/", "就业 -/\\d万/"])
def test_a_hit_is_marked_however_late_it_is_looked_at(
    searcher: Searcher, monkeypatch: pytest.MonkeyPatch, source: str
) -> None:
    """The clock of the search is no clock for its hits: on a slow day they would have no marks and other lines."""
    monkeypatch.setattr(expressions, "SECONDS", 60.0)
    wanted = [(hit.number, hit.spans, hit.lines, hit.occurrences) for hit in searcher.search(source).hits]
    answer = searcher.search(source)
    monkeypatch.setattr(expressions, "monotonic", lambda: time.monotonic() + 3600)
    assert [(hit.number, hit.spans, hit.lines, hit.occurrences) for hit in answer.hits] == wanted
    assert all(spans for _, spans, *_ in wanted)
    assert not answer.cut


def test_a_count_that_the_clock_ended_says_so_too(searcher: Searcher) -> None:
    answer = searcher.search(r"/\d+万人/")
    assert answer.totals is not None
    assert not answer.cut
    answer.totals.cut = True
    assert answer.cut


@pytest.mark.parametrize(
    "source",
    [
        "(a+)+$",
        "(.*)(.*)(.*)(.*)(.*)x",
        r"(\p{Han}|\p{Han}\p{Han})*z",
        r"(x*)*y",
        r"\p{Han}{900}",
        "(.{1,30}){1,30}业",
        "(" * 480 + ")" * 480,
        "(?:.{0,100}){0,9}z|的",
        "^(?:.{0,100}){0,9}z|的",
    ],
)
def test_no_expression_hangs(searcher: Searcher, source: str) -> None:
    searcher.search("就业")
    began = time.thread_time()  # other programs on the machine take no time of this one's
    with suppress(QueryError):  # refused by the engine: that is an end too
        searcher.search(f"/{source}/")
    assert time.thread_time() - began < 2 * expressions.SECONDS + 0.1


@pytest.mark.parametrize("started", [True, False])
def test_the_clock_is_looked_at_between_two_matches(monkeypatch: pytest.MonkeyPatch, started: bool) -> None:
    """Each may cost as much as reading what is left of a long text; marking a hit has its own time."""
    looks = count()
    monkeypatch.setattr(expressions, "monotonic", lambda: next(looks) * expressions.SECONDS / 100)
    expression = Expression("[^的]*z|的", 0, FOLD)
    if started:
        expression.start_clock()
    assert 10 < len(expression.spans("的" * 5000, 0)) <= 100
    assert expression.cut == started


def test_groups_are_not_kept() -> None:
    """Nobody asks for them, and hundreds of them cost more at each match than all else."""
    assert expressions._compiled("((就)(业))*", "", 0).groups == 0


@pytest.mark.parametrize("source", ["(", "(?=x)", r"(a)\1", "a{1001}", "[z-a]"])
def test_what_the_engine_refuses_is_a_faulty_query(searcher: Searcher, source: str) -> None:
    with pytest.raises(QueryError, match="正则表达式有误"):
        searcher.search(f"/{source}/")


@pytest.mark.parametrize("source", [r"\C", r"岗\C", r"\\\C", r"(?:\C)位", r"\Qa\E\C*"])
def test_a_part_of_a_character_is_refused(searcher: Searcher, source: str) -> None:
    with pytest.raises(QueryError, match="正则表达式有误") as refused:
        searcher.search(f"/{source}/")
    assert r"\C" in spoken(refused.value.message, "en")


@pytest.mark.parametrize("source", [r"\\C", r"\Q\C\E", r"\Q\C", r"C\\C"])
def test_the_same_signs_as_a_text_are_looked_for(searcher: Searcher, source: str) -> None:
    searcher.search(f"/{source}/")


def test_without_the_engine_the_remedy_is_named(searcher: Searcher, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "re2", None)
    with pytest.raises(QueryError) as caught:
        searcher.search("/a/")
    assert "pip install" in caught.value.hint


def test_the_whole_query_may_be_an_expression(searcher: Searcher) -> None:
    answer = searcher.search(r"第.批 |天池", regex=True)
    assert answer.hits
