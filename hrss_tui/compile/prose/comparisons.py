"""Figures that are measured against something: changes, shares, and pairs from … to …."""

from __future__ import annotations

from functools import cache, lru_cache

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import pay
from hrss_tui.compile.prose.clauses import MANNER
from hrss_tui.compile.prose.quantities import Quantity
from hrss_tui.compile.prose.subjects import without_brackets
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns
from hrss_tui.reference.units import figure_words

_THINGS = things()
_TURNS = turns()
_WORDS = statement_words()
_SHARE = re.compile(
    rf"(?:约|近|仅|只)?占(?!用|领|比|地(?!州|区|方))(?:到|了)?(?P<whole>.{{0,120}}?)的?(?:比重|比例|份额)?(?:[（(][^（）()\d]{{1,20}}[）)])?(?P<late>分别|依次)?(?:始终|一直)?(?:为|达到?|约为|(?:{re.any_of(_TURNS.change.levels)}|[升降])[到至]|(?:{re.any_of(_TURNS.change.standing)})在)?$"
)
_DONE = re.compile(
    rf"(?P<verb>(?:超额)?完成(?:了)?)(?P<whole>[^，。；]{{0,20}}?(?:{re.any_of(_TURNS.aims.fulfilled)})[^，。；(（]{{0,4}}?)(?:[(（][^，。；()（）]{{1,24}}[)）])?的?(?:比例为|的比重为)?$"
)
_SINCE_BUDGET = re.compile(
    rf"(?:较|比|对比)(?P<whole>(?:年初|期初|全年|调整后?|当年|本年){{1,2}}(?:部门|支出|收入)?(?:{re.any_of(_TURNS.aims.set_since)})?(?:安排)?数?)(?:实际)?(?P<verb>(?:超额)?完成(?:了)?)$"
)
"""支出 120 万元，较年初预算完成 92%: how much of the budget was done."""
_PASSED = re.compile(
    r"(?P<verb>超过|达到|达|仅为|约为)(?P<whole>(?:年初|全年|年度|调整){0,2}预算(?:安排)?数?)的$"
)
"""收入 9 万元，超过预算的六成: more than so much of it came in."""
_REALISED = re.compile(
    rf"(?P<verb>(?:实现|达成)了?)(?P<whole>(?![^，。；]{{0,20}}率)[^，。；\d]{{0,20}}?(?:{re.any_of(_TURNS.aims.realised)})(?:任务)?(?:数|值)?)(?:的|(?<=[数务]))$"
)
"""实现全年目标数的 93%, 达成年度任务 104%; 实现年度目标 8% is an aim of 8%."""
_MEASURED = re.compile(
    rf"(?P<verb>为|达到|达|相当于)(?P<whole>(?:[年月]初|{re.any_of(_TURNS.aims.set_by)}){{0,6}}(?:{re.any_of(_TURNS.aims.measured)})数?)的$"
)
"""收入 213 亿元，为预算的 103%."""
_TIMES = re.compile(
    r"(?:大约|约|接近|近)?(?P<verb>(?<![认作成分称因])为|(?<![但就还])是|相当于|达到?)(?P<whole>(?:[去上前]年|上年|上期|\d{4}年(?:[、和]\d{4}年)*|“?十[一二三四五]五)[^，。；\d]{0,20}"
    r"|(?:[全同本各]|总体|行业)[\u3400-\u9fff]{0,10}(?:平均(?:值|数|工资|线)|均值)|[\u3400-\u9fff]{0,12}平均水平)的$"
)
"""为去年的 1.2 倍, 为全省平均水平的 1.3 倍."""
_MULTIPLE = re.compile(
    r"(?:大约|约|接近|近)?(?P<verb>(?<![但就还])是|相当于)(?P<whole>[\u3400-\u9fff“”]{2,12})的$"
)
"""是节假日的 5.6 倍."""
_REACH = 120  # characters before a figure within which its comparison begins
_RAISED = rf"(?:(?:(?<=标准|{re.any_of(_THINGS.money.raised)})|(?<=标准再|标准又|待遇再|待遇又))新增|(?:{re.any_of(_WORDS.standards.raised_again)}))"
"""补助标准新增 30 元, 养老金再涨 20 元: what is added to a standard raises it, and is no standard."""
_MORE = r"(?P<more>多(?![数达于])|(?<!减)少(?![数于]))[\u3400-\u9fff]{1,3}"
"""A verb of more or less than the base: 同比多支, 比上年少结余."""
_SPENT = r"(?:增加|减少)(?=支出|开支|安排|投入)"
"""比上年减少支出 6 万元: of the spending that was told."""
_EARLIER = re.compile(
    rf"(?P<mark>相比(?=[上去前\d])|同比(?=(?:[上去前]一?年|\d{{4}}年))|(?<![相占对评类同环])比(?!例|重|率)|(?<!比)较(?!大|小|多|少|高|低|为))(?P<when>[\u3400-\u9fff]{{2,8}}\(\d{{4}}年\)|[^，。；比较]{{0,12}}[年月末底季度期](?:初|年初)?(?:[^，。；比较\d]{{0,20}}?(?:{re.any_of(_THINGS.money.stages)}|完成)(?:安排|完成|支出|收入)?(?:金额|总额|数)?)?|(?:调整后?|批复|部门|单位){{0,2}}的?(?:支出|收入)?预算(?:安排)?(?:金额|总额|数)?)的?$"
)
"""全省 5 万人，比 2020 年的 3 万人增加 2 万人."""
_STEADY = re.compile(rf"{re.any_of(_TURNS.change.steady)}|[微略][升降增减涨跌]")
"""Verbs that say nothing but a change: 平均住院日 8.7 天，缩短 0.2 天."""
_BASE = 40  # characters of what a change is measured against
_LIGHTLY = re.compile(r"^(?:基本)?(?:持平)?(?:略有?|小幅|稍|微|仅)?")  # before a verb of a list: 持平略增
_NOUNS = _THINGS.count.paces
_COMPARED = re.compile(r"(?<=.)(?:相比|对比)")  # what is compared stands behind it: 与上年相比收、支总计
_PER = re.compile(r"每(?:人次|户次|床日)|(?:每人)?每[月年天日]|[月年]人均|人均每[月年]|每[月年]人均")
_PER_END = re.compile(rf"(?:{_PER.pattern})$")


