"""What a statement only plans or gives as a reason, and how far that reaches."""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import moods
from hrss_tui.compile.prose.clauses import ENUMERATION, Statement
from hrss_tui.compile.prose.context import Context
from hrss_tui.compile.prose.frames import Frame
from hrss_tui.compile.prose.paper_period import BULLETIN, NEWS
from hrss_tui.compile.prose.squeezed import Squeezed
from hrss_tui.compile.prose.times.clock import Moment
from hrss_tui.compile.prose.times.stretches import year_of
from hrss_tui.compile.prose.told import Time
from hrss_tui.compile.prose.when import naming, so_far
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.turns import turns

_YEAR = re.compile(r"(?<=[\u3400-\u9fff])(?:19|20)\d{2}年(?:度|全年)?(?=计划|力争|预计|拟|将)")
"""青山省2034年计划新增: the year between who plans and the plan."""
_UP_TO = ("截至", "截止")
_AIMS_AT = ("目标为", "目标是")
_FULFILLED = re.compile(r"(?:全年|年内|共|累计|最终|均|则)?(?:超额)?完成了?")
_AIMED = re.compile(rf"{re.any_of(turns().aims.names)}|{re.any_of(turns().aims.set_ahead)}")
"""An outcome, and an aim before it: 年初设定新增就业 5 万人，完成 5.2 万人."""
_ARRANGED = re.compile(r"(?:预算|收入|支出)拟?安排$")


def settle(squeezed: Squeezed, framed: Frame, context: Context) -> None:
    """Plans and reasons hold from where they are named to the end of the sentence.

    A plan is named by the verb a statement begins with; inside it the word may be a noun (占全年计划的). What is
    said to be done ends it.
    """
    text = squeezed.folded[framed.statement.start : framed.first]
    ahead = squeezed.folded[framed.begin : framed.first]
    lead = naming.words_beside(squeezed, framed).lstrip("“")
    planned, acted = moods.plans(ahead), moods.without_actor(_YEAR.sub("", ahead, count=1))
    begins = planned if ahead.startswith(planned) or acted.startswith(planned) else ""
    if context.expected and naming.of_months(context):
        begins = "计划"
    modal = "要" if any(map(moods.is_modal, {ahead, lead + ahead, acted})) else ""
    modal = modal or ("要" if any(map(moods.plans_behind, _behind(squeezed, framed))) else "")
    before = moods.plans(lead, ahead)
    goes_on = framed.statement.joint == ENUMERATION or not (framed.leads or begins or before or modal)
    step = (bool(context.planned) and framed.parts and framed.moment is not None) or context.mood == "ahead"
    so_far = framed.leads and framed.moment is not None and framed.moment.reset and not (begins or modal)
    scene = context.paper.kind in NEWS and moods.is_scene(text)
    context.recounts = context.recounts or moods.recounts(text) or scene
    recounted = context.recounts and not (begins or before or modal)
    turns = planned if context.done and goes_on and moods.is_ahead(planned) else ""
    begins = begins or turns  # 首批已返还 3 户；第二批拟返还 5 户
    context.done = (
        so_far
        or moods.is_done(ahead, step)
        or moods.hands_out(text)
        or (_is_outcome(framed, ahead, context) and not (begins or before or modal))
        or (context.done and goes_on and not turns)
        or recounted
    )
    figure = ahead if framed.statement.quantities else ""
    ends = "要" if moods.is_foreseen(figure) else ""
    over = framed.leads and not context.bound and _is_past(framed.moment, context)
    over = over or bool(framed.leads and framed.moment is not None and framed.moment.reset)
    over = over or _is_up_to_now(squeezed, framed, context)
    held = "" if over else context.planned
    limit = "预期" if framed.leads and framed.moment is not None and framed.moment.limit else ""
    arranged = "计划" if _is_arranged(figure, context) else ""
    begun = (
        arranged or begins or before or modal or ends or limit or _goes_on_ahead(squeezed, framed, context)
    )
    context.planned = "" if context.done else begun or held
    if begun and context.planned and _leans_on_year_before(framed, context):
        context.before, context.passing = context.time, True
        context.time = Time(str(context.paper.now), False, squeezed.line(framed.statement.start))
    if figure.endswith(moods.EXPECTS) and context.mood != "ahead":
        context.expected = context.expected or not (begins or before or modal or held)
    pledge = bool(modal and context.planned) and not context.stated and context.paper.kind != BULLETIN
    if pledge and (context.named or not framed.statement.quantities):
        context.pledged = not context.named  # 本市还将加大培训力度。全年培训 …
        context.ahead_of = context.time.period if context.named else str(context.paper.now or "") or None
    context.reason = context.reason or any(word in text for word in prose_words().reasons)
    context.because = bool(context.planned) and (
        context.because or bool(begun and not held and (context.reason or _is_aim_of_told(begun, context)))
    )


