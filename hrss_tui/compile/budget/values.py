"""What a cell of an amount column prints: an amount, nothing, a mark for nothing or for what is not shown (***, 涉密), or
something that cannot be read.

A footnote mark is no part of a number (250.00①, 250.00[2]); accounting brackets make it negative; a unit beside the
digits is nearer than any other. What is neither a number nor a known mark is never guessed at.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from typing import Literal

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.money import DIGITS, narrow
from hrss_tui.reference import missing_marks
from hrss_tui.sources.text import UNREAD

Kind = Literal["amount", "blank", "mark", "withheld", "words", "unread"]

_FOOTNOTE = re.compile(r"(?<!\s)\s*+(?:[①-⑳⑴-⒇⁰¹²³⁴-⁹]|\[\d{1,2}\]|〔\d{1,2}〕|【\d{1,2}】){1,9}$")
_NUMBER = re.compile(
    rf"[¥￥]?\s?(?:(?P<sign>[+–-]?)\s?(?P<plain>{DIGITS})|\((?P<bracketed>{DIGITS})\))\s?(?P<unit>[十百千万亿]{{0,2}}元)?",
    re.ASCII,
)
_GROUPED = re.compile(r"([+–-]?\d{1,3})((?:[ '’]\d{3}){1,5})(\.\d{1,6})", re.ASCII)
"""An amount whose groups of three digits are parted by blanks: 6 309 315.97; without decimals it may be two amounts."""
_DECIMAL = re.compile(r"\d?\.\d{1,2}(?!\d)", re.ASCII)
_NUMERIC = "0123456789.,"
_IN_WORDS = re.compile(r"[〇零一二三四五六七八九十壹贰叁肆伍陆柒捌玖拾佰仟百千万亿点]{2,20}[元圆]?[整正]?")
_NO_TEXT = re.compile(f"{UNREAD}|锟斤拷|烫烫|屯屯|#{{2,9}}")
"""What is left of a text that was written in another encoding than it was read in, and of a number too wide for its column."""
_LONGEST = 80
"""Characters of a cell that may hold an amount, gaps and footnote mark included."""
_MARK = re.compile(r"[-—–－_/\\.…·]+")
_NOTED = re.compile(rf"{_MARK.pattern}\s?\((?P<note>[^()]{{1,20}})\)")
"""A mark for nothing with a note of what it stands for: —（注）. Whether there is an amount, only the note says."""
_MASK = re.compile(r"[*＊﹡✱×✕xXＸｘ■█▇●○◯□?？]+")
"""What is printed over a figure that is there and not shown."""


class Value(msgspec.Struct, frozen=True):
    """What a cell prints. `number` is the amount as ASCII digits with its sign, `printed` the stretch that holds it.

    `unit` is printed in the cell itself.
    """

    kind: Kind
    number: str = ""
    printed: str = ""
    unit: str | None = None


def read_value(text: str) -> Value:
    """Read a cell of an amount column."""
    return _short(text) if len(text) <= _LONGEST else Value("words" if has_han(text) else "unread")


@lru_cache(4096)
def _short(text: str) -> Value:
    """Asked for again and again: what a column is shows in its cells, then they are read."""
    bare = _FOOTNOTE.sub("", _unquoted(text.strip()))
    if not bare:
        return Value("blank")
    match = _NUMBER.fullmatch(_ungrouped(narrow(bare)))
    if match:
        negative = match["bracketed"] or match["sign"] in ("-", "–")
        digits = match["plain"] or match["bracketed"]
        printed = bare if match["unit"] is None else bare.removesuffix(match["unit"])
        return Value("amount", f"-{digits}" if negative else digits, printed.strip(), match["unit"])
    if _MASK.fullmatch(bare) or _is_withheld(bare):
        return Value("withheld")
    if bare in missing_marks() or _MARK.fullmatch(bare):
        return Value("mark")
    if _NOTED.fullmatch(narrow(bare)):
        return Value("unread")
    return Value("words" if has_han(bare) and not (_has_digit(bare) or is_damaged(bare)) else "unread")


def _unquoted(text: str) -> str:
    """What stands inside the quotes that a spreadsheet puts around a cell with a comma, where it saves text with tabs."""
    quoted = len(text) > 1 and text[0] == text[-1] == '"' and '"' not in text[1:-1]
    return text[1:-1].strip() if quoted else text


def _ungrouped(text: str) -> str:
    match = _GROUPED.fullmatch(text)
    return match[1] + re.sub(r"\D", "", match[2]) + match[3] if match else text


def is_lost(text: str) -> bool:
    """Does it hold what is left where a text or a number cannot be shown: U+FFFD, ###?"""
    return _NO_TEXT.search(text) is not None


def is_damaged(text: str) -> bool:
    """Is it what an amount becomes where characters are lost, or an amount in words: 4汉0.00, 40.00(注), 肆拾?"""
    bare = narrow(text).strip()
    if _IN_WORDS.fullmatch(bare) or is_lost(bare):
        return True
    return bool(_DECIMAL.search(bare)) and 2 * sum(char in _NUMERIC for char in bare) > len(bare)


def is_value(text: str) -> bool:
    """Does a cell print an amount?"""
    return read_value(text).kind == "amount"


def is_amount(text: str) -> bool:
    """Does a cell print an amount that no code, number or year looks like?"""
    return any(mark in text for mark in ".,，．") and is_value(text)


def has_han(text: str) -> bool:
    """Does a text hold words? A code is none, nor is an amount or a mark for nothing."""
    return not text.isascii() and any(unicodedata.category(char) == "Lo" for char in text)


def _is_withheld(text: str) -> bool:
    return missing_marks().get(text.strip("()（）【】[]")) == "withheld"


def _has_digit(text: str) -> bool:
    return any(char.isdigit() for char in text)
