"""Whether a heading or a statement looks back or ahead: what is reported as done, and what is planned."""

from __future__ import annotations

from functools import cache
from typing import Literal

from hrss_tui import lazy_re as re
from hrss_tui.reference.places import named
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns

_THINGS = things()
_TURNS = turns()

Mood = Literal["", "past", "ahead"]
_LISTED = re.compile(
    rf"(?:{re.any_of(_TURNS.aims.of_lists)})(?:任务)?(?:主要|具体|预期|总体)?(?:是|为|有|如下|包括)?$"
)
_DELIVERED = re.compile(rf"(?:{re.any_of(_TURNS.aims.delivered)})了")
"""我们办成了一批实事 tells of what was done."""
_MANY = r"[一两二三四五六七八九十\d]{1,3}(?:项|件|个|大|类)"
_PLEDGES = re.compile(
    rf"(?:{re.any_of(_TURNS.aims.pledges)})了?[^，。；\d]{{0,8}}?{_MANY}[^，。；\d]{{0,10}}?"
    rf"(?:{re.any_of(_TURNS.aims.things)})(?:{re.any_of(_TURNS.aims.lists)})?$"
)
"""年初定下三项实事项目，分别为：… tells what was promised."""
_SO_MANY = re.compile(
    rf".*{_MANY}[^，。；\d]{{0,10}}?(?:{re.any_of(_TURNS.aims.pledged_things)})(?:{re.any_of(_TURNS.aims.lists)})?"
    rf"|.*(?:{re.any_of(_TURNS.aims.publishes)})了?[\u3400-\u9fff]{{0,16}}(?:目标|任务|指标)"
)
"""定下三项实事: how many things are named behind it, and no name of any of them."""
_OPENS = re.compile(rf"(?:{re.any_of(_TURNS.manner.mostly)}){{0,2}}(?:为|是|如下|包括|有)")
_SUMS = re.compile(r"(?:累计|共计?)(?:完成|实现|发放)")
_ASKS = re.compile(
    rf"(?:{re.any_of(_TURNS.told.questioners)}|[^，。：:]{{2,14}}(?:记者|主持人))(?:提?问)?[:：]"
)
_TELLS = re.compile(
    rf"(?:{re.any_of(_TURNS.aims.papers)}|》)[”》]?(?:明确|也|还|中)?(?:{re.any_of(_TURNS.aims.asks)})(?:了|要)?$"
)
_DEMANDS = re.compile(
    rf"(?:会议?|部署会上|讲话中|讲话)(?:{re.any_of(_TURNS.told.demanded)})?(?:{re.any_of(_TURNS.aims.demands)})(?:了|要)?$"
)
"""会议要求: a meeting, or who speaks at it, asks for what is named behind it."""
_SAYS = re.compile(
    rf"(?:{re.any_of(_TURNS.told.says)}|(?:{re.any_of(_TURNS.told.published)})了?(?:《[^》]{{1,60}}》|[\u3400-\u9fff]{{0,12}}(?:{re.any_of(_TURNS.told.papers)}))|(?:举行|召开)[\u3400-\u9fff]{{0,16}}(?:发布|通气|见面)会)$"
)
"""公报显示, 人社局发布公报: who tells it, and not of what."""
_OBEYS = re.compile(rf"(?:现|我[局市县区厅]|今年)?(?:按照?|{re.any_of(_TURNS.aims.obeys)})")
"""按照…通知要求 says why something was done, not what is to be done."""
_HELD_TO = re.compile(re.any_of(_TURNS.aims.held_to))
"""我办根据区政府工作部署、对照通知要求 names the demands of a paper, and demands nothing itself."""
_REPORTED = re.compile(rf"(?:{re.any_of(_TURNS.aims.reported)})(?:的)?情况[。：:]?$")
"""A heading that ends so tells of what was done, whatever it was (重点工作推进情况)."""
_SERVES = re.compile(
    rf"[^\u3400-\u9fff]{{0,4}}(?:[（(]?[一二三四五六七八九十\d]{{1,3}}[）)、.．]){{0,2}}[\u3400-\u9fff]{{0,8}}?(?:{re.any_of(_TURNS.aims.server)}|扛[起牢稳]|{re.any_of(_TURNS.aims.server_more)})"
    rf"(?!情况)[\u3400-\u9fff“”、]{{0,16}}(?:{re.any_of(_TURNS.aims.served)})[\u3400-\u9fff]{{0,8}}[。：:]?$"
)
"""（二）聚力落实国家战略任务: what was served, in an account of what was done."""
_ATTAINED = re.compile(
    rf"，[\u3400-\u9fff]{{2,8}}(?:{re.any_of(_TURNS.manner.attained)})[\u3400-\u9fff]{{2,4}}[。：:]?$"
)
"""（三）办好民生实事，生活品质稳步提高: what came of it."""
_AIMED = re.compile(rf"(?:{re.any_of(_TURNS.aims.names)})(?:数|值|总数)?$")
_FILED = re.compile(
    rf"(?:目标|任务|指标)(?:的)?(?:{re.any_of(_TURNS.aims.filed)})(?:工作)?(?:的)?情况[。：:]?$"
)
"""绩效目标设置情况: how many forms were filled in, and none of what they aim at."""
_REACH = 8
"""Characters of the longest word for an aim."""
_STATED = re.compile(
    rf"(?:{re.any_of(_TURNS.aims.stated)}|[我咱]们的?|[今明全]年的?|年度|末|底)(?:{re.any_of(_TURNS.aims.stated_behind)})?(?:的)?(?:目标|任务|指标)(?:任务|值|数)?(?:是|为)(?=\D|\d{{4}}年)"
)
_DISPOSES = re.compile(
    rf"[^将，。；]{{0,14}}将(?!把)[^把，。；]{{2,24}}(?:{re.any_of(_TURNS.aims.disposed)})"
)
"""将新增就业纳入考核 is 把…: it says what is done with something, and not what will be done."""
_ACTOR = re.compile(
    rf"(?:{re.any_of(_TURNS.told.actors)}|[我咱该本]?[省市县区州盟旗局厅委部校院厂园]里?|[我全本][省市县区州盟旗局厅委部校院](?:上下)?|[\u3400-\u9fff]{{1,12}}?(?:{re.any_of(_THINGS.who.bodies)}|(?:工作|事业)(?!计划))|[\u3400-\u9fff]{{2,8}}?(?=(?:[今明]年|年内|全年)力争))(?:{re.any_of(_TURNS.time.yearly_aims)})?(?:{re.any_of(_TURNS.told.also)})?"
    rf"(?=(?:力争|争取(?!到)|计划(?!处|{re.any_of(_TURNS.aims.plan_words)})|拟(?!定|订|稿)|{re.any_of(_TURNS.aims.foreseen_of)}|将)[\u3400-\u9fff])"
)

