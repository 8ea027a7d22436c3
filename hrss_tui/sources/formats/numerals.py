"""Numbers in Chinese and in Roman letters, as spreadsheets and automatic numbering write them."""

from __future__ import annotations

_DIGITS = "零一二三四五六七八九"
_PLACES = ("", "十", "百", "千")
_GROUPS = ("", "万", "亿")
MOST = 10**12
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
          (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_MOST_ROMAN = 4_000


def spelled(number: int) -> str:
    """十二, 二十, 一百零三, 一万二千; a number below 0 or from 10¹² on in digits."""
    if not 0 <= number < MOST:
        return str(number)
    if number == 0:
        return _DIGITS[0]
    text = ""
    for index, name in reversed(tuple(enumerate(_GROUPS))):
        group = number // 10 ** (4 * index) % 10_000
        if group:
            between = _DIGITS[0] if text and group < 1000 else ""
            text += between + _group(group) + name
    return text.removeprefix("一") if text.startswith("一十") else text


def _group(number: int) -> str:
    """1 … 9999."""
    text, gap = "", False
    for index in (3, 2, 1, 0):
        digit = number // 10**index % 10
        if digit:
            text += (_DIGITS[0] if gap and text else "") + _DIGITS[digit] + _PLACES[index]
            gap = False
        else:
            gap = True
    return text


def digit_by_digit(number: int) -> str:
    """二〇二六."""
    return str(number).translate(str.maketrans("0123456789", "〇" + _DIGITS[1:]))


def roman(number: int) -> str:
    """xiv; a number below 1 or from 4000 on in digits."""
    if not 0 < number < _MOST_ROMAN:
        return str(number)
    found = ""
    for value, sign in _ROMAN:
        found += sign * (number // value)
        number %= value
    return found
