"""Which documents a package holds: filters by words, place, year, phase and kind, and what was read of each."""

from __future__ import annotations

import pytest

from hrss_tui.errors import NothingFoundError, UsageError
from hrss_tui.pack.read import Pack
from hrss_tui.query.documents import Asked, DocumentRow, documents
from hrss_tui.records import Document, DocumentPage, Unread
from tests.query.handmade import line, made, pack_of


def document(doc_id: str, place: str | None, year: int, phase: str, kind: str = "budget") -> Document:
    return made(
        Document,
        doc_id=doc_id,
        title=f"{year}年某局文件",
        title_supplied=False,
        kind=kind,
        source_file=f"{doc_id}.pdf",
        source_sha256="0" * 64,
        source_lines=9,
        encoding="utf-8",
        place=place,
        year=year,
        phase=phase,
        line_start=1,
        line_end=9,
    )


def package() -> Pack:
    return pack_of(
        document("a", "3205", 2031, "budget"),
        document("b", "320506", 2030, "final"),
        document("c", "65", 2031, "none", "bulletin"),
        document("d", None, 2031, "none", "report"),
        document("e", "nation", 2031, "none", "bulletin"),
        line("208", 1, doc_id="a"),
        line("20801", 1, doc_id="a"),
        made(DocumentPage, number=1, kind="page", label="1", ocr=False, doc_id="b", line_start=1, line_end=4),
        made(
            Unread, unread_id="a:1", kind="cell", reason="unreadable", title="表", printed="#", doc_id="a",
            line_start=1, line_end=1,
        ),
    )  # fmt: skip


def ids(**asked: object) -> list[str]:
    return [row.doc_id for row in documents(package(), Asked(**asked))]  # type: ignore[arg-type]


def test_what_was_read_of_each_is_counted() -> None:
    rows: dict[str, DocumentRow] = {row.doc_id: row for row in documents(package(), Asked())}
    assert list(rows) == ["a", "b", "c", "d", "e"]
    assert (rows["a"].figures, rows["a"].unread, rows["a"].pages) == (2, 1, 0)
    assert (rows["b"].figures, rows["b"].unread, rows["b"].pages) == (0, 0, 1)


def test_a_place_holds_all_inside_it_and_nothing_unknown() -> None:
    assert ids(place="32") == ids(place="320000") == ids(place="江苏") == ["a", "b"]
    assert ids(place="苏州市") == ["a", "b"]
    assert ids(place="nation") == ["e"]


def test_words_year_phase_and_kind_narrow_it_down() -> None:
    assert ids(pattern="B.PDF") == ["b"]
    assert ids(year=2031, phase="budget") == ["a"]
    assert ids(kind="bulletin") == ["c", "e"]


def test_what_does_not_exist_is_said() -> None:
    with pytest.raises(NothingFoundError, match="没有这样的文件") as error:
        ids(year=1999)
    assert "bulletin" in error.value.hint
    with pytest.raises(UsageError, match="某某"):
        ids(place="某某")
