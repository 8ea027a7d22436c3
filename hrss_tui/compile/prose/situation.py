"""A statement in its frame and context, and how a reading is made of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import accounts, beside, insured, scopes, subjects, tails
from hrss_tui.compile.prose.clauses import Statement
from hrss_tui.compile.prose.context import Context
from hrss_tui.compile.prose.frames import Frame
from hrss_tui.compile.prose.squeezed import Squeezed
from hrss_tui.compile.prose.subjects import Named
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things

_THINGS = things()
_WORDS = statement_words()
_FUND = re.compile(re.any_of(_WORDS.funds.names))
_RATE = re.compile(rf"^(?:(?!{re.any_of(_WORDS.funds.names)}).)*率$")
"""城镇登记失业率 4%. 参保 5 万人: nobody is insured in a rate."""
_INSURED_IN = re.compile(re.any_of(_WORDS.funds.insurances))
_OF_FUND = "基金"
TOGETHER = re.compile(r"合计|共计|总计|小计|规模总[量额]")
_SIDE_TOGETHER = re.compile(r"(?:收入|支出)(?:合计|总计)")
"""上级补助 9 万元，调入资金 2 万元，收入合计 40 万元 is of all that was added."""
"""甲县 3 万人，乙县 2 万人，合计 5 万人 is no figure of the last of them alone."""
_MEAN = re.compile(rf"[月年日]?(?:{re.any_of(_THINGS.names.averages)})")
"""What each gets, of which a fund has neither income nor spending: 月人均养老金."""
_FLOW = re.compile(
    rf"(?:本年|其中)?(?:{re.any_of(_WORDS.funds.income)})收入|(?:{re.any_of(_WORDS.funds.spending)})支出"
)
"""What flows into any fund or out of it: it names none."""
_FLOW_SET = re.compile(rf"(?:{_FLOW.pattern})(?:(?:年初|调整)?预算数|决算数|执行数)?")
_PLANNED_SIDE = re.compile(r"(?:收入|支出|费用?)(?P<of>(?:年初|调整|全年)?预算(?:安排)?数?)$")
_SIDES = ("收入", "支出")
_ACCOUNT_OF = re.compile(rf"(?:{re.any_of(_THINGS.money.accounts)})(?:支出|收入)?数|决算")
"""收入预算数 3 亿元，决算数 2 亿元: both are of income."""
_LEFT = re.compile(r"结[余转](?:资金|收入)?$")
_SCORE = re.compile(
    rf"(?<=项目)(?:绩效|综合){{0,2}}(?:自评|评价)(?:综合)?(?:{re.any_of(_WORDS.topics.scores)})$|^(?:该|本)?(?:项目)?(?:支出)?(?:绩效|综合){{0,2}}自评(?:综合)?(?:{re.any_of(_WORDS.topics.scores)})$"
)
_HURT = re.compile(
    rf"(?:{re.any_of(_THINGS.who.hurt)})?(?:{re.any_of(_WORDS.holders.harms)})(?:{re.any_of(_THINGS.who.damaged)})?"
)
_ACCIDENT = re.compile(rf"(?:{re.any_of(_WORDS.holders.accidents)})$")
_BEDS = re.compile(rf"(?:拥有|共有|设有?|{re.any_of(_THINGS.who.beds)})?床位(?:总?数)?")
_HOMES = re.compile(re.any_of(_WORDS.holders.homes))
_SCHOOLS = re.compile(re.any_of(_WORDS.holders.schools))
"""Those that have pupils and teachers."""
_ADMITTED = re.compile(rf"(?:{re.any_of(_WORDS.holders.admitted)})(?:人次|人数)数?")
_COUNTED_IN = ("个", "家", "所", "处", "户", "座")
_ABSORBED = re.compile(r"吸纳(?:带动)?就业|(?:带动|新增|实现)就业")
"""建成车间 120 家，吸纳就业 3000 人: what was counted takes people in, no rate does."""


_CONDITION = re.compile(r"(?:按[\u3400-\u9fff]{0,8}每?满?|年?满|不满|缴费年限|凡)[^，。；]{0,40}$")
"""按缴费年限每满 1 年，每月增加 1.1 元: for whom, and not what is raised."""


_MEAN_ALONE = re.compile(r"(?:全年度?|年度?|月度|季度|各月)?平均")
"""登记失业率 3.1%，全年平均 3.2%: the mean of what was told last, if that is counted so."""


class Situation(msgspec.Struct, frozen=True):
    """A statement in its frame, what follows it in the sentence, and the context it is read in."""

    squeezed: Squeezed
    frame: Frame
    later: tuple[Statement, ...]
    context: Context

    @property
    def statement(self) -> Statement:
        """The statement itself."""
        return self.frame.statement

    def words(self, start: int, end: int) -> str:
        """shown[start:end] without times, scopes and connecting words."""
        drop = [*self.frame.cuts, *self.statement.holes]
        return subjects.without_lead(subjects.without_marks(subjects.kept(self.squeezed, start, end, drop)))

    def _is_of_no_fund(self, antecedent: Named | None, dependent: Named) -> bool:
        """Is the account of the fund that the heading names, or of one by that word, completed by something else: 劳动能力鉴定, then 基金收入?"""
        heading = self.context.heading
        if antecedent is None or not accounts.is_account(dependent.text):
            return False
        if heading is None:
            return dependent.text.startswith(_OF_FUND) and not _FUND.search(antecedent.text)
        flow = _FLOW.match(antecedent.text) or not _FUND.search(antecedent.text)
        whole, _, last = antecedent.text.rpartition(subjects.SEAM)
        other = bool(whole) and bool(_MEAN.match(last) or scopes.place_of(last + subjects.SEAM))
        return (bool(flow) or other) and bool(_FUND.search(heading.text))

    def is_outcome(self, text: str) -> bool:
        """Is a text what came of the budget just named: 收入预算数 3 亿元，决算数 2 亿元?"""
        head = self.context.head
        stated = _PLANNED_SIDE.search(head.text) if head is not None else None
        side = "" if stated is None or stated.group().startswith(_SIDES) else "支出"
        return stated is not None and bool(_ACCOUNT_OF.fullmatch(text.removeprefix(side)))

    def home_of(self, text: str) -> Named | None:
        """The homes or hospitals that beds are in, which the sentence counted last before them: 养老机构 8 家，床位 1200 张."""
        if not _BEDS.fullmatch(text):
            return None
        counted = (one for one in reversed(self.context.recent) if one.unit in _COUNTED_IN)
        last = next(counted, None)
        return last if last is not None and _HOMES.search(last.text) else None

    def event_of(self, text: str) -> Named | None:
        """The accidents in which so many were hurt, that were counted last before: 建筑事故 2 起，死亡 1 人."""
        counted = next((one for one in reversed(self.context.recent) if one.unit == "起"), None)
        told = counted is not None and bool(_HURT.fullmatch(text) and _ACCIDENT.search(counted.text))
        return counted if told else None

    def _insurance_of(self, text: str) -> Named | None:
        """The insurance that a heading names, for what was collected or paid of it: 3.工伤保险。…，受理申请 5 件，支付待遇 9 万元."""
        return self.context.heading if _collected().fullmatch(text) else None

    def _same_account(self, side: str) -> Named | None:
        """What the sentence told of before, where that is the same side of an account: 社会保障支出 …；2032 年支出规模."""
        head = self.context.head
        name = head.text.removesuffix("年均").removesuffix("累计") if head else ""
        same = accounts.is_side(name) and name[-2:] == side[:2] and not _FLOW.fullmatch(name)
        return Named(name, head.line) if head and same else None

    def on_condition(self) -> Named | None:
        """What a label names, for those of whom a condition tells: 挂钩调整：按缴费年限每满 1 年，每月增加 1.1 元."""
        topic, label = self.context.topic, self.context.label
        told = topic is not None and label is not None and _CONDITION.match(topic.text)
        return subjects.joined(label, topic) if told and topic is not None else None

    def _told_before(self, unit: str) -> Named | None:
        """What an earlier sentence named last, or the whole whose parts it listed, if that is counted in such units."""
        others = _counts_others(unit, self.context.unit)
        return None if others else self.context.prior or self.context.main

    def _counted_before(self, unit: str) -> Named | None:
        """What of the sentence is counted in a unit: the whole of a list, where that is, else the last."""
        context, opened = self.context, self.context.opened
        if not context.stated or context.unit != unit:
            return None
        units = {one.unit for one in context.told if opened and one.subject.text == opened.text}
        return opened if unit in units else context.head

    def _schools_before(self, text: str) -> Named | None:
        """The schools that the sentence before told of, or whose pupils: 小学 90 所。招生 4 万人.

        What is told of an area of its own is of all schools there: 特殊教育学校 1 所。全县专任教师 8 千人.
        """
        before = None if self.frame.scope else self.context.prior or self.context.main
        told = before is not None and subjects.is_of_whole(text) and _SCHOOLS.search(before.text)
        return before if told else None

    def _said_before(self, dependent: Named) -> Named | None:
        """What the words before a dependent name: a condition, a topic, the base, or the head of which it tells how far."""
        reason = self.context.reason and accounts.is_account(dependent.text)
        antecedent = (None if reason else self.on_condition() or self.context.topic) or self.context.base
        if (
            self.context.stated
            and self.context.topic is None
            and not reason
            and subjects.tells_of_last(dependent.text)
        ):
            antecedent = self.context.head or antecedent
        rate = (
            antecedent is not None and subjects.is_carried(dependent.text) and _RATE.search(antecedent.text)
        )
        return None if rate else antecedent

    def _treated(self) -> Named | None:
        """Where those were admitted whose number follows: 医院诊疗人次 5 万，入院人次 1 万."""
        treated = (one for one in reversed(self.context.recent) if one.text.endswith(_WORDS.holders.treated))
        last = next(treated, None)
        return Named(last.text.rpartition(subjects.SEAM)[2], last.line) if last else None

    def _producer(self) -> Named | None:
        """Who produces what follows: those whom its sentence or the heading of its paragraph names, if they can."""
        context = self.context
        if context.recent and context.recent[-1].text.endswith("产量"):
            last = context.recent[-1]  # 茶饮产品产量 8000 吨，实现产值 9 亿元
            return Named(last.text.removesuffix("产量").removesuffix("总").rstrip(subjects.SEAM), last.line)
        told = (context.topic, *reversed(context.recent), context.label)
        return next((one for one in told if one is not None and _produces(one.text)), None)

    def _antecedent(self, dependent: Named, unit: str) -> Named | None:
        """What completes a dependent, by what was said before it, what a heading names and what it is itself."""
        antecedent = self._said_before(dependent)
        if antecedent is None and subjects.is_carried(dependent.text):
            main, account = self.context.main, accounts.is_account(dependent.text)
            fits = (
                main is not None and (not account or _FUND.search(main.text)) and not _RATE.search(main.text)
            )
            antecedent = main if fits else self.context.heading
        if antecedent is not None:
            antecedent = _without_score(antecedent)
        if antecedent is not None and beside.stands_beside(antecedent, dependent.text):
            return None
        if antecedent is not None:
            antecedent = _without_flow(antecedent, dependent) or self.context.heading
        if self._is_of_no_fund(antecedent, dependent) or insured.in_nothing(
            self.context, antecedent, dependent
        ):
            antecedent = self.context.heading
        if antecedent is None and self.context.stated and accounts.is_account(dependent.text):
            antecedent = self._same_account(dependent.text)
        if antecedent is None and self.context.stated and subjects.is_all(dependent.text):
            antecedent = self.context.head
        antecedent = antecedent or self._schools_before(dependent.text)
        if antecedent is None and dependent.text in _WORDS.deeds.new:
            antecedent = self._counted_before(unit)
        if antecedent is None and subjects.is_deed(dependent.text):
            antecedent = self.context.head if self.context.stated else self._told_before(unit)
        if antecedent is None and not subjects.is_carried(dependent.text):
            antecedent = self.context.label
        if antecedent is None and subjects.is_deed(dependent.text):
            antecedent = self.context.title
        return antecedent

    def _adds_up(self, dependent: Named, unit: str) -> bool:
        """Is a dependent the sum of several things that the sentence has named, and so of none of them?"""
        together, recent = TOGETHER.match(dependent.text), self.context.recent
        side = unit == "元" and _SIDE_TOGETHER.fullmatch(dependent.text)
        return (
            bool(together or side) and len({one.text for one in recent if together or one.unit == unit}) > 1
        )

    def _is_beside_rest(self, antecedent: Named, dependent: Named) -> bool:
        """Is the budget of a year that a statement names set beside what was left of one: 上年结转 80 万元，上年预算数 900 万元?"""
        told = self.context.stated and self.frame.moment is not None
        return told and bool(_LEFT.search(antecedent.text)) and bool(_ACCOUNT_OF.fullmatch(dependent.text))

    def _last_in(self, unit: str) -> Named | None:
        """What the sentence told last, if that is counted in a unit."""
        context = self.context
        return context.head if context.stated and unit in ("", context.unit) else None

    def completed(self, dependent: Named, unit: str = "") -> Named:
        """A dependent with what completes it; the base stays the base of the next one.

        What a sentence of its own says was done, in a `unit` of other things than the last figure's, is of none of them.
        """
        bought = unit == "元" and subjects.is_bought(dependent.text)
        home = self.context.whole if bought else self.home_of(dependent.text)
        home = home or self.event_of(dependent.text) or self._insurance_of(dependent.text)
        mean = _MEAN_ALONE.fullmatch(dependent.text)
        if mean or home is not None or _SCORE.fullmatch(dependent.text):
            of = self._last_in(unit) if mean else home or self.context.item
            self.context.base = self.context.base if mean else of
            return subjects.joined(of, dependent)
        stated = _PLANNED_SIDE.search(self.context.head.text) if self.context.head else None
        if stated and self.context.head and self.is_outcome(dependent.text):
            side = Named(self.context.head.text[: stated.start("of")], self.context.head.line)
            return subjects.joined(side, dependent)
        base = self.context.base
        rated = self.context.unit in tails.RATIOS or (base is not None and base.text.endswith("率"))
        rated = rated and bool(_ABSORBED.fullmatch(dependent.text))
        sown = base is not None and base.text.endswith("面积")
        if rated or _BEDS.fullmatch(dependent.text) or (subjects.is_grown(dependent.text) and not sown):
            return dependent
        whole = beside.whole_side(self.context.told, dependent.text)
        if whole is not None or self._adds_up(dependent, unit):
            return whole or dependent
        if _ADMITTED.fullmatch(dependent.text):
            antecedent = self._treated()
        elif _is_produced(dependent.text):
            antecedent = self._producer()
        else:
            antecedent = self._antecedent(dependent, unit)
        antecedent = antecedent or self.context.item
        if antecedent is None or self._is_beside_rest(antecedent, dependent):
            return dependent
        base = subjects.base_for(antecedent, dependent.text)
        if not subjects.is_speed(dependent.text):
            self.context.base = base
        return subjects.joined(base, dependent)


@cache
def _collected() -> re.Pattern[str]:
    return re.compile(prose_words().insurance_deeds)


def _is_produced(text: str) -> bool:
    """Is the text what is produced: 实现总产值?"""
    return bool(_produced()[0].search(text))


def _produces(name: str) -> bool:
    """Is a name that of firms, a branch or a place of production?"""
    return bool(_produced()[1].search(name))


@cache
def _produced() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = prose_words()
    return re.compile(words.produced), re.compile(words.producers)


def is_score(name: str) -> bool:
    """Is a name that of the marks a project was given?"""
    return bool(_SCORE.search(name))


def _without_score(antecedent: Named) -> Named | None:
    """The project that was judged, without that it was: “劳务品牌”项目自评得分, then 全年预算数."""
    name = _SCORE.sub("", antecedent.text).rstrip(subjects.SEAM)
    return Named(name, antecedent.line) if name else None


def _without_flow(antecedent: Named | None, dependent: Named) -> Named | None:
    """What completes the side of an account, without what flows into it: 失业保险基金收入 财政补贴收入, then 支出."""
    if antecedent is None or not subjects.is_carried(dependent.text):
        return antecedent
    if _FLOW.fullmatch(antecedent.text) or _FLOW_SET.fullmatch(antecedent.text):
        return None
    parts = antecedent.text.split(subjects.SEAM)
    twin = _other_side(dependent.text)
    if len(parts) > 1 and twin and parts[0].endswith(twin):
        owner = parts[0].removesuffix(twin)
        return Named(owner, antecedent.line) if owner else None
    flows = len(parts) > 1 and bool(_FLOW.match(parts[-1]))
    while len(parts) > 1 and flows and (_FLOW.match(parts[-1]) or subjects.is_carried(parts[-1])):
        parts.pop()
    return Named(subjects.SEAM.join(_to_side(parts, dependent.text)), antecedent.line)


def _to_side(parts: Sequence[str], side: str) -> Sequence[str]:
    """The names up to the side of an account of which the last is a part: of 基金支出 技能补贴 the balance is that of the fund."""
    if len(parts) > 1 and accounts.is_account(side) and not _INSURED_IN.search(parts[-1]):
        told = (at for at, part in enumerate(parts[:-1]) if accounts.is_side(part))
        at = next((at for at in told if not accounts.same_side(parts[at], side)), None)
        return parts if at is None else parts[: at + 1]
    return parts


def _other_side(side: str) -> str:
    """The other side of an account that says of what it is one: 支出预算 9 万元 is no part of 收入预算 9 万元，其中：事业收入 2 万元."""
    other = {"收入": "支出", "支出": "收入"}.get(side[:2])
    return other + side[2:] if other and len(side) > len(other) else ""


def _counts_others(unit: str, last: str | None) -> bool:
    """Are two units those of different things: 所 and 个, 户 and 元? Persons are counted once or each time."""
    kinds = {one.removesuffix("次") for one in (unit, last or unit)}
    return bool(unit) and len(kinds) > 1 and not kinds & {*tails.POINTS, *tails.RATIOS}