_SCENE = re.compile(
    rf"(?:{re.any_of(_TURNS.told.scenes)})现场(?:[，,]|[\u3400-\u9fff]{{1,6}}了|$)|^(?:活动)?当[天日](?:除|，|$|[上下]午)"
)
_NOUN_BEHIND = re.compile(r"的?[\u3400-\u9fff]{0,8}?(?=将)")
"""What is counted, before what it will do: 27 所幼儿园将陆续启用."""
_PLACE = re.compile(
    rf"(?P<place>[\u3400-\u9fff]{{2,5}}?)(?:{re.any_of(_THINGS.who.urban)}|(?:主?城|市|中心城)区|全[省市区县州盟旗])?(?:(?:{re.any_of(_TURNS.time.ahead)})?(?:还|也|都|又|同时)?(?=(?:{re.any_of(_TURNS.aims.foreseen_by)}|将)[\u3400-\u9fff])|(?=(?:今年|明年|还|也|都){{1,2}}要(?![求素件点闻害么约])[\u3400-\u9fff]))"
)

_FORESEEN = re.compile(
    rf"(?:{re.any_of(_TURNS.aims.foreseen)}|(?<![需主重只纲概想还销用租就得钱费])要|(?<![即现])将(?:突?破|突破|超过?|达到?|{re.any_of(_TURNS.aims.foreseen_rises)})?)$"
)
"""Words that make a figure planned directly before it."""
_LEVEL = "[均都已共累计总数量人户规模合达到为有是约近超]*$"
"""Behind those who are told of: nothing but how many they are."""
_FOR = "[对为将给向使让按把因如若凡]"
"""Before those to whom something is done, or who only may have done it."""
_SURELY_AHEAD = _TURNS.aims.surely
"""Words of a plan that are part of no noun, as those of 全年计划 and 预期目标 are."""
EXPECTS = ("预计", "预期")
"""Of those, what says so of that figure alone where a text looks back: 人均收入预计 4 万元；失业率为 2.3%."""


