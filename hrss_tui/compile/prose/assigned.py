"""Which canonical indicator a figure of the prose is a value of."""

from __future__ import annotations

from collections.abc import Callable

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import accounts, of_parts, scopes
from hrss_tui.compile.prose.context import Reading
from hrss_tui.compile.prose.kinds import is_money
from hrss_tui.compile.prose.paper import Paper
from hrss_tui.compile.prose.subjects import IN_ALL, SEAM, is_dependent, without_aim, without_brackets
from hrss_tui.compile.prose.tails import POINTS, RATIOS
from hrss_tui.reference import find_changed, find_indicator
from hrss_tui.reference.indicators import Indicator, is_leaning, is_of_everybody, leaned, says_all
from hrss_tui.reference.place_bare import bare_place
from hrss_tui.reference.place_groups import is_rest
from hrss_tui.reference.places import customary, named
from hrss_tui.reference.places_text import opens_short_name, places_named
from hrss_tui.reference.spending import area_indicators
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.things import things
from hrss_tui.reference.units import units

_THINGS = things()
_DIVISION = re.compile(rf"(?<=.)(?:{re.any_of(_THINGS.who.divisions)})")
_PLACE, _SHORTEST = 14, 2
"""Characters of the longest name of a place, and of those of one character and its type."""
_INVOLVED = statement_words().funds.involved
_ASKED, _POSTS = statement_words().deeds.asked, statement_words().levels.posts
_BEYOND = re.compile(r"超额(?:完成)?|超出|(?:尚|还)?未完成|(?:尚|还)差|欠额")
_OUTCOME = re.compile(rf"(?:支出|收入)?(?:{re.any_of(_THINGS.money.outcomes)})(?:支出)?数?")
"""“三公”经费支出预算 15 万元，支出决算 12 万元: what came of it is of the same."""
_PAYS = re.compile(rf"(?:累计|共|已|实际|全年){{0,2}}(?:{re.any_of(statement_words().deeds.pays)})了?")
_RESPECT = re.compile(r"(?:工作)?方面$")
_MEAN = re.compile(rf"(?<=[率格数比])(?:{SEAM})?(?:年|全年|月度|季度)?(?:平均(?:值|水平)?|均值)$")
"""12 月份城镇调查失业率 5%，全年平均 5.2%: the mean of a rate over a time is its value of that time."""
_RELATIVE = (*RATIOS, *POINTS, "番")
_AMONG = "其中"
_OWN_LEVEL = re.compile(r"(?:全?[省市县区州盟旗]|自治[区州县旗]|兵团)?本级|[省市县区州]级")
"""市本级一般公共预算收入总计: what is a part of it is of the city itself, and not of all its area."""
_CODED = re.compile(r"[（(][款项][)）]")
"""公务接待费（款）支出, 高中教育（项）: the name of a code below the classes."""


def indicator_id(
    reading: Reading, about: Paper, before: Callable[[], str], ahead: bool = False
) -> str | None:
    """The canonical indicator of the quantity; not one of a whole place where a body tells of its own money and staff.

    Neither is what a code of a classification is called, whatever else is: 公务接待费（款） is the part of it that the code has;
    nor the money that some projects have to do with (涉及一般公共预算拨款).
    `ahead` where it is aimed at: of a fund what is budgeted is that of the next year, and none of what came of it. `before` gives what the document says before the figure, from which a name that does not tell whose it is (结案率) has that.
    """
    whole, _, own = reading.measure.rpartition(SEAM)
    if (whole and own == IN_ALL) or _is_less_than_none(reading) or _is_asked_for(reading):
        return None
    if (about.own and _CODED.search(own)) or (own.startswith(_INVOLVED) and reading.measure_unit == "元"):
        return None
    if is_leaning(own):
        led = leaned(own, before() + whole)
        found = find_indicator(led, reading.measure_unit) if led else None
    else:
        found = _indicator(reading, about.place, ahead)
    if found is None or (found.persons and not whole and _is_told_of_parts(own, before())):
        return None
    if of_parts.is_no_value(reading, found, own, about.place):
        return None
    area = found.persons or (found.indicator_id in area_indicators() and is_money(reading))
    return None if about.own and area and _names_no_area(reading, about.place) else found.indicator_id


def _is_less_than_none(reading: Reading) -> bool:
    """Are fewer than none counted (失业保险-0.12万人): by how many there are more or less, and no number of them?"""
    unit = units().get(reading.quantity.base_unit)
    counted = unit is not None and unit.kind in ("persons", "count")
    return counted and reading.change is None and reading.quantity.value < 0


def _is_asked_for(reading: Reading) -> bool:
    """Is money only applied for (受理创业贷款 90 万元), or are posts those there are at a day, and none that are offered?"""
    own = reading.subject.text.rpartition(SEAM)[2]
    money = reading.measure_unit == "元" and own.startswith(_ASKED)
    return money or (reading.time.point and reading.measure.rpartition(SEAM)[2] in _POSTS)


