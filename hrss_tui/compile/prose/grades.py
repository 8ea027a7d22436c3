"""Things that are listed by grade or age and share all that stands behind the last, or before the first."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.reference.prose import prose_words

RANKS = "级等档类期部"  # what stands behind a grade of one character: 高级, 甲等, 东部
_AGES = re.compile(r"\d{1,2}(?:[—–\-~～至到]+\d{1,2})?周?岁(?:及?以[上下内]|之间|组|年龄段)?")
_GRADE = r"[一二三四五六特甲乙丙丁][级等档类]"
_LED = re.compile(
    rf"(?P<lead>[\u3400-\u9fff]{{2,24}}?[在于按对])(?P<grades>{_GRADE}(?:、{_GRADE})*)[、和与及](?P<last>{_GRADE})"
    r"(?P<reach>(?:及其?|和)?以[上下])?(?P<shared>[\u3400-\u9fff]{2,40})"
)
"""居民医保费用在三级、二级、一级及以下医院的支付比例: what stands before the grades is of each."""

_WHOSE = re.compile(r"(?P<whose>[\u3400-\u9fff]{0,12}?(?:职工|居民)(?:基本)?)(?:养老|医疗)(?:保险)?")
_SORTS = re.compile(r"(?:养老|医疗)(?!机构|服务|金)")


def led(noun: str, count: int) -> list[str]:
    """The subjects of grades with words before them that all share; [] where there are none, or not as many."""
    match = _LED.fullmatch(noun)
    grades = match["grades"].split("、") if match is not None else []
    if match is None or len(grades) + 1 != count:
        return []
    last = match["last"] + (match["reach"] or "")
    return [match["lead"] + grade + match["shared"] for grade in (*grades, last)]


_NUMBERS = "一二三四五六七八九十"
_SPANNED = re.compile(
    rf"(?P<lead>[\u3400-\u9fff]{{0,24}}?)(?P<nth>第?)(?P<first>[{_NUMBERS}])(?P<sort>[级等档类])?[至到—–\-~～]{{1,2}}第?(?P<last>[{_NUMBERS}])(?P<rank>[级等档类])(?P<shared>[\u3400-\u9fff]{{0,40}}?)(?:(?:均|都)?(?:分别|依次)(?:为|是)?)?"
)
"""一级至四级伤残津贴, 月最低工资标准一类至三类区域: grades of which only the first and the last are named."""


def spanned(noun: str, count: int) -> list[str]:
    """Each of the grades from the first to the last that are named, where they are as many as the figures; else []."""
    match = _SPANNED.fullmatch(noun)
    if match is None or match["sort"] not in (None, match["rank"]):
        return []
    first, last = (_NUMBERS.index(match[name]) for name in ("first", "last"))
    grades = [match["nth"] + one + match["rank"] for one in _NUMBERS[first : last + 1]]
    return [match["lead"] + grade + match["shared"] for grade in grades] if len(grades) == count else []


def insured(parts: list[str]) -> str:
    """Whose the first of listed insurances is, which all of them are: 城镇职工基本养老、医疗保险; "" where none is named."""
    match = _WHOSE.fullmatch(parts[0])
    return match["whose"] if match is not None and all(_SORTS.match(part) for part in parts[1:]) else ""


def of_one_kind(parts: list[str]) -> list[str]:
    """Grades (高、中、初级职称; 一类、二类、三类企业) and ages (25—34 岁、35 岁以上求职者) share all behind the last; else [].

    So do words of which a list prints no more than how they begin: 存、贷款余额.
    """
    last = parts[-1]
    if (halved := _halved(parts)) is not None:
        return halved
    age = _AGES.match(last)
    first = parts[0][parts[0].rfind("的") + 1 :]
    if age and all(_AGES.fullmatch(part) for part in (first, *parts[1:-1])):
        return [part + last[age.end() :] for part in parts[:-1]] + [last]
    size = len(parts[0])
    if 1 < size < len(last) and all(len(part) == size and part[-1] == last[size - 1] for part in parts[:-1]):
        return [part + last[size:] for part in parts[:-1]] + [last]
    if len(last) > 1 and all(len(part) == 1 for part in parts[:-1]) and last[1] in RANKS:
        return [part + last[1:] for part in parts[:-1]] + [last]
    return []


def _halved(parts: list[str]) -> list[str] | None:
    """The words that a list begins with one character each (金融机构存、贷款余额); what stands before the first is of all."""
    first, *middle, last = parts
    for half in prose_words().halves:
        begins = [first[-1:], *middle, last[:1]]
        alike = all(len(one) == 1 and one in half.chars for one in begins)
        whole = first.endswith(half.but) or last.startswith(half.but)
        if alike and len(set(begins)) == len(parts) and len(last) > 1 and not whole:
            return [first[:-1] + one + last[1:] for one in begins]
    return None
