"""What a cell of a table by place says: a number, with a bound, with a unit of its own; or that there is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.money import DIGITS, decimal, narrow
from hrss_tui.reference import column_roles, figure_words, fold_label
from hrss_tui.reference.classifications import all_names
from hrss_tui.reference.print import bounding_words, bounding_words_behind
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things
from hrss_tui.reference.units import change_signs

_THINGS = things()

NOT_APPLICABLE = frozenset({"/", "／", "—", "-", "－", "--", "——", "\\", "无", "…", "……", "..."})
_LED = statement_words().levels.led
_SIGNS: Mapping[str, str] = {each.word: each.operator for each in figure_words().operators}
_BEFORE: Mapping[str, str] = dict.fromkeys(_LED, "=") | {word: _SIGNS[word] for word in bounding_words()}
_BEHIND: Mapping[str, str] = {word: _SIGNS[word] for word in bounding_words_behind()}


def before_words() -> Iterable[str]:
    """The words before a figure that make it a bound."""
    return _BEFORE


def behind_words() -> Iterable[str]:
    """The words behind a figure that make it a bound."""
    return _BEHIND


def bound(before: str | None, behind: str | None) -> str:
    """The operator that the words beside a figure or a unit state, = where they state none.

    What stands behind is nearer where the word before only leads to the figure: 达到90%以上, 控制在4%左右.
    """
    own, other = _BEFORE.get(before or ""), _BEHIND.get(behind or "")
    return other or own or "=" if own == "=" or before in _LED else own or other or "="


_CELL = re.compile(
    rf"(?P<before>{re.any_word(_BEFORE)})?\s*+(?P<digits>[+-]?{DIGITS})\s*+"
    rf"(?P<unit>%|‰|个百分点|[十百千万亿]{{0,2}}(?:{re.any_of(_THINGS.count.cell)})?)\s*+(?P<behind>{re.any_word(_BEHIND)})?"
)


class Number(msgspec.Struct, frozen=True):
    """The number of a cell: digits as printed, its operator, its own unit ("" where the column has it)."""

    digits: str
    operator: str
    unit: str

    @property
    def value(self) -> Decimal:
        """The number without its unit."""
        return decimal(self.digits)


def number(text: str) -> Number | None:
    """The number a cell holds: 4,200, 2800人以上, ≤4.5%. None where the cell is anything else."""
    return _known(text) if len(text) <= _USUAL else _number(text)


def _number(text: str) -> Number | None:
    match = _CELL.fullmatch(narrow(text).strip().replace("％", "%"))
    if match is None:
        return None
    return Number(match["digits"], bound(match["before"], match["behind"]), match["unit"])


def are_codes(label: str, texts: Sequence[str]) -> bool:
    """Does a column below a label of a classification (功能科目, 科目编码) print nothing but codes that one has?"""
    folded = fold_label(label)
    named = column_roles().get(folded) in _CODED or folded.endswith(_CODE_LABELS)
    return named and bool(texts) and all(map(is_code, texts))


def is_code(text: str) -> bool:
    """Is it a code that a classification of spending has?"""
    return bool(_CODE.fullmatch(text) and all_names(text))


_CODED = ("code", "code_class", "code_group", "code_item", "name")
_CODE_LABELS = ("科目", "编码", "代码")
_CODE = re.compile(r"\d{3}(?:\d{2}){0,2}", re.ASCII)

_USUAL = 40
"""Characters of a cell that is worth keeping in mind."""
_known = lru_cache(4096)(_number)
"""Every cell of a table is asked for its number by each way of reading the table."""

_MOVES = {word: sign for word, sign in change_signs().items() if word not in (*_BEFORE, "+", "-")}
_MOVED = re.compile(rf"(?P<moved>{re.any_word(_MOVES)})了?\s*+(?P<rest>\d.*+)")


def moved(text: str) -> Number | None:
    """The change a cell states, with its sign or in words: 下降0.1个百分点 is -0.1."""
    match = _MOVED.fullmatch(narrow(text).strip())
    found = number(match["rest"]) if match else None
    if match is None or found is None:
        return number(text)
    sign = "-" if _MOVES[match["moved"]] < 0 else ""
    return Number(sign + found.digits.lstrip("+"), found.operator, found.unit)
