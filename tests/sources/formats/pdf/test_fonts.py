"""Fonts that a file names and does not hold: what is read must not depend on those of the machine."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont

from hrss_tui.sources.formats.pdf.fonts import stand_in
from tests.sources.formats.pdf.made import HEIGHT, Sheet, pdf

FONTS = ("STSong-Light", "MSung-Light", "HeiseiMin-W3", "HYSMyeongJo-Medium")
"""A Simplified, a Traditional, a Japanese and a Korean font."""
_BOXES = """
import ctypes, json, sys
import pypdfium2_raw as api
from hrss_tui.sources.formats.pdf.fonts import find_no_others

data = sys.stdin.buffer.read()
api.FPDF_InitLibrary()
find_no_others()
page = api.FPDF_LoadPage(api.FPDF_LoadMemDocument64(data, len(data), None), 0)
text = api.FPDFText_LoadPage(page)
sides = [ctypes.c_double() for _ in range(4)]
found = []
for at in range(api.FPDFText_CountChars(text)):
    api.FPDFText_GetCharBox(text, at, *sides)
    found.append([chr(api.FPDFText_GetUnicode(text, at)), *(side.value for side in sides)])
print(json.dumps(found))
"""


def boxes(data: bytes) -> list[tuple[str, list[float]]]:
    """Each character of the first page with the sides of what is drawn of it: left, right, bottom, top."""
    told = subprocess.run(
        [sys.executable, "-c", _BOXES], input=data, capture_output=True, check=True, timeout=120
    )
    return [(char, sides) for char, *sides in json.loads(told.stdout) if char.strip()]


def test_a_han_character_covers_the_same_square_whichever_fonts_there_are() -> None:
    for font in FONTS:
        pdfmetrics.registerFont(UnicodeCIDFont(font))

    def draw(sheet: Sheet) -> None:
        for line, font in enumerate(FONTS):
            sheet.canvas.setFont(font, 20)
            sheet.canvas.drawString(100, HEIGHT - 100 - 50 * line, "年金")

    expected = [
        (char, [left + 0.8, left + 19.2, base - 1.6, base + 16.8])
        for base in (HEIGHT - 100 - 50 * line for line in range(len(FONTS)))
        for char, left in (("年", 100), ("金", 120))
    ]
    found = boxes(pdf(draw))
    assert [char for char, _ in found] == [char for char, _ in expected]
    for (_, sides), (_, drawn) in zip(found, expected, strict=True):
        assert sides == pytest.approx(drawn, abs=0.3)  # pdfium adds a 64th to the height


def test_a_letter_covers_no_more_than_its_own_place() -> None:
    found = boxes(pdf(lambda sheet: sheet.text(100, 100, "i1，W.", 20)))
    rights = [right for _, (_, right, _, _) in found]
    assert [char for char, _ in found] == list("i1，W.")
    for (_, (left, *_)), right in zip(found[1:], rights, strict=False):
        assert left >= right


def test_the_font_is_small_and_always_the_same() -> None:
    assert stand_in() == stand_in()
    assert len(stand_in()) < 2_000
