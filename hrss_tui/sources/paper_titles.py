"""What the title of a paper says: of which kind it is, whose, of which years; and whether another title is of another paper.

A title is that of a budget or of accounts of a body, or one of a place: a bulletin, a plan, a notice.
"""

from __future__ import annotations

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.reference.documents import page_words
from hrss_tui.reference.papers import paper_words
from hrss_tui.reference.places_text import places_named

_WORDS = paper_words()
_YEAR = re.compile(r"20\d{2}|十[一二三四五六]五")
_HAN_YEAR = re.compile(r"二[〇○零Oo0][〇○零Oo0一二三四五六七八九]{2}(?=年)")
_DIGITS = str.maketrans("〇○零Oo一二三四五六七八九", "00000123456789")
_MARKS = str.maketrans("", "", '“”"‘’*')
_ACCOUNTS = "[预决]算"
_BUDGET = re.compile(
    r"(?:关于)?(?:20\d{2}年度?)?(?P<body>[\u3400-\u9fff（）()]{3,30}?)(?:20\d{2}年度?)?(?P<of>部门|单位)?"
    rf"(?P<kind>{_ACCOUNTS})(?:[及和暨]三公经费(?:财政拨款)?{_ACCOUNTS})?(?:{re.any_of(_WORDS.titles.budget)})?(?:公开)?(?:情况|文本)?"
    r"(?:的?(?:说明|报告|公告|表|文本))?(?:[（(][\u3400-\u9fff]{2,8}[）)])?"
)
_SHORTEST, _LONGEST = 8, 60
_PLAIN = re.compile(r"[\u3400-\u9fff\d]+")
_SPAN = re.compile(r"[（(]20\d{2}年?[-—－–~至]{1,2}20\d{2}年?[)）]$")
_QUOTING = re.compile(
    r"(?P<by>[\u3400-\u9fff]{2,30})关于(?:印发|转发|公布|发布|下达)《[^《》]{4,50}》的(?P<kind>通知|公告|意见|通报)"
)
_KINDS = (*_WORDS.titles.told, *_WORDS.titles.kinds)
_LAST = frozenset(("算", *(kind[-1] for kind in _KINDS)))
_TYPE = r"(?:省|自治区|自治州|市|县|(?<![小园社市城片灾山牧林景街辖库矿校厂湖])区|州|盟|旗|兵团)(?![域级直属内外块])"
_PLACE = re.compile(
    rf"(?:20\d{{2}}年度?)?(?P<place>[\u3400-\u9fff]{{2,8}}?{_TYPE}(?:(?![各全本该市县区社城])[\u3400-\u9fff]{{1,5}}?{_TYPE})?)"
)
_NO_NAME = re.compile(r"关于|[和与的局厅委]|^各")


class Paper(msgspec.Struct, frozen=True):
    """What a title says: the kind of paper (预算, 公报), whose it is, of which years. `of_body` where no place is meant."""

    kind: str
    name: str
    years: tuple[str, ...]
    of_body: bool = False


def names_kind(text: str) -> bool:
    """Does a text hold the last character of a kind of paper, without which nothing in it is a title?"""
    return not _LAST.isdisjoint(text)


def paper(title: str) -> Paper | None:
    """What a title says, written without blanks; None for a line that is none."""
    if not names_kind(title):
        return None
    title = _HAN_YEAR.sub(lambda match: match[0].translate(_DIGITS), title).translate(_MARKS)
    years = tuple(_YEAR.findall(title))
    match = _BUDGET.fullmatch(title)
    if match and (years or match["of"]) and match["body"].endswith(page_words().body_endings):
        return Paper(match["kind"], match["body"], years, of_body=True)
    if quoting := _QUOTING.fullmatch(title):
        name = _whose(quoting["by"])
        return Paper(quoting["kind"], name, years) if name else None
    bare = _SPAN.sub("", title)
    kind = next((kind for kind in _KINDS if bare.endswith(kind)), None)
    if kind is None or not _SHORTEST <= len(bare) <= _LONGEST or not _PLAIN.fullmatch(bare):
        return None
    head = bare.partition("关于")[0]
    name = _whose(head)
    return (
        Paper(kind, name, years)
        if name and (years or kind in _WORDS.titles.told or _is_known(head, name))
        else None
    )


def _is_known(head: str, name: str) -> bool:
    """Does a title begin with a body, or a place that there is? A heading such as 边远地区… says no year and means any."""
    return bool(places_named(name)) or head.endswith(page_words().body_endings)


def _whose(head: str) -> str | None:
    """The place that the head of a title names, else the body that it is."""
    place = _PLACE.match(head)
    if place and not _NO_NAME.search(place["place"]):
        return place["place"]
    return head if len(head) > 2 and head.endswith(page_words().body_endings) else None


def is_other(one: Paper, before: Paper) -> bool:
    """Is a paper another than the one before: of another body or place, of one kind of another year, accounts and no budget?"""
    if not is_same(one.name, before.name):
        return (
            one.of_body == before.of_body
            or one.kind in _WORDS.titles.told
            or not _is_in(one.name, before.name)
        )
    if one.kind != before.kind:
        return {one.kind, before.kind} == {"预算", "决算"}
    return bool(one.years and before.years) and one.years != before.years


def _is_in(one: str, other: str) -> bool:
    """Is one name that of the place with which the other begins?"""
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or is_same(short, long[: len(short) + 6])


def is_same(one: str, other: str) -> bool:
    """May two names be of one body: all characters of the shorter stand in the longer, which says no more behind it?

    教育厅 is 某省教育厅, 卫健委 is 卫生健康委员会; 某县公安局交警大队 is not 某县公安局.
    """
    short, long = sorted((one, other), key=len)
    rest = iter(long)
    return short == long or (not long.startswith(short) and all(char in rest for char in short))
