"""Where the parts of a whole end: what stands behind them is of something else again."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import accounts, comparisons, graded, moods, opened_wholes, subjects, tails
from hrss_tui.compile.prose.clauses import ENUMERATION, Statement
from hrss_tui.compile.prose.context import Context
from hrss_tui.compile.prose.frames import Frame
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.squeezed import Squeezed
from hrss_tui.compile.prose.subjects import Named
from hrss_tui.reference import find_indicator
from hrss_tui.reference.parts import halves
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things
from hrss_tui.reference.units import base_unit
from hrss_tui.sources.paragraphs import Kind

_THINGS = things()
_WORDS = statement_words()
_SIDE_OF = re.compile(
    rf"第?[一二三]次?产业|(?:{re.any_of(_THINGS.who.halves)}|男性?|女性?)(?:人口|人员|居民)?"
)
"""A sector, or one of those who live in towns and villages, with no word of what they have."""
_POSTS = "编制"
"""在职人员编制 42 人，其中：事业编制 42 人；在职实有 38 人: those who fill posts are no part of them."""
_SIZE = re.compile(r"^(?:全年|共|年末)|(?:人数|总数|规模)$")
_TAIL = 4
"""Characters at the end of a name that a part shares with its whole: 医院诊疗人次 is of 总诊疗人次, whatever else was told."""
_NAME = 4
"""Characters from which on a name says of itself what is counted."""
_OWN_PARTS = re.compile(r"[^，。；：:]{2,40}?\d[\d,.]{0,20}[万亿]?元[，,](?:其中|包括)[：:，]?")
_ANY_NUMBER = re.compile(r"\d+|[一二三四五六七八九十]+")
_SHARE_OF = re.compile(
    r"占[\u3400-\u9fff]{2,16}(?<!比重为)(?<!比例为)的?(?:比重|比例)?(?:为|达)?\d[\d.]{0,6}%[，,]?$"
)
_ENUMERATED = 2
"""Marks of enumeration from which on what a colon opens is names."""
_ALL = ("总", "全", "各类")
"""Words of a name that is of all there is."""
_DONE_OF = re.compile(r"(?:超额)?完成(?:了)?[^，。；\d]{0,10}(?:预算|任务|目标|计划)(?:安排)?数?的$")
_SET = re.compile(r"(?:调整预算|预算|决算|执行)数$")
"""Behind a side of an account, that it was planned or what came of it: 支出预算数."""
_HEAD = 4
"""Characters with which the names of two wholes begin."""
_PARTS = 3
"""Figures of which it is no chance that they add up to the one before them."""


def settle(at: Situation) -> None:
    """The parts of a whole end where a statement begins with a scope, a time or a verb of its own, or names an account."""
    context, frame = at.context, at.frame
    _fit(at)
    if (
        context.whole is None
        or frame.parts
        or at.statement.joint in ("", ENUMERATION)
        or at.statement.bracketed
        or (at.statement.joint == "：" and not context.members)
    ):
        return
    if _is_compared(at):
        context.end_parts()
        return
    text = at.squeezed.folded[frame.begin : frame.first]
    if at.statement.close != "，" and at.statement.joint == "，" and _DONE_OF.match(text):
        return  # 其中甲 9 万元，完成预算的 96%；乙 8 万元: the list goes on, or ends with its sentence
    if done := graded.done_of(context, text, at.statement.quantities[0]):
        context.head = context.base = context.main = done
        context.whole = None
        return
    if graded.ends(at):
        context.head = context.base = context.main = context.whole = None
        return
    member = context.member.text.rpartition(subjects.SEAM)[2] if context.member else ""
    verb = text.startswith(prose_words().verbs) and not member.startswith(prose_words().verbs)
    verb = verb and not (subjects.is_bought(text) and at.statement.quantities[0].base_unit == "元")
    account = accounts.is_account(_SET.sub("", at.words(frame.begin, frame.first)))
    lead = at.squeezed.folded[at.statement.start : frame.begin]
    planned = bool(moods.plans(lead))
    beside = at.statement.joint == "；" and not frame.parts and _stands_beside(at, context.whole.text, member)
    area = frame.scope is not None and frame.scope.cut and frame.scope.end == frame.begin
    beside = beside or _opens_own(at) or _is_worth(at) or _is_other_rate(at)
    beside = beside or (
        at.statement.joint == "；" and context.glued and not _flows_in(at, context.whole.text)
    )
    beside = beside or (at.statement.joint == "；" and _is_other_asset(at))
    beside = beside and not _is_other_half(text, member)
    if (
        verb
        or area
        or account
        or planned
        or beside
        or (frame.leads and frame.moment is not None and frame.moment.named)
    ) and context.section is None:
        if beside or account:
            context.opened, context.members = None, 0
        helped = context.members > 1 and text.startswith(
            _WORDS.deeds.helping
        )  # 其中大型 2 亿元、小微 3 亿元，惠及企业 1 万户
        leans = account or helped
        context.base = context.main = context.whole if leans else None
        context.whole = None


def adds_up(statements: Sequence[Statement], opener: int) -> bool:
    """Do the parts behind 其中, some of them behind semicolons, add up to the figure before it: all of them are parts of it?

    其中甲 2 万人，占 40%；乙 3 万人，占 60%: shares and the like are none of the parts.
    """
    unit = statements[opener].quantities[0].base_unit
    before = [one for each in statements[:opener] for one in each.quantities if one.base_unit == unit]
    behind = [each.quantities[0] for each in statements[opener:] if each.quantities]
    parts = [one.base_value for one in behind if one.base_unit == unit]
    apart = any(each.joint == "；" for each in statements[opener + 1 :])
    return apart and len(parts) >= _PARTS and any(one.base_value == sum(parts) for one in before[-1:])


def _is_compared(at: Situation) -> bool:
    """Is the whole compared behind its parts, where a semicolon ends them: 收入 9 万元，其中拨款 8 万元；比上年增加 2 万元?"""
    start, quantities = at.statement.start, at.statement.quantities
    if at.statement.joint != "；" or not quantities or at.context.section is not None:
        return False
    if at.context.parts and at.context.members == 1:
        return False  # 其中，农民工 9 万人，占 12%；比上年减少 1 万人: in a sentence of that one part
    found = comparisons.change(at.squeezed.folded, start, quantities[0].start)
    return found is not None and bool(found.phrase) and found.start <= at.frame.begin


def _is_other_asset(at: Situation) -> bool:
    """Is what follows a semicolon counted in another unit of assets than what stood before it: 车辆 5 辆，其中…；设备 2 台?"""
    units = (at.context.unit, at.statement.quantities[0].base_unit if at.statement.quantities else "")
    return units[0] != units[1] and all(unit in _WORDS.parts.assets for unit in units)


def end_section(frame: Frame, context: Context, opens: bool) -> None:
    """The parts that 其中： at the end of a paragraph opens end in running text where a sentence is of a whole area again.

    A sentence within such a paragraph whose figure is counted otherwise is of the whole no more than that.
    """
    statement = frame.statement
    if context.section is None or context.sort != Kind.PARAGRAPH.value or statement.joint or frame.parts:
        return
    unit = statement.quantities[0].base_unit if statement.quantities else ""
    if frame.scope is not None and frame.scope.cut and frame.scope.end == frame.begin:
        context.end_section()
        context.time = context.base_time if frame.moment is None else context.time
    elif not opens and context.section_unit and unit not in ("", context.section_unit):
        context.whole = None


def held(squeezed: Squeezed, start: int, context: Context) -> bool:
    """Is a paragraph one of those whose parts the end of another opened? One with parts of its own, behind the parts, is not.

    事业单位养老 15 万元，其中： / 基本支出 15 万元，项目支出 0 万元。 / 事业单位医疗 7 万元，其中：基本支出 7 万元.
    """
    if context.section is None:
        return False
    own = bool(_OWN_PARTS.match(squeezed.folded, start))
    if own and not context.style and context.section_told > 1:
        context.end_section()
    return not own and context.section is not None


def style(number: str) -> str:
    """How a printed number of a list item looks, whichever it is: （三） and （二） are of one list, 1、 is of another."""
    return _ANY_NUMBER.sub("1", number.strip())


def divided(squeezed: Squeezed, context: Context, behind: Sequence[Statement]) -> Named | None:
    """What was told last, of which 按产业划分 or 分城乡看 gives the parts: 就业人员 9 万人。按产业划分，第一产业 2 万人; None of none."""
    first = behind[0] if behind and behind[0].quantities else None
    if first is None or context.head is None or context.by_place:
        return None
    part = _SIDE_OF.fullmatch(
        subjects.without_copula(squeezed.folded[first.start : first.quantities[0].start])
    )
    return context.head if part and first.quantities[0].base_unit == context.unit else None


def lists_names(squeezed: Squeezed, opener: Statement, listed: Sequence[Statement]) -> bool:
    """Does what a statement opens consist of names alone: 人员经费 9 万元，主要包括：基本工资、津贴；公用经费 2 万元?

    What stands behind their semicolon, or behind what they enumerate, goes on of the list outside.
    """
    if not listed or squeezed.folded.endswith("其中", opener.start, opener.end):
        return False
    for index, one in enumerate(listed):
        if one.quantities:
            names = squeezed.folded[listed[0].start : one.start].count(ENUMERATION)
            return index > 0 and not one.bracketed and names >= _ENUMERATED
        if one.close == "；":
            return True
    return True


def _fit(at: Situation) -> None:
    """The whole of a list is what was counted as its first part is: 景区 12 个，总面积 30 万亩。其中：省级景区 4 个.

    Money may be that of things (项目 21 个，其中：财政拨款项目 4 万元), and is left with what was named last. Persons are
    counted in 人, 名 and 位 alike (帮助 2 万名失业人员再就业，其中困难人员 9 千人).
    """
    context, unit = at.context, base_unit(at.statement.quantities[0].base_unit)
    whole, told = context.whole, context.recent or context.recent_before
    if whole is None or context.opened is not whole or context.members or context.section is whole:
        return
    if opened_wholes.begins_with_rate(context):
        return
    name = subjects.without_copula(at.words(at.frame.begin, at.frame.first))
    same = [
        one
        for one in told
        if base_unit(one.unit) == unit and _is_whole_of(one.text.rpartition(subjects.SEAM)[2], name)
    ]
    listed = any(one.text == whole.text for one in told) and unit not in ("元", *tails.RATIOS)
    if same and listed and len(name) > _TAIL and whole.text[-_TAIL:] != name[-_TAIL:]:
        context.whole = context.opened = subjects.Named(same[0].text, same[0].line)
        return
    counted = {base_unit(one.unit) for one in told if one.text == whole.text}
    alike = [
        one
        for one in told
        if base_unit(one.unit) == unit and not subjects.is_of_whole(one.text.rpartition(subjects.SEAM)[2])
    ]
    if counted and unit not in (*counted, "元", *tails.RATIOS, *tails.POINTS) and alike:
        context.whole = context.opened = subjects.Named(alike[-1].text, alike[-1].line)


def _opens_own(at: Situation) -> bool:
    """Has what a semicolon sets beside a whole a list of its own: 中心 17 个，其中市级 7 个；实验室 11 个，其中市级 2 个?"""
    folded, start = at.squeezed.folded, at.statement.start
    behind = at.later[0] if at.later else None
    if at.statement.joint != "；" or behind is None or at.frame.parts:
        return False
    first = folded[folded.rfind("。", 0, start) + 1 : start].partition("；")[0]
    name = subjects.without_copula(at.words(at.frame.begin, at.frame.first))
    lists = folded.startswith("其中", behind.start) and first.count("其中") == 1
    return lists and not first.startswith("其中") and len(name) >= _NAME


def _is_worth(at: Situation) -> bool:
    """Is money told behind parts that were counted: 企业 9 万户，其中小微企业 7 万户，民营经济增加值 60 亿元?"""
    context, whole = at.context, at.context.whole
    told = (*context.recent_before, *context.recent)
    counted = {one.unit for one in told if whole is not None and one.text == whole.text}
    money = at.statement.quantities[0].base_unit == "元" and counted and "元" not in (*counted, context.unit)
    name = subjects.without_copula(at.words(at.frame.begin, at.frame.first))
    mean = any(word in name for word in prose_words().averages)
    own = len(name) >= _NAME and not mean and not subjects.is_dependent(name)
    return bool(money) and context.members > 0 and not at.frame.parts and own


def _is_other_rate(at: Situation) -> bool:
    """Is an indicator of its own, and a rate, told behind parts that were counted: 新增就业 9 千人，其中再就业 4 千人，城镇登记失业率 3%?"""
    unit, whole = at.statement.quantities[0].base_unit, at.context.whole
    if unit not in tails.RATIOS or at.context.unit in (*tails.RATIOS, *tails.POINTS) or whole is None:
        return False
    name = subjects.without_copula(at.words(at.frame.begin, at.frame.first))
    return at.context.members > 0 and name.endswith("率") and find_indicator(name, unit) is not None


def is_below_part(at: Situation, text: str) -> bool:
    """Does a part of a list tell its own parts, as one behind a semicolon does: 企业参保 9 万人，在职职工 7 万人；机关参保 3 万人，在职职工 2 万人?"""
    context, whole = at.context, at.context.whole
    if whole is None or at.frame.parts or at.statement.joint != "，" or not context.recent:
        return False
    of, _, last = context.recent[-1].text.removeprefix(whole.text + subjects.SEAM).partition(subjects.SEAM)
    head = of if last else context.recent[-1].text.removeprefix(whole.text + subjects.SEAM)
    below = context.recent[-1].text.startswith(whole.text + subjects.SEAM) and not subjects.is_carried(head)
    return below and is_told_of_parts(at, text)


def _stands_beside(at: Situation, whole: str, member: str) -> bool:
    """Is what follows a semicolon named like the whole (another 参保 beside one of 在职 and 离退休), or a total?

    So is what begins as it does and none of its parts: 各项存款余额 …，其中住户存款 …；各项贷款余额 ….
    """
    text = subjects.without_copula(at.words(at.frame.begin, at.frame.first))
    of = whole + subjects.SEAM
    sibling = any(one.text.startswith(of) and one.text[-2:] == text[-2:] for one in at.context.recent)
    alike = text[-2:] == whole[-2:] != member[-2:] and not sibling
    first = text[:_HEAD] if len(text) > _HEAD else subjects.SEAM
    alike = alike or (whole.rpartition(subjects.SEAM)[2].startswith(first) and not member.startswith(first))
    posts = whole.endswith(_POSTS) and member.endswith(_POSTS) and not text.endswith(_POSTS)
    return alike or posts or (text.endswith(_WORDS.levels.sums) and not member.endswith(_WORDS.levels.sums))


def _is_other_half(text: str, member: str) -> bool:
    """Is a part the other half beside that named last: 其中男性 20 万人，占 51%；女性人口 19 万人?"""
    return any(
        (text[:2] if len(half[0]) > 1 else text[:1], member[: len(half[0])]) in (half, half[::-1])
        for half in halves()
    )


def _flows_in(at: Situation, whole: str) -> bool:
    """Does a statement name another part of a fund's account: 各级财政补贴 behind 征缴收入?"""
    text = subjects.without_copula(at.words(at.frame.begin, at.frame.first))
    return accounts.is_subsidy(text) or accounts.same_side(whole, text)


