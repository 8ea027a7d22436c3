"""Evidence and contradictions as pages and notes: all that they must hold, and no markup of documents."""

from __future__ import annotations

import msgspec
import pytest

from hrss_tui.export.shown.note import plain
from hrss_tui.export.shown.of_id import Proof, proof, written
from hrss_tui.export.shown.telling import Teller
from hrss_tui.pack.read import Pack
from hrss_tui.query.check_words import english_names
from hrss_tui.query.evidence.evidence import Evidence
from hrss_tui.query.evidence.own import Owns
from hrss_tui.records import Check, Observation
from hrss_tui.words import Lang, spoken
from tests.export.shown.reading import HOSTILE, assert_alone


def _teller(pack: Pack, lang: Lang) -> Teller:
    return Teller(pack, lang, english_names(pack) if lang == "en" else {})


def _checked(pack: Pack) -> Evidence:
    """The evidence of a figure of prose that a check knows."""
    owns = Owns(pack)
    known = {key for check in pack.rows(Check) for key in check.records}
    row = next(row for row in pack.rows(Observation) if row.observation_id in known and row.indicator_id)
    found = proof(owns, row.observation_id, "indicators/x")
    assert isinstance(found, Evidence)
    return found


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_page_of_evidence_holds_all_that_is_needed_to_check_it(lang: Lang, pack: Pack) -> None:
    found = _checked(pack)
    page = written(found, _teller(pack, lang), "html")
    read = assert_alone(page)
    assert found.value is not None
    assert spoken(found.value, lang) in "".join(read.texts["p"])
    assert found.passage is not None
    assert read.texts["mark"] == [
        bit.text for line in found.passage.lines for cell in line.cells for bit in cell if bit.lit
    ]
    assert read.texts["blockquote"][-1] == found.citation.text
    assert len(read.all("svg")) == bool(found.peers.rows)
    assert len(read.texts["ul"]) == 1
    assert "indicators/x" in "".join(read.texts["code"])
    for document in found.documents:
        assert document.source_sha256 in page.decode()


@pytest.mark.parametrize("form", ["html", "md"])
def test_what_is_asked_twice_is_answered_the_same(form: str, pack: Pack) -> None:
    assert written(_checked(pack), _teller(pack, "zh"), form) == written(
        _checked(pack), _teller(pack, "zh"), form
    )


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_both_sides_stand_beside_each_other(lang: Lang, pack: Pack) -> None:
    check = next(row for row in pack.rows(Check) if row.status == "fails")
    found = proof(Owns(pack), check.check_id)
    page = written(found, _teller(pack, lang), "html")
    read = assert_alone(page)
    assert [one["class"] for one in read.all("div") if one.get("class") == "sides"] == ["sides"]
    assert len(read.texts["mark"]) == len(check.records)
    note = written(found, _teller(pack, lang), "md").decode()
    assert note.count("\n## ") == 2
    assert note.count("**") >= 2 * len(check.records)
    assert f"`checks/{check.check_id}`" in note


def test_no_line_of_a_note_is_a_formula(pack: Pack) -> None:
    for found in _proofs(pack):
        note = written(found, _teller(pack, "zh"), "md").decode()
        assert not [line for line in note.splitlines() if line[:1] in tuple("=+-@＝＋－＠\t")]


def _proofs(pack: Pack) -> list[Proof]:
    checks = [row for row in pack.rows(Check) if row.status in ("fails", "rounding")]
    return [_checked(pack), *(proof(Owns(pack), check.check_id) for check in checks[:5])]


def test_hostile_text_is_text(pack: Pack) -> None:
    found = _checked(pack)
    documents = tuple(
        msgspec.structs.replace(row, title=HOSTILE, source_file=HOSTILE) for row in found.documents
    )
    mean = msgspec.structs.replace(found, title=HOSTILE, value=HOSTILE, documents=documents, view=HOSTILE)
    read = assert_alone(written(mean, _teller(pack, "zh"), "html"))
    assert not {"img"} & {name for name, _ in read.elements}
    assert plain("<b>*x*</b> [y](z) `q` #1\n") == r"\<b>\*x\*\</b> \[y\](z) \`q\` \#1"
