"""Faults of a package that opens: each with its table and place."""

from __future__ import annotations

import pytest

from hrss_tui.pack.read import Pack
from hrss_tui.pack.verify import verify
from hrss_tui.records import Document, GlossaryTerm, Record
from tests.query.handmade import made, pack_of

DOCUMENT = made(
    Document, doc_id="d", title="t", title_supplied=False, kind="other", source_file="f", source_sha256="0",
    source_lines=9, encoding="utf-8", line_start=1, line_end=9,
)  # fmt: skip


def term(name: str, doc_id: str = "d", first: int = 1, last: int = 1) -> GlossaryTerm:
    return made(GlossaryTerm, term=name, definition="x", doc_id=doc_id, line_start=first, line_end=last)


def test_the_shipped_package_is_whole(pack: Pack) -> None:
    assert verify(pack) == ()


@pytest.mark.parametrize(
    ("record", "words"),
    [
        (term("b", doc_id="nowhere"), "nowhere"),
        (term("b", first=3, last=2), "3-2"),
        (term("b", first=9, last=10), "1-9"),
        (term("b", first=0), "0-1"),
        (term("a"), "键"),
    ],
)
def test_a_contradiction_is_named_with_its_table(record: Record, words: str) -> None:
    (fault,) = verify(pack_of(DOCUMENT, term("a"), record))
    assert fault.table == "glossary"
    assert words in f"{fault.place} {fault.problem}"


def test_of_many_faults_of_a_kind_the_first_are_named() -> None:
    faults = verify(pack_of(DOCUMENT, *(term(str(number), doc_id="x") for number in range(50))))
    assert 1 < len(faults) < 10


def test_a_column_of_another_type_is_named() -> None:
    pack = pack_of(DOCUMENT)
    pack.schema["glossary"][0]["type"] = "integer"
    assert [(fault.table, fault.place) for fault in verify(pack)] == [("glossary", "term")]
