"""The generator itself: its money adds up, every format holds every cell, the same description gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from functools import lru_cache
from html import unescape

import pytest

from tests.documents.amounts import Money, percent
from tests.documents.book import government_economic
from tests.documents.described import Described, Prose, Table
from tests.documents.formats import FORMATS, PAPERS, Format
from tests.documents.library import documents, faulty_documents
from tests.documents.placing import lines, placed, width

DOCUMENTS = tuple(documents())
ids = pytest.mark.parametrize("described", DOCUMENTS, ids=lambda each: each.id)
PLAIN = [each for each in FORMATS if each.suffix != ".pdf"]


def close(text: str) -> str:
    """Without what separates words, cells and lines."""
    return re.sub(r"\s", "", text)


def xml_text(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        return "".join(made.read(name).decode() for name in made.namelist() if name.endswith(".xml"))


def readable(made: Format, data: bytes) -> str:
    """The text of a rendering without its marks."""
    if made.suffix in (".docx", ".xlsx"):
        return close(unescape(re.sub(r"<[^>]*>", "", xml_text(data))))
    text = data.decode("gb18030" if made.suffix == ".htm" else "utf-8")
    return close(unescape(re.sub(r"<[^>]*>", "", text)) if made.suffix in (".html", ".htm") else text)


@lru_cache(1)
def texts(described: Described) -> list[str]:
    """Every text of a document's prose and cells."""
    found = [part.text for part in described.parts if isinstance(part, Prose)]
    for table in described.tables:
        found += [table.title, *table.notes, *(part for line in table.captions for part in line)]
        found += [cell.text for row in (*table.header, *table.rows) for cell in row.cells]
    return [close(text) for text in found if text]


def test_ids_are_unique() -> None:
    assert len({each.id for each in DOCUMENTS}) == len(DOCUMENTS)


@ids
def test_every_amount_is_printed_as_expected(described: Described) -> None:
    """Every expected amount stands in its cell, in its table's unit."""
    for table in described.tables:
        unit = {"元": 100, "万元": 1_000_000}[table.unit]
        for row in table.rows:
            for cell in row.cells:
                if cell.expects is not None:
                    whole, _, part = cell.text.replace(",", "").partition(".")
                    fen = int(whole) * unit + (int(part) * unit // 10 ** len(part) if part else 0)
                    assert (cell.text, fen) == (cell.expects.printed, cell.expects.fen)


@ids
def test_levels_add_up(described: Described) -> None:
    """A class is the sum of its groups, a group of its items, in every table that has codes and money in 分."""
    if described.findings:
        pytest.skip("an error was put in")
    for table in described.tables:
        sums: Counter[tuple[str, str, str]] = Counter()
        own: dict[tuple[str, str, str], int] = {}
        for one in table.expected:
            if one.code and not one.restored and len(one.code) > 3 and table.kind != "projects":
                sums[one.code[:-2], one.measure, one.unit_name] += one.fen
            if one.code and not one.project:
                own[one.code, one.measure, one.unit_name] = one.fen
        for key, fen in sums.items():
            assert own.get(key) == fen, (table.title, key)


@ids
def test_rows_are_as_wide_as_their_header(described: Described) -> None:
    for table in described.tables:
        assert width(table.rows) == width(table.header) == len(table.widths), table.title
        assert len(list(lines(table.rows))) == len(table.rows)
        taken = [(each.row + i, each.column + j) for each in placed((*table.header, *table.rows))
                 for i in range(each.cell.rows) for j in range(each.cell.columns)]  # fmt: skip
        assert len(taken) == len(set(taken)) == width(table.header) * (len(table.header) + len(table.rows))


@ids
@pytest.mark.parametrize("made", PLAIN, ids=lambda each: each.name)
def test_every_text_stands_in_the_rendering(described: Described, made: Format) -> None:
    data = made.render(described)
    assert data == made.render(described)
    text = readable(made, data)
    for each in texts(described):
        shown = (
            each.replace(",", "")
            if made.suffix == ".xlsx" and each.replace(",", "").replace(".", "").isdigit()
            else each
        )
        assert shown in text


@pytest.mark.parametrize("paper", PAPERS)
def test_every_text_stands_in_print(paper: str) -> None:
    """Each way of printing, tried on one document: as often as the formats are many, documents are taken in turn."""
    pytest.importorskip("reportlab")
    pypdfium2 = pytest.importorskip("pypdfium2")
    (made,) = (each for each in FORMATS if each.name == paper)
    described = DOCUMENTS[list(PAPERS).index(paper) % len(DOCUMENTS)]
    data = made.render(described)
    assert data == made.render(described)
    pdf = pypdfium2.PdfDocument(data)
    printed: Counter[str] = Counter()
    for page in pdf:
        printed.update(close(page.get_textpage().get_text_range()))
    wanted = Counter("".join(texts(described)))
    for char in "…":
        wanted.pop(char, None)
    assert not wanted - printed
    pdf.close()


def test_a_turned_page_is_seen_on_its_side() -> None:
    pytest.importorskip("reportlab")
    pypdfium2 = pytest.importorskip("pypdfium2")
    from tests.documents.as_pdf import render

    pdf = pypdfium2.PdfDocument(render(DOCUMENTS[0], PAPERS["pdf-strips"]))
    sizes = {(page.get_rotation(), page.get_width() > page.get_height()) for page in pdf}
    assert sizes == {(0, False), (90, True)}
    pdf.close()


def test_money_is_printed_in_its_unit() -> None:
    assert Money().text(1_234_560_000) == "1,234.56"
    assert Money("元", 2, commas=False).text(-105) == "-1.05"
    assert Money("元", 0).text(123_456_700) == "1,234,567"
    assert Money("万元", short=True).text(21_500_000) == "21.5"
    assert Money(nothing="0").text(0) == "0"
    assert Money("元", 0).rounded(-150) == -200
    assert percent(1, 3) == "33.33%"
    assert percent(-1, 200) == "-0.50%"


def test_tables_of_one_document_agree() -> None:
    """What stands in several tables is one amount: totals, basic spending, appropriations."""
    for described in DOCUMENTS:
        if described.findings:
            continue
        whole: dict[str, set[int]] = {}
        for table in described.tables:
            for one in table.expected:
                if (
                    one.level == 0
                    and one.measure == "total"
                    and one.name in ("收入总计", "支出总计")
                    and table.kind == "overview"
                ):
                    whole.setdefault(table.title, set()).add(one.fen)
        assert all(len(found) == 1 for found in whole.values()), described.id


def test_both_economic_systems_hold_the_same_money() -> None:
    from tests.documents.library import PASTURE

    book = PASTURE.book(2026, Money())
    assert (
        sum(line.amount for line in government_economic(book))
        == sum(line.amount for line in book.economic)
        == book.basic
    )
    assert sum(project.amount for project in book.projects) == sum(item.project for item in book.items)


def test_tables_have_records() -> None:
    assert all(isinstance(table, Table) for each in DOCUMENTS for table in each.tables)
    assert min(sum(1 for _ in each.expected()) for each in DOCUMENTS) > 3


def test_every_error_is_printed_and_named() -> None:
    """What a finding names stands in the document; nothing but the error differs from the document without it."""
    for described in faulty_documents():
        (finding,) = described.findings
        text = "".join(texts(described))
        assert any(close(word) in text for word in finding.has), described.id
