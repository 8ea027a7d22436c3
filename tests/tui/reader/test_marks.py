"""Marks on a text: the way from one link to another, and how a stretch is split."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from hrss_tui.tui.paint.lines import Seg
from hrss_tui.tui.reader.marks import Mark, beside, first_at, first_from, marked, of_item

FIRST, SECOND, LAST = (
    Mark(1, 0, 2, record="a"),
    Mark(1, 4, 6, record="b"),
    Mark(3, 0, 1, record="c"),
)
MARKS = [FIRST, SECOND, LAST]


def links(item: int) -> Sequence[Mark]:
    return of_item(MARKS, item)


def test_marks_of_a_passage_are_found_among_all() -> None:
    assert [links(item) for item in range(4)] == [[], [FIRST, SECOND], [], [LAST]]


def test_beside_a_link_is_one_of_the_same_passage() -> None:
    assert beside(links, FIRST, 1) is SECOND
    assert beside(links, SECOND, -1) is FIRST
    assert beside(links, SECOND, 1) is None
    assert beside(links, FIRST, -1) is None


def test_the_first_link_from_a_passage_on_and_going_back_the_last() -> None:
    assert first_from(links, range(4), 0, 1) is FIRST
    assert first_from(links, range(4), 2, 1) is LAST
    assert first_from(links, range(4), 2, -1) is SECOND
    assert first_from(links, range(4), 0, -1) is None
    assert first_from(links, range(4), 4, 1) is None


@pytest.mark.parametrize(("item", "at"), [(0, 0), (1, 0), (2, 2), (3, 2), (4, 0)])
def test_the_first_mark_at_or_after_a_passage_around_the_end(item: int, at: int) -> None:
    assert first_at(MARKS, item) == at


def test_there_is_none_where_nothing_is_marked() -> None:
    assert first_at([], 2) == -1


def test_a_stretch_is_split_where_marks_begin_and_end_and_the_last_wins() -> None:
    over = [Mark(0, 2, 6, "term"), Mark(0, 4, 5, "now")]
    assert marked("abcdefgh", 1, 7, over, "dim") == [
        Seg("b", "dim"),
        Seg("cd", "term"),
        Seg("e", "now"),
        Seg("f", "term"),
        Seg("g", "dim"),
    ]
