"""What a package says of itself before its tables are read."""

from __future__ import annotations

import pytest

from hrss_tui.pack.read import decode_pack
from hrss_tui.pack.summary import OWN_OFFICE, Filing, filed, newest, summary, told, totals
from hrss_tui.reference.preparers import without_office
from tests.query.handmade import WAN, line, pack_of


def one(doc_id: str, year: int | None, phase: str = "budget") -> Filing:
    return Filing(doc_id, "", "局", None, year, phase)


def test_the_word_written_for_an_own_office_is_one_by_which_it_is_known() -> None:
    assert without_office(f"某港务局{OWN_OFFICE}") == "某港务局"


def test_the_newest_budget_with_amounts_is_shown() -> None:
    old, empty, final = one("old", 2031), one("empty", 2035), one("final", 2034, "final")
    assert newest([old, empty, final], {"old", "final"}) == old
    assert newest([empty, final], {"final"}) == final
    assert newest([empty], set()) == empty
    assert newest([], set()) is None


@pytest.mark.parametrize(("title", "phase"), [("支出决算表", "final"), ("部门支出总表", "budget")])
def test_a_document_without_a_phase_is_of_that_of_its_tables(title: str, phase: str) -> None:
    columns = {
        ("documents", "doc_id"): ["a"],
        ("documents", "phase"): ["none"],
        ("budget_tables", "doc_id"): ["a"],
        ("budget_tables", "title"): [title],
    }
    found = filed(lambda table, name: columns.get((table, name), [None]))
    assert [filing.phase for filing in found] == [phase]


@pytest.mark.parametrize(
    ("titles", "files", "days"),
    [
        (["预算公开（更正）", "预算公开"], ["a", "b"], [None, None]),
        (["预算公开", "预算公开"], ["预算（更正）.docx", "预算.docx"], [None, None]),
        (["预算公开", "预算公开"], ["a", "b"], ["2031-03-02", "2031-02-01"]),
    ],
)
def test_a_corrected_edition_is_the_last(titles: list[str], files: list[str], days: list[str | None]) -> None:
    columns = {
        ("documents", "doc_id"): ["b-0", "b-1"],
        ("documents", "title"): titles,
        ("documents", "source_file"): files,
        ("documents", "date"): days,
        ("documents", "department"): ["局", "局"],
        ("documents", "phase"): ["budget", "budget"],
        ("budget_tables", "doc_id"): ["b-0", "b-1"],
    }
    found = filed(lambda table, name: columns.get((table, name), [None, None]))
    assert [filing.doc_id for filing in found] == ["b-1", "b-0"]
    last = newest(found, {"b-0", "b-1"})
    assert last is not None
    assert last.doc_id == "b-0"


def test_the_summary_is_that_of_the_tables(pack_data: bytes) -> None:
    pack = decode_pack(pack_data, "p")
    said = pack.head["summary"]
    assert said == summary(pack.column)
    assert sum(said["statuses"].values()) == pack.count("checks")
    lines = dict(
        zip(pack.column("budget_lines", "line_id"), pack.column("budget_lines", "amount"), strict=True)
    )
    assert said["totals"]
    assert all(lines[record] == amount for *_, record, _, amount in said["totals"])
    assert len({code for code, _ in said["codes"]}) == len(said["codes"])


@pytest.mark.parametrize(
    "change",
    [
        {"filings": "1"},
        {"budget": ["a"]},
        {"budget": 7},
        {"totals": [["a", "b", "c", 1]]},
        {"totals": None},
        {"codes": [["208"]]},
        {"codes": {"208": "x"}},
    ],
)
def test_a_summary_of_another_form_is_none(pack_data: bytes, change: dict[str, object]) -> None:
    said = decode_pack(pack_data, "p").head["summary"]
    assert told({"summary": said}) == said
    assert told({"summary": {**said, **change}}) is None
    assert told({"summary": []}) is None
    assert told({}) is None


def test_the_grand_total_is_of_all_units_and_of_no_part_of_the_year() -> None:
    """甲站 and the sum of the year stand above it."""
    whole = line(None, 90, name="支出总计")
    pack = pack_of(
        line(None, 50, name="甲站", unit_name="甲站"),
        line(None, 80, name="本年支出合计", parent_id=whole.line_id),
        whole,
    )
    assert [amount for *_, amount in totals(pack.column, "budget-2030")] == [90 * WAN]


def test_the_grand_total_is_that_of_the_spending_where_both_sides_print_one() -> None:
    income = line(None, 95, name="收入总计", classification="income")
    assert [amount for *_, amount in totals(pack_of(income).column, "budget-2030")] == [95 * WAN]
    both = pack_of(income, line(None, 90, name="支出总计"))
    assert [amount for *_, amount in totals(both.column, "budget-2030")] == [90 * WAN]