@cache
def _past() -> re.Pattern[str]:
    return re.compile(re.any_word(prose_words().past_headings))


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(re.any_word(prose_words().ahead_headings))


@cache
def _set() -> re.Pattern[str]:
    return re.compile(re.any_word(prose_words().set_headings))


@cache
def _deeds() -> re.Pattern[str]:
    return re.compile(re.any_word(prose_words().deed_headings))


@cache
def _coming() -> re.Pattern[str]:
    return re.compile(re.any_word(prose_words().coming_headings))


@cache
def _modal() -> re.Pattern[str]:
    return re.compile(re.any_of(prose_words().planned_modals))


@cache
def _done() -> re.Pattern[str]:
    return re.compile(re.any_of(prose_words().done_patterns))


@cache
def _done_name() -> re.Pattern[str]:
    """已就业脱贫劳动力稳岗率: those who are so, and what is told of them."""
    words = prose_words()
    who = re.any_word([*words.persons, *words.bodies])
    return re.compile(
        rf"已经?(?:{re.any_word(words.done_states)})的?[^，。；\d]{{0,10}}?(?:{who})(?!{_LEVEL})"
    )


@cache
def _done_by() -> re.Pattern[str]:
    """首批已到账, 县级均已拨付资金: what was done of it, or by whom, before its figure."""
    words = prose_words()
    verbs = re.any_word([*words.done_verbs, *words.verbs])
    return re.compile(
        rf"(?!{_FOR})(?P<what>[^，。；：、\d]{{1,14}}?)(?:均|都|全部)?已经?(?:{verbs})了?[^，。；的率将拟\d]{{0,6}}$"
    )


def heading_mood(text: str, above: Mood = "") -> Mood:
    """Past where a heading speaks of what was done (目标任务完成情况 too), ahead where of what is to be done.

    Below one that looks back, tasks that were carried out or served (落实国家战略任务) are none to come, unless it says
    so (下半年推进重点任务).
    """
    if above == "past" and (_SERVES.match(text) or _ATTAINED.search(text)) and not _coming().search(text):
        return "past"
    if _REPORTED.search(text):
        return "past"
    if _FILED.search(text):
        return ""
    if _past().search(_set().sub("", text)):
        return "past" if not _ahead().search(_past().sub("", text)) or "完成" in text else ""
    return "ahead" if _ahead().search(text) else ""


def tells_deeds(text: str) -> bool:
    """Does a heading name what is done (主要工作举措, 重点工作), and say of nothing that it is only to come or aimed at?"""
    return not _coming().search(text) and not _ahead().search(_deeds().sub("", text))


@cache
def _planned() -> re.Pattern[str]:
    return re.compile(re.any_of(prose_words().planned_before))


def plans(text: str, behind: str = "") -> str:
    """The word with which a text says first that something is planned (力争, 预计); "" where it says no such thing.

    What stands `behind` the text may say otherwise: 争取 before 中央资金 is a deed.
    """
    match = _planned().search(text + behind) if text else None
    return match.group() if match and match.start() < len(text) else ""


def is_modal(ahead: str) -> bool:
    """Does a statement begin with what must or will be done: 要, 将实现, 我们要?"""
    return bool(_modal().match(ahead)) and not _DISPOSES.match(ahead)


def plans_behind(behind: str) -> bool:
    """Does what stands behind a figure say what will be done with it (…的 70% 以上将用于民生), or that so many will do it?"""
    match = _NOUN_BEHIND.match(behind)
    return match is not None and is_modal(behind[match.end() :])


