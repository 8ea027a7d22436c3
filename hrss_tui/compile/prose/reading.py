"""Statements to readings: walks through blocks and keeps the context."""

from __future__ import annotations

from collections.abc import Sequence

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.headed import spent_on
from hrss_tui.compile.prose import (
    figures,
    graded,
    intents,
    moods,
    opened_wholes,
    openers,
    ranked,
    standards,
    wholes,
)
from hrss_tui.compile.prose.clauses import BRACKET, Sentence, sentences
from hrss_tui.compile.prose.context import Context, Reading
from hrss_tui.compile.prose.frames import Frame, frame, opens_own_spell
from hrss_tui.compile.prose.heading_names import bare_heading, heading_name
from hrss_tui.compile.prose.paper_period import NEWS, REPORT
from hrss_tui.compile.prose.promises import aimed_projects, promised
from hrss_tui.compile.prose.quantities import quantities
from hrss_tui.compile.prose.scopes import heading_place
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.squeezed import Squeezed, head_debris
from hrss_tui.compile.prose.subjects import Named
from hrss_tui.compile.prose.tails import POINTS, RATIOS
from hrss_tui.compile.prose.times.moments import moments
from hrss_tui.compile.prose.times.stretches import years_in
from hrss_tui.compile.prose.tokens import Token, tokens
from hrss_tui.compile.prose.told import Time
from hrss_tui.compile.prose.when import naming
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns
from hrss_tui.sources.paragraphs import Kind

_THINGS = things()
_TURNS = turns()
_ITEM = re.compile(r"[（(](?:\d{1,7}\s?)?[类款项][)）](?:[（(]\d{3,7}[)）])?[。:：]?$", re.ASCII)
"""教育支出（类）普通教育（款）高中教育（项）。 names what its paragraph is about."""
_PROJECT = re.compile(
    rf"(?P<item>[^，。；：:]{{2,60}}?项目)(?:支出)?(?:绩效)?(?:自评|评价)(?:{re.any_of(_TURNS.told.projects)})?[:：]"
)
"""“劳务品牌”项目绩效自评综述： names the project that its paragraph judges."""
_ITEM_WITH = re.compile(
    r"[“「\"]?(?P<item>(?:[^，。；：“”「」\"\d]|(?<=[（(])\d{1,7}\s?(?=[类款项][)）])){2,80}(?<=项[)）]))[”」\"]?(?:支出)?(?=\d)"
)
"""“教育支出（类）普通教育（款）高中教育（项）”12 万元 names it too, with its amount; codes may stand before the levels (205类)."""
_AIM = re.compile(rf"(?<!完成)(?:{re.any_of(_TURNS.aims.of_goals)})*(?:目标|任务目标|目标任务)(?:设定)?")
"""（二）绩效目标。 names what its paragraph sets."""
_ORDINAL = re.compile(r"(?:[一二三四五六七八九十]{1,2}|第[一二三四五六七八九十])是|首先|其次|再次")
_FIRST = ("一是", "第一是", "首先")
_QUESTION = re.compile(
    rf"(?:问[:：])?(?:请问)?(?P<name>[\u3400-\u9fff、“”]{{3,24}}?)(?:{re.any_of(_TURNS.told.how_much)})?(?:是|有|为|达到?|能|包括|由)?(?:{re.any_of(_TURNS.told.questions)})[^？?。]{{0,10}}[？?]$"
)
"""问：失业保险金标准是多少？ names what the answer tells."""
_ADJUSTED = re.compile(r"(?:与|比|较)调整前|调整后(?!的?预算|的?计划)")
"""调整后一类区域为 1344 元: so it is from the day on which is adjusted."""
_FORMER = re.compile(
    r"(?:[与比较])(?:上一?[次轮]|原有?|调整前|此前|以前)(?:调整)?的?(?:标准|水平|定额|基数)?的?(?=\d)"
)
"""较上次调整的 1900 元提高 300 元: what was so before, nobody knows since when."""
_BUDGETED = re.compile(
    rf"(?:\d{{4}}年(?:度)?|本年度?|当年)?(?:财政拨款|一般公共预算)?(?:支出|收入)?(?:年初|全年|调整)?(?:{re.any_of(_THINGS.money.budgeted)})(?:安排)?数?(?:为|是)?\d"
)
"""2.公务接待费。2033年预算数 6 万元: the sentence before says of what."""
_DASHES = ("—", "–", "―", "-")
"""——2033 年 8 月 27 日在县人大常委会会议上: when and where it was told, and not of when."""
_APART = re.compile(rf"(?:{re.any_of(_TURNS.told.next)})|[与同和较比]")
"""How a paragraph begins that is not of the years told before it: what is done next, and what is held against another time."""
_EARLY = "03"
"""The last month in which news as well tells of the year that is over."""
_FEW = 2
"""Years of a span that may be of its own paragraph alone."""
_AHEAD = 24
"""Statements behind one that it may look at: figures that 分别 distributes, the purpose of money."""


