"""What stands around a number: multiplier, unit and rate behind it, operators before and behind it, a minus sign."""

from __future__ import annotations

from functools import cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns
from hrss_tui.reference.units import figure_words, multipliers, units

_THINGS = things()
_TURNS = turns()
_OF_TIMES = "个次(?!中心|级|要)"
"""Items times, but not 2 个次中心."""
_OF_HUNDRED_MILLIONS = "(?:个(?=亿(?![元级吨斤美的])))?"
"""1.5 个亿 is an amount, 12 个亿元企业 are twelve."""
_OF_YEARS = "人年(?![均末底初内度平计任目])"
"""3 万人年 is a unit; 3 万人年均 is not."""
_SPAN_OF_DAYS = re.compile(r"[内以之]")
_BROKEN_DAYS = re.compile(r"(?<![\d.])\d{1,2}\.\d$")
"""平均住院日 8.8 日 is no day of a month."""
_MINUS = re.compile(r"(?<![\d.A-Za-z%‰号年月日元])[-–]$|(?<![减增担肩背欠自胜辜抱债税正身])负$")
"""A sign, or the word for one, which also ends words of burdens (减负, 担负) and of both signs (正负)."""
_FALLEN = re.compile(
    r"(?:同比|环比|(?<![占对评类同环])[比较][^，。；：、\d()]{1,12})(?:分别)?(?:变化|变动|增减)?(?:幅度)?-$"
)
_BASE = 24
"""Characters of what a change by a sign is measured against."""
_DISTANT = 40
"""Characters between the words of a bound and its figure, where a standard is named between them."""
_VERB = 14
"""Characters between the words of a bound and its figure with a verb between them."""
_GAP = 10
"""Characters between 每人每月 and the amount it makes a rate."""
_PEAK = re.compile(
    rf"(?:人数|人次|[流客访产销发总用水数][流问电产销]?[量位]|{re.any_of(_THINGS.names.peaks)}|[率])(?:曾|一度)?(?P<word>最[高多](?:时|曾|一度)?达到?)$"
)
"""日活跃人数最高达 84 万: what was reached once, and no bound."""
_EXCEEDS = ("超", "超过", "超出")
_COMPARED = re.compile(
    r"(?:(?<![相占对评类同环])比(?!例|重|率)|(?<!比)较(?!大|小|多|少|高|低|为))(?:\d{4}年)?[^，。；：、\d比较]{0,12}(?<![比较])$"
)
"""比计划超 3 万人: by how much more it was, and no bound."""
_AND = re.compile(rf"(?:[、和与及，]|以及)(?:{re.any_of(_TURNS.change.beside)}|[升降增减多少高低])?(?=\d)")
_OTHER_AREA = re.compile(
    rf"[、和与及，](?:(?:{re.any_word(statement_words().compared.areas)})?(?:全[国省市区县州盟旗]|[\u3400-\u9fff]{{1,4}}[省市区县州盟旗])(?:平均(?:水平)?|水平)?[高低快慢多少]?出?)(?=\d)"
)
"""高于全国 0.8 个、全省 0.3 个百分点: between by how much one is above an area, and by how much above another."""
_POINTS = "分点"
_RUN_ON = re.compile(r"(?<=/[人户生])(?=[月年天日]$)")
"""元/人月 is 元/人/月."""
_TIMES = _THINGS.count.again
"""What an amount is paid for over and over again."""
_EVERY = re.compile(r"每(?P<time>[年月天日])")
_EACH_ONE = re.compile(r"有?[一二两三四五六七八九十][人名位个户项次]")
BOUNDS = (">=", "<=", "<", ">")
RATIOS = ("%", "‰", "倍")
POINTS = _THINGS.count.points
"""Units by which rates change, as printed."""
RATES = (*RATIOS, *POINTS)
"""Units of what is no base of a dependent: 抚养比 2.8:1，基金收入 …."""
_SLASHES = str.maketrans("·、／", "///")
"""What stands between a unit and what it is per, as one sign."""


