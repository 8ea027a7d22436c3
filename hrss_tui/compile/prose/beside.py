"""What stands beside that which was told before it and is none of it, though its name alone would lean on it."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose.accounts import is_side
from hrss_tui.compile.prose.subjects import SEAM, Named, is_carried
from hrss_tui.compile.prose.told import Told
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things

_THINGS = things()
_WORDS = statement_words()
_OTHER = re.compile(r"(?:本年|当年|全年)?(?:其他|利息)(?:收入|支出)(?:预算|决算)?数?")
_INSURES = re.compile(re.any_of(_WORDS.funds.insurances))
_STAFF = re.compile(
    rf"(?:{re.any_of(_THINGS.who.staff)})?"
    rf"(?:{re.any_of(_WORDS.parts.staff)}){{1,3}}"
    rf"(?:{re.any_of(_WORDS.parts.employed)})?(?:人数|总数)?"
)

_MEAN = re.compile(r"(?:年)?人均(?P<what>[\u3400-\u9fff]{2,12})")
_SIDE_TOGETHER = re.compile(r"(?:总)?(?:收入|支出)(?:合计|总计|总额)")
_AREA = re.compile(r"[\u3400-\u9fff]{0,12}[区县市州盟旗省域圈带群]")


def stands_beside(antecedent: Named, text: str) -> bool:
    """Does an antecedent count other staff (行政人员 30 人，离休干部 1 人，退休人员 9 人), or name other money that a department has?

    Only funds have 其他收入 of their own: 附属单位上缴收入 0 万元；其他收入 9 万元 are both of the department.
    """
    last = antecedent.text.rpartition(SEAM)[2]
    if is_carried(text) and _STAFF.fullmatch(last):
        return bool(_STAFF.fullmatch(text))
    return bool(_OTHER.fullmatch(text)) and is_side(last) and not _INSURES.search(antecedent.text)


def of_area(told: Sequence[Named], named: Named) -> Named:
    """A mean per head with the area of which its sentence told the sum last: 县域生产总值 90 亿元，人均生产总值 4 万元."""
    mean = _MEAN.fullmatch(named.text)
    last = told[-1].text.rpartition(SEAM)[2] if told else ""
    area = last.removesuffix(mean["what"]) if mean is not None else last
    return Named(area + named.text, named.line) if area != last and _AREA.fullmatch(area) else named


def whole_side(told: Sequence[Told], text: str) -> Named | None:
    """The sum of all income or spending that was told of before, by its whole name: 与上年相比，收入合计减少 9 万元 is of no 其他收入."""
    if not _SIDE_TOGETHER.fullmatch(text):
        return None
    names = (one.subject for one in reversed(told))
    return next((one for one in names if one.text.endswith(text)), None)
