"""The page a PDF is drawn on: font, text in one object or one a character, rulings as lines, boxes or filled strips."""

from __future__ import annotations

import importlib.util
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from reportlab.lib import rl_accel
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas as canvases
from reportlab.pdfgen import pathobject, textobject
from reportlab.pdfgen.canvas import Canvas

from tests.documents.paper import Paper

A4 = (595.28, 841.89)
MARGIN = 54.0
LATIN = "Helvetica"
_PACKAGE, _FILE = "paperang_p2_fonts_cjk", "fonts/wqy-microhei.ttc"


@cache
def font(embedded: bool) -> str:
    """The name of a registered font with Han characters: embedded from a package where that is installed."""
    found = importlib.util.find_spec(_PACKAGE) if embedded else None
    if found is None or found.origin is None:
        pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
        return "STSong-Light"
    pdfmetrics.registerFont(TTFont("han", str(Path(found.origin).parent / _FILE), subfontIndex=0))
    return "han"


_number = lru_cache(1 << 15)(rl_accel.fp_str)


def _numbers(*several: Any) -> str:
    """Numbers as a PDF has them. Places on a page come again and again, and each takes a logarithm."""
    return " ".join(map(_number, several[0] if isinstance(several[0], list) else several))


for _module in (canvases, pathobject, textobject):
    _module.fp_str = _numbers


@lru_cache(1 << 14)
def _wide(text: str, name: str, size: float) -> float:
    """How wide a text is in a font; asked of the same text when it is fitted, placed and drawn, and in print after print."""
    return float(pdfmetrics.stringWidth(text, name, size))


def steps(length: float, step: float) -> list[float]:
    """Places from 0 up to before `length`."""
    return [step * number for number in range(int(length / step) + 1) if step * number < length]


