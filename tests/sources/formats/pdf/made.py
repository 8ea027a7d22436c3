"""Small PDFs drawn for one test: y runs downwards, text is set in a font that only the reader has."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from hrss_tui.sources.formats.form import Grid, SourceFile
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.pdf.reader import read

FONT = "STSong-Light"
HEIGHT = 842.0
Draw = Callable[["Sheet"], None]


class Sheet:
    """The page that is being drawn."""

    def __init__(self, canvas: Canvas, height: float) -> None:
        self.canvas = canvas
        self.height = height

    def text(self, x: float, y: float, text: str, size: float = 10) -> None:
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, self.height - y, text)

    def line(self, x0: float, y0: float, x1: float, y1: float) -> None:
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def fill(self, left: float, top: float, right: float, bottom: float, grey: float) -> None:
        self.canvas.setFillGray(grey)
        self.canvas.rect(left, self.height - bottom, right - left, bottom - top, stroke=0, fill=1)
        self.canvas.setFillGray(0)

    def ruled(self, xs: Sequence[float], ys: Sequence[float]) -> None:
        """All rulings of a table without merged cells."""
        for y in ys:
            self.line(xs[0], y, xs[-1], y)
        for x in xs:
            self.line(x, ys[0], x, ys[-1])

    def rows(self, xs: Sequence[float], top: float, rows: Sequence[Sequence[str]], high: float = 20) -> None:
        """A ruled table with one line of text a cell."""
        self.ruled(xs, [top + high * row for row in range(len(rows) + 1)])
        for index, row in enumerate(rows):
            for x, cell in zip(xs, row, strict=False):
                if cell:
                    self.text(x + 3, top + high * index + 14, cell)


def pdf(
    *pages: Draw, size: tuple[float, float] = (595.0, HEIGHT), rotation: int = 0, **options: object
) -> bytes:
    """A file of the pages drawn."""
    pdfmetrics.registerFont(UnicodeCIDFont(FONT))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1, **options)
    for draw in pages:
        canvas.setPageRotation(rotation)
        draw(Sheet(canvas, size[1]))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def read_pdf(*pages: Draw) -> SourceFile:
    """What is read of the pages drawn."""
    return read(pdf(*pages), "a.pdf", Limits())


def texts(grid: Grid) -> list[list[str]]:
    """The texts of a grid row by row."""
    rows = [[""] * grid.columns for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row][cell.column] = cell.text
    return rows