class Change(msgspec.Struct, frozen=True):
    """A comparison that ends directly before a figure; it begins at `start`.

    `phrase` is how it is printed without the verb (比上年末), `base` what stands behind 比 (上年末); both are ""
    where only the verb stands. `spread` where several figures go to as many subjects.
    """

    start: int
    phrase: str
    base: str
    verb: str
    sign: int
    spread: bool

    @property
    def direction(self) -> str:
        """The value of the column `change`."""
        return "increase" if self.sign > 0 else "decrease"


class Share(msgspec.Struct, frozen=True):
    """A share that ends directly before a figure; `whole` is what it is of, "" where not said.

    `verb` is 占, or how much of a task or a budget is done (完成).
    """

    start: int
    whole: str
    verb: str = "占"
    spread: bool = False


@cache
def _change_patterns() -> tuple[re.Pattern[str], ...]:
    """A change by a verb that says it alone, and one by a verb that says it only against something."""
    spread = re.any_of(prose_words().distributors)
    manners = re.any_of(prose_words().manners)
    against = rf"(?<![占对评类同环])相?比(?!例|重(?!点)|率)|(?:(?<=占比)|(?<!比))相?较(?!大|小|多|少|高|低|为)(?:于)?|同比(?=(?:(?:19|20)\d{{2}}年|[上去]一?年)度?的?(?:{re.any_of(_TURNS.aims.fulfilled)}|完成|实际|实绩|[增减下上提降升多少]))|与(?=[^，。]{{1,20}}(?:相比|对比|相比较)|(?:上年|去年|上一年)(?:度|同期)?(?:(?:{re.any_of(_THINGS.money.stages_before)})?(?:支出|收入)?数)?[增减下上提降])"
    within = r"[（(][^（）()]{0,20}[）)]|[^，。；（(]"
    priced = rf"(?:[按以](?:{re.any_of(_TURNS.time.prices_of)})价格?(?:计算?)?)?"
    phrase = rf"(?:{against})(?P<base>(?:{within}){{1,{_BASE}}}?)(?:相比较|相比|对比)?|(?:[与和同](?:上年|去年|上月)(?:度)?)?(?:同比|环比)(?:(?:去年|上年)(?:同期|同月)|上个?(?:月|季度)|[（(][^（）()]{{0,20}}[）)])?(?:[、和与](?:同比|环比))?"
    phrase = rf"{phrase}|{_SAME}"
    words = figure_words()
    alone = re.longest_of(e.word for e in words.changes if e.sign)
    measured = re.any_word([entry.word for entry in words.measured_changes])
    head = rf"(?P<spread>{spread})?{priced}(?P<phrase>{phrase})"
    manner = rf"(?P<late>{spread})?(?:{manners}){{0,4}}"
    end = rf"(?P<behind>{spread})?(?:了|率为|率达|率|为|达|约为)?(?:[（(][^（）()\d]{{2,40}}[）)])?$"
    chosen = rf"(?<![增减升降加少长多到])[（(](?P<verb>{alone}|{measured})[)）](?:幅|额)?"
    return (
        re.compile(rf"(?:{head})?{manner}(?<!自然)(?P<verb>{alone}|{_RAISED}|{pay.GRANTED}){end}"),
        re.compile(
            rf"{head}{manner}(?:变化|变动)?(?P<verb>{_MORE}|{measured}|{_SPENT})(?P<behind>)(?:了|出)?(?:(?<=增加|减少)(?:{re.any_of(_THINGS.money.spendings)}))?$"
        ),
        re.compile(rf"(?:{head})?{manner}{chosen}{end}"),  # 较上年(减少) 3 万元: a form that was filled in
    )


