"""How the sentences of checks are said in English: pieces of the package's Chinese sentences → English.

A check's description joins names, as the documents print them, with fixed turns of phrase. These are listed here, the
longer ones before those that are parts of them; names stay as they are printed. The reasons why a check is not exact
are those of check_reasons. A turn that a newer package has and this list has not stays Chinese.
"""

from __future__ import annotations

import re

from hrss_tui.words.check_reasons import REASONS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

OUGHT: Final = ("应当：", "Should hold: ")
"""Before what must hold and does not."""

_PLACE: Final = re.compile(r"\\?\{(\w+)\\?\}")


def _turn(chinese: str, english: str) -> tuple[str, str]:
    """The pattern of a reason, and what takes its place: a place to be filled in that both begin with stands before it."""
    lead = _PLACE.match(chinese)
    if lead is not None and english.startswith(lead[0]):
        chinese, english = chinese[lead.end() :], english[lead.end() :]
    pieces = _PLACE.split(re.escape(chinese))
    last = len(pieces) - 2 if not pieces[-1] else 0
    pattern = "".join(
        piece if at % 2 == 0 else f"(?P<{piece}>.{{1,400}}{'' if at == last else '?'})"
        for at, piece in enumerate(pieces)
    )
    return pattern, _PLACE.sub(r"\\g<\1>", english)


def _reasons() -> tuple[tuple[str, str], ...]:
    """Patterns of all reasons with what takes their place, the longer ones before those that may be parts of them."""
    return tuple(_turn(zh, en) for zh, en in sorted(REASONS.values(), key=lambda pair: -len(pair[0])))