def read(squeezed: Squeezed, context: Context, start: int = 0, sort: str = "") -> list[Reading]:
    """The readings of a block from an offset on (behind its number); moves the context on."""
    start = max(start, head_debris(squeezed))
    squeezed = squeezed.behind(start)
    found = tokens(squeezed.folded)
    titles = [token for token in found if token.kind == "title"]
    counted = [q for q in quantities(squeezed.folded, found) if q.start >= start and not q.threshold]
    if context.until_span is not None and _APART.match(squeezed.folded, start):
        context.base_time, context.until_span = context.until_span, None
    context.begin_block(sort, wholes.style(squeezed.shown[:start]))
    readings: list[Reading] = []
    held = wholes.held(squeezed, start, context)
    above, context.label, context.asked = context.heading, context.asked, None
    place = heading_place(squeezed.folded[start : start + openers.LABEL], context.paper.place)
    context.division = Named(place, squeezed.line(start)) if place else None
    opened = False
    for sentence in sentences(squeezed.folded, counted, start):
        low = sentence.start
        heads = low == start or squeezed.folded.startswith(_DASHES, low)
        if opened and (behind := bare_heading(squeezed.folded[low : sentence.end])) is not None:
            heads, low = True, low + behind
        if heads and not any(statement.quantities for statement in sentence.statements):
            if (named := heading_name(squeezed, low, sentence.end)) is not None or low > start:
                context.main = context.base = context.head = None
            context.heading = named or above
            opened = opened or named is not None
            context.label = openers.label(squeezed, low, sentence.end)
            context.aims = bool(_AIM.fullmatch(squeezed.folded[low : sentence.end].rstrip("。：:")))
        if question := _QUESTION.match(squeezed.folded, sentence.start, sentence.end):
            asked = Named(squeezed.shown[slice(*question.span("name"))], squeezed.line(sentence.start))
            context.label = context.asked = asked
        pledged = promised(squeezed.folded, sentence, start, sort, context)
        aims, context.aims = context.aims, context.aims or pledged
        context.goals = aimed_projects(squeezed.folded, sentence, start, context)
        if sentence.start == start and _ITEM.search(squeezed.folded, start, sentence.end):
            item = squeezed.shown[start : sentence.end].rstrip("。，：:")
            context.begin_item(Named(item, squeezed.line(start)))
        elif sentence.start == start and (own := _ITEM_WITH.match(squeezed.folded, start)):
            context.begin_item(Named(squeezed.shown[slice(*own.span("item"))], squeezed.line(start)))
        elif sentence.start == start and context.label and _BUDGETED.match(squeezed.folded, sentence.end):
            context.begin_item(context.label)
        elif sentence.start == start and (of := spent_on(context.above, squeezed.folded[start:])):
            context.begin_item(Named(of, squeezed.line(start)))
        elif sentence.start == start and (judged := _PROJECT.match(squeezed.folded, start)):
            context.begin_item(Named(squeezed.shown[slice(*judged.span("item"))], squeezed.line(start)))
        shows = squeezed.folded.startswith(prose_words().illustrations, sentence.start)
        context.begin_sentence(squeezed.folded.startswith("其中", sentence.start), shows)
        readings += _sentence(squeezed, sentence, context, titles, start)
        context.aims = aims
    context.heading = above
    context.section_told += len(readings) if held and context.section is not None else 0
    _reach_on(squeezed, context, readings, sort)
    return readings


def _reach_on(squeezed: Squeezed, context: Context, readings: Sequence[Reading], sort: str) -> None:
    """What time a block opens for those behind it: that of words without figures, or the aims of the year of a report."""
    titled = context.paper.report and sort == Kind.HEADING.value
    tells = not titled  # the year in the title of a work report is none of what was done
    opens = tells and not readings and context.led and not squeezed.folded.startswith(_DASHES)
    if opens and context.paper.kind == REPORT and not context.paper.reached and not _is_so_far(context):
        context.base_time = context.time
    if tells and readings and _turns_ahead(context, readings[0]):
        context.base_time = Time(str(context.paper.now))
    _span_on(squeezed, context, readings)


def _span_on(squeezed: Squeezed, context: Context, readings: Sequence[Reading]) -> None:
    """News of which a paragraph is of several years (过去五年，…), or of the days of what it tells of, goes on with them until another time is named."""
    base = context.base_time
    if context.until_span is not None and context.led and context.time.period != base.period:
        context.base_time, context.until_span = context.until_span, None
    told = {reading.time.period or "" for reading in readings}
    span = told.pop() if len(told) == 1 else ""
    led = context.led and context.time.period == span and base.period == context.paper.default
    several = years_in(span) > _FEW and _first_named(squeezed, context) == span
    if led and context.paper.kind in NEWS and (several or opens_own_spell(squeezed.folded, 0)):
        context.until_span, context.base_time = base, Time(span)
    elif _tells_year_before(context, readings):
        context.until_span, context.base_time = base, Time(readings[0].time.period)


