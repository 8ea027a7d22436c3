"""Of what a figure is: the document's own words, completed by what they lean on.

A completed subject shows the seam: what was inherited, a space, what stands beside the figure
(基本养老保险 基金支出). Nothing is reworded.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose.accounts import SIDE, is_account, is_side
from hrss_tui.compile.prose.clauses import Statement
from hrss_tui.compile.prose.squeezed import Squeezed
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns

_THINGS = things()
_TURNS = turns()
_WORDS = statement_words()
IN_ALL = "累计"
"""What a name ends with that is of all there have been, beside those of the same name that are new."""
SEAM = " "
_AIMED = re.compile(
    rf"的(?:{re.any_of(_TURNS.aims.own_behind)})*(?:目标|任务|计划|指标)(?:任务)?(?:以内|之内|范围内)?"
)
"""What stands behind a figure that is a target: 控制在 4.5% 的目标以内."""
_ALL = re.compile(rf"(?:累计)?总(?:{re.any_of(_WORDS.levels.totals)})")
_GROWN = re.compile(re.any_of(_WORDS.flows.yields))
"""粮食种植面积 20 万亩，产量 9 万吨: so is what is not called 总产量."""
_SIZED = re.compile(rf"(?:{re.any_of(_WORDS.flows.sown)})面积$|(?:{re.any_of(_WORDS.flows.opened)})?里程$")
"""粮食播种面积 20 万亩，总产量 9 万吨: what is sown and harvested is the grain."""
_PORTION = re.compile(r"占比|占[^，。；]{0,16}(?:比重|比例)$")
"""工资性收入 1.5 万元，占比 56%: the share is of the income, not of what stands before 收入."""
_NEWLY = re.compile(rf"^(?:{re.any_of(_WORDS.deeds.newly)})(?:各类)?")
"""新增市场主体 1.8 万户，总量 12 万户: all there are is not new."""
_TWO = re.compile(
    r"(?P<kind>[\u3400-\u9fff]{3,6})(?P<one>[\u3400-\u9fff]{2,4}?)[及和与](?P<other>[\u3400-\u9fff]{2,6}?)费"
)
"""A sum of two, named together: 公务用车购置及运行费."""
_REASON = re.compile(r"^[^，。；]{0,40}(?:主要)?原因(?:主要)?(?:是|为|有|在于)")
"""收入、支出变动较大的主要原因是: what a figure behind it is of is no change of them."""
_COMPARES = re.compile(
    rf"(?:同比|环比|(?:[比较]|与)(?:上年|去年|上月|年初|上季度?)[末底]?(?:同期)?(?:相比)?)(?:净|略|约|实际){{0,2}}(?:[增减升降涨跌]|{re.any_of(_TURNS.change.compared)})了?"
)
"""达 12 万人同比增 2 万人: by how much is no name of the level before it."""
_BRACKET = re.compile(r"[（(][^（）()]{0,200}[）)]")
_DUTY = re.compile(
    rf"[（(【\[](?:{re.any_of(_THINGS.who.districts)})?(?:{re.any_of(_WORDS.topics.duties)})(?:和(?:责任|配合|参与))?(?:{re.any_of(_THINGS.who.duty)})[^（）()【】\[\]]{{0,200}}[）)】\]]"
)
"""Who does it, in brackets behind an item: （牵头单位：市财政局）."""
_SEE = re.compile(
    r"[（(](?:具体|明细|分配|详细|名单){0,3}(?:情况|方案)?(?:详?见|参见|如|附)[^（）()]{1,12}[）)]"
    r"|[（(](?:(?:金额)?(?:单位)?[：:]?(?:均为|为)?人民币(?:[，,、]?(?:以)?下同)?|(?:以)?下同)[）)]"
)
"""Where more of it is told, or what all amounts are told in: （详见图表2）, （人民币，下同）."""
_MARKS = "，；：、,;: "
_GROUND = re.compile(
    rf"在(?:{re.any_of(_THINGS.names.grounds)})?(?:的)?(?P<name>[\u3400-\u9fff“”]{{2,24}}?)的?基础上"
)
_TERMS = re.compile(r"[:：]?\d[^，。；：:=]{0,80}[×÷][^，。；：:=]{0,80}=?$")
_NOTE_MARK = re.compile(r"[\[［【〔](?:注|注释)?\d{1,3}[\]］】〕]|[①-⑳⁰¹²³⁴-⁹]")


_BOUGHT = re.compile(
    rf"(?:{re.any_of(_WORDS.deeds.services)})(?:类|采购|项目){{0,2}}(?:支出|预算|费用?|{re.any_of(_THINGS.names.bought)}){{0,3}}"
)
"""货物 3 万元、服务支出 2 万元: what is paid for, though its name begins like a verb."""


_RANK = (
    rf"(?:{re.any_of(_TURNS.told.ranking)})*(?:{re.any_of(_WORDS.ranks.verbs)})(?:于|在|到|入)?(?:[全同本各][\u3400-\u9fff]{{1,6}})?"
    rf"(?:之?首位?|第[一二三四五六七八九十\d]{{1,2}}[位名]?|榜首|前列|末位|末尾|前[两二三四五六七八九十\d]{{1,2}}[位名强]?|{re.any_of(_TURNS.told.ranked)}|[靠居][前后])"
    r"(?:[、和及与](?:之?首位?|第[一二三四五六七八九十\d]{1,2}[位名]?|末位)){0,3}"
    rf"|紧[随跟]其后|垫底|次之|领跑(?:[全同本各][\u3400-\u9fff]{{1,6}})?|{re.any_of(_TURNS.told.leading)}"
)
_RANKED = re.compile(rf"(?:的(?P<what>[\u3400-\u9fff]{{2,10}}?))?(?:{_RANK})")


class Named(msgspec.Struct, frozen=True, gc=False):
    """Words of the document and the physical line on which they begin; `unit` where a figure just told counts them."""

    text: str
    line: int
    unit: str = ""


_QUOTED_ITEM = re.compile(r"^[“「\"](?P<item>[^“”「」\"]{2,80}项[)）])[”」\"]$")
"""“教育支出（类）普通教育（款）高中教育（项）”: the marks around an item are none of its name."""


class Own(msgspec.Struct, frozen=True):
    """A statement without its figures and times: `head` before the first figure, `rest` behind it."""

    head: str
    rest: str

    @property
    def text(self) -> str:
        """Both together."""
        return self.head + self.rest


@cache
def _lead_pattern() -> re.Pattern[str]:
    return re.compile("(?:" + re.longest_of(prose_words().lead_ins) + ")")


@cache
def _copula_pattern() -> re.Pattern[str]:
    return re.compile("(?:" + re.any_of(prose_words().copula_patterns) + ")$")


@cache
def _state_pattern() -> re.Pattern[str]:
    return re.compile("(?<=[\u3400-\u9fff]{2})(?:" + re.any_of(prose_words().state_tails) + ")$")


@cache
def _dependent_pattern() -> re.Pattern[str]:
    return re.compile(re.any_of(prose_words().dependent_patterns))


@cache
def _tail_pattern(tails: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile("(?:" + re.longest_of(tails) + ")$")


def without_ground(text: str) -> str:
    """The name of what the next figure builds on: 在去年新建零工市场的基础上 is 新建零工市场."""
    ground = _GROUND.fullmatch(text)
    return ground["name"] if ground else text


def without_state(text: str) -> str:
    """The name of what a clause says how it stands: 新增就业完成情况快于序时进度 is 新增就业."""
    return _state_pattern().sub("", text)


def without_marks(text: str) -> str:
    """Text without the marks of notes (规模以上工业增加值[3]) and the terms a sum is made of (加班费:3000元×2天=)."""
    return _TERMS.sub("", _NOTE_MARK.sub("", text))


@lru_cache(maxsize=1024)
def without_lead(text: str) -> str:
    """Text without the connecting words it begins with, and what something is the reason of; a text of nothing else becomes empty."""
    text = _REASON.sub("", text.strip(_MARKS)).lstrip(_MARKS)
    while match := _lead_pattern().match(text):
        text = text[match.end() :].lstrip(_MARKS)
    return text[1:] if text.startswith(("的“", "的《")) else text  # 2032年度的“三公”经费


@lru_cache(maxsize=1024)
def without_copula(text: str) -> str:
    """Text without the words directly before a figure that only say that there is one."""
    text = text.rstrip(_MARKS)
    while match := _copula_pattern().search(text):
        text = text[: match.start()].rstrip(_MARKS)
    return text


_SHARED = re.compile(r"(?:约|仅)?占[^，。；]{0,24}")
"""Between a level and its share: what that is of, and no name of the level."""


_DASHES = re.compile(r"(?<=[\u3400-\u9fff])[—–―─]{2}(?=[\u3400-\u9fff])")
"""失业保险基金——收入 3 亿元: what the item is about, and what is told of it."""


def own(
    squeezed: Squeezed, statement: Statement, cuts: Sequence[tuple[int, int]], start: int | None = None
) -> Own:
    """The words of a statement from `start` on, without figures, brackets with figures and `cuts`."""
    low = statement.start if start is None else start
    drop = [*cuts, *statement.holes]
    parts = []
    for quantity in statement.quantities:
        if low <= quantity.start:
            parts.append(without_copula(kept(squeezed, low, quantity.start, drop)))
            low = quantity.end
    parts[1:] = ["" if _COMPARES.fullmatch(part) else part for part in parts[1:]]
    units = [quantity.unit for quantity in statement.quantities]
    if len(units) > 1 and units[-1] == "%" and units[-2] != "%" and _SHARED.fullmatch(parts[len(units) - 1]):
        parts[len(units) - 1] = ""  # 低保对象 2 万人占总人口的 9%
    parts.append(kept(squeezed, low, statement.end, drop).rstrip(_MARKS))
    head = without_lead(without_marks(parts[0])).replace("共有", "")
    head = _DASHES.sub("", _QUOTED_ITEM.sub(r"\g<item>", head))
    head = "" if head in ("分", "共分") else head  # 分 16 批组织
    rest = _SEE.sub("", _DUTY.sub("", _NOTE_MARK.sub("", "".join(parts[1:])))).strip("↑↓→")
    head, rest = _without_rank(head, rest)
    first = min((quantity.start for quantity in statement.quantities), default=low)
    served = not head and rest and squeezed.folded[first - 1 : first] == "为"
    if served and not rest.startswith(prose_words().served_verbs):
        head = "为"
    return Own(
        head,
        ""
        if rest == "中" or (not head and _AIMED.fullmatch(rest))
        else re.sub(
            r"^(?:等(?:工作|方式)?|执行|计发|(?:分配|分解)?(?:下达|拨付|下拨|分配)(?:给)?[你各贵][\u3400-\u9fff、]{0,6})$",
            "",
            rest if head else rest.removeprefix("的"),
        ),
    )


def _without_rank(head: str, rest: str) -> tuple[str, str]:
    """The words around a figure with which something stands first, without that it does: 东湖区（以）9.8 万元的工资位居首位."""
    match = _RANKED.fullmatch(rest) if head else None
    if match is None or (match["what"] and not head.endswith("以")):
        return head, rest
    return head.removesuffix("以"), match["what"] or ""


def kept(squeezed: Squeezed, start: int, end: int, drop: Sequence[tuple[int, int]]) -> str:
    """shown[start:end] without the stretches in `drop`."""
    text, low = "", start
    for first, last in sorted(span for span in drop if start <= span[0] and span[1] <= end):
        text += squeezed.shown[low:first]
        low = max(low, last)
    return text + squeezed.shown[low:end]


def is_dependent(text: str) -> bool:
    """Does the text make sense only of something named before it?"""
    return bool(_dependent_pattern().search(text)) or is_account(text) or is_deed(text)


@cache
def _carried_pattern() -> re.Pattern[str]:
    return re.compile(re.any_of(prose_words().carried_patterns))


def is_carried(text: str) -> bool:
    """Does the text need what an earlier sentence or the heading names: 累计结余, 参保人数?"""
    return bool(_carried_pattern().fullmatch(text))


@cache
def _whole_pattern() -> re.Pattern[str]:
    return re.compile(re.any_of(prose_words().whole_patterns))


def is_of_whole(text: str) -> bool:
    """Is the text something of the whole of a list, not of its parts: 招生?"""
    return bool(_whole_pattern().fullmatch(text))


def is_made_of(whole: str, words: str) -> bool:
    """Do words begin with one of the two that a sum is named by: 公务用车运行费 of 公务用车购置及运行费?"""
    two = _TWO.search(whole)
    return two is not None and words.startswith((two["kind"] + two["one"], two["kind"] + two["other"]))


def is_all(text: str) -> bool:
    """Is the text nothing but 总量 or 总额?"""
    return bool(_ALL.fullmatch(text))


def is_grown(text: str) -> bool:
    """Is the text nothing but how much was harvested?"""
    return bool(_GROWN.fullmatch(text))


def is_bought(text: str) -> bool:
    """Is the text what is paid for beside goods and works: 服务, 服务支出?"""
    return bool(_BOUGHT.fullmatch(text))


def one_account(sides: Sequence[Named]) -> Named | None:
    """The first of several sides of an account that are all of one fund: 医保基金总收入, 医保基金 总支出; else None."""
    fund = SIDE.sub("", sides[0].text)
    one = all(is_side(each.text) and each.text.startswith(fund) for each in sides)
    return sides[0] if one and fund else None


def without_brackets(text: str) -> str:
    """Text without what stands in brackets: it explains a name and is none."""
    return _BRACKET.sub("", text)


def is_planned(text: str) -> bool:
    """Does the text name a target of something (规划任务) rather than a quantity of its own?"""
    return any(re.search(pattern, text) for pattern in prose_words().planned_patterns)


@cache
def _deed_pattern() -> re.Pattern[str]:
    return re.compile(re.any_of(prose_words().deed_patterns))


def is_deed(text: str) -> bool:
    """Does the text only say that something was done or is aimed at, of which the figure is a value: 实际完成, 规划目标?"""
    return bool(_deed_pattern().fullmatch(text))


def tells_of_last(text: str) -> bool:
    """Does the text tell how far that has come which was named last: 实际完成, 完成率?"""
    return is_deed(text) or is_speed(text) or bool(_RATE_OF_DEED.fullmatch(text))


def is_speed(text: str) -> bool:
    """Is the text how fast, or by how much, something has changed, of which it is told how that has: 增速, 增加额?"""
    return text in _WORDS.rates.speeds


_RATE_OF_DEED = re.compile(
    rf"(?:{re.any_of(_TURNS.aims.of_rates)}){{0,2}}(?:{re.any_of(_TURNS.aims.deeds)})(?:率|进度)"
)
_OWN_AIM = re.compile(
    rf"(?<![成现过到占效])(?:{re.any_of((*_TURNS.aims.own, *_WORDS.aims.whose))}){{0,4}}(?:目标任务|目标|任务|计划)(?:数|值)?$"
)


_IS_SET = re.compile(r"(?:预算|决算)数$")
_SET = re.compile(
    rf"(?:年初|年度?|全年|当年|本年|调整后?|{re.any_of((*_TURNS.aims.set_for, *_WORDS.aims.whose))}){{0,3}}(?:预算(?:安排)?|{re.any_of(_TURNS.aims.set)})(?:数|值)?(?:安排|为)?$"
)
"""The end of a name that says what was set, of which 实际完成 tells what was done."""


def without_aim(text: str) -> str:
    """The name of what an aim is set for: 城镇新增就业目标数 is 城镇新增就业."""
    return _OWN_AIM.sub("", text) or text


def is_aim(text: str) -> bool:
    """Do the words before a figure only say that it is aimed at: 目标为, 年度任务?"""
    return bool(_OWN_AIM.fullmatch(without_copula(text)))


def without_tail(text: str, tails: tuple[str, ...]) -> str:
    """Text without the one of some tails it ends with."""
    return _tail_pattern(tails).sub("", text)


def whole_name(text: str) -> str:
    """The name of a whole without 情况, 总体情况为 and the like at its end."""
    return without_tail(text, prose_words().whole_tails)


def base_for(main: Named, dependent: str) -> Named:
    """What completes a dependent: its antecedent, cut where a first word that both share stands in it.

    基本养老保险基金收入 completes 基金支出 as 基本养老保险 基金支出.
    """
    if dependent.endswith(prose_words().averages) or _PORTION.match(dependent):
        return main
    if _ALL.fullmatch(dependent):
        return Named(_SIZED.sub("", _NEWLY.sub("", main.text)).rstrip(SEAM), main.line)
    if _GROWN.fullmatch(dependent):
        return Named(_SIZED.sub("", main.text).rstrip(SEAM), main.line)
    while tells_of_last(dependent) and SEAM in main.text and tells_of_last(main.text.rpartition(SEAM)[2]):
        main = Named(main.text.rpartition(SEAM)[0], main.line)
    if is_deed(dependent) and not (main.text.endswith("收入") and dependent.endswith("支出")):
        return Named((_SET.sub("", main.text) or main.text).rstrip(SEAM), main.line)
    at = main.text.rfind(dependent[:2]) if dependent[:2] in prose_words().shared_heads else -1
    tail = _tail_pattern(prose_words().base_tails)
    side = bool(SIDE.search(dependent[: len("收入")]))
    set_so = not side and tail.fullmatch(main.text) and _IS_SET.search(dependent)
    if set_so or is_speed(dependent):
        return main  # 收入预算：2032 年年初预算数 9 万元; 人均可支配收入, then 增速
    text = (main.text[:at] if at > 0 else tail.sub("", main.text)).rstrip(SEAM)
    text = (
        tail.sub("", text) if is_carried(dependent) and is_side(text) else text
    )  # 收入预算数, then 支出预算数
    return Named(text.rstrip(SEAM), main.line)


def without_mean(named: Named) -> Named:
    """A name without 年均: what grows by 6% a year has a level, and by how much it is above an earlier one, all the same."""
    text = named.text.removesuffix("年均").rstrip(SEAM)
    return Named(text, named.line, named.unit) if text else named


def joined(left: Named | None, right: Named) -> Named:
    """Two subjects with the seam between them; a part that repeats its whole stands alone."""
    if left is None or not left.text or right.text.startswith(left.text):
        return right
    return Named(left.text + SEAM + right.text, min(left.line, right.line))
