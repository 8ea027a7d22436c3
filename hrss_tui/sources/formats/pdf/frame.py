"""The way from the coordinates of a PDF page to what is seen: crop box and rotation taken into account."""

from __future__ import annotations

import math

import msgspec

from hrss_tui.sources.formats.form import Box


class Matrix(msgspec.Struct, frozen=True, gc=False):
    """An affine map: (x, y) → (a·x + c·y + e, b·x + d·y + f)."""

    a: float = 1.0
    b: float = 0.0
    c: float = 0.0
    d: float = 1.0
    e: float = 0.0
    f: float = 0.0

    def point(self, x: float, y: float) -> tuple[float, float]:
        """The image of a point."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def then(self, other: Matrix) -> Matrix:
        """The map that does this one first and the other one after it."""
        return Matrix(
            self.a * other.a + self.b * other.c,
            self.a * other.b + self.b * other.d,
            self.c * other.a + self.d * other.c,
            self.c * other.b + self.d * other.d,
            self.e * other.a + self.f * other.c + other.e,
            self.e * other.b + self.f * other.d + other.f,
        )

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        """The upright box around the image of a rectangle."""
        x0, y0 = self.point(left, bottom)
        x1, y1 = self.point(right, top)
        if (self.b or self.c) and (self.a or self.d):
            return around([(x0, y0), (x1, y1), self.point(left, top), self.point(right, bottom)])
        if x0 > x1:
            x0, x1 = x1, x0
        if y0 > y1:
            y0, y1 = y1, y0
        return Box(x0, y0, x1, y1)


class Frame(msgspec.Struct, frozen=True):
    """How a page is seen: the map from its own coordinates, and its width and height in points."""

    matrix: Matrix
    width: float
    height: float

    def turned(self, quarters: int) -> Frame:
        """The frame of a reader who turns the page by quarters (clockwise) to read it."""
        frame = self
        for _ in range(quarters % 4):
            turn = Matrix(0, 1, -1, 0, frame.height, 0)
            frame = Frame(frame.matrix.then(turn), frame.height, frame.width)
        return frame


def frame_of(left: float, bottom: float, right: float, top: float, quarters: int) -> Frame:
    """The frame of a page whose visible box is given, rotated clockwise by quarters when it is shown."""
    upright = Frame(Matrix(1, 0, 0, -1, -left, top), right - left, top - bottom)
    return upright.turned(quarters)


def around(points: list[tuple[float, float]]) -> Box:
    """The upright box around some points, of which there is at least one."""
    left, top = right, bottom = points[0]
    for x, y in points:
        if x < left:
            left = x
        elif x > right:
            right = x
        if y < top:
            top = y
        elif y > bottom:
            bottom = y
    return Box(left, top, right, bottom)


def meet(one: Box, other: Box) -> Box:
    """What two boxes have in common; it has no area where they have nothing."""
    return Box(
        max(one.left, other.left),
        max(one.top, other.top),
        min(one.right, other.right),
        min(one.bottom, other.bottom),
    )


def holds(box: Box, x: float, y: float, slack: float = 0.0) -> bool:
    """Does a point stand in the box, or not farther than `slack` from it?"""
    return box.left - slack <= x <= box.right + slack and box.top - slack <= y <= box.bottom + slack


def quarter(matrix: Matrix) -> int | None:
    """By how many quarters clockwise text with this map is turned as seen (0 upright); None where it is slanted, or no number says how."""
    angle = math.degrees(math.atan2(matrix.b, matrix.a)) % 360
    if math.isnan(angle):  # numbers beyond all bounds in a file
        return None
    nearest = round(angle / 90)
    return nearest % 4 if abs(angle - 90 * nearest) <= 5 else None
