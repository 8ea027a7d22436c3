"""Labels of header cells in the form in which they are compared: without year, unit, quotation marks, gaps."""

from __future__ import annotations

from functools import lru_cache

from hrss_tui import lazy_re as re
from hrss_tui.reference.text import fold_label

_YEAR = re.compile(r"^(?:19|20)(\d{2})年度?")
_AMONG = re.compile(r"^其中[:：]?")
_OWN_LEVEL = re.compile(r"^(?:中央|自治区|[省市州盟旗县区]|本)(?:本)?级")
_INCLUDED = re.compile(r"(?<=.)\((?:含|包括)[^()]{1,20}\)$")
_COMPARED = re.compile(r"比(?:上一?年|(?:19|20)\d{2}年)度?(?:预算|执行|决算|完成)?数?(?=增|减|变|提)")
_CURRENCY = re.compile(r"\((?:单位:)?人民币[十百千万亿]*元\)$")


# Every way of reading a header asks for its labels anew, and so do the columns that are compared.
@lru_cache(maxsize=4096)
def bare_label(text: str) -> str:
    """A label without the year before it: 2031年预算数 and 预算数 are one label, so are 2031年比2030年增减 and 增减.

    What it says that it holds is no part of it: 预算数（含上年结转）.
    """
    folded = _INCLUDED.sub("", _CURRENCY.sub("", fold_label(text)))
    return _COMPARED.sub("", _YEAR.sub("", folded)) or folded


def label_year(text: str) -> int | None:
    """The year a label begins with."""
    match = _YEAR.match(fold_label(text))
    return int(match.group().rstrip("度年")) if match else None


def says_included(text: str) -> bool:
    """Does a label end with what it holds: 预算数（含上年结转）?"""
    return bool(_INCLUDED.search(_CURRENCY.sub("", fold_label(text))))


def is_year(label: str) -> bool:
    """Is a label nothing but a year: 2031年 over the columns of that year?"""
    match = _YEAR.match(label)
    return match is not None and match.end() == len(label)


def without_among(label: str) -> str:
    """A label without 其中 before it: 其中：基本支出 is the column 基本支出."""
    return _AMONG.sub("", label)


def shorter(label: str) -> tuple[str, ...]:
    """The forms of a label in which it may be known: as it is, without 其中, without the level of government."""
    bare = without_among(label)
    return tuple(dict.fromkeys((label, bare, _OWN_LEVEL.sub("", bare))))
