"""Paths to rulings: straight lines, and thin filled rectangles, that stand upright or lie flat."""

from __future__ import annotations

import ctypes
import math
from itertools import pairwise

import pypdfium2_raw as api

from hrss_tui.sources.formats.form import Box
from hrss_tui.sources.formats.pdf.frame import Matrix, around, meet
from hrss_tui.sources.formats.pdf.pdfium import Colour, Colours, Handle, is_unseen, matrix_of
from hrss_tui.sources.formats.pdf.seen import Rule

_THIN = 3.0
"""A filled rectangle up to this thick (points) is a ruling."""
_LEVEL = 1.0
"""A ruling is level where its ends differ by no more than this."""
_SEGMENTS = 5_000

Line = list[tuple[float, float]]


class Strokes:
    """Collects the rulings of a page, and what is filled on it: boxes with the order they are painted in, and `grounds` with their
    colour, too. `rings` are round outlines with theirs.
    """

    def __init__(self, colours: Colours) -> None:
        self.across: list[Rule] = []
        self.down: list[Rule] = []
        self.filled: list[tuple[int, Box]] = []
        self.grounds: list[tuple[int, Box, Colour]] = []
        self.rings: list[tuple[Box, Colour]] = []
        self._colours = colours
        self._fills, self._strokes = ctypes.c_int(), ctypes.c_int()
        self._x, self._y = ctypes.c_float(), ctypes.c_float()

    def add(self, path: Handle, matrix: Matrix, clip: Box, order: int) -> None:
        """The rulings of one path object that stands where `matrix` leads, seen inside `clip`."""
        fill_mode, strokes = self._fills, self._strokes
        if not api.FPDFPath_GetDrawMode(path, fill_mode, strokes):
            return
        fill = self._colours.fill(path) if fill_mode.value else None
        filled = bool(fill_mode.value) and not is_unseen(fill)
        ink = self._colours.stroke(path)
        stroked = bool(strokes.value) and not is_unseen(ink)
        painted = bool(fill_mode.value) and (fill is None or fill[3] > 0)
        half = self._half(path, matrix) if strokes.value else 0.0
        if not painted and not stroked and not half:
            return
        ground = fill if filled else None
        for line, bent in self._lines(path, matrix_of(path).then(matrix)):
            box = around(line)
            width, height = box.right - box.left, box.bottom - box.top
            if painted and min(width, height) > _THIN:
                self.filled.append((order, meet(box, clip)))
                if ground is not None:
                    self.grounds.append((order, meet(box, clip), ground))
            if half:
                self._cover(line, half, clip, ink, order)
            if bent:
                if stroked and ink is not None:
                    self.rings.append((meet(box, clip), ink))
                continue
            if filled and min(width, height) <= _THIN:
                self._thin(box, clip)
            elif stroked:
                for start, end in pairwise(line):
                    self._segment(start, end, clip)

    def _half(self, path: Handle, matrix: Matrix) -> float:
        """Half the width of a line that is wide enough to cover text, 0 for any other."""
        if not api.FPDFPageObj_GetStrokeWidth(path, self._x):
            return 0.0
        seen = matrix_of(path).then(matrix)
        width = self._x.value * max(math.hypot(seen.a, seen.b), math.hypot(seen.c, seen.d))
        return width / 2 if width > _THIN else 0.0

    def _cover(self, line: Line, half: float, clip: Box, ink: Colour | None, order: int) -> None:
        """Take in what a wide line covers."""
        for start, end in pairwise(line):
            box = meet(_wide(start, end, half), clip)
            self.filled.append((order, box))
            if ink is not None and not is_unseen(ink):
                self.grounds.append((order, box, ink))

    def thin_picture(self, box: Box, clip: Box) -> bool:
        """A picture so thin that it is a ruling: taken as one."""
        if min(box.right - box.left, box.bottom - box.top) > _THIN:
            return False
        self._thin(box, clip)
        return True

    def _thin(self, box: Box, clip: Box) -> None:
        if box.right - box.left > box.bottom - box.top:
            middle = (box.top + box.bottom) / 2
            self._segment((box.left, middle), (box.right, middle), clip)
        else:
            middle = (box.left + box.right) / 2
            self._segment((middle, box.top), (middle, box.bottom), clip)

    def _segment(self, start: tuple[float, float], end: tuple[float, float], clip: Box) -> None:
        (x0, y0), (x1, y1) = start, end
        if abs(y0 - y1) <= _LEVEL < abs(x0 - x1):
            left, right = max(min(x0, x1), clip.left), min(max(x0, x1), clip.right)
            if right > left and clip.top - _LEVEL <= y0 <= clip.bottom + _LEVEL:
                self.across.append(Rule((y0 + y1) / 2, left, right))
        elif abs(x0 - x1) <= _LEVEL < abs(y0 - y1):
            top, bottom = max(min(y0, y1), clip.top), min(max(y0, y1), clip.bottom)
            if bottom > top and clip.left - _LEVEL <= x0 <= clip.right + _LEVEL:
                self.down.append(Rule((x0 + x1) / 2, top, bottom))

    def _lines(self, path: Handle, matrix: Matrix) -> list[tuple[Line, bool]]:
        """The parts of a path as points, as seen, and whether they are bent; of an endless path its beginning."""
        found: list[tuple[Line, bool]] = []
        line: Line = []
        bent = False
        x, y = self._x, self._y
        count = min(api.FPDFPath_CountSegments(path), _SEGMENTS)
        for index in range(count):
            segment = api.FPDFPath_GetPathSegment(path, index)
            api.FPDFPathSegment_GetPoint(segment, x, y)
            point = matrix.point(x.value, y.value)
            kind = api.FPDFPathSegment_GetType(segment)
            if kind == api.FPDF_SEGMENT_MOVETO:
                if line:
                    found.append((line, bent))
                line, bent = [point], False
            else:
                bent = bent or kind == api.FPDF_SEGMENT_BEZIERTO
                line.append(point)
            if count > 2 and api.FPDFPathSegment_GetClose(segment) and line[0] != line[-1]:
                line.append(line[0])
        if line:
            found.append((line, bent))
        return found


def _wide(start: tuple[float, float], end: tuple[float, float], half: float) -> Box:
    """What a wide line covers."""
    box = around([start, end])
    return Box(box.left - half, box.top - half, box.right + half, box.bottom + half)
