"""The work of telling grows with the rows that are told and no faster: notes, pages, citations of many records."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from hrss_tui.compile.build import package_bytes
from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.export.html import write as write_page
from hrss_tui.export.shown.note import contradiction_note
from hrss_tui.export.shown.telling import Teller
from hrss_tui.pack.part import DocumentPack, Places
from hrss_tui.pack.read import Pack, decode_pack
from hrss_tui.query.cite import cite
from hrss_tui.query.evidence.contradiction import of_check
from hrss_tui.query.evidence.own import Owns
from hrss_tui.records import Block, BudgetLine, Check, Document, DocumentPage, Observation
from tests.query.handmade import filled, line, pack_of
from tests.robustness.growing import GROWING
from tests.robustness.steps import steps

MOST = 1.3
"""Steps for each row of a package, against those for each row of one half as large."""
PIECES = 6
DOUBLINGS = 3
TEXTS = ("budget tables that repeat each other", "several years", "performance forms")


@cache
def _packed(text: str, pieces: int) -> bytes:
    with TemporaryDirectory() as folder:
        (Path(folder) / "甲.txt").write_text(GROWING[text](pieces), encoding="utf-8")
        return package_bytes(compile_folder(Path(folder)))


def _notes(pack: Pack) -> int:
    owns, teller = Owns(pack), Teller(pack, "zh", {})
    found = pack.rows(Check)
    for check in found:
        contradiction_note(of_check(owns, check), teller)
    return len(found)


def _citations(pack: Pack) -> int:
    ids = [row.line_id for row in pack.rows(BudgetLine)]
    ids += [row.observation_id for row in pack.rows(Observation)]
    for wanted in ids:
        cite(pack, wanted)
    return len(ids)


def _citations_of_one_document(pack: Pack) -> int:
    return _citations(DocumentPack(pack, Places(pack), pack.column("documents", "doc_id")[0]))


def _keyed(pack: Pack) -> int:
    """Records whose ids are made of their keys."""
    found = [f"figures_of_none/{number}" for number in range(pack.count("blocks"))]
    found += [f"performance_tables/{number}" for number in range(pack.count("blocks"))]
    owns = Owns(pack)
    assert [owns.record(wanted) for wanted in found] == [None] * len(found)
    return len(found)


def _page(pack: Pack) -> int:
    with TemporaryDirectory() as folder:
        write_page(pack, "checks", Path(folder) / "checks.html")
    return pack.count("checks")


WORKS: dict[str, Callable[[Pack], int]] = {
    "notes": _notes,
    "citations": _citations,
    "citations of one document": _citations_of_one_document,
    "ids of keys": _keyed,
    "page": _page,
}


def _each(work: Callable[[Pack], int], text: str) -> Iterator[float]:
    """Steps for each row, of packages twice as large each time.

    What is read once and kept is no work of a row: it is read for a package of another text, as of its own the rows of
    the smallest would be remembered and those of the others not.
    """
    another = TEXTS[TEXTS.index(text) - 1]
    work(decode_pack(_packed(another, PIECES), "first"))
    for doubling in range(DOUBLINGS + 1):
        pack = decode_pack(_packed(text, PIECES << doubling), "larger")
        told: list[int] = []
        taken = steps(lambda pack=pack, told=told: told.append(work(pack)))
        if told[0]:
            yield taken / told[0]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("work", WORKS)
def test_steps_grow_with_what_is_told(work: str, text: str) -> None:
    each = list(_each(WORKS[work], text))
    assert [round(after / before, 2) for before, after in pairwise(each) if after / before > MOST] == []


@pytest.mark.parametrize("work", WORKS)
def test_no_expression_is_compiled_a_second_time(work: str) -> None:
    """Python forgets expressions that it is given as text when others come, and one of Chinese takes as long as many rows."""
    pack = decode_pack(_packed("several years", PIECES), "again")
    WORKS[work](pack)
    before = steps(lambda: WORKS[work](pack))
    re.purge()
    assert steps(lambda: WORKS[work](pack)) == before


def _workbook(rows: int) -> Pack:
    """A package of one sheet with an amount in each row."""
    named = {"doc_id": "簿", "line_start": 1, "line_end": rows}
    lines = [
        {"doc_id": "簿", "line_start": number, "line_end": number, "at": f"B{number}"}
        for number in range(1, rows + 1)
    ]
    return pack_of(
        filled(Document, **named, title="簿", source_lines=rows),
        filled(DocumentPage, **named, number=1, kind="sheet", label="支出"),
        *(filled(Block, **row, block_id=f"簿:{row['line_start']}", kind="table_row") for row in lines),
        *(
            line("208", 1, line_id=f"簿:t1:{row['line_start']}", **{name: row[name] for name in named})
            for row in lines
        ),
    )


def test_cells_of_rows_are_found_without_going_through_all() -> None:
    cite(_workbook(3), "簿:t1:2")
    each = []
    for rows in (20, 40, 80):
        pack = _workbook(rows)
        each.append(steps(lambda pack=pack: _citations(pack)) / rows)
    assert "B3" in cite(_workbook(3), "簿:t1:3").text
    assert [round(b / a, 2) for a, b in pairwise(each) if b / a > MOST] == []
