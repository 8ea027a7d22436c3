"""Counts are occurrences in joined text, to the last one: compared with counting by brute force."""

from __future__ import annotations

import random
from pathlib import Path
from typing import Any

import pytest

from hrss_tui.query.search.searcher import Searcher

Rows = list[dict[str, Any]]
SPACES = " \u3000\u00a0"
WORDS = 200
SEEDS = Path(__file__).resolve().parents[2] / "seeds"


def squeezed(text: str) -> str:
    """A text without the spaces that mean nothing: all but those between two letters."""
    out = ""
    for index, char in enumerate(text):
        after = text[index + 1 :].lstrip(SPACES)[:1]
        between = out[-1:].isascii() and out[-1:].isalpha() and after.isascii() and after.isalpha()
        if char not in SPACES or (between and not out.endswith(" ")):
            out += char
    return out


def times(word: str, text: str) -> int:
    """Occurrences that do not overlap, the slow way."""
    count = at = 0
    while at <= len(text) - len(word):
        if text[at : at + len(word)] == word:
            count += 1
            at += len(word)
        else:
            at += 1
    return count


def han(word: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in word)


@pytest.fixture(scope="module")
def texts(tables: dict[str, Rows]) -> list[tuple[str, str]]:
    """Document and joined text of every block."""
    return [(row["doc_id"], squeezed(row["text"])) for row in tables["blocks"]]


def brute(word: str, texts: list[tuple[str, str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for doc, text in texts:
        count = times(word, text) if word in text else 0
        if count:
            found[doc] = found.get(doc, 0) + count
    return found


def counted(searcher: Searcher, word: str) -> dict[str, int]:
    totals = searcher.search(f'"{word}"', limit=1).totals
    assert totals is not None
    assert totals.occurrences == sum(totals.documents.values())
    return totals.documents


def test_two_hundred_drawn_words_are_counted_exactly(
    searcher: Searcher, texts: list[tuple[str, str]]
) -> None:
    draw = random.Random(20260213)
    words: set[str] = set()
    while len(words) < WORDS:
        _, text = draw.choice(texts)
        size = 1 + len(words) % 8
        start = draw.randrange(max(1, len(text) - size))
        if han(text[start : start + size]) and len(text) >= start + size:
            words.add(text[start : start + size])
    assert {len(word) for word in words} == set(range(1, 9))
    for word in sorted(words):
        assert counted(searcher, word) == brute(word, texts), word


def broken_words(row: dict[str, Any]) -> set[str]:
    """Words of two to eight characters that a line break of the source cuts."""
    text, offsets = row["text"], row["breaks"][2::2]
    found = set()
    for offset in offsets:
        for size in range(2, 9):
            for before in range(1, size):
                word = text[max(0, offset - before) : offset - before + size]
                if len(word) == size and han(word):
                    found.add(word)
    return found


def test_every_word_that_a_line_break_of_the_bulletin_cuts_is_counted_exactly(
    searcher: Searcher, tables: dict[str, Rows], texts: list[tuple[str, str]]
) -> None:
    rows = [row for row in tables["blocks"] if row["doc_id"] == "bulletin-2021"]
    words = set().union(*map(broken_words, rows))
    assert "新疆生产建设兵团" in words
    assert len(words) > 1000
    bulletin = "".join((SEEDS / "000_0c43634c60db3778.txt").read_text().split())
    for word in sorted(words):
        assert counted(searcher, word) == brute(word, texts), word
        assert 1 <= counted(searcher, word)["bulletin-2021"] <= bulletin.count(word), word


@pytest.mark.parametrize("text", ["培训 培训", "培训 培訓", "培训 培训 培训", "培训|培训", "/培训/ /培训/"])
def test_a_word_that_is_typed_twice_is_counted_once(searcher: Searcher, text: str) -> None:
    once, twice = (searcher.search(query, limit=1).totals for query in ("培训", text))

    assert once is not None
    assert twice is not None
    assert twice.documents == once.documents != {}