class Tail(msgspec.Struct, frozen=True):
    """What follows a number: `factor` and `noun` make the unit, `operator` is "" where none stands there.

    `bound` where the operator is a word of a bound (以上), which may belong to a noun behind it.
    """

    end: int
    factor: int
    times: str
    noun: str
    operator: str = ""
    bound: bool = False


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A number's tail with a unit, and one with nothing but a multiplier."""
    words = figure_words()
    inside = re.any_word([entry.word for entry in words.operators if "inside" in entry.places])
    words_after = re.any_word([entry.word for entry in words.operators if "after" in entry.places])
    after = rf"(?!多\d)(?:{words_after})"  # 比上年的 300 张多 20 张
    traps = re.any_word(prose_words().unit_traps)
    trapped = re.any_of(prose_words().unit_trap_patterns)
    per = re.any_word(words.per_units)
    times = f"[{''.join(multipliers())}]"
    unit = (
        rf"(?P<in1>{inside})?{_OF_HUNDRED_MILLIONS}(?P<times>{times}{{0,4}}?)(?:(?P<in2>{inside})(?P<rest>[万亿]{{0,2}}))?(?!{traps}|{trapped})"
        rf"(?P<unit>{re.any_word(list(units())).replace('人年', _OF_YEARS).replace('个次', _OF_TIMES)})(?P<per>(?:[/／·](?!年度)(?:{per}))*(?:(?<=[人户])、(?:月|年|天|日|次)(?![\u3400-\u9fff\d])|(?<=[/／][人户生])(?:月|年|天|日)(?![\u3400-\u9fff\d]))?)(?P<every>(?:每(?:{per}))*)(?:\([套次个人户家]\))?(?P<after>{after})?"
    )
    bare = rf"(?P<in1>{inside})?{_OF_HUNDRED_MILLIONS}(?P<times>{times}{{1,4}})(?:(?P<in2>{inside})(?P<rest>[万亿]{{0,2}}))?(?P<after>{after})?"
    return re.compile(unit), re.compile(bare)


@cache
def _before_pattern() -> re.Pattern[str]:
    words = [entry.word for entry in figure_words().operators if "before" in entry.places]
    return re.compile(
        rf"(?P<word>{re.any_word(words)})(?P<copula>(?:可|能)?(?:[有为是达到在了需]|达到)|(?:每[人月年天日户]){{1,3}})?$"
    )


@cache
def _trap_pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:{re.any_word(prose_words().operator_traps)})$")


@cache
def _distant_pattern() -> re.Pattern[str]:
    named = ("最低", "最多")  # 最低工资标准的 80% is a share of the standard, no bound
    bounds = (e for e in figure_words().operators if "before" in e.places and e.operator in BOUNDS)
    words = [e.word for e in bounds if e.word not in named]
    of = rf"(?:\d{{4}}年(?:底|末)?|[^，。；：、\d]{{2,{_DISTANT}}})的"
    of += r"|[\u3400-\u9fff]{0,12}(?:总[数额量]|基数|标准|工资|收入|人均|费用?|[金款价余差]额|缴费额|部分)"
    return re.compile(rf"(?P<word>{re.any_word([w for w in words if len(w) > 1])})(?:{of})$")


@cache
def _share_pattern() -> re.Pattern[str]:
    words = re.any_word(
        [e.word for e in figure_words().operators if "before" in e.places and e.operator != "="]
    )
    return re.compile(
        rf"(?P<word>{words})(?:占(?!用|领|地)[^，。；：、\d]{{0,{_DISTANT}}}|(?:为|是|相当于)(?:\d{{4}}年)?[^，。；：、\d]{{0,{_GAP}}}的)$"
    )


@cache
def _verbal_pattern() -> re.Pattern[str]:
    words = [e.word for e in figure_words().operators if "verbal" in e.places]
    return re.compile(rf"(?P<word>{re.any_word(words)})(?P<between>[^，。；：、;,\d()的]{{1,{_VERB}}})$")


@cache
def _capped_pattern() -> re.Pattern[str]:
    """最高补贴: the most that is granted."""
    return re.compile(
        rf"最[高多](?:可|能|再|一次性){{0,3}}(?:{re.any_word(prose_words().capped_verbs)})[^，。；：、;,\d()的]{{0,8}}$"
    )


@cache
def signs() -> dict[str, str]:
    """Word of an operator → its sign."""
    return {entry.word: entry.operator for entry in figure_words().operators}


def tail(folded: str, at: int) -> Tail | None:
    """What follows a number that ends at an offset; None where that is neither a unit nor a multiplier."""
    with_unit, bare = _patterns()
    match = with_unit.match(folded, at)
    if match is None:
        match = bare.match(folded, at)
        return _made(match, "") if match else None
    unit = match["unit"]
    days = unit == "日" and (
        _SPAN_OF_DAYS.match(folded, match.end()) or _BROKEN_DAYS.search(folded, max(0, at - 5), at)
    )
    if unit == "年" or (unit == "日" and not days):
        return None
    every = match["every"].replace("每", "/")
    per = _RUN_ON.sub("/", match["per"].translate(_SLASHES))
    return _made(match, unit + per + every)


def _made(match: re.Match[str], noun: str) -> Tail:
    times = match["times"] + (match["rest"] or "")  # 5 千余万元
    factor = 1
    for word in times:
        factor *= multipliers()[word]
    operator = signs().get(match["after"] or match["in2"] or match["in1"] or "", "")
    bound = bool(match["after"]) and operator in BOUNDS
    return Tail(match.end(), factor, times, noun, operator, bound)


@cache
def _after_pattern() -> re.Pattern[str]:
    return re.compile(
        re.any_word([entry.word for entry in figure_words().operators if "after" in entry.places])
    )


def after_words(folded: str, at: int) -> str:
    """The words of the operator that stand at an offset: 以上; "" where none do."""
    match = _after_pattern().match(folded, at)
    return match.group() if match else ""


