"""How a document is printed: rulings, fonts, page furniture, and what print does to text and pages."""

from __future__ import annotations

import msgspec


class Paper(msgspec.Struct, frozen=True):
    """How documents are printed.

    `rules` is lines, boxes (a rectangle a cell), strips (thin filled rectangles), dotted (many short segments), double
    (two lines beside each other) or none; across draws the horizontal ones only, upright the vertical ones only,
    three the one above, below the header and at the end, outer the one around the table, shaded none but a grey
    ground below every other row. `numbers` says where amounts stand in their cell: right or centre. `white` fills every cell
    white before its text, `single` draws every character as an object of its own, `mixed` sets digits and Latin
    letters in another font a little lower, `turned` makes landscape pages of turned portrait ones, `embedded` is
    false for a font that only the reader has. `head` repeats the title on each page, `foot` numbers pages:
    plain (3), dashed (— 3 —), of (第 3 页 共 9 页) or none. `clipped` cuts names at their cell instead of wrapping.
    `split` prints wide tables over two pages side by side, the pages in the order down or over (down, then over; over,
    then down), with the labels of the rows again where it ends with +.
    `hidden` adds money that nobody sees: white, invisible, clipped away, beside the page.
    """

    rules: str = "lines"
    numbers: str = "right"
    white: bool = False
    single: bool = False
    mixed: bool = False
    turned: bool = False
    embedded: bool = True
    head: bool = False
    foot: str = "plain"
    clipped: bool = False
    size: float = 8.0
    hidden: bool = False
    split: str = ""