def is_told_of_parts(at: Situation, text: str) -> bool:
    """Does each part of a list have its own of what is else of the whole: 其中：高中 8 所，在校生 2 万人；初中 9 所，在校生 3 万人?

    So it is where the whole itself has told how many before its parts, where a part behind a semicolon has its own,
    or the part before had it.
    """
    context, sort = at.context, _sort_of(text)
    told = (one.subject.text.rpartition(subjects.SEAM)[2] for one in context.told)
    before = [one.text.rpartition(subjects.SEAM) for one in context.recent]
    whole = context.whole.text if context.whole else ""
    if any(_sort_of(name) == sort for name in told):
        return True
    of, _, last = before[-1] if before else ("", "", "")
    if at.statement.joint == "，" and subjects.is_of_whole(last) and of not in ("", whole):
        return True
    if any(_sort_of(name) == sort and of not in ("", whole) for of, _, name in before):
        return True
    behind = itertools.dropwhile(lambda one: one.joint != "；", at.later)
    return any(_sort_of(_named(at, one)) == sort for one in behind if one.quantities)


def _is_whole_of(whole: str, part: str) -> bool:
    """Does a name end like that of its whole, and the latter name nothing of its own: 医院诊疗人次 of 总诊疗人次, not 民办 of 公办?"""
    alike = whole[-_TAIL:] == part[-_TAIL:]
    return alike and (part.endswith(whole) or any(word in whole[:-_TAIL] for word in _ALL))