_SAME = r"(?:按照?)?(?:同|可比)口径(?:计算|测算|比较)?|(?<![\u3400-\u9fff\d])(?:[两三四五六七八九十]|\d{1,2})年[内间](?=翻)"
"""增长 1.2%（同口径增长 6.8%）, 五年内翻了两番: rates of one thing, the other as if it were counted as before, or of more years."""
_BEYOND = re.compile(
    rf"(?P<phrase>(?P<verb>{re.any_of(_WORDS.compared.base)})(?P<base>(?:上年|去年|前年|上月|上季度?|上期|年初)[\u3400-\u9fff]{{0,6}}))$"
)
"""超出去年底 642 人: the verb stands before what a figure is measured against."""
_BEYOND_BUDGET = re.compile(
    rf"(?P<phrase>(?P<verb>{re.any_of(_WORDS.compared.budget)})(?P<base>(?:{re.any_of(_THINGS.money.edition)}|调整后?){{0,2}}(?:的)?(?:支出|收入)?预算(?:安排)?数?))$"
)
"""决算数大于年初预算数 3 万元, and no change on a year."""
_AREA = r"(?:全[国省市区州县盟旗]|[\u3400-\u9fff]{1,4}[省市区州县盟旗])(?:平均)?(?:水平)?"
_APART = re.compile(
    rf"(?:(?:均|都)?分别)?(?P<verb>{re.any_word(_WORDS.standards.than)})(?P<base>{_AREA}(?:[、和与及]{_AREA}){{1,3}})$"
)
"""分别高于全国、全省 1.6 个和 0.9 个百分点: the verb stands before the areas, of which each has its figure."""
_BEYOND_REACH = 12  # characters of that verb and what stands behind it


@cache
def _signs() -> dict[str, int]:
    words = figure_words()
    return {entry.word: entry.sign for entry in (*words.measured_changes, *words.changes)}