def _is_up_to_now(squeezed: Squeezed, framed: Frame, context: Context) -> bool:
    """Does a statement tell up to a day of the year in which the text speaks: 预算安排 2 亿元，截至 10 月底支出 1 亿元? That was done."""
    moment, now = framed.moment, context.paper.now
    told = moment is not None and framed.leads and squeezed.folded.startswith(_UP_TO, moment.start)
    year = year_of(moment.period) if moment is not None else None
    return told and not context.bound and year is not None and now is not None and year <= now


def _is_aim_of_told(begun: str, context: Context) -> bool:
    """Does 目标为 say what is aimed at of that alone which has just been told: 总量 24 万人，目标为 28 万人；三年累计 9 亿元?"""
    last = context.last if context.stated else None
    return begun in _AIMS_AT and last is not None and not last.planned


def _is_outcome(framed: Frame, ahead: str, context: Context) -> bool:
    """Does a statement say nothing but what was done of the aim just told: 计划新增就业 5 万人，完成 5.2 万人?"""
    last, found = context.last, framed.statement.quantities
    ahead_of = context.paper.plan or context.mood == "ahead"
    ahead_of = ahead_of or (framed.moment is not None and framed.moment.named)  # not of 全年完成
    if last is None or not found or ahead_of or not (context.stated and framed.statement.joint):
        return False
    aimed = last.planned or _AIMED.search(last.subject.text)
    same = aimed and not (last.share or last.change) and last.quantity.base_unit == found[0].base_unit
    alone = found[0].end == framed.statement.end  # 完成 5 万人的目标任务 names the aim
    return bool(same and alone and _FULFILLED.fullmatch(ahead))


def _is_arranged(figure: str, context: Context) -> bool:
    """Does news of a budget tell what is arranged in the year in which it speaks: 2034年，一般公共预算收入安排 306 亿元?"""
    paper, year = context.paper, year_of(context.time.period)
    own = paper.kind in NEWS and paper.now is not None and year is not None and year >= paper.now
    return own and context.mood != "past" and bool(_ARRANGED.search(figure))


def _leans_on_year_before(framed: Frame, context: Context) -> bool:
    """Has a plan told in news no time but the year before its day, which the text begins with: 力争全年新增就业 18 万人?"""
    paper, moment = context.paper, framed.moment
    leans = paper.kind in NEWS and (paper.led or paper.clock.year == paper.now)
    before = str((paper.now or 0) - 1)
    told = paper.default == before or (context.until_span is not None and context.base_time.period == before)
    over = leans and paper.now is not None and told and context.time.period == before
    unnamed = context.time.line is None if moment is None else not moment.named
    return over and unnamed and not context.passing


def demanded(squeezed: Squeezed, statement: Statement, context: Context) -> None:
    """What a meeting asks for, held when the year on which its news looks back is over, is of the year that has begun."""
    paper, text = context.paper, squeezed.folded[statement.start : statement.end]
    over = paper.now is not None and context.time.period == str(paper.now - 1) and not paper.plan
    if over and paper.date and paper.kind in NEWS and moods.demands(text):
        context.time, context.here = Time(str(paper.now), False, squeezed.line(statement.start)), paper.now
        context.targets = context.targets or moods.tells_plan(text)


def _behind(squeezed: Squeezed, framed: Frame) -> Iterator[str]:
    """What stands behind each figure of a statement, up to the next one."""
    found = framed.statement.quantities
    ends = [*(one.start for one in found[1:]), framed.statement.end]
    return (squeezed.folded[one.end : end] for one, end in zip(found, ends, strict=False))


def _goes_on_ahead(squeezed: Squeezed, framed: Frame, context: Context) -> str:
    """The plan of a year of which a paragraph has said what will be done in it: 2033 年，我县将 …。2033 年，实现 …；全年 …."""
    moment = framed.moment
    same = moment is not None and context.ahead_of in (moment.period or "",) and not moment.point
    told = moment is not None and (not context.pledged or squeezed.folded.startswith("全年", moment.start))
    return "计划" if same and told and framed.leads and framed.statement.joint in ("", "；") else ""


def _is_past(moment: Moment | None, context: Context) -> bool:
    """Does a statement lead with a year before the one in which the document speaks, or with months that it tells of? No plan reaches there."""
    last = moment.several[-1] if moment is not None and moment.several else moment.period if moment else None
    if so_far.is_told(last, context):
        return True
    year, whole = year_of(last), context.paper.clock.last
    now = context.paper.now or (whole + 1 if whole else None)
    return year is not None and now is not None and year < now
