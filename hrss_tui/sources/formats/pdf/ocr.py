"""Text recognised from the picture of a page, where rapidocr and onnxruntime are installed (the extra `ocr`).

What comes out is a page as any other: characters where they stand in the picture, and its rulings. Scans are a little
askew; the lines of text say by how much, and everything is turned back by that.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.util import find_spec
from itertools import pairwise
from typing import Any

from hrss_tui.sources.formats.pdf.painting import painted
from hrss_tui.sources.formats.pdf.pdfium import Handle, page_frame
from hrss_tui.sources.formats.pdf.seen import Char, Rule, Seen

_SCALE = 150 / 72
"""Pixels a point: what the models are best at with the type of published tables."""
_LARGEST = 4_000
_DARK = 150
_RULING = 13.0
"""A dark line at least this long (points) is a ruling and no stroke of a character."""
_LEAST = 0.5
"""Of what is recognised with less confidence nothing is kept."""
_EM, _BASE = 0.8, 0.22
"""The height of the type and of its baseline above the lower side, as shares of a recognised line's height."""

_STROKE = 3
"""Pixels beside a ruling that belong to it."""

Corner = tuple[float, float]
Recognised = tuple[list[Corner], str]
"""Corners of a line, from the top left one clockwise, in pixels, and its text."""
Run = tuple[int, int, int]
"""Dark pixels in a row or column: its number, the first of them, the one behind the last."""


def installed() -> bool:
    """Can text be recognised here?"""
    return find_spec("rapidocr") is not None and find_spec("onnxruntime") is not None


class Recogniser:
    """The models, loaded when the first picture needs them."""

    def __init__(self) -> None:
        self._engine: Any = None

    def page(self, page: Handle, number: int) -> Seen:
        """What the picture of a page says."""
        import numpy as np

        frame = page_frame(page)
        scale = min(_SCALE, _LARGEST / max(frame.width, frame.height, 1.0))
        painting = painted(page, max(int(frame.width * scale), 1), max(int(frame.height * scale), 1))
        lines = np.frombuffer(painting.pixels, np.uint8).reshape(painting.height, painting.stride)
        grey = lines[:, : painting.width]
        dark = grey < _DARK
        walls = _runs(_thicker(dark.T), int(_RULING * scale))
        found = [
            part
            for line in self._recognised(np.dstack([grey] * 3))
            for part in self._apart(line, grey, walls)
        ]
        slope = _slope([corners for corners, _ in found])
        chars = [char for corners, text in found for char in _chars(corners, text, slope, scale)]
        across = [_level(rule, slope, scale) for rule in _runs(_thicker(dark), int(_RULING * scale))]
        down = [_level(rule, -slope, scale) for rule in walls]
        return Seen(number, frame.width, frame.height, tuple(chars), tuple(across), tuple(down))

    def _apart(self, line: Recognised, grey: Any, walls: Sequence[Run]) -> list[Recognised]:
        """A line that reaches over upright rulings cell by cell, each recognised by itself: else it stands in one."""
        corners, _ = line
        left, top, right, bottom = _box(corners)
        edges = _between(walls, left, top, right, bottom)
        if not edges:
            return [line]
        found: list[Recognised] = []
        for start, end in pairwise((left, *edges, right)):
            inked = (grey[top:bottom, start + _STROKE : end - _STROKE] < _DARK).any(axis=0).nonzero()[0]
            if not len(inked):
                continue
            first, last = start + int(inked[0]), start + 2 * _STROKE + int(inked[-1])
            text = self._text(grey[top:bottom, first:last])
            if not text:
                return [line]
            found.append(([(first, top), (last, top), (last, bottom), (first, bottom)], text))
        return found or [line]

    def _text(self, grey: Any) -> str:
        """What a picture of one line says; nothing where that is unsure."""
        import numpy as np

        result = self._engine(np.dstack([grey] * 3), use_det=False, use_cls=False, use_rec=True)
        sure = result.txts and result.scores[0] >= _LEAST
        return str(result.txts[0]).strip() if sure else ""

    def _recognised(self, picture: Any) -> list[Recognised]:
        """Every line of a picture."""
        if self._engine is None:
            from rapidocr import RapidOCR

            self._engine = RapidOCR()
        # Pages stand upright: asked whether a line stands on its head, the models take 60 for 09.
        result = self._engine(picture, use_cls=False)
        if result.boxes is None or result.txts is None:
            return []
        return [
            ([(float(x), float(y)) for x, y in box], text)
            for box, text, score in zip(result.boxes, result.txts, result.scores, strict=True)
            if score >= _LEAST and text.strip()
        ]


