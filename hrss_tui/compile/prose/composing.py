"""The reading of a quantity in its situation: its subject completed, its scope, its time, and whether it is an aim."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import moods, scopes, subjects
from hrss_tui.compile.prose.clauses import ENUMERATION
from hrss_tui.compile.prose.context import Context, Reading
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.compile.prose.quoted import is_aim as is_quoted_aim
from hrss_tui.compile.prose.situation import TOGETHER, Situation
from hrss_tui.compile.prose.subjects import Named
from hrss_tui.compile.prose.times import moments
from hrss_tui.compile.prose.times.clock import Moment
from hrss_tui.compile.prose.told import Time
from hrss_tui.reference.place_bare import bare_place
from hrss_tui.reference.place_groups import is_rest
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.turns import turns

_TURNS = turns()
_WORDS = statement_words()
_LASTING = re.compile(r"(?<![\d.])\d{1,2}年$")
"""A duration directly before a figure: 3 年 20 万人 is no value of any one year."""
_PLANS = re.compile(
    rf"(?<!按)(?<!按照)(?<!占)(?<!占到)(?<!完成)(?<!达)(?<!为)(?<!招聘)(?<!录用)(?:(?<![”’」])|(?<=(?:{re.any_of(_TURNS.aims.programmes)})[”’」]))(?:计划|(?<![草模])拟)(?:再|新)?(?:{re.any_of(_WORDS.deeds.planned)})"
    rf"|(?:{re.any_of(_TURNS.aims.decided)})了?(?:[^，。；“”]{{0,12}}[今明]年)?要(?:{re.any_of(_WORDS.deeds.demanded)})"
)
"""该公司计划招收 150 人, 市里提出今年要培训 3 万人: that is planned, and nothing behind it."""
_TASK_SET = re.compile(
    r"完成了?(?:[省市县区州国家上级部厅局]{0,4}(?:里|级)?(?:下达|确定|分配|核定|既?定)(?:的|任务)?|(?:年度|全年))$"
)
_TASK_BEHIND = re.compile(r"的?(?:年度|全年)?(?:目标)?(?:任务|目标|计划)(?:任务)?(?![完的])")
"""超额完成省定 2000 户任务: the figure is the task."""


def _is_task(folded: str, quantity: Quantity) -> bool:
    """Is a figure the task that was fulfilled, and not what was done of it?"""
    set_for = _TASK_SET.search(folded, max(0, quantity.start - 14), quantity.start)
    return bool(set_for and _TASK_BEHIND.match(folded, quantity.end))


_FULFILLED_TASKS = re.compile(
    rf"^[项件个](?!的)[^，。；]{{0,20}}?任务(?:{re.any_of(_TURNS.manner.fulfilled_tasks)}){{1,3}}完成"
)
"""12 项年度目标任务如期完成: how many tasks there were."""
_DUE = rf"(?:{re.any_of(_TURNS.aims.due)})(?:于|在)"
_DUE_BEHIND = re.compile(rf"[^，。；：、\d]{{0,16}}?{_DUE}")
_DUE_IN_NAME = re.compile(rf"(?<=..){_DUE}")
"""剩余 86 件案件将于今年 3 月底前办结: by when it is to be done is no name, and the time of no other."""
_OUTCOME = re.compile(
    r"(?:目前|现)?(?:已|实际|共|全年){0,2}完成(?!率|全年|年度|目标|任务|计划)|实际(?!利用|使用|到位)"
)
_FINISHED = re.compile(rf"(?:全部|全面|均|须|需)?(?:{re.any_of(_WORDS.deeds.finished)})")
_MET = re.compile(re.any_of(_TURNS.aims.met))


def made(
    at: Situation, quantity: Quantity, subject: Named, measure: str, time: Time | None = None
) -> Reading:
    """The reading of a quantity in its situation, in the time of the context unless it has its own."""
    context, squeezed = at.context, at.squeezed
    due = _due(at, quantity) if time is None else None
    subject = Named(_without_due(subject.text), subject.line) if due is not None else subject
    told = squeezed.shown[quantity.end : at.statement.end]
    if due is not None and subject.text != told:
        subject = Named(subject.text.removesuffix(told), subject.line)
    measure = _without_due(measure) if due is not None else measure
    when = (
        time
        or due
        or (
            Time(None)
            if _LASTING.search(squeezed.folded, max(0, quantity.start - 8), quantity.start)
            else context.time
        )
    )
    near = [when.line, context.scope.line if context.scope else None]
    behind = subjects.without_brackets(squeezed.folded[quantity.stop : at.statement.end])
    quoted = is_quoted_aim(at, quantity)
    return Reading(
        quantity=quantity,
        subject=subject,
        measure=measure,
        measure_unit=quantity.base_unit,
        time=when,
        scope=_scope(at, subject),
        line_start=_first_line(at, subject, near),
        line_end=squeezed.line(at.statement.end - 1),
        words=squeezed.shown[at.statement.start : at.statement.end],
        planned=bool(context.planned or due or quoted)
        or (context.goals and quantity.base_unit != "元")
        or (behind != "" and _aimed_behind(behind))
        or bool(_PLANS.search(squeezed.folded, at.statement.start, quantity.start))
        or _has_outcome(at, quantity, subject)
        or (behind != "" and _is_task(squeezed.folded, quantity)),
        mood="" if context.reason and context.mood == "ahead" else context.mood,
        done=context.done and due is None and not quoted,
        soft=context.planned in prose_words().planned_softly,
        foreseen=context.planned in moods.EXPECTS,
    )


def _has_outcome(at: Situation, quantity: Quantity, subject: Named) -> bool:
    """Does what was done of a task stand right behind it: 招生任务 800 人（…），实际招生 820 人?"""
    if not subject.text.endswith(_TURNS.aims.names) or at.context.done:
        return False
    behind = next((one for one in at.later if not one.bracketed), None)
    if behind is None or behind.joint != "，" or not behind.quantities:
        return False
    same = behind.quantities[0].base_unit == quantity.base_unit
    return same and bool(_OUTCOME.match(at.squeezed.folded, behind.start))


def _without_due(name: str) -> str:
    match = _DUE_IN_NAME.search(name)
    return name[: match.start()] if match else name


def _due(at: Situation, quantity: Quantity) -> Time | None:
    """When that is to be done of which a figure tells, as the words right behind it say; None where they do not."""
    later = (one.start for one in at.statement.quantities if one.start >= quantity.end)
    end = next(later, at.statement.end)
    will = _DUE_BEHIND.match(at.squeezed.folded, quantity.end, end)
    begin = will.end() if will else quantity.end
    found = moments.moments(at.squeezed.folded, begin, end, at.context.clock)
    if not found or found[0].start != begin or not (will or _is_limit(at, found[0])):
        return None
    return Time(found[0].period, found[0].point, at.squeezed.line(begin))


def _is_limit(at: Situation, moment: Moment) -> bool:
    """Is a time behind a figure that by which it is to be done, behind the day of the paper: 余 0.9 万张 2035 年 6 月底前完成?"""
    paper, period = at.context.paper, moment.period or ""
    until = paper.date or str(paper.now or paper.clock.year or "")
    ahead = bool(until and period) and period[: len(until)] > until
    rest = at.squeezed.folded.startswith(_WORDS.parts.rest, at.statement.start)
    return moment.limit and (ahead or rest) and bool(_FINISHED.match(at.squeezed.folded, moment.end))


_WILL_BE = re.compile(
    rf"(?:将|预计)(?:于|在)?(?:今年|明年|年[底内]|\d{{4}}年|\d{{1,2}}月)[^，。；]{{0,12}}(?:{re.any_of(_WORDS.deeds.finished)})(?!了)"
)
"""58 所学校的校园网建设将于今年年底前全面完成."""


def _aimed_behind(behind: str) -> bool:
    """Do the words behind a figure say that it is a target (5 万人的目标), and not that one was met (5 万人，超额完成目标任务)?"""
    if _WILL_BE.search(behind):
        return True
    counts = behind.startswith(_WORDS.aims.tasks) or bool(_FULFILLED_TASKS.search(behind))
    found = [behind.find(word) for word in prose_words().planned_after if word in behind and not counts]
    return bool(found) and not _MET.search(behind[: min(found)])


def _scope(at: Situation, subject: Named) -> Named | None:
    """The area of a reading: that which its statement names, before the place that its sentence began with."""
    scope = at.frame.scope
    if scope is not None and scope.among:
        return Named(at.squeezed.shown[scope.start : scope.end], at.squeezed.line(scope.start))
    if is_rest(subject.text.rpartition(subjects.SEAM)[2]):
        return None
    own = at.context.scope if scope is not None else None
    return own or _of_place(at, subject) or (None if _is_of_place(at, subject) else at.context.scope)


def _of_place(at: Situation, subject: Named) -> Named | None:
    """The place that a sentence began with, for what it goes on to say: 东山县转移就业 2 万人，发放补贴 300 万元.

    The place that stands at the head of the paragraph is that of all it says.
    """
    place = at.context.place
    if place is not None and place is at.context.division:
        return place if place.text not in subject.text else None
    if TOGETHER.match(subject.text.rpartition(subjects.SEAM)[2]) and _several_told(at.context):
        return None
    beside = at.statement.joint in ("，", ENUMERATION) and not at.statement.bracketed
    parts = subject.text.split(subjects.SEAM)
    named = any(
        scopes.place_of(part + subjects.SEAM) or bare_place(part, at.context.paper.place) for part in parts
    )
    other = place is not None and (place.text in subject.text or named)
    return place if beside and not other else None


def _several_told(context: Context) -> bool:
    """Has the sentence told of several places, so that what they have together is of none: 东山县 2 万人、西河县 1 万人，合计 3 万人?"""
    parts = (part + subjects.SEAM for one in context.recent for part in one.text.split(subjects.SEAM))
    return len({place for part in parts if (place := scopes.place_of(part))}) > 1


def _is_of_place(at: Situation, subject: Named) -> bool:
    """Does a subject name a place itself, within the area of the sentence before: 全市 …。其中，东山县 …?"""
    place = at.context.place
    if place is not None and place is at.context.division:
        return False
    of_it = place is not None and place.text in subject.text
    return of_it or bool(scopes.place_of(subject.text + subjects.SEAM))


def _first_line(at: Situation, subject: Named, near: Sequence[int | None]) -> int:
    """The first line of the words that tell of a figure: those of its name, and of its time and area within its own paragraph.

    A heading, a title or another paragraph that names the time is no line on which the figure stands.
    """
    own = at.squeezed.line(0)
    told = [line for line in near if line is not None and line >= own]
    return min([at.squeezed.line(at.statement.start), subject.line, *told])
