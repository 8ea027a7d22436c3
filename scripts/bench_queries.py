"""Queries for benchmarks, drawn from the texts of the seeds; the same on every machine."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from random import Random

from hrss_tui.query.search.hits import Hit
from hrss_tui.query.search.searcher import Searcher

SEED = 2026


def ask(searcher: Searcher, query: str) -> list[list[Hit]]:
    """What is measured: the best hits of a query, ranked, grouped by document and highlighted."""
    return [group.hits for group in searcher.search(query).grouped()]


def classes(texts: Sequence[str]) -> dict[str, list[str]]:
    """Class of query → queries. `texts` are normalised blocks."""
    draw = Random(SEED)
    long = [text for text in texts if len(text) > 12]
    whole = "\n".join(texts)
    words = _drawer(draw, long)
    typed = [words(draw.randint(4, 6)) for _ in range(20)]
    figures = sorted(set(re.findall(r"[0-9]+(?:\.[0-9]+)?", whole)))
    return {
        "one character": [words(1) for _ in range(40)],
        "two characters": [words(2) for _ in range(50)],
        "four to six": [words(draw.randint(4, 6)) for _ in range(60)],
        "several terms": [_several(draw, long) for _ in range(60)],
        "numbers": [draw.choice(figures) for _ in range(50)],
        "absent": [_absent(whole, words) for _ in range(40)],
        "typed key by key": [word[:size] for word in typed for size in range(1, len(word) + 1)],
    }


def keystrokes(texts: Sequence[str], queries: int = 80) -> list[list[str]]:
    """Every state of the search box while that many queries are typed, words and figures, one to three terms."""
    draw = Random(SEED + 1)
    long = [text for text in texts if len(text) > 12]
    words = _drawer(draw, long)
    figures = sorted(set(re.findall(r"[0-9]+(?:\.[0-9]+)?", "\n".join(texts))))
    shapes: list[Callable[[], str]] = [
        lambda: words(draw.randint(2, 8)),
        lambda: _several(draw, long),
        lambda: draw.choice(figures),
        lambda: draw.choice(["shebao", "jiuye", "kashi", "shbz", "zzqrl"]),
    ]
    typed = [draw.choices(shapes, weights=[5, 3, 1, 1])[0]() for _ in range(queries)]
    return [[query[:size] for size in range(1, len(query) + 1)] for query in typed]


def _drawer(draw: Random, texts: Sequence[str]) -> Callable[[int], str]:
    def word(size: int) -> str:
        while True:
            text = draw.choice(texts)
            start = draw.randrange(len(text) - size)
            if _is_han(text[start : start + size]):
                return text[start : start + size]

    return word


def _several(draw: Random, texts: Sequence[str]) -> str:
    """Two or three words of one block."""
    while True:
        text = draw.choice(texts)
        places = [draw.randrange(len(text) - 4) for _ in range(draw.randint(2, 3))]
        words = [text[place : place + draw.randint(1, 4)] for place in places]
        if all(map(_is_han, words)):
            return " ".join(words)


def _absent(whole: str, words: Callable[[int], str]) -> str:
    """Words that stand nowhere together though each does somewhere."""
    while True:
        word = words(2) + words(2)
        if word not in whole:
            return word


def _is_han(text: str) -> bool:
    return all("\u4e00" <= char <= "\u9fff" for char in text)
