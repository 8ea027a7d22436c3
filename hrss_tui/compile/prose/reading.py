"""Statements to readings: walks through blocks and keeps the context."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.headed import spent_on
from hrss_tui.compile.prose import (
    behind_things,
    by_place,
    extremes,
    figures,
    graded,
    intents,
    moods,
    named_times,
    ranked,
    standards,
    wholes,
)
from hrss_tui.compile.prose.clauses import BRACKET, Sentence, Statement, sentences
from hrss_tui.compile.prose.context import Context, Reading
from hrss_tui.compile.prose.frames import Frame, frame
from hrss_tui.compile.prose.paper_period import REPORT
from hrss_tui.compile.prose.promises import promised
from hrss_tui.compile.prose.quantities import quantities
from hrss_tui.compile.prose.scopes import heading_place
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.squeezed import Squeezed, head_debris
from hrss_tui.compile.prose.subjects import (
    Named,
    bare_heading,
    heading_name,
    insurance_led,
    kept,
    whole_name,
    without_aim,
    without_lead,
    without_state,
)
from hrss_tui.compile.prose.tails import POINTS, RATIOS
from hrss_tui.compile.prose.tokens import Token, tokens
from hrss_tui.compile.prose.told import Time
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.sources.paragraphs import Kind

_WORDS = statement_words()
_AMONG = re.compile(
    r"在?(?P<whole>[^，。；]{2,20}?)"
    r"(?<!过程)(?<!工作)(?<!建设)(?<!活动)(?<!行动)(?<!实践)(?<!发展)(?<!安排)(?<!部署)(?<!报告)(?<!讲话)(?<!会议)(?<!当)(?<!其)(?<!集)中"
)
"""What statements behind it are parts of: 全省就业人员中，…."""
_ITEM = re.compile(r"[（(](?:\d{1,7}\s?)?[类款项][)）](?:[（(]\d{3,7}[)）])?[。:：]?$", re.ASCII)
"""教育支出（类）普通教育（款）高中教育（项）。 names what its paragraph is about."""
_SCORED = re.compile(
    rf"[，：:]?[^，。；：:]{{2,60}}?(?:自评|评价)(?:综合)?(?:{re.any_of(_WORDS.topics.scores)})"
)
_PROJECT = re.compile(
    r"(?P<item>[^，。；：:]{2,60}?项目)(?:支出)?(?:绩效)?(?:自评|评价)(?:综述|情况|结果|结论|报告)?[:：]"
)
"""“劳务品牌”项目绩效自评综述： names the project that its paragraph judges."""
_ITEM_WITH = re.compile(
    r"[“「\"]?(?P<item>(?:[^，。；：“”「」\"\d]|(?<=[（(])\d{1,7}\s?(?=[类款项][)）])){2,80}(?<=项[)）]))[”」\"]?(?:支出)?(?=\d)"
)
"""“教育支出（类）普通教育（款）高中教育（项）”12 万元 names it too, with its amount; codes may stand before the levels (205类)."""
_AIM = re.compile(
    r"(?<!完成)(?:绩效|任务|工作|年度|预期|具体|总体|主要|产出|效益|质量)*(?:目标|任务目标|目标任务)(?:设定)?"
)
"""（二）绩效目标。 names what its paragraph sets."""
_SPREAD = re.compile(
    r"(?:其中)?(?:(?:19|20)\d{2}年(?:度)?)?(?:各|分)(?:[市州盟县区旗地]|地区|县市区){1,3}(?:看)?(?:的)?(?P<name>[^，。；：]{3,24}?)(?:情况|分配|分解)?(?:分别|如下|具体)*[为是]?"
)
"""各县区城镇新增就业目标分别为： before places and the figure of each."""
_ORDINAL = re.compile(r"(?:[一二三四五六七八九十]{1,2}|第[一二三四五六七八九十])是|首先|其次|再次")
_FIRST = ("一是", "第一是", "首先")
_NAMED = 20
"""Characters behind an opener in which the first part is named."""
_MEASURE = 24
"""Characters of the longest name of a measure that several things have: 失业保险稳岗返还比例，大型企业为 …."""
_LABEL = 24
"""Characters of the longest sentence that is a label."""
_ORDER = re.compile(r"^(?:序号|项目|指标|任务|第)?[一二三四五六七八九十\d]{1,3}[项条]?[：:]")
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
    r"[今明这过去一两年\d]{2,6}是[^，。；]{2,20}(?:之年|一年|元年|时期)|"
    r"(?:[一二三四五六七八九十]{1,2}是)?(?:.*(?:方面|工作)|(?:[稳促扩强优惠兜防抓]|保(?![险障证洁安])|提(?![前高升]))[\u3400-\u9fff]{2})"
)
"""就业方面, 稳就业, 36 亿元, 一是社会保障网越织越密: what a paragraph is about, and no thing of which figures could be."""
_ASPECT = re.compile(
    rf"(?:分|从|按|就)[\u3400-\u9fff]{{1,8}}(?:看|分|划分|统计|来看|来说)|{re.any_of(_WORDS.topics.speakers)}|(?:[\u3400-\u9fff]{{2,10}})?记者|[\u3400-\u9fff]{{1,4}}(?:{re.any_of(_WORDS.topics.officials)})"
)
"""分年度看, 按产业划分, 答：: how figures are divided, or who tells them, and not of what they are."""
_QUESTION = re.compile(
    r"(?:问[:：])?(?:请问)?(?P<name>[\u3400-\u9fff、“”]{3,24}?)(?:一共|具体|最长|最多)?(?:是|有|为|达到?|能|包括|由)?(?:多少|什么|哪些|多久|多长|怎么|如何|怎样|几)[^？?。]{0,10}[？?]$"
)
"""问：失业保险金标准是多少？ names what the answer tells."""
_PEAKS = re.compile(
    rf"在?(?:(?:集中|主要)?出现(?:了|在)?)?(?:[两二三四]个)?(?=(?:{re.any_of(_WORDS.topics.peaks)})?$)"
)
"""求职人数在 3 月和 8 月出现两个高峰，分别为 …: what peaked."""
_SIDE = re.compile(r"[从按就](?P<side>(?:基金)?(?:总)?(?:收入|支出))(?:情况|方面)?(?:来)?看")
"""从支出看，2032 年为 9.5 亿元: of the other side of the account that was told before."""
_ADJUSTED = re.compile(r"(?:与|比|较)调整前|调整后(?!的?预算|的?计划)")
"""调整后一类区域为 1344 元: so it is from the day on which is adjusted."""
_DIVIDED = re.compile(rf"[：:](?:{re.any_of(_WORDS.parts.divisions)})\d")
"""举办招聘会：线上 128 场、线下 216 场: parts of what stands before the colon."""
_DID = re.compile(r"[\u3400-\u9fff]{1,2}了(?=[\u3400-\u9fff]{2})")
"""我们主要抓了：, 做了大量工作: that something was done, and not of what."""
_RULES = re.compile(rf"(?:{re.any_of(_WORDS.topics.rules)})$")
"""倾斜调整：年满 70 周岁的，每月增加 20 元: what the words before the colon name is raised or given."""
_BUDGETED = re.compile(
    r"(?:\d{4}年(?:度)?|本年度?|当年)?(?:财政拨款|一般公共预算)?(?:支出|收入)?(?:年初|全年|调整)?(?:预算|决算|执行|支出)(?:安排)?数?(?:为|是)?\d"
)
"""2.公务接待费。2033年预算数 6 万元: the sentence before says of what."""
_BY_MEANS = re.compile(rf"(?:通过|采取|采用|按照|运用)[^，。；]{{2,20}}(?:{re.any_of(_WORDS.topics.means)})")
"""通过公开招标方式，投资 140 万元: how, and not of what."""
_TARGETS = re.compile(rf"(?:{re.any_of(_WORDS.aims.kinds)})(?:的)?目标")
"""全年经济社会发展主要预期目标是：, which the paragraph goes on to list behind full stops."""
_NO_TOPIC = re.compile(
    r"(?:(?:属于?|系|这?也?是|为)(?:[^，。；\d]{0,10}的?)?(?:连续)?第[一二三四五六七八九十\d]{1,3}[次年轮个](?:[\u3400-\u9fff]{0,6})|[与同和较比][^，。；]{1,12}(?:基本|大体|大致)?持平|(?:基本|大体|大致)持平|(?:不设|不限|不受|不再|没有|无需|不用|未设|不变)[\u3400-\u9fff]{0,8}|(?:超额|提前|圆满|全面|顺利|如期|全部|已经?)完成[\u3400-\u9fff]{0,8}(?:任务|目标|计划|指标))$"
)
"""同一企业不设上限, 圆满完成全年任务: what is denied or met is of what no figure is."""
_DASHES = ("—", "–", "―", "-")
"""——2033 年 8 月 27 日在县人大常委会会议上: when and where it was told, and not of when."""
_OPENER = 8
"""Characters of the longest word that opens a list by itself."""
_AHEAD = 24
"""Statements behind one that it may look at: figures that 分别 distributes, the purpose of money."""


def read(squeezed: Squeezed, context: Context, start: int = 0, sort: str = "") -> list[Reading]:
    """The readings of a block from an offset on (behind its number); moves the context on."""
    start = max(start, head_debris(squeezed))
    squeezed = squeezed.behind(start)
    found = tokens(squeezed.folded)
    titles = [token for token in found if token.kind == "title"]
    counted = [q for q in quantities(squeezed.folded, found) if q.start >= start and not q.threshold]
    context.begin_block(sort, wholes.style(squeezed.shown[:start]))
    readings: list[Reading] = []
    held = wholes.held(squeezed, start, context)
    above, context.label, context.asked = context.heading, context.asked, None
    place = heading_place(squeezed.folded[start : start + _LABEL], context.paper.place)
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
            context.label = label(squeezed, low, sentence.end)
            context.aims = bool(_AIM.fullmatch(squeezed.folded[low : sentence.end].rstrip("。：:")))
        if question := _QUESTION.match(squeezed.folded, sentence.start, sentence.end):
            asked = Named(squeezed.shown[slice(*question.span("name"))], squeezed.line(sentence.start))
            context.label = context.asked = asked
        pledged = promised(squeezed.folded, sentence, start, sort, context)
        aims, context.aims = context.aims, context.aims or pledged
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


def _turns_ahead(context: Context, first: Reading) -> bool:
    """Does a paragraph of a work report without headings begin with the aims of the year: 今年，…. What follows is of it too?"""
    report = context.paper.report and not context.mood and context.led
    return report and context.time.line is not None and first.time.period == str(context.paper.now)


def _is_so_far(context: Context) -> bool:
    """Is an opening time (今年以来) no other than the months, from January on, that the paper is of?"""
    months, period = context.paper.clock.months or "", context.time.period or ""
    return "-01/" in months and period.removesuffix("/..") == months[:4]


def label(squeezed: Squeezed, start: int, end: int) -> Named | None:
    """The short sentence that opens a paragraph in the place of a heading, or a heading: 职业技能培训。已开展 5 万人次."""
    text = _ORDER.sub("", squeezed.shown[start:end].strip("。：:—–―─·●◆■ "))
    named = 0 < len(text) <= _LABEL and not _MARK.search(text) and not _NO_NAME.fullmatch(text)
    return Named(whole_name(without_lead(text)), squeezed.line(start)) if named else None


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
        named_times.take(squeezed, framed, context)
        if context.paper.since is not None and _ADJUSTED.match(squeezed.folded, framed.begin):
            context.before, context.passing = context.time, True
            context.time = Time(context.paper.since, since=True)
        framed = ranked.opened(squeezed, _behind_targets(squeezed, framed, context), context)
        if statement.joint == BRACKET and moods.names_aim(squeezed.folded, statement.start - 1):
            context.planned = context.planned or "目标"
            context.time = standards.year_aimed(context.time)
        if framed.parts and statement.quantities:
            unit = statement.quantities[0].base_unit
            share = unit in RATIOS and squeezed.folded.find("占", framed.begin, framed.first) >= 0
            rated = _is_rate(context.last) and (share or unit not in (*RATIOS, *POINTS))
            above = wholes.of_rate(context, statement.joint) if rated else None
            whole = above if rated else context.taken_in(context.unit if share else unit)
            whole = wholes.unscored(context, statement, wholes.unshared(context, statement, whole))
            whole = (None if context.stated else context.topic) or whole
            context.open(whole, squeezed.shown[framed.begin : framed.first])
            context.glued = framed.statement.joint == "，"
        framed = graded.opened(squeezed, framed, sentence.statements[index + 1 : index + 2], context)
        wholes.end_section(framed, context, sentence.start == start)
        intents.settle(squeezed, framed, context)
        if statement.quantities:
            situation = Situation(
                squeezed, framed, sentence.statements[index + 1 : index + 1 + _AHEAD], context
            )
            readings += figures.readings(situation)
            _open_among(squeezed, statement, context)
        else:
            _topic(squeezed, framed, context, sentence.statements[index + 1 : index + 2])
            told = moods.tells_plan(squeezed.folded[statement.start : statement.end])
            context.planned = context.planned or ("目标" if told else "")
            if statement.close == "：" and not readings and sentence.start == start:
                _caption(squeezed, statement, context)
        named_times.behind_deeds(squeezed, statement, context)
        readings = named_times.enforced(squeezed, statement, context, readings)
        _opener(squeezed, statement, context, sentence.statements[index + 1 :])
    return readings


def _caption(squeezed: Squeezed, statement: Statement, context: Context) -> None:
    """What the words before the first colon of a paragraph name for what stands behind it: a fund, what is raised."""
    start, end = statement.start, statement.end
    context.heading = heading_name(squeezed, start, end) or context.heading
    if context.label is None and _RULES.search(squeezed.folded, start, end):
        context.label = label(squeezed, start, end)


def _open_among(squeezed: Squeezed, statement: Statement, context: Context) -> None:
    """纳入评估的 18 项指标中， opens the parts of what it counts, 经费 9 亿元中， those of what it told."""
    last = statement.quantities[-1]
    text = squeezed.shown[last.end : statement.end] if statement.close == "，" else ""
    if text == "中" and context.stated and context.head is not None and len(context.head.text) > 1:
        context.open(context.head)
    elif (among := _AMONG.fullmatch(text)) and not statement.holes:
        context.open(Named(whole_name(among["whole"]), squeezed.line(last.end)))


def _behind_targets(squeezed: Squeezed, framed: Frame, context: Context) -> Frame:
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


def _topic(squeezed: Squeezed, framed: Frame, context: Context, behind: Sequence[Statement]) -> None:
    """What a statement without figures is about, for one behind it that says only how much."""
    listed = framed.moment if framed.moment is not None and framed.moment.several else None
    cuts = [*framed.statement.holes, *([(listed.start, listed.end)] if listed else [])]
    text = without_lead(kept(squeezed, framed.begin, framed.statement.end, cuts))
    text = _PEAKS.sub("", text) if listed else ranked.leader(framed, text, context)
    if side := _SIDE.fullmatch(text):
        context.turn_to(side["side"])
    most = extremes.is_most(text, squeezed.line(framed.begin), context, framed.parts)
    if most or graded.adjusted(squeezed, framed, context):
        return
    by_place.begin(context, text, squeezed.line(framed.begin))
    if context.by_place or _ASPECT.fullmatch(text) or named_times.EXTREME.fullmatch(text):
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
    ):
        context.open(Named(text, squeezed.line(framed.begin)))
    elif among and framed.statement.close == "，":
        context.open(Named(whole_name(among["whole"]), squeezed.line(framed.begin)))
    elif framed.statement.close in graded.CLOSES and len(text) <= _MEASURE and graded.is_measure(text):
        context.open(Named(graded.name_of(text), squeezed.line(framed.begin)))
    elif compared := _COMPARED.fullmatch(text):
        context.compared = (text, compared["base"])
        if framed.statement.joint == "；":
            context.end_parts()
    elif moods.announces(text):
        context.topic = context.topic if moods.opens_list(text) else None
    elif text and not text.endswith("了") and not (context.topic and _DID.match(text)):
        risen = _risen().fullmatch(text) if framed.statement.joint == "；" else None
        name = risen["what"] if risen else without_state(insurance_led(text))
        context.topic = Named(name, squeezed.line(framed.begin))
        context.stated = context.stated and risen is None


@cache
def _risen() -> re.Pattern[str]:
    """；税收收入连续跨越三个台阶，从 20 亿元增至 49 亿元: the rise behind it is of that, and no more of what stands before."""
    words = prose_words()
    verbs, reached = "|".join(words.milestone_verbs), "|".join(words.milestones)
    return re.compile(
        r"(?P<what>[\u3400-\u9fff]{4,16}?)(?:先后|连续|相继|首次|成功|[两三四五六]次){0,2}"
        rf"(?:{verbs})[^，。；]{{0,16}}(?:{reached})"
    )


def _opener(squeezed: Squeezed, statement: Statement, context: Context, behind: Sequence[Statement]) -> None:
    """What a statement that ends in a colon announces: parts of a whole (其中：, 包括：), or targets."""
    last = statement.end + len(statement.close) >= len(squeezed.folded)
    text = squeezed.shown[statement.start : statement.end]
    if statement.close == "：" and not statement.quantities:
        if moods.opens_targets(text) and not (context.mood == "past" and text.endswith(("指标", "实事"))):
            context.planned = context.planned or "目标"
            context.targets = not last and bool(_TARGETS.search(text))
        if last:
            context.base_time = context.time if context.led else context.base_time
            context.bound = context.bound or bool(context.planned)
            if context.bound and context.paper.report and context.mood != "past":
                context.base_time = Time(str(context.paper.now))
        if spread := _SPREAD.fullmatch(text):
            context.open(Named(without_aim(spread["name"]), squeezed.line(statement.start)))
            return
    if (statement.close != "：" and len(text) > _OPENER) or wholes.lists_names(squeezed, statement, behind):
        return
    ending = [opener for opener in prose_words().openers if text.endswith(opener.word)]
    opener = max(ending, key=lambda entry: len(entry.word), default=None)
    if opener is None or (statement.close != "：" and text != opener.word):
        return
    name = without_lead(whole_name(text.removesuffix(opener.word)))
    near = context.nearest if opener.nearest and not _is_rate(context.last) else None
    ahead, whole = (
        "",
        (near or (context.main if opener.nearest else context.parted))
        or (context.topic and Named(whole_name(context.topic.text), context.topic.line)),
    )
    if name and not statement.quantities:
        whole, context.opened = Named(name, squeezed.line(statement.start)), None
    else:
        part = next(iter(behind), None)
        whole = wholes.unscored(context, part, wholes.unshared(context, part, whole))
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


def _is_rate(last: Reading | None) -> bool:
    """Is the figure before a ratio, which no amounts are parts of?"""
    return last is not None and last.quantity.base_unit in (*RATIOS, *POINTS)
