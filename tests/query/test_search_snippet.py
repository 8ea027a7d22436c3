"""Snippets: cut at punctuation, every term marked, no wider than asked but for the terms themselves."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrss_tui.query.search import expressions
from hrss_tui.query.search.hits import Hit
from hrss_tui.query.search.searcher import Searcher
from hrss_tui.query.search.snippet import CELL, GAP, cells, snippet


def marked(text: str, spans: list[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_a_snippet_is_cut_at_punctuation(searcher: Searcher) -> None:
    hit = searcher.search("南疆 就业 doc:interview-2026").hits[0]
    shown = snippet(hit, 60)
    assert "深入实施南疆就业促进工程" in shown.text
    assert shown.text.startswith(GAP)
    assert shown.text.endswith("," + GAP)
    assert set(marked(shown.text, shown.spans)) == {"南疆", "就业"}


def test_terms_far_apart_are_all_shown(searcher: Searcher) -> None:
    hit = next(hit for hit in searcher.search("南疆 就业").hits if hit.lines[0] == 81)
    shown = snippet(hit, 70)
    assert {"南疆", "就业"} <= set(marked(shown.text, shown.spans))
    assert GAP in shown.text[1:-1]


def test_a_row_is_shown_without_its_empty_cells(searcher: Searcher) -> None:
    hit = searcher.search("博州").hits[0]
    assert snippet(hit, 80).text == CELL.join(["5", "博 州", "1.05", "0.14", "0.2", "0.17", "0.47"])


@pytest.mark.parametrize("width", [30, 60, 100])
@pytest.mark.parametrize("query", ["就业 培训", "0", "社会 保障 基金", "的", "kind:note", r"/\d+/"])
def test_every_hit_fits_and_shows_its_terms(
    searcher: Searcher, query: str, width: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(expressions, "SECONDS", 60.0)  # however busy the machine is
    for hit in searcher.search(query, limit=0).hits:
        shown = snippet(hit, width)
        groups = [group for group in hit.groups if group]  # on a busy machine the clock ends an expression
        # the marks themselves and a little around each are shown even where that is more than was asked for
        least = sum(12 + max(cells(hit.text[start:end]) for start, end in group) for group in groups)
        signs = 2 * shown.text.count(GAP) + shown.text.count(CELL)
        assert cells(shown.text) <= max(width, least) + signs
        words = marked(shown.text, shown.spans)
        for group in groups:
            assert {hit.text[start:end] for start, end in group} & set(words)


@settings(max_examples=300)
@given(st.text("就业，。 \tab", max_size=120), st.integers(1, 60), st.data())
def test_marks_of_a_snippet_read_as_in_the_text(text: str, width: int, data: st.DataObject) -> None:
    hit = Hit()
    hit.text = text
    hit.groups = ()
    words = [(i, i + 2) for i in range(len(text) - 1) if text[i : i + 2] == "就业"]
    if words:
        hit.groups = (
            tuple(data.draw(st.lists(st.sampled_from(words), min_size=1, unique=True).map(sorted))),
        )
    hit.spans = [span for group in hit.groups for span in group]
    shown = snippet(hit, width)
    assert all(mark == "就业" for mark in marked(shown.text, shown.spans))
    assert bool(shown.spans) == bool(words and hit.spans)
    assert "\t" not in shown.text
