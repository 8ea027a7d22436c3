"""Ways to cover what an element holds: moved away, clipped, made clear, in a box of no size."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.html.styles.lengths import percentage, pixels

PLACED = ("absolute", "fixed")
ALL, PERHAPS = "all", "perhaps"
"""What covers whatever it is said of, and what is undone where parts of a page fade in or slide."""

_AWAY, _FAR = 100.0, 2_000.0
"""Pixels by which something is away that stands where it is placed, and by which anything is."""
_BEYOND = 5_000.0
_INDENT = 500.0
_TINY, _CLEAR = 1.0, 0.02
_HEIGHTS = ("min-height", "padding-top", "padding-bottom")
_GAP = 3.0
"""Pixels between two numbers that part them."""
_NUMBERS = re.compile(r"-?\d{1,9}(?:\.\d{1,9})?(?:[a-z]{1,4}|%)?")
_WHOLE = 100.0
_SCALED = re.compile(r"scale(?:x|y|3d)?\(\s{0,9}([\d.]{1,9})\s{0,9}(?:,\s{0,9}([\d.]{1,9}))?")
_FILTERED = re.compile(r"opacity\(\s{0,9}([\d.]{1,9}%?)\s{0,9}\)")
_SHIFTED = re.compile(r"translate(?:x|y|3d)?\(\s{0,9}(-?[\d.]{1,9}(?:[a-z]{1,4}|%)?)")
_FUNCTION = re.compile(r"(rect|inset|circle|ellipse|polygon)\(([^()]{0,300})\)")


def covers(said: Mapping[str, str], size: float, boxed: bool, in_table: bool) -> str:
    """Is what the element holds covered: surely, perhaps, or not at all ("")?"""
    if not said:
        return ""
    placed = said.get("position") in PLACED
    clipped = placed and _is_empty(said.get("clip", ""))
    skipped = boxed and said.get("content-visibility") == "hidden"
    if clipped or skipped or (boxed and not in_table and _has_no_room(said, size)):
        return ALL
    perhaps = (
        _is_clear(said.get("opacity", ""))
        or any(map(_is_clear, _FILTERED.findall(said.get("filter", ""))))
        or _is_away(said, size)
        or (
            boxed
            and (_is_indented(said, size) or _is_shrunk(said) or (not in_table and _is_folded(said, size)))
        )
        or _is_empty(said.get("clip-path", ""))
    )
    return PERHAPS if perhaps else ""


def spaces(said: Mapping[str, str], size: float, box: bool) -> bool:
    """Does an element in a line stand apart from what is beside it?"""
    wide = box and (pixels(said.get("width", ""), size, _AWAY) or 0.0) > _TINY
    return wide or gap(said, size) >= _GAP


def gap(said: Mapping[str, str], size: float) -> float:
    """How far an element in a line is from what is beside it, in pixels."""
    sides = ("margin-left", "margin-right", "padding-left", "padding-right")
    return max(pixels(said.get(side, ""), size, _AWAY) or 0.0 for side in sides)


def _is_clear(opacity: str) -> bool:
    value = pixels(opacity, 1.0, 1.0)
    return value is not None and value < _CLEAR


def _is_away(said: Mapping[str, str], size: float) -> bool:
    if _from_margin(said, size, "margin-left") <= -_FAR:
        return True
    position = said.get("position", "static")
    if position == "static" or position not in (*PLACED, "relative"):
        return False
    least = _AWAY if position in PLACED else _FAR
    return any(_is_far(said.get(side, ""), size, least) for side in ("left", "top", "right", "bottom"))


def _is_far(value: str, size: float, least: float) -> bool:
    share = percentage(value)
    if share is not None:
        return share <= -_AWAY or share >= 2 * _AWAY
    moved = pixels(value, size)
    return moved is not None and (moved <= -least or moved >= _BEYOND)


def _is_indented(said: Mapping[str, str], size: float) -> bool:
    """Does the first line begin outside of the page? What hangs in a margin of its own does not."""
    indent = pixels(said.get("text-indent", ""), size) or 0.0
    return indent <= -_INDENT and _from_margin(said, size, "text-indent", "margin-left") <= -_INDENT


def _from_margin(said: Mapping[str, str], size: float, *moved: str) -> float:
    """How far inside its place a text begins: what moves it to the left may be undone by what is left free there."""
    return sum(pixels(said.get(each, ""), size) or 0.0 for each in (*moved, "padding-left"))


def _is_shrunk(said: Mapping[str, str]) -> bool:
    transform = said.get("transform", "")
    scaled = _SCALED.search(transform)
    factors = [*(scaled.groups() if scaled else ()), *said.get("scale", "").split()[:2]]
    shifted = _SHIFTED.search(transform)
    return any(_number(factor) == 0 for factor in factors if factor) or bool(
        shifted and _is_far(shifted[1], 1.0, _FAR)
    )


def _number(text: str) -> float:
    try:
        return float(text.rstrip("%"))
    except ValueError:
        return 1.0


def _is_empty(shape: str) -> bool:
    """Does a shape that something is clipped to hold nothing?"""
    match = _FUNCTION.search(shape)
    if match is None:
        return False
    kind, inside = match.groups()
    values = [
        pixels(each, 1.0, 100.0) or 0.0
        for each in _NUMBERS.findall(inside.partition(" at ")[0].partition("round")[0])
    ]
    if kind == "rect":
        return len(values) == 4 and (values[0] >= values[2] - _TINY or values[3] >= values[1] - _TINY)
    if kind == "inset":
        return "%" in inside and bool(values) and _meet(values)
    if kind == "polygon":
        return len(values) > 3 and len(set(zip(values[::2], values[1::2], strict=False))) == 1
    return bool(values) and values[0] == 0


def _meet(insets: Sequence[float]) -> bool:
    """Do the sides of what is left meet?"""
    across = insets[1 % len(insets)], insets[3 % len(insets)] if len(insets) != 3 else insets[1]
    down = insets[0], insets[2 % len(insets)]
    return max(sum(across), sum(down)) >= _WHOLE


def _has_no_room(said: Mapping[str, str], size: float) -> bool:
    """Does a box that shows nothing outside of itself have no width or no height?"""
    return _cuts(said) and (
        _is_flat(said, size, ("width", "max-width"), ("min-width", "padding-left", "padding-right"))
        or _is_flat(said, size, ("height",), _HEIGHTS)
    )


def _is_folded(said: Mapping[str, str], size: float) -> bool:
    """Has it no height for now, as what is opened by a touch of its heading?"""
    return _cuts(said) and _is_flat(said, size, ("max-height",), _HEIGHTS)


def _cuts(said: Mapping[str, str]) -> bool:
    return any(said.get(side) in ("hidden", "clip") for side in ("overflow-x", "overflow-y"))


def _is_flat(said: Mapping[str, str], size: float, sizes: Sequence[str], room: Sequence[str]) -> bool:
    """Is one of its sizes nothing, and does nothing else give it room? What grows among its neighbours begins with any size."""
    grows = (pixels(said.get("flex-grow", ""), size) or 0.0) > 0
    given = [pixels(said.get(name, ""), size) for name in sizes if name.startswith("max") or not grows]
    if any((pixels(said.get(name, ""), size, _AWAY) or 0.0) > _TINY for name in room):
        return False
    return any(each is not None and each <= _TINY for each in given)
