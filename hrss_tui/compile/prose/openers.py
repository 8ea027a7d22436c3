"""What a statement without figures, a label or a colon opens for the figures behind it: a topic, a whole, targets, parts."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import (
    behind_things,
    by_place,
    extremes,
    graded,
    listed_places,
    moods,
    opened_wholes,
    ranked,
    unit_labels,
    wholes,
)
from hrss_tui.compile.prose.clauses import Statement
from hrss_tui.compile.prose.context import Context, Reading
from hrss_tui.compile.prose.frames import Frame
from hrss_tui.compile.prose.heading_names import heading_name, insurance_led
from hrss_tui.compile.prose.squeezed import Squeezed
from hrss_tui.compile.prose.subjects import (
    Named,
    is_deed,
    is_dependent,
    kept,
    whole_name,
    without_aim,
    without_lead,
    without_state,
)
from hrss_tui.compile.prose.tails import POINTS, RATIOS
from hrss_tui.compile.prose.told import Time
from hrss_tui.compile.prose.when import uses
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.turns import turns

_TURNS = turns()
_WORDS = statement_words()
_AMONG = re.compile(
    r"在?(?P<whole>[^，。；]{2,40}?)"
    r"(?<!过程)(?<!工作)(?<!建设)(?<!活动)(?<!行动)(?<!实践)(?<!发展)(?<!安排)(?<!部署)(?<!报告)(?<!讲话)(?<!会议)(?<!当)(?<!其)(?<!集)中"
)
"""What statements behind it are parts of: 全省就业人员中，…."""
_OF_YEAR = re.compile(r"^[^，。；]{0,24}?(?:19|20)\d{2}年度(?=[\u3400-\u9fff“]{4})")
"""某县就业局2033年度“三公”经费支出决算中: whose it is, and of when, is no part of its name."""
_SCORED = re.compile(
    rf"[，：:]?[^，。；：:]{{2,60}}?(?:自评|评价)(?:综合)?(?:{re.any_of(_WORDS.topics.scores)})"
)
_SPREAD = re.compile(
    r"(?:其中)?(?:(?:19|20)\d{2}年(?:度)?)?(?:各|分)(?:[市州盟县区旗地]|地区|县市区){1,3}(?:看)?(?:的)?(?P<name>[^，。；：]{3,24}?)(?:情况|分配|分解)?(?:分别|如下|具体)*[为是]?"
)
"""各县区城镇新增就业目标分别为： before places and the figure of each."""
_NAMED = 20
"""Characters behind an opener in which the first part is named."""
_MEASURE = 24
"""Characters of the longest name of a measure that several things have: 失业保险稳岗返还比例，大型企业为 …."""
LABEL = 24
"""Characters of the longest sentence that is a label."""
_ORDER = re.compile(rf"^(?:{re.any_of(_TURNS.told.order)})?[一二三四五六七八九十\d]{{1,3}}[项条]?[：:]")
"""序号一：城镇新增就业。 names what follows by what stands behind the colon."""
_MARK = re.compile(r"[，；、：,;]")
_COMPARED = re.compile(
    r"[与同和跟较比](?P<base>(?:上|去|前|\d{4})[\u3400-\u9fff]{0,10}?|[年月期]初|十[一二三四五]五[\u3400-\u9fff]{0,3})(?:相比较?|对比|比较|比)"
)
"""与上年相比，参保人数增长 3%: what all changes of a sentence are against."""
_NO_NAME = re.compile(
    r"(?:[一二三四五六七八九十]{1,2}|第[一二三四五六七八九十])是(?:.{7,24}|[^更越得]{0,24}+[更越得].{0,24})|"
    r"\d[\d.]{0,12}[万亿]?[\u3400-\u9fff%]{1,3}|"
    rf"[^，。；]{{2,10}}(?:{re.any_of(_WORDS.topics.manners)})[\u3400-\u9fff]{{2,6}}|"
    rf"[^，。；]{{2,12}}(?:{re.any_of(_WORDS.topics.states)})|"
    rf"[^，。；]{{0,12}}工作(?:{re.any_of(_WORDS.topics.reviews)})|"
    rf"[今明这过去一两年\d]{{2,6}}是[^，。；]{{2,20}}(?:{re.any_of(_TURNS.told.no_names)})|"
    r"(?:[一二三四五六七八九十]{1,2}是)?(?:.*(?:方面|工作)|(?:[稳促扩强优惠兜防抓]|保(?![险障证洁安])|提(?![前高升]))[\u3400-\u9fff]{2})"
)
"""就业方面, 稳就业, 36 亿元, 一是社会保障网越织越密: what a paragraph is about, and no thing of which figures could be."""
_ASPECT = re.compile(
    rf"(?:分|从|按|就)[\u3400-\u9fff]{{1,8}}(?:{re.any_of(_TURNS.told.aspects)})|{re.any_of(_WORDS.topics.speakers)}|(?:[\u3400-\u9fff]{{2,10}})?记者|[\u3400-\u9fff]{{1,4}}(?:{re.any_of(_WORDS.topics.officials)})"
)
"""分年度看, 按产业划分, 答：: how figures are divided, or who tells them, and not of what they are."""
_PEAKS = re.compile(
    rf"在?(?:(?:集中|主要)?出现(?:了|在)?)?(?:[两二三四]个)?(?=(?:{re.any_of(_WORDS.topics.peaks)})?$)"
)
"""求职人数在 3 月和 8 月出现两个高峰，分别为 …: what peaked."""
_SIDE = re.compile(r"[从按就](?P<side>(?:基金)?(?:总)?(?:收入|支出))(?:情况|方面)?(?:来)?看")
"""从支出看，2032 年为 9.5 亿元: of the other side of the account that was told before."""
_DIVIDED = re.compile(rf"[：:](?:{re.any_of(_WORDS.parts.divisions)})\d")
"""举办招聘会：线上 128 场、线下 216 场: parts of what stands before the colon."""
_ITEM_NAMED = re.compile(r"[：:](?![一二三四上下前][季半])(?P<name>[\u3400-\u9fff“”]{2,10})\d")
_DID = re.compile(r"[\u3400-\u9fff]{1,2}了(?=[\u3400-\u9fff]{2})")
"""我们主要抓了：, 做了大量工作: that something was done, and not of what."""
_RULES = re.compile(rf"(?:{re.any_of(_WORDS.topics.rules)})$")
"""倾斜调整：年满 70 周岁的，每月增加 20 元: what the words before the colon name is raised or given."""
_BY_MEANS = re.compile(
    rf"(?:{re.any_of(_TURNS.told.means)})[^，。；]{{2,20}}(?:{re.any_of(_WORDS.topics.means)})"
)
"""通过公开招标方式，投资 140 万元: how, and not of what."""
_RESULT = re.compile(
    rf"(?:{re.any_of(_TURNS.told.results)})?(?:完成|实现|达成)(?:值|数|量|率|情况|进度)?|实际(?:值|数)?|实绩|完成百分比"
)
"""目标：4 万人；完成：4.3 万人: the label of what came of the aim before it."""
_TARGETS = re.compile(rf"(?:{re.any_of(_WORDS.aims.kinds)})(?:的)?目标")
"""全年经济社会发展主要预期目标是：, which the paragraph goes on to list behind full stops."""
_NO_TOPIC = re.compile(
    rf"(?:(?:属于?|系|这?也?是|为)(?:[^，。；\d]{{0,10}}的?)?(?:连续)?第[一二三四五六七八九十\d]{{1,3}}[次年轮个](?:[\u3400-\u9fff]{{0,6}})|[与同和较比][^，。；]{{1,12}}(?:基本|大体|大致)?持平|(?:基本|大体|大致)持平|在[^，。；]{{2,30}}[会坛赛式]议?上|(?:{re.any_of(_TURNS.told.no_topic)})[\u3400-\u9fff]{{0,8}}|(?:超额|提前|圆满|全面|顺利|如期|全部|已经?)完成[\u3400-\u9fff]{{0,8}}(?:{re.any_of(_TURNS.aims.none_fulfilled)}))$"
)
"""同一企业不设上限, 圆满完成全年任务: what is denied or met is of what no figure is."""
_OPENER = 8
"""Characters of the longest word that opens a list by itself."""


def label(squeezed: Squeezed, start: int, end: int) -> Named | None:
    """The short sentence that opens a paragraph in the place of a heading, or a heading: 职业技能培训。已开展 5 万人次."""
    text = _ORDER.sub("", squeezed.shown[start:end].strip("。：:—–―─·●◆■ "))
    named = 0 < len(text) <= LABEL and not _MARK.search(text) and not _NO_NAME.fullmatch(text)
    return Named(whole_name(without_lead(text)), squeezed.line(start)) if named else None


def caption(squeezed: Squeezed, statement: Statement, context: Context) -> None:
    """What the words before the first colon of a paragraph name for what stands behind it: a fund, what is raised."""
    start, end = statement.start, statement.end
    context.heading = heading_name(squeezed, start, end) or context.heading
    if context.label is None and _RULES.search(squeezed.folded, start, end):
        context.label = label(squeezed, start, end)


def open_among(squeezed: Squeezed, statement: Statement, context: Context) -> None:
    """纳入评估的 18 项指标中， opens the parts of what it counts, 经费 9 亿元中， those of what it told."""
    last = statement.quantities[-1]
    text = squeezed.shown[last.end : statement.end] if statement.close == "，" else ""
    if text == "中" and context.stated and context.head is not None and len(context.head.text) > 1:
        context.open(context.head)
    elif (among := _AMONG.fullmatch(text)) and not statement.holes:
        context.open(Named(whole_name(among["whole"]), squeezed.line(last.end)))


def behind_targets(squeezed: Squeezed, framed: Frame, context: Context) -> Frame:
    """主要目标是 before the first target is no part of its name."""
    end = moods.targets_stated(squeezed.folded, framed.begin, framed.first)
    if end is None or end >= framed.first:
        return framed
    context.planned = "目标"
    return msgspec.structs.replace(framed, begin=end)


def _divide(squeezed: Squeezed, context: Context, text: str, behind: Sequence[Statement]) -> None:
    """分产业看: what was told last is divided, and the sectors behind it are its parts."""
    context.divide(text)
    if parted := wholes.divided(squeezed, context, behind):
        context.open(parted)


def topic(squeezed: Squeezed, framed: Frame, context: Context, behind: Sequence[Statement]) -> None:
    """What a statement without figures is about, for one behind it that says only how much."""
    listed = framed.moment if framed.moment is not None and framed.moment.several else None
    cuts = [*framed.statement.holes, *([(listed.start, listed.end)] if listed else [])]
    whole = without_lead(kept(squeezed, framed.begin, framed.statement.end, cuts))
    text = unit_labels.without_unit(whole)
    text = _PEAKS.sub("", text) if listed else ranked.leader(framed, text, context)
    if side := _SIDE.fullmatch(text):
        context.turn_to(side["side"])
    most = extremes.is_most(text, squeezed.line(framed.begin), context, framed.parts)
    if (
        most
        or graded.adjusted(squeezed, framed, context)
        or by_place.heads(squeezed, framed, text, behind, context)
    ):
        return
    by_place.begin(context, text, squeezed.line(framed.begin))
    if context.by_place or _ASPECT.fullmatch(text) or uses.EXTREME.fullmatch(text):
        _divide(squeezed, context, text, behind)
        return
    denied = _NO_TOPIC.search(squeezed.folded, framed.begin, framed.statement.end)
    denied = denied or _BY_MEANS.fullmatch(squeezed.folded, framed.statement.start, framed.statement.end)
    if denied or moods.says(text) or behind_things.opened(squeezed, framed, text, behind, context):
        return
    among = _AMONG.fullmatch(text)
    if (
        framed.statement.close == "："
        and not framed.statement.joint
        and _DIVIDED.match(squeezed.folded, framed.statement.end)
    ) or (text != whole and _names_item(squeezed.folded, framed.statement.end)):
        context.open(Named(text, squeezed.line(framed.begin)))
    elif among and framed.statement.close == "，":
        own = _OF_YEAR.sub("", whole_name(among["whole"]))
        context.open(Named(own, squeezed.line(framed.begin)))
    elif framed.statement.close in graded.CLOSES and len(text) <= _MEASURE and graded.is_measure(text):
        context.end_list()
        context.open(Named(graded.name_of(text), squeezed.line(framed.begin)))
    elif compared := _COMPARED.fullmatch(text):
        context.compared = (text, compared["base"])
        if framed.statement.joint == "；":
            context.end_parts()
    elif moods.announces(text):
        context.topic = context.topic if moods.opens_list(text) else None
    elif text and not text.endswith("了") and not _goes_on(text, framed, context):
        risen = _risen().fullmatch(text) if framed.statement.joint == "；" else None
        name = risen["what"] if risen else without_state(insurance_led(text))
        context.topic = Named(name, squeezed.line(framed.begin))
        context.stated = context.stated and risen is None


def _goes_on(text: str, framed: Frame, context: Context) -> bool:
    """Does a statement only say what was done with what was told of before: 失业率为 5.6%，5、6月份连续回落，分别为 5.4%、5.3%?"""
    moved = is_deed(text) and context.base is not None and framed.statement.close == "，"
    return moved or bool(context.topic and _DID.match(text))


def _names_item(folded: str, colon: int) -> bool:
    """Does the name of one of several things stand behind a colon, and neither a time nor what came of an aim: （万人）：养老 268.5?"""
    item = _ITEM_NAMED.match(folded, colon)
    return item is not None and not (is_dependent(item["name"]) or _RESULT.fullmatch(item["name"]))


@cache
def _risen() -> re.Pattern[str]:
    """；税收收入连续跨越三个台阶，从 20 亿元增至 49 亿元: the rise behind it is of that, and no more of what stands before."""
    words = prose_words()
    verbs, reached = re.any_of(words.milestone_verbs), re.any_of(words.milestones)
    return re.compile(
        rf"(?P<what>[\u3400-\u9fff]{{4,16}}?)(?:{re.any_of(_TURNS.manner.again)}|[两三四五六]次){{0,2}}"
        rf"(?:{verbs})[^，。；]{{0,16}}(?:{reached})"
    )


def _announce(text: str, context: Context, last: bool) -> None:
    """Are those behind a colon targets, or what came of them? `last` where the block ends with it."""
    if _RESULT.fullmatch(text):
        context.planned, context.targets, context.done = "", False, True
    if moods.opens_targets(text) and not (context.mood == "past" and text.endswith(("指标", "实事"))):
        context.planned = context.planned or "目标"
        context.targets = not last and bool(_TARGETS.search(text))


def _opens_each(text: str, line: int, context: Context) -> bool:
    """Are places announced of which each has its figure: of what is named (各县新增就业：), or of what stands before (各县任务：)?"""
    aims, each = listed_places.names_aims(text), _SPREAD.fullmatch(text)
    if aims:
        context.topic = context.base = context.main = context.head = None
    elif each:
        context.open(Named(without_aim(each["name"]), line))
    return aims or each is not None


def opener(squeezed: Squeezed, statement: Statement, context: Context, behind: Sequence[Statement]) -> None:
    """What a statement that ends in a colon announces: parts of a whole (其中：, 包括：), or targets."""
    last = statement.end + len(statement.close) >= len(squeezed.folded)
    text = unit_labels.without_unit(squeezed.shown[statement.start : statement.end])
    if statement.close == "：" and not statement.quantities:
        _announce(text, context, last)
        if last:
            context.base_time = context.time if context.led else context.base_time
            context.bound = context.bound or bool(context.planned)
            if context.bound and context.paper.report and context.mood != "past":
                context.base_time = Time(str(context.paper.now))
        if _opens_each(text, squeezed.line(statement.start), context):
            return
    if (statement.close != "：" and len(text) > _OPENER) or wholes.lists_names(squeezed, statement, behind):
        return
    ending = [opener for opener in prose_words().openers if text.endswith(opener.word)]
    opener = max(ending, key=lambda entry: len(entry.word), default=None)
    if opener is None or (statement.close != "：" and text != opener.word):
        return
    name = without_lead(whole_name(text.removesuffix(opener.word)))
    near = context.nearest if opener.nearest and not is_rate(context.last) else None
    ahead, whole = (
        "",
        (near or (context.main if opener.nearest else context.parted))
        or (context.topic and Named(whole_name(context.topic.text), context.topic.line)),
    )
    if name and not statement.quantities:
        whole, context.opened = Named(name, squeezed.line(statement.start)), None
    else:
        part = next(iter(behind), None)
        found = part.quantities if part is not None else ()
        if found and (owner := context.owner_in(found[0].base_unit)) is not None:
            whole = context.head = context.main = owner
            context.unit = found[0].base_unit
        whole = opened_wholes.unscored(context, part, opened_wholes.unshared(context, part, whole))
        ahead = squeezed.shown[statement.end : statement.end + _NAMED]
    lists = "其中" not in opener.word
    if _SCORED.match(squeezed.folded, statement.end):
        whole = None  # how a project was judged is no part of an amount or a rate
    if whole is not None and lists and whole.text.endswith(prose_words().list_words):
        whole = None  # what is listed under so many targets is no part of a quantity
    context.open(whole, ahead)
    context.topic, context.reason, context.glued = None, False, False
    if last:
        context.section, context.section_style = context.whole, context.style
        context.section_unit = context.unit if context.stated else ""
        context.around, context.base_time = context.around or context.base_time, context.time


def is_rate(last: Reading | None) -> bool:
    """Is the figure before a ratio, which no amounts are parts of?"""
    return last is not None and last.quantity.base_unit in (*RATIOS, *POINTS)