def without_actor(ahead: str) -> str:
    """A statement without those who plan it (我们计划新增, 市人社局将实现), where they stand directly before the plan."""
    match = _ACTOR.match(ahead)
    if match is None and (place := _PLACE.match(ahead)) and named(place["place"]):
        match = place  # 赣州将新建 8 个: a place without the word for what it is
    return ahead[match.end() :] if match else ahead


def is_done(ahead: str, step: bool = False) -> bool:
    """Does a statement begin with what has been done: 已, 实际? On a `step` to an aim 累计完成 says no more than up to when."""
    if _done_name().match(ahead):
        return False
    match = _done().match(ahead)
    if match is None and (told := _done_by().match(ahead)) is not None:
        return not plans(told["what"])
    return bool(match) and not (step and match is not None and _SUMS.fullmatch(match.group()))


def hands_out(text: str) -> bool:
    """Does a notice hand money out with the words before a figure: 现下达你市就业补助资金?"""
    return bool(_handed_out().match(text))


@cache
def _handed_out() -> re.Pattern[str]:
    return re.compile(re.any_of(prose_words().handed_out))


def is_ahead(planned: str) -> bool:
    """Does a word that plans end what is told as done, wherever in its statement it stands: 首批已返还 3 户；第二批拟返还 5 户?"""
    return planned in _SURELY_AHEAD


def recounts(text: str) -> bool:
    """Does a sentence begin with words of the years up to now (近年来), of which it tells to its end?"""
    return text.startswith(prose_words().recounted)


def is_scene(text: str) -> bool:
    """Does a statement of news tell what there was where something took place: 招聘现场聚集了 90 家企业?"""
    return bool(_SCENE.search(text))


def is_foreseen(text: str) -> bool:
    """Do the words directly before a figure say that it is planned?"""
    return bool(_FORESEEN.search(text))


def asks(text: str) -> bool:
    """Is a paragraph a question in an interview or a press conference?"""
    return bool(_ASKS.match(text))


def tells_plan(text: str) -> bool:
    """Does a statement say that a paper or a meeting sets what follows: 工作报告提出, 会议明确?"""
    told = _TELLS.search(text)
    return bool(told) and not (_OBEYS.match(text) or (text.endswith("要求") and _HELD_TO.search(text)))


def demands(text: str) -> bool:
    """Does a statement only say that a meeting asks for what stands behind it?"""
    return bool(_DEMANDS.search(text)) and not (_OBEYS.match(text) or _HELD_TO.search(text))


def says(text: str) -> bool:
    """Does a statement only say who tells what stands behind it, or that it was published?"""
    return bool(_SAYS.search(text))


def opens_targets(text: str) -> bool:
    """Does a statement that ends in a colon announce targets (主要预期目标是), and not what was done (办成了一批实事)?"""
    return bool(_LISTED.search(text)) and not _DELIVERED.search(text)


def pledges(text: str) -> bool:
    """Does a statement say that so many things were set or promised, which are named behind it?"""
    return bool(_PLEDGES.search(text)) and not _DELIVERED.search(text)


def announces(text: str) -> bool:
    """Does a statement only say that so many things follow (三项实事), or that they do (分别为)?"""
    return bool(_SO_MANY.fullmatch(text)) or opens_list(text)


def opens_list(text: str) -> bool:
    """Is a statement nothing but 分别为 or 具体如下?"""
    return bool(_OPENS.fullmatch(text))


def names_aim(folded: str, bracket: int) -> bool:
    """Does a bracket explain an aim named before it: 完成年度目标任务(5 万人)的 80%?"""
    return bool(_AIMED.search(folded, max(0, bracket - _REACH), bracket))


def targets_stated(folded: str, start: int, end: int) -> int | None:
    """Where the words 主要目标是 end in a statement that goes on with the first target itself."""
    if folded.find("标", start, end) < 0 and folded.find("任务", start, end) < 0:
        return None
    match = _STATED.search(folded, start, end)
    return match.end() if match else None
