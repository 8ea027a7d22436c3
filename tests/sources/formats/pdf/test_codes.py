"""Fonts that do not say which characters their codes are: such a page is not read, and that is said."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from hrss_tui.errors import SourceError
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.pdf.reader import read
from tests.documents.as_pdf import render
from tests.documents.library import documents
from tests.sources.formats.pdf.made import read_pdf


def without_codes(data: bytes) -> bytes:
    return re.sub(rb"/ToUnicode \d+ 0 R", lambda found: b" " * len(found[0]), data)


def type3(codes: bool) -> bytes:
    """A page of two figures in a font whose glyphs are drawings; with `codes` it says what they are."""
    pieces = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        stream(b"BT /F1 12 Tf 100 700 Td (12345.60) Tj 0 -20 Td (8765.43) Tj ET"),
        b"<</Type/Font/Subtype/Type3/FontBBox[0 0 1000 1000]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 46/LastChar 56"
        b"/Widths[500 500 500 500 500 500 500 500 500 500 500]/CharProcs<<"
        + b"".join(b"/a%d 6 0 R" % code for code in range(46, 57))
        + b">>/Encoding<</Differences[46"
        + b"".join(b"/a%d" % code for code in range(46, 57))
        + b"]>>/Resources<<>>"
        + (b"/ToUnicode 7 0 R>>" if codes else b">>"),
        stream(b"500 0 0 0 500 700 d1 0 0 400 700 re f"),
        stream(
            b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def 1 begincodespacerange "
            b"<00> <ff> endcodespacerange 1 beginbfrange <2e> <38> <002e> endbfrange endcmap end end"
        ),
    ]
    out, places = b"%PDF-1.4\n", []
    for number, piece in enumerate(pieces, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, piece)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(pieces) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (len(pieces) + 1, len(out))
    return out + head + table + tail


def stream(data: bytes) -> bytes:
    return b"<</Length %d>>stream\n%s\nendstream" % (len(data), data)


@pytest.mark.parametrize(
    "made",
    [lambda: type3(False), lambda: without_codes(render(next(iter(documents()))))],
    ids=["drawn", "bytes"],
)
def test_a_font_without_codes_gives_no_text_and_no_figure(made: Callable[[], bytes]) -> None:
    with pytest.raises(SourceError, match="没有文字编码"):
        read(made(), "a.pdf", Limits())


def test_a_font_of_drawings_that_names_its_characters_is_read() -> None:
    assert read(type3(True), "a.pdf", Limits()).lines == ("12345.60", "8765.43")


def test_letters_of_western_europe_are_no_unknown_codes() -> None:
    words = "Société générale de prévoyance, année 2031: 12 345,60 €"
    assert len(read_pdf(lambda sheet: (sheet.canvas.setFont("Helvetica", 10), sheet.canvas.drawString(60, 700, words))).lines) == 1  # fmt: skip