def with_points(folded: str, found: Tail, later: Tail, at: int) -> Tail:
    """The tail of a number whose unit of points only the next number prints in full: 提高 0.1 个和下降 1.9 个百分点."""
    joint = _AND.match(folded, found.end) or _OTHER_AREA.match(folded, found.end)
    points = later.noun.startswith(found.noun) and later.noun.endswith(_POINTS)
    if joint is None or joint.end() != at or not points:
        return found
    return msgspec.structs.replace(found, noun=later.noun)


def of_area(folded: str, stop: int, later: Tail, at: int) -> Tail | None:
    """The tail of a number without a unit by which something is above an area, as the next one is above another: 高出全国 4.2、全省 2.1 个百分点."""
    joint = _OTHER_AREA.match(folded, stop)
    points = later.noun.endswith(_POINTS) and joint is not None and joint.end() == at
    return Tail(stop, later.factor, later.times, later.noun) if points else None


def is_negative(folded: str, at: int) -> bool:
    """Does a minus sign stand before a number, or 负: 增长-0.86%, 净收入负64元? Behind 同比 the sign says that something has fallen."""
    signed = bool(_MINUS.search(folded, max(0, at - 2), at))
    return signed and not _FALLEN.search(folded, max(0, at - _BASE), at)


def operator_before(folded: str, at: int) -> tuple[int, str]:
    """Where the words of the operator begin, and the operator nearest to the number that says something.

    A bound may stand before the name of what it is a share of.
    """
    operator, begin = "", at
    if (peak := _PEAK.search(folded, max(0, at - _VERB), at)) is not None:
        return peak.start("word"), "="
    while match := _before_pattern().search(folded, max(0, begin - 8), begin):
        if _trap_pattern().search(folded, max(0, begin - 8), match.end("word")) or _differs(folded, match):
            break
        begin = match.start()
        if operator in ("", "="):
            operator = signs()[match["word"]]
    return begin, operator


def _differs(folded: str, match: re.Match[str]) -> bool:
    """Is the word of a bound the verb of what differs from something else: 比计划超 3 万人?"""
    low, end = match.start("word") - _BASE, match.start("word")
    told = match["word"] in _EXCEEDS and _COMPARED.search(folded, max(0, low), end)
    return bool(told) and not _changed().search(folded, max(0, low), end)


@cache
def _changed() -> re.Pattern[str]:
    """The end of what says already how something has changed: 比上年增长超过 3%."""
    words = figure_words()
    return re.compile(
        rf"(?:{re.any_word([each.word for each in (*words.changes, *words.measured_changes)])})(?:了|幅|率)?$"
    )


def verbal_bound(folded: str, at: int) -> str:
    """The bound that stands before the verb of a figure (最多可减免 30 万元); "" where none does."""
    low = max(0, at - _VERB - 4)
    match = _verbal_pattern().search(folded, low, at)
    if match is not None and _EACH_ONE.match(match["between"]):
        return ""  # 至少有一人实现就业的家庭 900 户: the bound is that of the one person
    if match is None and _capped_pattern().search(folded, low, at):
        return "<="
    return signs()[match["word"]] if match else ""


def distant_bound(folded: str, at: int) -> str:
    """The operator that stands before what a share is of: 不低于…的 60%, 约占…的 35%; "" where none does."""
    low = max(0, at - _DISTANT - 6)
    match = _distant_pattern().search(folded, low, at) or _share_pattern().search(folded, low, at)
    return signs()[match["word"]] if match else ""


@cache
def _rate_pattern() -> re.Pattern[str]:
    phrases = re.any_word([entry.word for entry in figure_words().per_phrases])
    per = re.any_word(figure_words().per_units)
    return re.compile(
        rf"(?P<phrase>{phrases}|(?:每(?:{per})){{1,4}})(?P<gap>(?:[^，。；：、\d每]{{0,{_GAP}}}|[^，。；：、\d每]{{1,6}}、[^，。；：、\d每]{{1,6}})(?:每[年月天日][^，。；：、\d每]{{0,{_GAP}}})?)$"
    )


def rate(folded: str, low: int, at: int) -> str:
    """What an amount is per, by the words before it: 每人每月 gives /人/月; "" where it is no rate.

    每年 and 每月 alone, and 月人均, make one only directly before the amount: 每年安排资金 2 亿元 is no price.
    """
    match = _rate_pattern().search(folded, max(low, at - 24), at)
    if match is None:
        return ""
    known = {entry.word: entry.per for entry in figure_words().per_phrases}
    per = known.get(match["phrase"]) or tuple(match["phrase"].split("每")[1:])
    loose = all(part in _TIMES for part in per) or "均" in match["phrase"]
    if not loose and per[-1] not in _TIMES and (every := _EVERY.search(match["gap"])):
        per = (*per, every["time"])  # 每名护林员每年补助
    return "" if loose and match["gap"] else "".join(f"/{part}" for part in per)