TURNS: Final[tuple[tuple[str, str], ...]] = (
    *_reasons(),
    (r"》推得 ", "》 implies "),
    (r"^部门名称：", "Name of the department: "),
    (r"^年度：", "Year: "),
    # What equals what.
    (r"增减 (−?[\d.,]{1,24}\S{0,8}) = 其中各项增减之和", r"change \1 = sum of the changes of its parts"),
    (r"收入所列 (\d{1,9}) 项之和", r"sum of the \1 items of income listed"),
    (r"支出所列 (\d{1,9}) 项之和", r"sum of the \1 items of spending listed"),
    (r"所列 (\d{1,9}) 项之和", r"sum of the \1 items listed"),
    (r"情况说明 (\d{1,9}) 项之和", r"sum of \1 items of the narrative"),
    (r"情况说明的科目名称", "name in the narrative"),
    (r"：代码与名称相符", ": code and name agree"),
    (r"：说明称本表为空表 = 表中没有金额", ": the note calls it empty = it holds no amount"),
    (r"：说明所称的“(.{1,200}?)”= 本表所列", r": the note's “\1” = what the table lists"),
    (r"^文字：", "Wording: "),
    (r"，增减 (\S+)：(-?[\d.,]+%) = 增减额 ÷ 上期数", r", change \1: \2 = change ÷ earlier value"),
    (r"÷ 其他各项推出的总数", "÷ the total that the other items give"),
    (r"^决算数 (?=-?\d)", "outcome "),
    (r"的增减 (-?[\d.,]+%) = 差额 ÷ 基数", r", change \1 = difference ÷ base"),
    (r"本年数 − 增减额 不小于 0", "this year − change is not less than 0"),
    (
        r"^上年结余 (\S+) \+ 收入 (\S+) − 支出 (\S+) = 结余 (\S+)",
        r"balance before \1 + income \2 − spending \3 = balance \4",
    ),
    (r"^收入 (\S+) − 支出 (\S+) = 结余 (\S+)", r"income \1 − spending \2 = balance \3"),
    (r"(\d{1,9}) 个同名项目之和", r"sum of \1 projects of that name"),
    (r"的同一项目", ", the same project"),
    (r"同名项目", "the project of that name"),
    (r"下一级 (\d{1,9}) 项之和", r"sum of the \1 rows one level below"),
    (r"最末一级 (\d{1,9}) 项之和", r"sum of the \1 rows of the lowest level"),
    (r"各分栏之和", "sum of its columns"),
    (r"资金分配 (\d{1,9}) 项之和", r"sum of \1 allocations"),
    (r"其中 (\d{1,9}) 项之和", r"sum of its \1 parts"),
    (r"前面 (\d{1,9}) 项之和", r"sum of the \1 before it"),
    (r"(\d{1,9}) 项成本指标之和不超过资金总额", r"the \1 cost targets do not exceed its money"),
    (r"(\d{1,9}) 项指标的权重之和 = 规定的总分", r"weights of \1 targets = the prescribed score"),
    (r"(\d{1,9}) 个占比之和", r"sum of \1 shares"),
    (r"(\d{1,9}) 个地（州、市）之和", r"sum of \1 prefectures"),
    (r"(\d{1,9}) 个县（市、区）之和", r"sum of \1 counties"),
    (r"(\d{1,9}) 个省（区、市）之和", r"sum of \1 provinces"),
    (r"(\d{1,9}) 个(?:地（州、市）|县（市、区）|省（区、市）)与(.{1,200}?)等 (\d{1,9}) 行之和", r"sum of \1 places and of \2 and others (\3 rows)"),
    (r"(\d{1,9}) 个(?:地（州、市）|县（市、区）|省（区、市）)与(.{1,200}?)之和", r"sum of \1 places and of \2"),
    (r"情况说明 (\d{1,9}) 个项目之和", r"sum of \1 projects of the narrative"),
    (r"(\d{1,9}) 张项目绩效目标表的财政拨款 \+ 由他处编报的 − 不纳入本预算的",
     r"appropriations of \1 performance tables + what others report − what is not in this budget"),
    (r"主要包括的 (\d{1,9}) 项 = (.{1,400}) 中有金额", r": the \1 items it mainly consists of = amounts in \2"),
    (r"项目涉及 (\S+) = (\d{1,9}) 张绩效目标表之和", r" projects with \1 = sum of \2 performance tables"),
    (r"，年初预算数(?= = 预算 )", ", initial budget"),
    (r"(?<== )预算 ", "budget, "),
    (r"年初预算 (\S+) = (\d{1,9}) 项的年初预算之和", r"initial budget \1 = sum of the initial budgets of \2 items"),
    (r"：主要用于", ": mainly for "),
    (r"(\d{1,9}) 张项目绩效目标表的其他资金之和", r"sum of other money of \1 performance tables"),
    (r"项目支出合计(?= =)", "all project spending"),
    (r"= 表(\d{1,9})((?: \S+)?) (\d{1,9}) 行之和", r"= sum of \3 rows of table \1\2"),
    (r"(\d{1,9}) 行之和", r"sum of \1 rows"),
    (r"(\d{1,9}) 期之和", r"sum of \1 stretches of time"),
    (r"各年之和", "sum of its years"),
    (r"增减 (-?[\d.,]+%) = 增减额 ÷ 上年数（本年数 − 增减额）",
     r"change \1 = change ÷ last year (this year − change)"),
    (r"增减额 ÷ 上期数（本期数 − 增减额）", "change ÷ earlier value (value − change)"),
    (r"占一般公共预算当年拨款(?= -?[\d.,]{1,30}%)", " as a share of this year's general public budget appropriations,"),
    (r"占 (-?[\d.,]+%) = 金额 ÷ 总数", r"share \1 = amount ÷ total"),
    (r"(?<== )部分 ÷ 总数", "part ÷ total"),
    (r"基本、项目支出的增减 = 各项科目增减之和",
     "change of basic and project spending = sum of the changes of its codes"),
    (r"收入的增减 = 基本、项目支出的增减", "change of income = change of basic and project spending"),
    (r"收入预算各来源的增减 = 支出预算基本、项目支出的增减",
     "changes of all sources of income = changes of basic and project spending"),
    (r"的增减 = 各项增减之和", ": change = sum of the changes of its parts"),
    (r"支出表合计 − 财政拨款各支出表 = 收入表的非当年拨款资金",
     "spending table − appropriation tables = money of the income table beyond this year's appropriations"),
    (r"支出表项目支出 − 财政拨款项目支出 = 收入表的非当年拨款资金",
     "project spending − appropriated project spending = money of the income table beyond appropriations"),
    (r"支出表与财政拨款支出表的(.{1,200}?)相同", r"\1 is the same in the spending and the appropriation table"),
    (r"预算安排规模", "amount of the project"),
    (r"总体目标“", "overall goal “"),
    (r"= 指标值", "= value of the target"),
    (r"= 指标“", "= target “"),
    (r"= 项目“", "= project “"),
    (r"(?<=[：“])部门整体(?= )|部门整体(?=[：])", "whole department"),
    (r"绩效目标表(?= )", "performance table"),
    (r"资金总额(?= =)", "its money"),
    (r"= 财政资金 \+ 其他资金", "= fiscal + other money"),
    (r"总计的对应栏", "total, the same column"),
    (r"的对应栏", ", the same column"),
    (r"财政拨款 = 情况说明的", "appropriation = narrative: "),
    (r"金额(?= =)", "amount"),
    (r"情况说明 = 表$", "narrative = table"),
    (r"情况说明(?= =)", "narrative"),
    (r"合计 = (?=sum of \d+ prefectures)", "total = "),
    (
        r"正文的目标不超过分解表“(.{1,200}?)”的合计",
        r"target of the text does not exceed the total of “\1” in the annex",
    ),
    (
        r"正文的目标不低于分解表“(.{1,200}?)”的合计",
        r"target of the text is not below the total of “\1” in the annex",
    ),
    (r"正文的目标 = 分解表“(.{1,200}?)”的合计", r"target of the text = total of “\1” in the annex"),
    (r"两份文件推出的 (\d{1,9}) 年末数相同", r"both documents imply the same value at the end of \1"),
    (r"本期数 ÷ 由《(.{1,200}?)》推得的 (\d{1,9}) 年末 (\d{1,9}) 项之和 − 1",
     r"value ÷ sum of \3 at the end of \2 implied by 《\1》 − 1"),
    (r"本年数 − 增减额 = 上年", "this year − change = last year"),
    (r"达到目标", "reaches the target"),
    (r"不超过目标", "does not exceed the target"),
    (r"(?<=÷ )(\d{1,9}) 年", r"\1 years"),
    (r"上年完成值", "last year's outcome"),
    (r"(\d{4}—\d{4}|\d{4}) 年(?= )", r"\1"),
    (r"(?<= )约(?= \d)", "about"),
    (r"= 注所指的指标数", "= indicators the note speaks of"),
    (r"= 部门整体绩效目标表的张数", "= performance tables of the whole department"),
    (r"= 结转结余表的项目数", "= projects of the carry-over table"),
    (
        r"= 情况说明的项目与没有财政拨款的项目绩效目标表之和",
        "= projects of the narrative and performance tables without appropriation",
    ),
    (
        r"= 所列预算单位数（下属单位不计本级）",
        "= units listed (the department itself is none of its subordinates)",
    ),
    # What joins them.
    (r"（没有 (.{1,200}?)）", r" (no \1)"),
    (r"（空白）", "(blank)"),
    (r"(?<= )不超过(?= )", "does not exceed"),
    (r"(^|[：，= ])表(\d{1,9})", r"\1table \2"),
    (r"：", ": "),
    (r"，", ", "),
    (r"；", "; "),
    (r"（", " ("),
    (r"）(?=[a-z])", ") "),
    (r"）", ")"),
    (r" ,", ","),
    (r"、(?=\d)", ", "),
)  # fmt: skip
"""Patterns with what takes their place, in the order in which they are applied."""
