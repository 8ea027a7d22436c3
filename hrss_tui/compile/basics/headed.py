"""What a heading names for the sums below it whose own words name nothing: （二）公务接待费. 2033年预算支出 6 万元."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.reference.things import things

_THINGS = things()
_LONGEST = 24
_YEAR = re.compile(r"\d{4}\s*年(?:度)?\s*的?", re.ASCII)
_GENERAL = re.compile(
    rf"(?:[我本](?:单位|部门|局|中心)|年初|当年|本年|全年|年度|调整后?|{re.any_of(_THINGS.money.of_general)}){{1,8}}"
)
"""What says that money was set or spent, and not for what: 2033年预算支出 9 万元."""
_OPENS = re.compile(
    r"(?:[\u3400-\u9fff]{0,20}?\d{4}年度?)?(?P<said>[\u3400-\u9fff]{2,16}?)[：:]?(?=\d)", re.ASCII
)
_TOLD_OF = re.compile(
    rf"(?:的?(?:{re.any_of(_THINGS.money.told_of)}){{0,4}}(?:情况|说明|分析)){{1,3}}$|(?:预算|决算)$"
)
_OF_ALL = re.compile(r"收支|总体|收入(?:和|及|与|、)?支出")
_NUMBER = re.compile(
    r"^\s*(?:[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}、|\d{1,3}[.、．])", re.ASCII
)
_FUNDS = re.compile(re.any_of(_THINGS.money.general_funds))
_USES = ("费", "费用", "采购")
"""Ends of what is paid for: what a budget spends on it is named by it alone, whichever budget that is."""
_SUM = re.compile(r"(?:费用?|经费|支出|采购|补[助贴]|资金|缴费|项目)$")


def is_general(text: str) -> bool:
    """Does a text say no more of a sum than that it was set or spent: 预算支出, 安排?"""
    return bool(_GENERAL.fullmatch("".join(text.split())))


def headed(heading: str, said: str) -> str:
    """The sum that a heading is about, whose own words say none: 公务接待费 of （二）公务接待费支出情况; "" for no single one."""
    of = _headed(heading)
    if is_general(said) or (of.endswith(_USES) and is_general(_FUNDS.sub("支出", "".join(said.split())))):
        return of
    return ""


def spent_on(heading: str, text: str) -> str:
    """The sum of a heading where a text opens with no name of its own: 石泉县 2033 年预算支出 6 万元; else ""."""
    opens = _OPENS.match(text)
    return headed(heading, opens["said"]) if opens else ""


def _headed(heading: str) -> str:
    text = _YEAR.sub("", _NUMBER.sub("", heading)).strip(" 。：:").removeprefix("关于")
    text = _TOLD_OF.sub("", text)
    text = text.removesuffix("支出") if text.endswith("费支出") else text
    named = _SUM.search(text) and not (
        _OF_ALL.search(text) or is_general(text) or re.search(r"[\d，。]", text)
    )
    return text if named and len(text) <= _LONGEST else ""
