r"""Number format codes of spreadsheets, taken apart: sections of tokens, as ECMA-376 18.8.31 has them.

Written by Chinese programs too: `!` escapes a character as `\` does, 上午/下午 stands for AM/PM.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

import msgspec

from hrss_tui import lazy_re as re

_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?\d{1,15}(?:\.\d{1,15})?)")
_ELAPSED = re.compile(r"h+|m+|s+", re.IGNORECASE)
_WORDS = ("General", "G/通用格式", "AM/PM", "A/P", "上午/下午")
_DATE_LETTERS = "ymdhsea"
_COLORS = {
    "black": "000000", "white": "FFFFFF", "red": "FF0000", "green": "00FF00", "blue": "0000FF", "yellow": "FFFF00",
    "magenta": "FF00FF", "cyan": "00FFFF", "color1": "000000", "color2": "FFFFFF",
}  # fmt: skip
_COLOR = re.compile(r"color ?\d{1,2}")
"""Colours of letters that a format may name, which come before that of the font."""
_LONGEST = 255
"""Characters of a format code; programs allow no more."""

BUILTIN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    12: "# ?/?", 13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM",
    19: "h:mm:ss AM/PM", 20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"',
    29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 32: 'h"时"mm"分"', 33: 'h"时"mm"分"ss"秒"',
    34: '上午/下午h"时"mm"分"', 35: '上午/下午h"时"mm"分"ss"秒"', 36: 'yyyy"年"m"月"', 37: "#,##0;-#,##0",
    38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ', 42: '_ ¥* #,##0_ ;_ ¥* -#,##0_ ;_ ¥* "-"_ ;_ @_ ',
    43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
    44: '_ ¥* #,##0.00_ ;_ ¥* -#,##0.00_ ;_ ¥* "-"??_ ;_ @_ ',
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@", 50: 'yyyy"年"m"月"', 51: 'm"月"d"日"',
    52: 'yyyy"年"m"月"', 53: 'm"月"d"日"', 54: 'm"月"d"日"', 55: '上午/下午h"时"mm"分"',
    56: '上午/下午h"时"mm"分"ss"秒"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
"""Codes that a workbook names by number only, as a Chinese system shows them."""


class Token(msgspec.Struct, frozen=True):
    """A part of a section: `text` is what is written.

    `kind` is literal, digits, point, comma, percent, exponent, slash, date, elapsed, half, general or text.
    """

    kind: str
    text: str


class Section(msgspec.Struct, frozen=True):
    """What is shown for some values; `chinese` where digits are written in Chinese, `ink` a colour that it writes in."""

    tokens: tuple[Token, ...]
    condition: tuple[str, Decimal] | None = None
    chinese: bool = False
    ink: str = ""

    def has(self, *kinds: str) -> bool:
        """Does it hold a token of one of the kinds?"""
        return any(token.kind in kinds for token in self.tokens)

    def count(self, kind: str) -> int:
        """How many tokens of a kind does it hold?"""
        return sum(token.kind == kind for token in self.tokens)


@lru_cache(maxsize=512)
def sections(code: str) -> tuple[Section, ...]:
    """The sections of a code, at most four."""
    parts = list(_split(code[:_LONGEST]))
    return tuple(_section(part) for part in parts[:4])


def _split(code: str) -> Iterator[str]:
    """The code cut at semicolons that are not quoted or escaped."""
    start = index = 0
    while index < len(code):
        char = code[index]
        if char in "\\!_*":
            index += 1
        elif char in '"[':
            end = code.find('"' if char == '"' else "]", index + 1)
            index = end if end >= 0 else len(code)
        elif char == ";":
            yield code[start:index]
            start = index + 1
        index += 1
    yield code[start:]


def _section(code: str) -> Section:
    tokens: list[Token] = []
    condition: tuple[str, Decimal] | None = None
    chinese = False
    ink = ""
    index = 0
    while index < len(code):
        if code[index] == "[":
            end = code.find("]", index)
            inner = code[index + 1 : end if end >= 0 else len(code)]
            match = _CONDITION.fullmatch(inner)
            if match:
                condition = (match.group(1), Decimal(match.group(2)))
            chinese = chinese or inner.lower().startswith("dbnum")
            ink = ink or _ink(inner.lower())
            tokens += _bracketed(inner)
            index += len(inner) + 2
            continue
        token, length = _token(code, index)
        if token is not None:
            tokens.append(token)
        index += length
    return Section(tuple(_merged(tokens)), condition, chinese, ink)


def _ink(inner: str) -> str:
    """The colour that stands in brackets; "" where it is none."""
    return _COLORS.get(inner.replace(" ", ""), inner if _COLOR.fullmatch(inner) else "")


def _bracketed(inner: str) -> Iterator[Token]:
    """A currency sign or elapsed time; colours, places and conditions show nothing."""
    if inner.startswith("$"):
        yield Token("literal", inner[1:].partition("-")[0])
    elif _ELAPSED.fullmatch(inner):
        yield Token("elapsed", inner.lower())


def _token(code: str, index: int) -> tuple[Token | None, int]:
    """The token at an index and how many characters it takes; None where it shows nothing."""
    char = code[index]
    for word in _WORDS:
        if code[index : index + len(word)].lower() == word.lower():
            return Token("general" if word[0] == "G" else "half", word), len(word)
    if char in "\\!":
        return Token("literal", code[index + 1 : index + 2]), 2
    if char in "_*":
        return (Token("literal", " ") if char == "_" else None), 2
    if char == '"':
        end = code.find('"', index + 1)
        end = end if end >= 0 else len(code)
        return Token("literal", code[index + 1 : end]), end + 1 - index
    if char in "Ee" and code[index + 1 : index + 2] in ("+", "-"):
        return Token("exponent", code[index + 1]), 2
    return Token(_KINDS.get(char.lower(), "literal"), char), 1


_KINDS = {
    **dict.fromkeys("0#?", "digits"),
    **dict.fromkeys(_DATE_LETTERS, "date"),
    ".": "point", ",": "comma", "%": "percent", "/": "slash", "@": "text",
}  # fmt: skip


def _merged(tokens: list[Token]) -> Iterator[Token]:
    """Neighbouring tokens of digits, or of one date letter, as one."""
    held: Token | None = None
    for token in tokens:
        same = held is not None and token.kind == held.kind
        if held is not None and same and token.kind == "digits":
            held = Token("digits", held.text + token.text)
        elif (
            held is not None and same and token.kind == "date" and held.text[-1].lower() == token.text.lower()
        ):
            held = Token("date", held.text + token.text)
        else:
            if held is not None:
                yield held
            held = token
    if held is not None:
        yield held