def _sign(verb: str) -> int:
    """The sign of a verb; 多 and 少 with another verb have their own."""
    verb = verb.lstrip("再又")
    return 1 if verb in ("新增", "加发") else _signs().get(verb) or _signs()[verb[0]]


SIGN = re.compile(r"[(（][+\-＋－−][)）]$")
"""增加（+）22 人: a sign beside the verb that says the same."""
_OF_SIGN = 3


def change(folded: str, start: int, end: int) -> Change | None:
    """The comparison that folded[start:end], the text before a figure, ends with."""
    low = max(start, end - _REACH)
    end = sign.start() if (sign := SIGN.search(folded, max(low, end - _OF_SIGN), end)) else end
    found = (pattern.search(folded, low, end) for pattern in _change_patterns())
    match = next((one for one in found if one is not None), None)
    if match is None and (paid := pay.raised(folded, low, end)) is not None:
        return Change(paid[0], "", "", *paid[1:], False)
    if match is None and (apart := _APART.search(folded, max(low, end - _BASE), end)) is not None:
        return Change(
            apart.start(), apart["verb"] + apart["base"], apart["base"], "", _sign(apart["verb"][0]), True
        )
    if match is None:
        return _beyond(folded, max(low, end - _BEYOND_REACH), end)
    if _is_level(folded, match) or _is_named(folded, match, end):
        return None
    phrase = match["phrase"] or ""
    base = _COMPARED.split(without_per(without_brackets(match["base"] or phrase)))[0]
    new = "新" if phrase.endswith("新") else ""  # 较上年新增 9 家，增长 3%
    phrase, base, verb = phrase.removesuffix("新"), base.removesuffix("新"), new + match["verb"]
    spread = bool(match["spread"] or match["late"] or match["behind"])
    return Change(match.start(), phrase, base, verb, _sign(match["verb"]), spread)


def _beyond(folded: str, low: int, end: int) -> Change | None:
    match = _BEYOND.search(folded, low, end) or _BEYOND_BUDGET.search(folded, low, end)
    if match is None:
        return None
    sign = -1 if match["verb"][0] in "少小低" else 1
    return Change(match.start(), match["phrase"], match["base"], match["verb"], sign, False)


def is_recounted(found: Change) -> bool:
    """Is a change one of the same as it was counted before (同口径增长), or of more years? What is told behind it is of none such."""
    return found.phrase.endswith(("年内", "年间")) or bool(re.match(_SAME, found.phrase))


def roughly(folded: str, found: Change, quantity: Quantity) -> Quantity:
    """The figure of a change before whose verb stands 约: 约增支 3 亿元."""
    about = quantity.operator == "=" and f"约{found.verb}" in folded[found.start : quantity.start]
    return msgspec.structs.replace(quantity, operator="~") if about else quantity


def is_verb(folded: str, start: int, end: int) -> bool:
    """Is folded[start:end] nothing but the verb of a change: 减少, or 少 behind a change that was told?"""
    found = change(folded, start, end)
    plain = found is not None and found.start == start and not found.phrase and not found.spread
    return plain or listed(folded, start, end) is not None


def listed(folded: str, start: int, end: int) -> Change | None:
    """The change that text says in a list of changes, where the first names what all are against: 比上年分别增长 3%、少 8 件."""
    verb = _LIGHTLY.sub("", folded[start:end])
    return Change(start, "", "", verb, _signs()[verb], False) if _signs().get(verb) else None


def alone(folded: str, start: int, end: int) -> Change | None:
    """减收, 增支, 缩短 or 微升 where the text before a figure is nothing else."""
    verb = folded[start:end]
    return Change(start, "", "", verb, _sign(verb), False) if is_alone(verb) else None


def is_side_verb(verb: str) -> bool:
    """Does a verb tell how a side of an account has changed: 增支?"""
    return verb in _WORDS.compared.accounted


