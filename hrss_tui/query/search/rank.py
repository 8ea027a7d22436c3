"""How well a block answers a query, as one number that can be explained.

    1000  the terms stand there as one phrase, figures whole (a single word always does)
     300  in a heading; 200 in the name of a table row; 100 elsewhere: the phrase, else all terms
      10  all terms stand in one sentence, or in one row
     1-3  times that every plain word of two or more characters occurs, counted up to three

Equal scores keep the order of the documents. Scan and index share this module, so they cannot differ.
"""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.query.search.corpus import HEADING, ROW

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from hrss_tui.query.search.matchers import Matcher
    from hrss_tui.query.search.query import Query

PHRASE = 1000
PLACES = (300, 200, 100)
IN_HEADING, IN_LABEL, IN_TEXT = PLACES
NEAR = 10
MOST = 3
"""Occurrences beyond this many do not make a block better."""
SENTENCE_ENDS = "。！？；!?;"
"""Characters of normalised text that end a sentence."""
_END = re.compile(f"[{SENTENCE_ENDS}]")


def place(query: Query, text: str, kind: str, label: int) -> int:
    """What the place of the terms is worth, and that they stand there as a phrase."""
    if query.phrase is None:
        return _place(text, kind, label, query.terms) + (PHRASE if len(query.terms) == 1 else 0)
    phrase = query.phrase
    if phrase.pattern.search(text) is None:
        return _place(text, kind, label, query.terms)
    return _place(text, kind, label, (phrase,)) + PHRASE


def _place(text: str, kind: str, label: int, terms: Iterable[Matcher]) -> int:
    if kind == HEADING:
        return IN_HEADING
    return IN_LABEL if label and all(term.labelled(text, label) for term in terms) else IN_TEXT


def near(text: str, kind: str, terms: Sequence[Matcher]) -> int:
    """What their nearness is worth: one term is near itself, and a row is one statement."""
    if len(terms) == 1 or kind == ROW:
        return NEAR
    for sentence in _END.split(text):
        label = len(sentence) if kind == HEADING else 0
        if all(term.count(sentence, label) for term in terms):
            return NEAR
    return 0


def often(query: Query, counts: Sequence[int]) -> int:
    """What the number of occurrences is worth, given that of each term."""
    return min([MOST, *(counts[term] for term in query.counted)]) if query.counted else 1


def score(query: Query, text: str, kind: str, label: int) -> int:
    """The score of a block for a query with terms; 0 where it does not answer it."""
    terms = query.terms
    counts = []
    for term in terms:
        counts.append(term.count(text, label))
        if not counts[-1]:
            return 0
    if any(term.count(text, label) for term in query.without):
        return 0
    worth = place(query, text, kind, label)
    if worth < PHRASE:
        return worth + near(text, kind, terms) + often(query, counts)
    return worth + NEAR + often(query, counts)


class Why:
    """A score taken apart. Attributes: phrase and near (bool), place (heading, label, text), times (1-3)."""

    __slots__ = ("near", "phrase", "place", "times")

    def __init__(self, score: int) -> None:
        self.phrase = score >= PHRASE
        self.place = {3: "heading", 2: "label", 1: "text", 0: "none"}[score % PHRASE // 100]
        self.near = score % 100 >= NEAR
        self.times = score % NEAR
