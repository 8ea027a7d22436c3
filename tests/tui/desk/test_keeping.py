"""What is computed once is kept with what it is of: no desk that was left, no document that was looked at long ago."""

from __future__ import annotations

import gc
import weakref
from pathlib import Path

from hrss_tui.tui.budget.rows import PARTS, stems
from hrss_tui.tui.desk.data import Data
from hrss_tui.tui.desk.entries import find_entries
from hrss_tui.tui.desk.keeping import kept
from hrss_tui.tui.paint.glyphs import ASCII
from hrss_tui.words import words
from tests.tui.driving import desk_of


class Owner:
    def __init__(self) -> None:
        self.kept: dict[tuple[object, ...], int] = {}


def test_a_result_is_made_once_for_each_owner_and_question() -> None:
    made: list[int] = []

    @kept
    def double(owner: Owner, number: int) -> int:
        made.append(number)
        return 2 * number

    one, other = Owner(), Owner()
    assert [double(one, 3), double(one, 3), double(one, 4), double(other, 3)] == [6, 6, 8, 6]
    assert made == [3, 4, 3]


def test_a_desk_in_another_language_says_its_own_names_and_lets_the_one_before_go(pack_file: Path) -> None:
    desk = desk_of(pack_file)
    left = []
    for lang in ("en", "zh") * 3:
        assert find_entries(desk, "0", 9)
        left.append(weakref.ref(desk))
        desk = desk.changed(lang=lang, words=words(lang))
    gc.collect()
    assert [one() for one in left] == [None] * len(left)


def test_the_tree_of_a_document_goes_with_what_is_known_of_it(pack_file: Path) -> None:
    desk = desk_of(pack_file)
    doc_id = desk.data.newest_filing
    first = stems(desk, doc_id, PARTS[0], ())
    assert stems(desk, doc_id, PARTS[0], ()) is first
    own: weakref.ref[Data] = weakref.ref(desk.data.of(doc_id))
    desk.data._of.clear()
    gc.collect()
    assert own() is None


def test_titles_are_kept_for_a_few_widths_and_end_in_a_sign_of_the_desk(pack_file: Path) -> None:
    desk = desk_of(pack_file)
    doc_id = max(desk.data.short_titles, key=lambda one: len(desk.data.short_titles[one]))
    cut = {width: desk.called(doc_id, width) for width in range(8, 60)}
    assert len(desk._fitted) <= 8
    assert desk.called(doc_id, 8) == cut[8]
    assert "…" in cut[8]
    assert "…" not in desk.changed(signs=ASCII).called(doc_id, 8)
