"""The order of hits is what `rank` says it is, computed here the plain way for every block."""

from __future__ import annotations

import random

import pytest

from hrss_tui.query.search.rank import Why
from hrss_tui.query.search.searcher import Searcher

ENDS = "。！？；!?;"


def sentences(text: str) -> list[str]:
    for end in ENDS:
        text = text.replace(end, "\n")
    return text.split("\n")


def score(searcher: Searcher, number: int, words: list[str]) -> int:
    """The score of one block for plain words without digits."""
    corpus = searcher.engine.corpus
    text, kind, label = corpus.texts[number], corpus.kinds[number], corpus.labels[number]
    if not all(word in text for word in words):
        return 0
    whole = "".join(words)
    phrase = 1000 if whole in text else 0
    named = whole in text[:label] if phrase else all(word in text[:label] for word in words)
    place = {"heading": 300}.get(kind, 200 if named else 100)
    together = any(all(word in sentence for word in words) for sentence in sentences(text))
    near = 10 if phrase or kind == "table_row" or together else 0
    counts = [text.count(word) for word in words if len(word) > 1]
    return phrase + place + near + (min([3, *counts]) if counts else 1)


@pytest.mark.parametrize("terms", [1, 2, 3])
def test_the_order_is_the_documented_one(searcher: Searcher, terms: int) -> None:
    draw = random.Random(terms)
    corpus = searcher.engine.corpus
    for _ in range(60):
        text = draw.choice([text for text in corpus.texts if len(text) > 30])
        starts = [draw.randrange(len(text) - 4) for _ in range(terms)]
        words = [text[start : start + draw.randint(1, 4)] for start in starts]
        if not all("\u4e00" <= char <= "\u9fff" for word in words for char in word):
            continue
        scores = {number: score(searcher, number, words) for number in range(len(corpus))}
        wanted = sorted((number for number in scores if scores[number]), key=lambda n: (-scores[n], n))
        hits = searcher.search(" ".join(words), limit=0).hits
        assert [hit.number for hit in hits] == wanted, words
        assert [hit.score for hit in hits] == [scores[number] for number in wanted], words
        assert searcher.search(" ".join(words), limit=7).hits[-1].number in wanted[:7]


def test_a_score_can_be_taken_apart() -> None:
    why = Why(1212)
    assert (why.phrase, why.place, why.near, why.times) == (True, "label", True, 2)
    why = Why(103)
    assert (why.phrase, why.place, why.near, why.times) == (False, "text", False, 3)


def test_filters_alone_list_blocks_in_document_order(searcher: Searcher) -> None:
    hits = searcher.search("kind:heading doc:bulletin-2021", limit=0).hits
    assert [hit.line_start for hit in hits] == sorted(hit.line_start for hit in hits)
    assert hits[0].text == "一、劳动就业"
    assert {hit.score for hit in hits} == {0}