def _box(corners: Sequence[Corner]) -> tuple[int, int, int, int]:
    """The pixels around a line: left, top, right, bottom."""
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    return max(int(min(xs)), 0), max(int(min(ys)), 0), round(max(xs)), round(max(ys))


def _between(walls: Sequence[Run], left: int, top: int, right: int, bottom: int) -> list[int]:
    """Where upright rulings cross a line of text, from left to right."""
    margin = bottom - top
    found: list[int] = []
    for at, first, last in sorted(walls):
        crosses = first <= top + _STROKE and last >= bottom - _STROKE
        inside = left + margin // 2 < at < right - margin // 2
        if crosses and inside and (not found or at - found[-1] > margin // 2):
            found.append(at)
    return found


def _slope(lines: Sequence[Sequence[Corner]]) -> float:
    """By how much lines of text fall to the right: the middle one of long ones, pixels down per pixel across."""
    slopes = [
        (line[1][1] - line[0][1]) / (line[1][0] - line[0][0])
        for line in lines
        if line[1][0] - line[0][0] > 4 * abs(line[3][1] - line[0][1])
    ]
    slope = sorted(slopes)[len(slopes) // 2] if slopes else 0.0
    return slope if abs(slope) < 0.1 else 0.0


def _chars(corners: Sequence[Corner], text: str, slope: float, scale: float) -> list[Char]:
    """The characters of a recognised line, each as wide as its kind is: Latin letters and digits half an em."""
    xs, ys = [x for x, _ in corners], [y for _, y in corners]
    middle_x, middle_y = sum(xs) / 4, sum(ys) / 4
    y = (middle_y - slope * middle_x) / scale
    x = (min(xs) + slope * middle_y) / scale
    height = (corners[3][1] - corners[0][1] + corners[2][1] - corners[1][1]) / 2 / scale
    widths = [0.5 if char.isascii() else 1.0 for char in text]
    unit = (max(xs) - min(xs)) / scale / sum(widths)
    found = []
    for char, width in zip(text, widths, strict=True):
        right = x + width * unit
        top, bottom = y - height / 2, y + height / 2
        found.append(Char(char, x, top, right, bottom, bottom - _BASE * height, max(_EM * height, 1.0)))
        x = right
    return found


def _thicker(dark: Any) -> Any:
    """Lines a pixel thicker on either side: those of a page askew climb from one row of pixels to the next, and a piece
    too short for a ruling would be left at their ends.
    """
    import numpy as np

    rows = np.pad(dark, ((1, 1), (0, 0)))
    return rows[:-2] | rows[1:-1] | rows[2:]


def _runs(dark: Any, least: int) -> list[Run]:
    """Runs of dark pixels in the lines of a picture: line, first pixel, pixel behind the last."""
    import numpy as np

    edges = np.diff(np.pad(dark, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    lines, starts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    long = (ends - starts) >= least
    return [
        (int(line), int(start), int(end))
        for line, start, end in zip(lines[long], starts[long], ends[long], strict=True)
    ]


def _level(run: Run, slope: float, scale: float) -> Rule:
    """A run of pixels as a ruling, turned back by the slope of the text."""
    line, start, end = run
    at = (line + 0.5 - slope * (start + end) / 2) / scale
    return Rule(at, (start + slope * line) / scale, (end + slope * line) / scale)