def is_alone(verb: str) -> bool:
    """May a verb that else needs what it is against tell a change behind a level in the same unit?"""
    return verb in _WORDS.compared.accounted or (bool(_STEADY.fullmatch(verb)) and verb in _signs())


def _is_level(folded: str, match: re.Match[str]) -> bool:
    """提高到 and 增速为 without a base state what is reached: 增幅 is a change all the same, 提高为 is not."""
    return match.group().endswith("为") and not match["behind"] and not match["verb"].endswith(_NOUNS)


_MONEY = re.compile(
    r"\s?\d[\d,]*(?:\.\d+)?\s?[十百千万亿]{0,2}[余多]?(?:元|[个家所处条座栋户间片项](?!百分点)(?=[\u3400-\u9fff])|(?![\u3400-\u9fff\d%％‰余多]))",
    re.ASCII,
)


def _is_named(folded: str, match: re.Match[str], end: int) -> bool:
    """Does an amount, or a count of things, stand behind the name of what was done, which ends like a change: 服务能力提升 80 万元, 改造提升 6 个车间?"""
    if match["phrase"] or match["spread"] or match["late"] or match["behind"] or match.end("verb") != end:
        return False
    return folded.endswith(figure_words().named_changes, 0, end) and bool(_MONEY.match(folded, end))


def share(folded: str, start: int, end: int, times: bool = False) -> Share | None:
    """The share that the text before a percentage ends with: 占一般公共预算支出的; of so many `times` something too."""
    match = _SHARE.search(folded, max(start, end - _REACH), end)
    if match:
        return Share(match.start(), match["whole"], spread=bool(match["late"]))
    low = max(start, end - _REACH)
    match = (
        _DONE.search(folded, low, end)
        or _REALISED.search(folded, low, end)
        or _SINCE_BUDGET.search(folded, low, end)
        or _PASSED.search(folded, low, end)
        or _MEASURED.search(folded, low, end)
        or _TIMES.search(folded, low, end)
        or (_MULTIPLE.search(folded, low, end) if times else None)
    )
    return Share(match.start(), match["whole"], match["verb"]) if match else None


@cache
def _rise_pattern() -> re.Pattern[str]:
    verbs = re.any_of((*(entry.word for entry in figure_words().changes if entry.sign), *"升降增减"))
    manner = r"(?:统一|相应|最[高多]可?|同步|逐步|再次?|进一步|大幅|均|都){0,2}"
    return re.compile(rf"{manner}(?P<rise>(?:{verbs})(?:到|至|为)|{'|'.join(prose_words().rises)})")


@cache
def _rise_at_end() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?:{_rise_pattern().pattern})(?:每人|人均|每[月年]){{0,3}}|(?<=标准|基数|费率|水平|比例)(?:统一|重新)?调整)$"
    )


def rise(folded: str, start: int, end: int) -> re.Match[str] | None:
    """提高至 between the two figures of a pair, also behind a comma: 从 2020 年的 A，逐步提高至 B."""
    behind = MANNER.match(folded, start, end)
    return _rise_pattern().match(folded, behind.end() if behind else start, end)


@lru_cache(maxsize=1024)
def without_rise(subject: str) -> str:
    """The name of a level without 提高到 at its end."""
    return _rise_at_end().sub("", subject)


def origin(folded: str, start: int, end: int) -> int | None:
    """Where 从 or 由 opens a pair before its first figure."""
    found = [folded.rfind(mark, start, end) for mark in "从由"]
    return max(found) if max(found) >= 0 else None


def earlier_level(folded: str, start: int, end: int) -> re.Match[str] | None:
    """The words before a figure that say it is an earlier level: 比 2020 年的."""
    return _EARLIER.search(folded, max(start, end - _REACH), end)


def is_per(words: str) -> bool:
    """Do the words before a figure only say what it is per: 每人每月, 年人均?"""
    return bool(_PER.fullmatch(words))


def without_per(words: str) -> str:
    """The words before a figure without what it is per: 低保标准分别提高到每人每月."""
    match = _PER_END.search(words)
    return words[: match.start()] if match else words
