"""What a paper promised, which stands in it as an item before what has come of it."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose.clauses import Sentence
from hrss_tui.compile.prose.context import Context
from hrss_tui.compile.prose.paper_period import NEWS
from hrss_tui.compile.prose.told import Time
from hrss_tui.reference.turns import turns
from hrss_tui.sources.paragraphs import Kind

_TURNS = turns()
_COME = re.compile(
    rf"[^，。；]{{0,16}}(?:{re.any_of(_TURNS.told.come)})|{re.any_of(_TURNS.told.so_far)}|\d{{1,2}}月|[上下]半年|前?[一二三四]季度|前\d{{1,2}}个月"
)
"""How far something has come, at the beginning of a sentence or in it."""
_SO_FAR = re.compile(r"，(?:目前|现|截至[^，。；]{0,12}，?)?(?:已|实际)[\u3400-\u9fff]{0,10}\d")
"""为 5 万名老人体检，已体检 4 万人: how far, in the sentence itself."""


_TELLS = re.compile(
    rf"《[^《》]{{0,60}}(?:{re.any_of(_TURNS.aims.plans)})》[^。；]{{0,24}}?(?:{re.any_of(_TURNS.aims.tells)})|《[^《》]{{0,60}}(?:{re.any_of(_TURNS.aims.plans)})》[^。]{{0,12}}，(?:{re.any_of(_TURNS.aims.tells)})了?"
)
"""《发展计划》提出: what a piece of news tells of behind it is planned."""
_SETS = re.compile(
    rf"将[^。；]{{0,40}}?(?:{re.any_of(_TURNS.aims.takes_up)})(?:以下|下列)?[“”\"]?[一二三四五六七八九十两\d]{{1,3}}(?:件|项)(?:重点|为民|惠民)?(?:民生)?(?:实事|工程|项目)"
)
"""今年将办好以下十件民生实事。 opens a list of what will be done."""
_AHEAD = re.compile(
    rf"(?<![即现])将[^，。；]{{0,30}}?(?:{re.any_of(_TURNS.aims.takes_up_in)})[^，。；]{{0,16}}?[一二三四五六七八九十两\d]{{1,3}}(?:个|项|大|条)?(?:{re.any_of(_TURNS.aims.fields)})"
)
"""我厅将在以下三个方面下功夫。 opens what will be done, point by point."""
_DONE = re.compile(
    rf"{re.any_of(_TURNS.time.done)}|[已曾]|累计|完成了|实现了|季度|上半年|\d月|补贴(?!性)|{re.any_of(_TURNS.told.grants)}|“十[一二三四五]五”时期"
    rf"|说[，:：“]|{re.any_of(_TURNS.told.quoted)}|是一[名位个家]|[现共拥]有|{re.any_of(_TURNS.told.lies)}"
)
"""Words of what was done, what there is, who speaks, or what is granted to whoever asks for it."""
_HAS_COME = re.compile(
    rf"{re.any_of(_TURNS.time.done)}|[已曾]|累计|了(?=\d)|季度|[上下]半年|\d月|[现共拥]有|说[，:：“]|{re.any_of(_TURNS.told.met)}"
)
_GOES_ON = re.compile(
    rf"(?:在[^，。；]{{2,20}}(?:方面|领域)|[一二三四五六七八九十]{{1,2}}是|第[一二三四五六七八九十]{{1,2}}[，、]?|{re.any_of(_TURNS.told.paragraphs)}|到(?:19|20)\d{{2}}年)|[^。]{{0,24}}《[^《》]{{0,60}}(?:{re.any_of(_TURNS.aims.plan_papers)})》"
)
"""How a paragraph begins that goes on with a plan: 在社会保险方面，…."""
_PAST = re.compile(r"截至|截止|目前|以来|去年|上年|同期|同比|[已曾]|累计|了(?=\d)|[现共拥]有")
_ITEM = re.compile(
    r"(?:\d{1,2}[.．、]|[（(][\d一二三四五六七八九十]{1,2}[)）]|项目[\d一二三四五六七八九十]{1,2}[:：]|[一二三四五六七八九十]{1,2}是)[^，。；：:]{2,40}[，,：:]?[^，。；\d]{0,12}\d[\d,.]{0,16}[万亿]?元"
)
_GOAL = re.compile(r"(?:绩效|预期|年度|项目)?目标(?:[:：为是]|设定)")
"""What begins an item with its money, and says what its goal is."""
_YEAR = re.compile(r"(?:19|20)\d{2}(?=年)")


def promised(folded: str, sentence: Sentence, start: int, sort: str, context: Context) -> bool:
    """Does a sentence tell what was promised, or what a plan sets of which the news has begun to tell?"""
    paper = context.paper
    news = paper.kind in NEWS and not paper.plan
    follows = context.told_plan and _goes_on(folded, sentence, start, sort)
    planned = news and follows and _is_planned(folded, sentence, paper.now)
    context.told_plan = planned or (news and _tells_plan(folded, sentence))
    if planned and paper.now is not None and context.time.period == str(paper.now - 1):
        context.time = Time(str(paper.now))
    aimed = context.targets and sentence.start > start and _is_aimed(folded, sentence, paper.now)
    return planned or aimed or (paper.pledge and _is_promise(folded, sentence, start, sort))


def aimed_projects(folded: str, sentence: Sentence, start: int, context: Context) -> bool:
    """Does a sentence of a budget tell what its money is to do, item by item: 2.引才计划，预算 80 万元，引进博士 6 人?

    It does where the paragraph (from `start`) has said of one item what its goal is, and tells of no other year.
    """
    paper, span = context.paper, (sentence.start, sentence.end)
    past = _names_past(folded, sentence, paper.now) or _PAST.search(folded, *span)
    if past or not (paper.budget and context.time.period == str(paper.now)):
        return False
    item = _ITEM.search(folded, sentence.start, sentence.end)
    return bool(item) and _GOAL.search(folded, start, sentence.end) is not None


def _tells_plan(folded: str, sentence: Sentence) -> bool:
    """Does a sentence say what a plan sets, or that so many things will be done?"""
    told = _TELLS.search(folded, sentence.start, sentence.end)
    span = sentence.start, sentence.end
    return bool(told or _SETS.search(folded, *span) or _AHEAD.search(folded, *span))


def _goes_on(folded: str, sentence: Sentence, start: int, sort: str) -> bool:
    """Is a sentence of the paragraph (from `start`) or list that tells of a plan, or does its paragraph go on with that?"""
    within = sentence.start > start or sort == Kind.LIST_ITEM.value
    return within or bool(_GOES_ON.match(folded, sentence.start, sentence.end))


def _is_planned(folded: str, sentence: Sentence, now: int | None) -> bool:
    """Is a sentence of news behind one that tells of a plan, and of nothing that was done, of that plan too?"""
    return not (_names_past(folded, sentence, now) or _DONE.search(folded, sentence.start, sentence.end))


def _is_aimed(folded: str, sentence: Sentence, now: int | None) -> bool:
    """Is a sentence behind the aims of a year one more of them: it names no earlier year, and nothing that has come?"""
    return not (_names_past(folded, sentence, now) or _HAS_COME.search(folded, sentence.start, sentence.end))


def _names_past(folded: str, sentence: Sentence, now: int | None) -> bool:
    years = [int(year) for year in _YEAR.findall(folded[sentence.start : sentence.end])]
    return now is not None and any(year < now for year in years)


def _is_promise(folded: str, sentence: Sentence, start: int, sort: str) -> bool:
    """Is a sentence that opens an item what was promised, behind which stands how far it has come?"""
    text = folded[sentence.start : sentence.end]
    first, _, rest = text.partition("，")
    if sentence.start != start or _COME.search(first):
        return False
    if _COME.search(rest):
        return bool(_SO_FAR.search(text, len(first)))
    return sort == Kind.HEADING.value or bool(_COME.match(folded, sentence.end))
