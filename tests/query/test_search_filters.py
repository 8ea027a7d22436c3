"""Filters, facets and groups."""

from __future__ import annotations

import pytest

from hrss_tui.query.search.searcher import Searcher
from hrss_tui.query.search.totals import Totals


def totals(searcher: Searcher, query: str) -> Totals:
    found = searcher.search(query).totals
    assert found is not None
    return found


def test_values_of_one_key_add_up_and_keys_narrow(searcher: Searcher) -> None:
    both = totals(searcher, "就业 doc:plan-2021,bulletin-2021").documents
    assert set(both) == {"plan-2021", "bulletin-2021"}
    assert totals(searcher, "就业 doc:plan-2021 doc:bulletin-2021").documents == both
    assert totals(searcher, "就业 doc:article").documents.keys() == {"article-livelihood"}
    assert set(totals(searcher, "就业 -doc:plan-2021").documents) == {
        "bulletin-2021",
        "budget-2026",
        "article-livelihood",
        "interview-2026",
    }


def test_the_year_is_that_of_the_document(searcher: Searcher) -> None:
    assert set(totals(searcher, "就业 year:2021").documents) >= {"bulletin-2021", "plan-2021"}
    assert set(totals(searcher, "就业 year:2026").documents) == {"budget-2026", "interview-2026"}
    assert totals(searcher, "就业 year:2026-2030").documents == totals(searcher, "就业 year:2026").documents
    assert not totals(searcher, "就业 year:1999").documents
    spanned = totals(searcher, "就业 year:2022-2026").documents
    assert spanned
    for written in ("2026-2022", "２０２２－２０２６", "2022—2026", "2022～2026"):
        assert totals(searcher, f"就业 year:{written}").documents == spanned, written
    assert totals(searcher, "code:２０８０１").by_kind == totals(searcher, "code:20801").by_kind


def test_a_code_limits_to_the_rows_that_hold_its_amounts(searcher: Searcher) -> None:
    lines = {hit.line_start for hit in searcher.search("code:2080199", limit=0).hits}
    # tables 2, 3 and 5; in table 7 one row per project
    assert {203, 267, 374, 484, 489} <= lines
    assert {hit.line_start for hit in searcher.search("天池 code:20801").hits} == {489}
    assert not searcher.search("天池 code:205").hits


def test_facets_say_what_other_choices_would_give(searcher: Searcher) -> None:
    everything = totals(searcher, "就业")
    narrowed = searcher.search("就业", docs=["plan-2021"], kinds=["heading"]).totals
    assert narrowed is not None
    assert narrowed.by_doc["plan-2021"] == narrowed.occurrences == 11
    assert set(narrowed.by_doc) == {
        "plan-2021",
        "article-livelihood",
        "bulletin-2021",
        "budget-2026",
        "interview-2026",
    }
    assert narrowed.by_kind["heading"] == narrowed.blocks == 9
    assert everything.by_doc == everything.documents
    assert sum(everything.by_kind.values()) == everything.blocks


@pytest.mark.parametrize(
    "query",
    [
        "就业",
        "就业 year:2021",
        "就业 kind:heading,row",
        "就业 -kind:row doc:bulletin-2021,plan-2021",
        "就业|培训 -doc:plan-2021 -year:2026",
        "code:20801 year:2026",
        "-就业 kind:note",
    ],
)
@pytest.mark.parametrize("doc", ["", "plan-2021"])
@pytest.mark.parametrize("kind", ["", "table_row", "list_item"])
def test_every_choice_gives_what_it_says(query: str, doc: str, kind: str, searcher: Searcher) -> None:
    """Within what the text itself asks for."""

    def chosen(doc: str, kind: str) -> Totals:
        found = searcher.search(query, docs=[doc] if doc else [], kinds=[kind] if kind else [])
        return searcher.count(found)

    known = chosen(doc, kind)
    assert {one: chosen(one, kind).occurrences for one in known.by_doc} == known.by_doc
    kinds = {
        one: count for one, count in known.by_kind.items() if one != "paragraph"
    }  # which means list items too
    assert {one: chosen(doc, one).blocks for one in kinds} == kinds
    if not doc:
        assert sum(known.by_doc.values()) == known.occurrences
    if not kind:
        assert sum(known.by_kind.values()) == known.blocks


def test_hits_are_grouped_by_document_the_best_first(searcher: Searcher) -> None:
    answer = searcher.search("南疆 就业")
    groups = answer.grouped()
    assert [group.doc_id for group in groups] == ["interview-2026", "plan-2021", "budget-2026"]
    assert [hit.lines[0] for hit in groups[1].hits] == [71, 81]
    assert groups[1].occurrences == 12
    assert answer.more is False
    assert searcher.search("就业").more is True


def test_options_beside_the_query_narrow_as_filters_do(searcher: Searcher) -> None:
    beside = searcher.search("就业", docs=["plan-2021"], kinds=["heading"])
    assert [hit.number for hit in beside.hits] == [
        hit.number for hit in searcher.search("就业 doc:plan-2021 kind:heading").hits
    ]
