"""Pages recognised from pictures; skipped where the extra `ocr` is not installed."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw
from reportlab.lib.utils import ImageReader

from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.pdf import ocr
from hrss_tui.sources.formats.pdf.reader import read
from tests.sources.formats.pdf.made import FONT, Sheet, pdf, texts

SIZE = (1240, 1754)


def scan(sheet: Sheet) -> None:
    """A ruled table of figures, askew by half a degree."""
    picture = Image.new("L", SIZE, 255)
    draw = ImageDraw.Draw(picture)
    for y in (300, 360, 420, 480):
        draw.line((150, y, 1050, y), 0, 3)
    for x in (150, 600, 1050):
        draw.line((x, 300, x, 480), 0, 3)
    for row, (code, amount) in enumerate(
        (("2080101", "1623.18"), ("2080105", "418.80"), ("2080199", "7.25"))
    ):
        draw.text((180, 312 + 60 * row), code, 0, font_size=34)
        draw.text((800, 312 + 60 * row), amount, 0, font_size=34)
    out = io.BytesIO()
    picture.rotate(0.5, fillcolor=255).save(out, "png")
    sheet.canvas.drawImage(ImageReader(out), 0, 0, 595, 842)


@pytest.mark.skipif(not ocr.installed(), reason="rapidocr is not installed")
def test_a_scanned_table_is_recognised() -> None:
    told: list[tuple[int, int]] = []
    file = read(pdf(scan), "a.pdf", Limits(), lambda *step: told.append(step))
    assert texts(file.grids[0]) == [["2080101", "1623.18"], ["2080105", "418.80"], ["2080199", "7.25"]]
    assert [page.ocr for page in file.pages] == [True]
    assert ["识别" in note for note in file.notes] == [True]
    assert told[-1] == (1, 1)


@pytest.mark.parametrize("below", [True, False])
def test_the_text_that_a_scan_brings_with_it_is_read_as_recognised(below: bool) -> None:
    """Unseen above the picture or hidden by it; the header that a print adds is no text of the page."""
    blank = io.BytesIO()
    Image.new("L", (60, 80), 250).save(blank, "png")

    def layered(sheet: Sheet) -> None:
        canvas = sheet.canvas
        if not below:
            canvas.drawImage(ImageReader(blank), 0, 0, 595, 842)
        for y, cells in ((300, ("水费", "31.20")), (330, ("电费", "44.75")), (360, ("合计", "75.95"))):
            for x, cell in zip((100, 300), cells, strict=True):
                text = canvas.beginText(x, sheet.height - y)
                text.setFont(FONT, 10)
                text.setTextRenderMode(0 if below else 3)
                text.textOut(cell)
                canvas.drawText(text)
        if below:
            canvas.drawImage(ImageReader(blank), 0, 0, 595, 842)
        sheet.text(60, 30, "丙辰县水务局收支情况公开材料")

    file = read(pdf(layered), "a.pdf", Limits(pictures=0))
    assert [line.split() for line in file.lines if line][-3:] == [
        ["水费", "31.20"],
        ["电费", "44.75"],
        ["合计", "75.95"],
    ]
    assert [page.ocr for page in file.pages] == [True]
    assert ["识别" in note for note in file.notes] == [True]


def test_a_recognised_line_gives_each_character_its_place() -> None:
    corners = [(100.0, 100.0), (160.0, 100.0), (160.0, 120.0), (100.0, 120.0)]
    chars = ocr._chars(corners, "水费12", 0.0, 2.0)
    assert [char.text for char in chars] == ["水", "费", "1", "2"]
    assert [(char.left, char.right) for char in chars] == [(50, 60), (60, 70), (70, 75), (75, 80)]


def test_rulings_of_a_picture_are_turned_back_like_its_text() -> None:
    rule = ocr._level((200, 100, 300), 0.01, 2.0)
    assert (rule.at, rule.start, rule.end) == ((200.5 - 2) / 2, (100 + 2) / 2, (300 + 2) / 2)


def test_rulings_that_cross_a_line_of_text_cut_it() -> None:
    walls = [
        (300, 0, 400),
        (301, 0, 400),
        (302, 0, 400),
        (500, 0, 400),
        (520, 110, 147),
        (505, 0, 400),
        (700, 0, 400),
    ]
    assert ocr._between(walls, 200, 100, 706, 130) == [300, 500]


def test_a_ruling_askew_is_one_from_end_to_end() -> None:
    np = pytest.importorskip("numpy")
    dark = np.zeros((100, 9), bool)
    for y in range(100):
        dark[y, 3 + (y >= 12)] = True
    assert [run[1:] for run in ocr._runs(dark.T, 40)] == [(12, 100)]
    assert (0, 100) in [run[1:] for run in ocr._runs(ocr._thicker(dark.T), 40)]


def test_the_slope_is_that_of_long_lines() -> None:
    long = [(0.0, 0.0), (200.0, 2.0), (200.0, 22.0), (0.0, 20.0)]
    short = [(0.0, 0.0), (20.0, 10.0), (20.0, 30.0), (0.0, 20.0)]
    assert ocr._slope([long, long, short, short, short]) == 0.01
