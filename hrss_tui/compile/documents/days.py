"""Days as documents print them, to ISO 8601: 2019年7月18日, 二〇一九年七月十八日, 2019-07-18 16:13, 2019.7.18."""

from __future__ import annotations

from calendar import monthrange

from hrss_tui import lazy_re as re
from hrss_tui.reference.papers import paper_words

_DIGITS = str.maketrans("〇○Ｏ零一二三四五六七八九０１２３４５６７８９", "00001234567890123456789")
_NUMERAL = r"[\d〇○Ｏ零一二三四五六七八九十０-９]"
_DAY = re.compile(
    rf"(?P<year>(?:19|20)\d{{2}}|[一二][〇○Ｏ零一二三四五六七八九]{{3}})\s*[年./\-－—]\s*"
    rf"(?P<month>{_NUMERAL}{{1,2}})\s*[月./\-－—]\s*(?P<day>{_NUMERAL}{{1,3}})(?:\s*日|(?![\d.]))"
)
_TIME = re.compile(r"\s*+T?\s*+\d{1,2}\s*+[:：时]\s*+\d{2}(?:\s*+[:：分]\s*+\d{2}\s*+秒?)?分?")

_MONTH = re.compile(
    rf"[（(【\[]?(?P<year>(?:19|20)\d{{2}}|[一二][〇○Ｏ零一二三四五六七八九]{{3}})年(?P<month>{_NUMERAL}{{1,2}})月[）)】\]]?"
)
_MONTH_LAST = re.compile(r"[\u3400-\u9fff]{2}[:：]?(?:19|20)\d{2}年\d{1,2}月[）)]?$")
"""A body and the month in which it wrote: 某某调查总队 2019年4月."""
_MONTH_FIRST = re.compile(
    rf"(?:19|20)\d{{2}}年\d{{1,2}}月[\u3400-\u9fff]{{2,20}}(?:{re.any_of(paper_words().titles.issuers)})"
)
"""The month in which a body wrote, and that body: 2034年1月某市审计局."""
_REACHING = re.compile(r"[截起至到止末底，。；：:]|自(?!治)|从(?!化)|情况|数据")
_CLOCK = re.compile(r"\d{1,2}[:：]\d{2}[:：]\d{2}")
_SAID = re.compile(r"[\d，。；：,;:！？截止]")
_NAME = 16
"""Characters of the names beside a day."""
_LONGEST = 40
"""Characters of a day with its time."""


def day(text: str) -> str | None:
    """The first day of the calendar that a text names."""
    found = spans(text)
    return found[0][2] if found else None


def spans(text: str) -> list[tuple[int, int, str]]:
    """Start, end and ISO form of every day in a text; a time of day behind it belongs to it."""
    found = []
    for match in _DAY.finditer(text):
        iso = _iso(match["year"], match["month"], match["day"])
        if iso is not None:
            time = _TIME.match(text, match.end())
            found.append((match.start(), time.end() if time else match.end(), iso))
    return found


def is_day(text: str) -> bool:
    """Is the whole text a day, with or without a time, in brackets or not?"""
    bare = text.strip(" \u3000()（）【】[]")
    return len(bare) <= _LONGEST and any(start == 0 and end == len(bare) for start, end, _ in spans(bare))


def is_dateline(text: str) -> bool:
    """Is a short text a day with names beside it, and nothing is said to be so far: 人民网 2022年8月19日 记者 李某?"""
    if len(text) > _LONGEST or _REACHING.search(text):
        return False
    bare = "".join(text.split())
    return bool(spans(text)) or bool(_MONTH_LAST.search(bare) or _MONTH_FIRST.fullmatch(bare))


def stamped(text: str) -> str | None:
    """The day of a short line that says to the second when a page was put up, with a name beside it: 某某网 2033-04-15 14:42:16."""
    found = spans(text) if len(text) <= _LONGEST else []
    if len(found) != 1:
        return None
    start, end, iso = found[0]
    beside = (text[:start] + text[end:]).strip()
    timed = bool(_CLOCK.search(text, start, end))
    return iso if timed and len(beside) <= _NAME and not _SAID.search(beside) else None


def month_alone(text: str) -> str | None:
    """The month that the whole text is: （2020年8月）, 二〇二〇年八月; as YYYY-MM."""
    match = _MONTH.fullmatch("".join(text.split())) if len(text) <= _LONGEST else None
    found = _iso(match["year"], match["month"], "1") if match else None
    return found[: len("2033-12")] if found else None


def _iso(year: str, month: str, number: str) -> str | None:
    years, months, days = int(year.translate(_DIGITS)), _count(month), _count(number)
    if not (1900 <= years <= 2100 and 1 <= months <= 12 and 1 <= days <= monthrange(years, months)[1]):
        return None
    return f"{years:04}-{months:02}-{days:02}"


def _count(text: str) -> int:
    """A number up to 99: 07, 十八, 三十一. 0 for what is none."""
    if "十" not in text:
        digits = text.translate(_DIGITS)
        return int(digits) if digits.isdecimal() else 0
    tens, _, ones = text.partition("十")
    values = [part.translate(_DIGITS) if part else default for part, default in ((tens, "1"), (ones, "0"))]
    return int(values[0]) * 10 + int(values[1]) if all(value.isdecimal() for value in values) else 0