class Pen:
    """Draws on one page after another; y runs downwards from the top of the page as seen."""

    def __init__(self, canvas: Canvas, paper: Paper) -> None:
        self.canvas = canvas
        self.paper = paper
        self.font = font(paper.embedded)
        self.width, self.height = A4

    def start(self, landscape: bool) -> None:
        """Begin a page, on its side where asked for."""
        if landscape and self.paper.turned:
            self.canvas.setPageSize((A4[1], A4[0]))  # the size as seen: reportlab turns the page's box itself
            self.canvas.setPageRotation(90)
            self.canvas.transform(0, 1, -1, 0, A4[0], 0)
        else:
            self.canvas.setPageSize((A4[1], A4[0]) if landscape else A4)
            self.canvas.setPageRotation(0)
        self.width, self.height = (A4[1], A4[0]) if landscape else A4

    def measure(self, text: str, size: float) -> float:
        """How wide a text is when drawn."""
        return sum(_wide(run, name, size) for name, run in self._runs(text))

    def text(self, x: float, y: float, text: str, size: float) -> None:
        """Draw a text whose baseline begins at x, y."""
        for name, run in self._runs(text):
            self.canvas.setFont(name, size)
            base = self.height - y - (0.6 if name == LATIN else 0)
            for part in run if self.paper.single else (run,):
                self.canvas.drawString(x, base, part)
                x += _wide(part, name, size)

    def wrap(self, text: str, size: float, width: float, first: float = 0.0) -> list[str]:
        """A text cut into lines that fit; the first begins `first` further right. Closing marks stay with their line."""
        lines, line, room = [], "", width - first
        for char in text:
            if line and self.measure(line + char, size) > room and char not in "，。；：、）》”":
                lines.append(line)
                line, room = "", width
            line += char
        return [*lines, line]

    def box(self, left: float, top: float, width: float, height: float) -> None:
        """Draw the ruling around a cell, and its white ground where cells have one."""
        bottom = self.height - top - height
        if self.paper.white:
            self.canvas.setFillGray(1)
            self.canvas.rect(left, bottom, width, height, stroke=0, fill=1)
            self.canvas.setFillGray(0)
        self.canvas.setLineWidth(0.5)
        if self.paper.rules == "boxes":
            self.canvas.rect(left, bottom, width, height)
        elif self.paper.rules == "lines":
            right, high = left + width, bottom + height
            self.canvas.lines([
                (left, bottom, right, bottom), (left, high, right, high),
                (left, bottom, left, high), (right, bottom, right, high),
            ])  # fmt: skip
        elif self.paper.rules == "across":
            self.canvas.lines(
                [(left, bottom, left + width, bottom), (left, bottom + height, left + width, bottom + height)]
            )
        elif self.paper.rules == "upright":
            for x in (left, left + width):
                self.canvas.line(x, bottom, x, bottom + height)
        elif self.paper.rules == "dotted":
            self._dotted(left, bottom, width, height)
        elif self.paper.rules == "double":
            for inset in (0.0, 1.6):
                self.canvas.rect(left + inset, bottom + inset, width - 2 * inset, height - 2 * inset)
        elif self.paper.rules == "strips":
            for x, y, wide, high in (
                (left, bottom, width, 0.5), (left, bottom + height, width, 0.5),
                (left, bottom, 0.5, height), (left + width, bottom, 0.5, height),
            ):  # fmt: skip
                self.canvas.rect(x, y, wide, high, stroke=0, fill=1)

    def _dotted(self, left: float, bottom: float, width: float, height: float) -> None:
        """Sides of many short segments, each a line of its own."""
        for y in (bottom, bottom + height):
            self.canvas.lines(
                [(left + at, y, min(left + at + 1.2, left + width), y) for at in steps(width, 2.4)]
            )
        for x in (left, left + width):
            self.canvas.lines(
                [(x, bottom + at, x, min(bottom + at + 1.2, bottom + height)) for at in steps(height, 2.4)]
            )

    def line(self, left: float, top: float, width: float, thick: float = 0.8) -> None:
        """Draw one horizontal ruling."""
        self.canvas.setLineWidth(thick)
        self.canvas.line(left, self.height - top, left + width, self.height - top)

    def ground(self, left: float, top: float, width: float, height: float) -> None:
        """Draw a light grey ground."""
        self.canvas.setFillGray(0.88)
        self.canvas.rect(left, self.height - top - height, width, height, stroke=0, fill=1)
        self.canvas.setFillGray(0)

    def clip(self, left: float, top: float, width: float, height: float) -> None:
        """Show nothing outside a rectangle until `unclip`."""
        self.canvas.saveState()
        path = self.canvas.beginPath()
        path.rect(left, self.height - top - height, width, height)
        self.canvas.clipPath(path, stroke=0, fill=0)

    def unclip(self) -> None:
        """End of `clip`."""
        self.canvas.restoreState()

    def unseen(self, left: float, top: float) -> None:
        """Money that nobody sees, as often as there are ways to hide it."""
        canvas, y = self.canvas, self.height - top
        canvas.saveState()
        canvas.setFont(self.font, 8)
        canvas.setFillGray(1)
        canvas.drawString(left, y, "9,876.54")
        canvas.setFillGray(0)
        canvas.drawString(-200, y, "8,765.43")
        invisible = canvas.beginText(left + 60, y)
        invisible.setTextRenderMode(3)
        invisible.textOut("7,654.32")
        canvas.drawText(invisible)
        canvas.restoreState()
        self.clip(left, top + 40, 4, 4)
        canvas.setFont(self.font, 8)
        canvas.drawString(left + 120, y, "6,543.21")
        self.unclip()

    def _runs(self, text: str) -> list[tuple[str, str]]:
        if not self.paper.mixed:
            return [(self.font, text)]
        runs: list[tuple[str, str]] = []
        for char in text:
            name = LATIN if char.isascii() else self.font
            if runs and runs[-1][0] == name:
                runs[-1] = (name, runs[-1][1] + char)
            else:
                runs.append((name, char))
        return runs
