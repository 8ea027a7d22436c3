"""Evidence of the records of a package: every figure is lit where it is printed, with what belongs to it."""

from __future__ import annotations

import pytest

from hrss_tui.errors import NothingFoundError
from hrss_tui.pack.read import Pack
from hrss_tui.pack.stretches import homes
from hrss_tui.query.evidence.contradiction import contradiction, of_check, of_disagreement
from hrss_tui.query.evidence.evidence import evidence
from hrss_tui.query.evidence.facts import facts_of
from hrss_tui.query.evidence.own import Owns
from hrss_tui.query.indicators import indicators
from hrss_tui.query.outcomes import disagreements
from hrss_tui.records import (
    BudgetLine,
    Check,
    Document,
    Indicator,
    Observation,
    PrefectureValue,
    ProjectAllocation,
    record_id,
)
from hrss_tui.words import spoken
from tests.query.handmade import filled, pack_of

SAMPLE = 25


@pytest.fixture
def owns(pack: Pack) -> Owns:
    return Owns(pack)


def _lit(found: object) -> list[str]:
    return [bit.text for line in found.lines for cell in line.cells for bit in cell if bit.lit]  # type: ignore[attr-defined]


@pytest.mark.parametrize("kind", [Observation, BudgetLine])
def test_a_figure_is_lit_where_it_is_printed(
    kind: type[Observation] | type[BudgetLine], pack: Pack, owns: Owns
) -> None:
    rows = pack.rows(kind)
    for row in rows[:: max(1, len(rows) // SAMPLE)]:
        found = evidence(pack, record_id(row), owns)
        assert found.passage is not None
        assert _lit(found.passage) == [row.printed]
        assert row.printed in (found.value or "")
        assert found.citation.text
        assert all(found.id in check.records for check in found.checks)
        assert found.documents[0].doc_id == row.doc_id
        assert found.view == f"documents/{row.doc_id}:{row.line_start}"


def test_what_it_is_drawn_beside_is_of_one_unit_and_holds_the_figure_itself(pack: Pack, owns: Owns) -> None:
    drawn = 0
    for kind in (Observation, BudgetLine, PrefectureValue, ProjectAllocation):
        rows = pack.rows(kind)
        for row in rows[:: max(1, len(rows) // SAMPLE)]:
            beside = evidence(pack, record_id(row), owns).peers.rows
            drawn += bool(beside)
            assert not beside or [one.record for one in beside if one.own] == [record_id(row)]
            if isinstance(row, BudgetLine) and beside:
                assert {owns.record(one.record).measure for one in beside} == {row.measure}  # type: ignore[union-attr]
    assert drawn > SAMPLE


def test_the_documents_of_a_check_are_sources_too(pack: Pack, owns: Owns) -> None:
    failing = next(
        row
        for row in pack.rows(Check)
        if row.status == "fails"
        and len({home for one in row.records for home in homes(one, owns.documents)}) > 1
    )
    own = next(one for one in failing.records if failing.doc_id in homes(one, owns.documents))
    found = evidence(pack, own, owns)
    assert failing in found.checks
    wanted = {home for one in failing.records for home in homes(one, owns.documents)}
    assert wanted <= {row.doc_id for row in found.documents}


def test_a_line_without_a_record_has_its_text_and_its_citation(pack: Pack, owns: Owns) -> None:
    found = evidence(pack, "plan-2021:183", owns, "compare")
    assert found.value is None
    assert found.passage is not None
    assert len(_lit(found.passage)) > 2
    assert found.view == "compare"


@pytest.mark.parametrize(
    "wanted", ["nowhere", "plan-2021:99999", "plan-2021", "", ":", "budget-2026:t99:1.1"]
)
def test_what_is_not_there_is_told(wanted: str, pack: Pack) -> None:
    with pytest.raises(NothingFoundError):
        evidence(pack, wanted)


def test_a_total_is_called_by_its_table(pack: Pack) -> None:
    total = next(
        row
        for row in pack.rows(BudgetLine)
        if row.table_kind == "three_public" and row.level == 0 and row.measure == "total"
    )
    found = evidence(pack, total.line_id)
    assert found.title == "财政拨款“三公”经费支出情况表 总计"
    assert found.value == f"{total.printed} 万元"


def test_what_no_document_says_has_no_evidence(pack: Pack) -> None:
    with pytest.raises(NothingFoundError):
        evidence(pack, record_id(pack.rows(Indicator)[0]))
    with pytest.raises(NothingFoundError) as whole:
        evidence(pack, "plan-2021")
    assert spoken(whole.value.message, "en") == "plan-2021 is no figure of a document"
    assert "document:line" in spoken(whole.value.hint, "en")


def test_both_sides_of_what_fails_are_quoted_with_their_figures(pack: Pack, owns: Owns) -> None:
    failing = [row for row in pack.rows(Check) if row.status == "fails"]
    assert failing
    for check in failing:
        found = of_check(owns, check)
        assert [len(side.quoted) > 0 for side in found.sides] == [True, True]
        told = {figure.record for side in found.sides for one in side.quoted for figure in one.figures}
        assert told == set(check.records)
        for side in found.sides:
            for one in side.quoted:
                assert _lit(one.passage) == sorted(
                    (figure.printed for figure in one.figures), key=" ".join(_lit(one.passage)).index
                )
                assert one.title in {row.title for row in found.documents}
                assert one.citation
        assert check.left is not None
        assert f"{check.left:,.0f}" in found.arithmetic[0]


def test_every_check_can_be_told(pack: Pack, owns: Owns) -> None:
    rows = pack.rows(Check)
    for check in rows[:: max(1, len(rows) // 60)]:
        found = of_check(owns, check)
        assert len(found.sides) <= 2
        for side in found.sides:
            for one in side.quoted:
                assert one.passage.lines


def test_only_a_check_has_two_sides(pack: Pack) -> None:
    with pytest.raises(NothingFoundError):
        contradiction(pack, "plan-2021")


def test_an_indicator_and_its_check_say_one_sum(pack: Pack) -> None:
    owns = Owns(pack)
    check = next(row for row in pack.rows(Check) if row.kind == "derived_base" and row.status == "fails")
    names = {row.indicator_id: row.name for row in pack.rows(Indicator)}
    found = [
        of_disagreement(owns, one, names[one.indicator_id])
        for one in disagreements(indicators(pack, None))
        if {row.change.record_id for row in one.derived} <= set(check.records) and one.derived
    ]
    assert [list(one.arithmetic) for one in found] == [[of_check(owns, check).arithmetic[0]]]
    assert found[0].title.split()[0] == check.description.partition("：")[0]


@pytest.mark.parametrize(
    ("place", "own", "said"),
    [
        ("5101", "51", "成都市"),
        ("nation", "51", "全国"),
        ("51", None, "四川省"),
        ("51", "51", None),
        (None, "51", None),
    ],
)
def test_a_figure_of_another_place_than_its_document_says_which(
    place: str | None, own: str | None, said: str | None
) -> None:
    row = filled(
        Observation,
        observation_id="d:3.5",
        doc_id="d",
        subject="参保人数",
        kind="actual",
        printed="7",
        place=place,
    )
    paper = filled(Document, doc_id="d", title="2031年工作情况", place=own, line_start=1, line_end=9)
    facts = dict(facts_of(Owns(pack_of(paper, row)), row))
    assert facts.get("col.place") == said


def test_a_kind_that_has_no_name_here_is_called_what_the_package_calls_it() -> None:
    """A package of another program may hold kinds that nobody here has heard of."""
    paper = filled(Document, doc_id="d", title="2031年工作情况", kind="memo", phase="draft", line_end=9)
    known = filled(Indicator, indicator_id="trained", name="培训人数", unit="人")
    rows = [
        filled(
            Observation,
            observation_id=f"d:{line}.1",
            doc_id="d",
            indicator_id="trained",
            subject="培训人数",
            kind=kind,
            operator="=",
            period="2031",
            printed=str(value),
            value=float(value),
            unit="人",
            base_value=float(value),
            base_unit="人",
            line_start=line,
            line_end=line,
        )
        for line, (kind, value) in enumerate((("forecast", 830), ("actual", 790)), 1)
    ]
    pack = pack_of(paper, known, *rows)
    for row in rows:
        found = evidence(pack, row.observation_id, Owns(pack))
        assert {str(peer.label) for peer in found.peers.rows} == {"2031 forecast", "2031 实际"}
    assert dict(facts_of(Owns(pack), rows[0]))["card.kind"] == "forecast"
