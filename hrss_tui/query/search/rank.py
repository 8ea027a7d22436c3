"""How well a block answers a query, as one number that can be explained.

    1000  the terms stand there as one phrase (a single term always does)
     300  in a heading; 200 in the name of a table row; 100 elsewhere
      10  all terms stand in one sentence, or in one row
     1-3  times that every term occurs, counted up to three

Equal scores keep the order of the documents. Scan and index share this module, so they cannot differ.
"""

from __future__ import annotations

import re

from hrss_tui.query.search.corpus import HEADING, ROW

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrss_tui.query.search.matchers import Matcher

PHRASE = 1000
PLACES = (300, 200, 100)
IN_HEADING, IN_LABEL, IN_TEXT = PLACES
NEAR = 10
MOST = 3
"""Occurrences beyond this many do not make a block better."""
SENTENCE_ENDS = "[。！？；!?;]"
"""Characters of normalised text that end a sentence."""


def place(text: str, kind: str, label: int, terms: Iterable[Matcher]) -> int:
    """What the place of the terms is worth."""
    if kind == HEADING:
        return IN_HEADING
    return IN_LABEL if label and all(term.labelled(text, label) for term in terms) else IN_TEXT


def near(text: str, kind: str, terms: Sequence[Matcher]) -> int:
    """What their nearness is worth: one term is near itself, and a row is one statement."""
    if len(terms) == 1 or kind == ROW:
        return NEAR
    for sentence in re.split(SENTENCE_ENDS, text):
        label = len(sentence) if kind == HEADING else 0
        if all(term.count(sentence, label) for term in terms):
            return NEAR
    return 0


def often(counts: Iterable[int]) -> int:
    """What the number of occurrences is worth, given that of each term."""
    return min(MOST, *counts, MOST)


class Why:
    """A score taken apart. Attributes: phrase and near (bool), place (heading, label, text), times (1-3)."""

    __slots__ = ("near", "phrase", "place", "times")

    def __init__(self, score: int) -> None:
        self.phrase = score >= PHRASE
        self.place = {3: "heading", 2: "label", 1: "text", 0: "none"}[score % PHRASE // 100]
        self.near = score % 100 >= NEAR
        self.times = score % NEAR