def _is_told_of_parts(own: str, before: str) -> bool:
    """May those counted be a part of others, because their sentence has told parts: 招募 120 人，其中硕士 20 人；技师 80 人?"""
    head, told, _ = before[before.rfind("。") + 1 :].partition(_AMONG)
    return bool(told) and not says_all(own) and not is_of_everybody(head)


def _names_no_area(reading: Reading, place: str | None) -> bool:
    """Does a reading say of no area that it is of: neither 全县 nor the place of the document before its name?"""
    return reading.scope is None and not _behind_place(reading.measure, place)


def _indicator(reading: Reading, place: str | None, ahead: bool) -> Indicator | None:
    """The indicator of the quantity; a part that the whole hides is looked up by itself."""
    measure = _without_place(without_brackets(reading.measure), place)
    if reading.measure_unit in RATIOS or (
        reading.change is not None and reading.quantity.base_unit in RATIOS
    ):
        measure = _MEAN.sub("", measure)
    measure = accounts.without_budget(measure) if ahead else measure
    if reading.change is not None and measure.endswith("的"):
        return None  # 带动就业的，上浮 20%: for whom, and not what has changed
    whole, _, own = measure.rpartition(SEAM) if SEAM in measure else ("", "", "")
    if _BEYOND.fullmatch(reading.subject.text.rpartition(SEAM)[2]):
        return None  # by how much more was done than was to be, or less
    found = find_indicator(measure, reading.measure_unit, own)
    unit = reading.measure_unit
    if found is not None and own and _is_of_some(found, whole, unit) and _stands_alone(own, unit):
        return None
    if found is None and own and (not is_dependent(own) or "保险" in own) and not _OWN_LEVEL.match(whole):
        found = find_indicator(own, reading.measure_unit)
        found = None if found is not None and found.framed else found  # 补贴项目 人员经费: of that project
        found = None if found is not None and _is_of_some(found, whole, reading.measure_unit) else found
    if found is None and own:
        found = of_parts.of_group(whole, own, unit)
    if found is None and _OUTCOME.fullmatch(own):
        named = measure.rpartition(SEAM)[0].rpartition(SEAM)[2]
        found = find_indicator(named + own, reading.measure_unit)
    if found is None and own and unit == "元" and _PAYS.fullmatch(own):
        found = _of_paid(whole.rpartition(SEAM)[2], own, unit)
    level = "占" not in measure or "占比" in measure
    if found is None and reading.change is not None and reading.measure_unit in _RELATIVE and level:
        found = find_changed(measure, own)
        points = reading.quantity.base_unit in POINTS and measure.endswith("率")
        if points and found is not None and not set(found.admissible_units) & set(RATIOS):
            return None  # 登记失业人员就业率提高 2 个百分点: of a rate, not of those who lost work
    if found is None and (begin := _behind_place(measure, place)):
        found = find_indicator(measure[begin:], reading.measure_unit, own)
    return found


def _of_paid(name: str, deed: str, unit: str) -> Indicator | None:
    """What is paid of that which stands before a colon, or of which a clause speaks: 稳岗返还：发放 3 亿元, 社保补贴方面，兑现 2 亿元."""
    name = _RESPECT.sub("", name)
    return find_indicator(deed + name, unit) or find_indicator(name, unit)


def _stands_alone(own: str, unit: str) -> bool:
    """Does what stands beside a figure name it by itself: 在岗职工平均工资, and not 参保人数?"""
    return not is_dependent(own) or find_indicator(own, unit) is not None


def _is_of_some(found: Indicator, whole: str, unit: str) -> bool:
    """Is what a part is called the same as its whole, or a sort of persons of whom the whole tells something else?

    工资 在岗职工工资 is that of some; 追发工资 农民工 are those who were paid, and not all there are.
    """
    of = find_indicator(whole, unit)
    own = of is not None and (of.persons or of.indicator_id == found.part_of)
    return found == of or (found.persons and not own)


def _behind_place(measure: str, place: str | None) -> int:
    """Offset behind the place that a name begins with: 江苏省地区生产总值 is 地区生产总值; 0 where it begins with none.

    That of the document may stand without 市 or 县: 东山城镇居民人均可支配收入.
    """
    short = opens_short_name(measure)
    ends = (end.end() for end in _DIVISION.finditer(measure[:_PLACE]) if short or end.end() > _SHORTEST)
    own = (len(name) for name in customary(place or "") if measure.startswith(name) and name != measure)
    return next((end for end in ends if end < len(measure) and named(measure[:end])), max(own, default=0))


def _without_place(measure: str, place: str | None) -> str:
    """What the place has that a measure ends with, one of the country that the figure is then of: 转移就业 东山县."""
    whole, _, own = measure.rpartition(SEAM)
    alone = bool(whole) and (
        scopes.place_of(own + SEAM) == own or bool(bare_place(own, place)) or is_rest(own)
    )
    return (
        without_aim(whole)
        if alone and (bare_place(own, place) or is_rest(own) or len(places_named(own, place)) == 1)
        else measure
    )
