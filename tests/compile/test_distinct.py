"""A package holds one row of each key, whatever its documents repeat, and says what was repeated."""

from __future__ import annotations

from pathlib import Path

from hrss_tui.compile.build import package_bytes
from hrss_tui.compile.checks import _distinct
from hrss_tui.compile.distinct import keep_first
from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.pack.read import decode_pack
from hrss_tui.pack.verify import verify
from hrss_tui.records import Check, GlossaryTerm, Record
from tests.conftest import SEEDS


def term(text: str, line: int, doc: str = "a-2030") -> GlossaryTerm:
    return GlossaryTerm(doc_id=doc, line_start=line, line_end=line, term=text, definition=f"{line}")


def test_the_first_row_of_a_key_stays_and_the_others_are_counted_per_document() -> None:
    rows: list[Record] = [term("x", 3), term("x", 9), term("y", 4), term("x", 7), term("x", 1, "b-2030")]
    tables = {"glossary": rows}
    notes = keep_first(tables)
    assert tables["glossary"] == [term("x", 3), term("y", 4), term("x", 1, "b-2030")]
    assert len(notes) == 1
    assert notes[0].startswith("a-2030")
    assert "7" in notes[0]
    assert "2" in notes[0]


def test_nothing_is_said_of_rows_that_are_distinct() -> None:
    tables: dict[str, list[Record]] = {"glossary": [term("x", 1), term("x", 1, "b-2030")], "checks": []}
    assert keep_first(tables) == []
    assert len(tables["glossary"]) == 2


def test_a_source_printed_twice_over_gives_a_whole_package(tmp_path: Path) -> None:
    for path in SEEDS.glob("*.txt"):
        (tmp_path / path.name).write_text(path.read_text("utf-8") * 2, "utf-8")
    compiled = compile_folder(tmp_path)
    assert compiled.errors == ()
    assert verify(decode_pack(package_bytes(compiled), "x")) == ()


def test_a_check_that_is_stated_again_gets_a_number() -> None:
    check = Check(
        doc_id="a", line_start=1, line_end=1, check_id="sum/a/1", kind="sum", description="", left=None, right=None,
        difference=None, tolerance=0.0, unit="", status="not_checkable", records=[], reason=None,
    )  # fmt: skip
    assert [each.check_id for each in _distinct([check] * 3)] == ["sum/a/1", "sum/a/1/2", "sum/a/1/3"]