def _tells_year_before(context: Context, readings: Sequence[Reading]) -> bool:
    """Is a paragraph of news of the first months of a year of the one before (2033年，…)? What follows without a time is, too."""
    paper, day = context.paper, context.paper.date or ""
    early = bool(day) and day[5:7] <= _EARLY and paper.kind in NEWS and paper.now is not None
    if not (early and readings and context.led and context.base_time.period == paper.default == day[:4]):
        return False
    before = str((paper.now or 0) - 1)
    told = [reading.time.period or "" for reading in readings]
    return told[0] == before and all(period.startswith(before) for period in told)


def _first_named(squeezed: Squeezed, context: Context) -> str | None:
    """The period that a paragraph names first, wherever in it."""
    found = moments(squeezed.folded, 0, len(squeezed.folded), context.paper.clock)
    return found[0].period if found else None


def _turns_ahead(context: Context, first: Reading) -> bool:
    """Does a paragraph of a work report without headings begin with the aims of the year: 今年，…. What follows is of it too?"""
    report = context.paper.report and not context.mood and context.led
    return report and context.time.line is not None and first.time.period == str(context.paper.now)


def _is_so_far(context: Context) -> bool:
    """Is an opening time (今年以来) no other than the months, from January on, that the paper is of?"""
    months, period = context.paper.clock.months or "", context.time.period or ""
    return "-01/" in months and period.removesuffix("/..") == months[:4]


def _tells_aim(squeezed: Squeezed, framed: Frame, context: Context) -> bool:
    """Does a bracket explain an aim named before it, or tell a part of its figure: 目标 5 万人（其中女性 2 万人）?"""
    if moods.names_aim(squeezed.folded, framed.statement.start - 1):
        return True
    last = context.last if framed.parts else None
    level = last is not None and last.change is None and not last.share
    return level and last is not None and last.subject.text.endswith(_TURNS.aims.names)


def _sentence(
    squeezed: Squeezed, sentence: Sentence, context: Context, titles: Sequence[Token], start: int
) -> list[Reading]:
    readings: list[Reading] = []
    outside = context
    for index, statement in enumerate(sentence.statements):
        if not statement.bracketed:
            context = outside
        elif outside is context or not statement.joint:
            context = outside.inside(anew=not statement.joint)
        if statement.joint == "；":
            context.end_part()
        if ordinal := _ORDINAL.match(squeezed.folded, statement.start):
            context.begin_ordinal(ordinal.group() in _FIRST)
        framed = frame(squeezed, statement, titles, context.clock)
        naming.take(squeezed, framed, context)
        if context.paper.since is not None and _ADJUSTED.match(squeezed.folded, framed.begin):
            context.before, context.passing = context.time, True
            context.time = Time(context.paper.since, since=True)
        if _FORMER.match(squeezed.folded, framed.begin):
            context.before, context.passing = context.before if context.passing else context.time, True
            context.time = Time(None)
        framed = ranked.opened(squeezed, openers.behind_targets(squeezed, framed, context), context)
        if statement.joint == BRACKET and _tells_aim(squeezed, framed, context):
            context.planned = context.planned or "目标"
            context.time = standards.year_aimed(context.time)
        if framed.parts and statement.quantities:
            unit = statement.quantities[0].base_unit
            share = unit in RATIOS and squeezed.folded.find("占", framed.begin, framed.first) >= 0
            rated = openers.is_rate(context.last) and (share or unit not in (*RATIOS, *POINTS))
            above = opened_wholes.of_rate(context, statement.joint) if rated else None
            whole = above if rated else context.taken_in(context.unit if share else unit)
            whole = opened_wholes.unscored(
                context, statement, opened_wholes.unshared(context, statement, whole)
            )
            whole = (None if context.stated else context.topic) or whole
            context.open(whole, squeezed.shown[framed.begin : framed.first])
            context.glued = framed.statement.joint == "，" and not wholes.adds_up(sentence.statements, index)
        framed = graded.opened(squeezed, framed, sentence.statements[index + 1 : index + 2], context)
        wholes.end_section(framed, context, sentence.start == start)
        intents.settle(squeezed, framed, context)
        if statement.quantities:
            situation = Situation(
                squeezed, framed, sentence.statements[index + 1 : index + 1 + _AHEAD], context
            )
            readings += figures.readings(situation)
            openers.open_among(squeezed, statement, context)
        else:
            openers.topic(squeezed, framed, context, sentence.statements[index + 1 : index + 2])
            told = moods.tells_plan(squeezed.folded[statement.start : statement.end])
            context.planned = context.planned or ("目标" if told else "")
            intents.demanded(squeezed, statement, context)
            if statement.close == "：" and not readings and sentence.start == start:
                openers.caption(squeezed, statement, context)
        naming.behind_deeds(squeezed, statement, context)
        readings = naming.enforced(squeezed, statement, context, readings)
        openers.opener(squeezed, statement, context, sentence.statements[index + 1 :])
    return readings