def _named(at: Situation, statement: Statement) -> str:
    """The words before the first figure of a statement further on."""
    return subjects.without_copula(at.squeezed.folded[statement.start : statement.quantities[0].start])


def _sort_of(text: str) -> str:
    """Whom a name counts, whatever time or size it prints: 在校学生总数 is 在校生."""
    return _SIZE.sub("", text).replace("学生", "生")


def of_share(at: Situation, noun: str) -> str:
    """Of what a share is that names no whole: of the list, also in a bracket behind one of its parts (医院 8 万张（占 60%）); "" where of none."""
    context = at.context
    whole, outer = context.whole, context.outer
    if whole is not None and at.statement.bracketed and not noun and whole == context.main:
        whole = outer if outer is not None and whole.text.startswith(outer.text + subjects.SEAM) else None
    if whole is not None and _is_mean(whole.text):
        whole = next((one.subject for one in reversed(context.told) if not _is_mean(one.subject.text)), None)
    return whole.text if whole is not None else ""


def _is_mean(name: str) -> bool:
    """Is a name that of a mean, which has no shares: 招用职工 1200 人，平均月薪 8500 元，其中技工占六成 is of the 1200?"""
    own = name.rpartition(subjects.SEAM)[2]
    return any(word in own for word in prose_words().averages)


def has_share(at: Situation) -> bool:
    """Has the whole told its own share of something else (占总人口的 14%，其中市区 …，占 15%), of which that of a part may be, too?"""
    said = at.squeezed.folded[: at.statement.start].rpartition("。")[2]
    return bool(_SHARE_OF.search(said.partition("其中")[0]))
