"""The whole that a share is of: figures before its part, and those that its words name anywhere in a document."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.text.figures import Figure, Passage
from hrss_tui.reference.things import things
from hrss_tui.sources.text import fold

_THINGS = things()

TRIMMED = re.compile(
    rf"^(?:全[国省市县区州年部体]|本[年市县区]|当年|年末|所有)+|(?:{re.any_of(_THINGS.money.trimmed)})$"
)
"""What stands around the name of a whole and is no part of it."""
LONGEST = 20
"""Characters of a name that are enough to know it by."""
_LISTS = re.compile("其中|包括|包含|含")
_CLAUSE = 200
"""Characters before a figure in which its list begins."""
_PART_OF = re.compile(r"^\s*+[，(]?\s*+占")
_SAYS = re.compile(r"^其中|(?:为|是|达到?|共计?|合计){1,3}$")
_YEAR_AHEAD = re.compile(r"^(?:(?:19|20)\d\d年(?:度)?|本年度?|当年)+")
_AND = ("和", "与", "及")
_OF_ALL = re.compile("总(?=人口|人数|户数|面积|量)")
_INSURED = re.compile("参加[^，。;:]{0,12}?保险")
"""总 and the name of an insurance, which one of a whole and its share may leave out: 户籍总人口, 参加工伤保险人数."""
_LEAST = 3
_SEVERAL = 8
_REACH, _MOST_PARTS = 1, 6


def near(passage: Passage, part: Figure) -> list[Figure]:
    """Figures before a part that it may be part of: of its sentence and the two before, none a part itself."""
    reach = _reach(passage, part)
    return [
        one
        for one in passage.figures
        if one.start < part.start
        and part.sentence - one.sentence <= reach
        and one.base == part.base
        and one.value >= part.value
        and not one.is_rate
        and not one.is_change
        and not passage.is_bound(one)
        and not _PART_OF.match(passage.text[one.end : one.end + 6])
        and not _is_of_other_list(passage.text, one, part)
    ]


def _reach(passage: Passage, part: Figure) -> int:
    """How many sentences before a part its whole may stand: beyond those that tell another part and its share each.

    收入预算 90 万元。甲 60 万元，占 66.67%。乙 30 万元，占 33.33%: both are of the same.
    """
    reach = _REACH
    while reach < _MOST_PARTS and _tells_share(passage, passage.sentence(part.sentence - reach)):
        reach += 1
    return reach


def _tells_share(passage: Passage, figures: Sequence[Figure]) -> bool:
    """Is a sentence one part and its share, and no more?"""
    amounts = [one for one in figures if not one.is_rate]
    return len(amounts) == 1 and bool(_PART_OF.match(passage.text[amounts[0].end : amounts[0].end + 6]))


def _is_of_other_list(text: str, one: Figure, part: Figure) -> bool:
    """Is a figure a part of what stands before a semicolon, and so no whole of what follows it?

    车辆费用 18 万元，其中运行费 15 万元；接待费 7 万元，占 28%: the share is of both.
    """
    between = text[one.end : part.start]
    low = max(0, one.start - _CLAUSE)
    begin = max(text.rfind(mark, low, one.start) for mark in ";。")
    opened = ";" in between and "。" not in between
    return opened and bool(_LISTS.search(text, max(begin + 1, low), one.start))


def names(one: Figure, words: str) -> bool:
    """Do the words before a figure say the whole that is meant?"""
    said, bare = _short(fold(one.before)), _bare(words)
    return len(bare) > 1 and (bare in said or (len(said) > 2 and bare.endswith(said[-4:])))


def names_it(one: Figure, words: str) -> bool:
    """Do the words before a figure name the whole, and not another of its kind: 服务采购预算 is no 政府采购预算?"""
    said = _SAYS.sub("", fold(re.split(r"[，。;:、]", one.before.strip(" ，。;:、"))[-1]))
    bare = _bare(words)
    if bare and said.endswith(bare) and said.removesuffix(bare).endswith(_AND):
        return False  # 补助和贷款 are more than 贷款
    return not bare or bare in _short(fold(one.before)) or len(said) < _LEAST or bare.endswith(said)


def _bare(words: str) -> str:
    return _short(TRIMMED.sub("", words) or words)


def _short(words: str) -> str:
    """Words without what a whole may be told with or without."""
    return _INSURED.sub("参保", _OF_ALL.sub("", words))


def wholes_by_name(passages: Sequence[Passage]) -> dict[str, list[tuple[Passage, Figure]]]:
    """Folded words → figures that follow nothing else: 本年支出合计 1,234.50 万元."""
    found: dict[str, list[tuple[Passage, Figure]]] = {}
    for passage in passages:
        for one in passage.figures:
            said = fold(one.before)
            if 2 < len(said) < LONGEST and not one.is_rate and not one.is_change:
                named = found.setdefault(core(said.removesuffix("为")), [])
                if len(named) < _SEVERAL:
                    named.append((passage, one))
    return found


def core(words: str) -> str:
    """Words without the year in front of them: 本年支出合计 and 2031年度支出合计 are one."""
    return _YEAR_AHEAD.sub("", words)
