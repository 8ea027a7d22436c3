"""A filing whose text and tables are two documents: what is asked of it is answered from both."""

from __future__ import annotations

import msgspec
import pytest

from hrss_tui.errors import NothingFoundError
from hrss_tui.pack.read import Pack
from hrss_tui.query.changed import Asked, changed
from hrss_tui.query.filings.copied import copied
from hrss_tui.query.filings.written import written
from hrss_tui.records import Document, Record
from tests.query.filings.test_copied import DUTIES, FORECAST, passage
from tests.query.filings.test_filings import filing
from tests.query.handmade import change, filled, pack_of

BODY = "松原市档案馆"


def text(doc_id: str, year: int, body: str = BODY, title: str = "", phase: str = "budget") -> list[Record]:
    """A document without tables that states a change and holds two passages."""
    document = filled(
        Document, doc_id=doc_id, title=title or doc_id, kind="budget", department=body, year=year, phase=phase
    )
    stated = change("2012604", 40, 4, doc_id=doc_id, change_id=f"{doc_id} change", section="一")
    forecast = FORECAST.format(year=year, amount=year - 2000)
    return [document, stated, passage(doc_id, 1, DUTIES), passage(doc_id, 2, forecast)]


def tables(year: int, body: str = BODY, title: str = "") -> list[Record]:
    document, *rest = filing(f"tables-{year}", body, year, "budget", {None: 100})
    return [msgspec.structs.replace(document, title=title), *rest] if title else [document, *rest]


def both(*years: int) -> Pack:
    return pack_of(*(one for year in years for one in (*tables(year), *text(f"text-{year}", year))))


def test_the_text_of_a_filing_is_found_beside_its_tables() -> None:
    pack = both(2030, 2031)
    assert written(pack, "tables-2031") == ("tables-2031", "text-2031")
    assert written(pack, "text-2031") == ("text-2031",)
    assert written(pack, "unheard") == ("unheard",)


@pytest.mark.parametrize(
    "other",
    [
        text("other", 2030),
        text("other", 2031, "松原市体育局"),
        text("other", 2031, phase="final"),
        text("other", 2031, title="松原市档案馆2031年单位预算"),
        filing("other", BODY, 2031, "budget", {None: 90}),
    ],
)
def test_what_is_of_another_year_body_phase_or_has_tables_itself_is_not_beside_it(
    other: list[Record],
) -> None:
    assert written(pack_of(*tables(2031), *other), "tables-2031") == ("tables-2031",)


def test_a_party_body_is_one_with_and_without_that_it_is_of_the_party() -> None:
    pack = pack_of(*tables(2031, "中共松原市委宣传部"), *text("text", 2031, "松原市委宣传部"))
    assert written(pack, "tables-2031") == ("tables-2031",)  # of places nobody knows they might be two
    placed = [
        msgspec.structs.replace(one, place="2207") if isinstance(one, Document) else one
        for one in (*tables(2031, "中共松原市委宣传部"), *text("text", 2031, "松原市委宣传部"))
    ]
    assert written(pack_of(*placed), "tables-2031") == ("tables-2031", "text")


def test_changes_are_those_that_the_text_of_the_filing_states() -> None:
    pack = both(2030, 2031)
    found = changed(pack, Asked(department="档案馆", year=2031))
    assert [(row.doc_id, row.codes) for row in found.rows] == [("text-2031", ("2012604",))]
    with pytest.raises(NothingFoundError):
        changed(pack_of(*tables(2031), *text("text-2030", 2030)), Asked(department="档案馆", year=2031))


def test_who_has_none_is_not_among_those_that_have_some() -> None:
    bare = change(None, 30, 3, doc_id="tables-2031", change_id="sum", section="一")
    pack = pack_of(*tables(2031), bare, *text("of-others", 2031, "松原市体育局"))
    with pytest.raises(NothingFoundError) as raised:
        changed(pack, Asked(department="档案馆", year=2031))
    assert "of-others" in str(raised.value.hint) and "tables-2031" not in str(raised.value.hint)


def test_passages_are_those_of_the_text_of_each_year() -> None:
    found = copied(both(2030, 2031), "档案馆")
    assert (found.newer.doc_id, found.passages) == ("tables-2031", 2)
    assert {(row.doc_id, row.earlier_doc_id) for row in found.rows} == {("text-2031", "text-2030")}


@pytest.mark.parametrize("year", [2030, 2031])
def test_of_tables_alone_nothing_is_said_to_be_copied_or_not(year: int) -> None:
    other = ({2030, 2031} - {year}).pop()
    pack = pack_of(*tables(2030), *tables(2031), *text("text", other))
    with pytest.raises(NothingFoundError) as raised:
        copied(pack, "档案馆")
    assert f"tables-{year}" in str(raised.value)
