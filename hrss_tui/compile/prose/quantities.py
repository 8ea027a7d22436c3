"""Numbers that count something: number, multiplier, unit and operator read as one quantity."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose import multiples, tails, unit_labels
from hrss_tui.compile.prose.bounds import is_threshold, says_whose
from hrss_tui.compile.prose.nouns import bare_noun
from hrss_tui.compile.prose.numbers_in_text import InText, numbers_in
from hrss_tui.compile.prose.penalties import is_penalty
from hrss_tui.compile.prose.tails import Tail
from hrss_tui.compile.prose.tokens import Token
from hrss_tui.reference.statements import statement_words
from hrss_tui.reference.turns import turns
from hrss_tui.reference.units import units

_TURNS = turns()
_WORDS = statement_words()
_NEXT = re.compile(r"[、和与](?=-?\d)")
_DASH = re.compile(r"[—–\-~～〜至到]+(?=-?\d|百分之|[一二三四五六七八九十]+个百分点)")
_WITHIN = re.compile(r"(?:之间|区间|范围内|的区间)")
_AND = re.compile(r"[和与](?=-?\d)")
"""45%和 55%之间: two bounds, where the words behind say so."""
_FROM = re.compile(r"[从由自][^，。；]{0,24}$")
_RISE = re.compile(
    r"(?:，[再又逐步]{0,2}(?:调整?|上调|下调|提高?|增加?|上?[升涨]|降低?|下降)|[^，。；、\d]{0,6})(?:到|至|为)(?:\d{4}年[^，。；\d]{0,6})?$"
)
_RAISED = re.compile(rf"(?P<each>每[人月年天日户]{{1,2}})?(?:{re.any_of(_TURNS.change.raised)})(?:了)?$")
"""上调 90 元至 1710 元: by how much, and to what."""
_EACH = re.compile(rf"每(?:新|再|多|净)?(?:{re.any_of(_WORDS.deeds.each)})[\u3400-\u9fff]{{0,5}}$")
_PAID = re.compile(r"[^，。；]{0,24}\d")
_PAYS = re.compile(rf"的?(?:{re.any_of(_WORDS.pay.per_case)})")
_SIGNED = re.compile(r"[、和与及]\+")
_TWICE = 2
"""What rises to no more than twice of what it rises by has doubled at least: 增加 8 至 15 元 is a range."""


class Quantity(msgspec.Struct, frozen=True, gc=False):
    """A figure with its extent in a squeezed text.

    [start, end) covers operator, number, unit and what qualifies it; [at, stop) the number alone. `unit` is
    printed without qualifiers (55 万余人 → 万人), `base_unit` is the unit without its multiplier. `printed` is the
    number as a decimal where it is printed otherwise (两百, 1亿2千万), else "". A `threshold` (50 万元以上设备)
    belongs to the name of something else and states nothing itself; `part` of a hundred that several things share; `ranged` is the upper bound of a range whose
    lower one stands directly before it.
    """

    start: int
    end: int
    at: int
    stop: int
    value: Decimal
    factor: int
    unit: str
    base_unit: str
    operator: str
    threshold: bool = False
    printed: str = ""
    ranged: bool = False
    part: bool = False

    @property
    def base_value(self) -> Decimal:
        """The value in `base_unit`, exactly."""
        return self.value * self.factor


def quantities(folded: str, tokens: Sequence[Token]) -> list[Quantity]:
    """The quantities among the numbers of a squeezed text, in order; a number without a unit is none.

    Nor is one with more digits than anything is counted in, or with commas at odd places.
    """
    numbers = unit_labels.with_units(folded, numbers_in(folded, tokens))
    for index in range(len(numbers) - 1, -1, -1):
        numbers[index] = _with_unit(folded, numbers, index)
    for index in range(1, len(numbers)):
        numbers[index] = _as_before(folded, numbers[index - 1], numbers[index])
    found: list[Quantity] = []
    for number in numbers:
        if number.tail is not None and not _is_each(folded, number, number.tail):
            quantity = _quantity(folded, number, number.tail, found[-1] if found else None)
            if _is_upper(folded, found, quantity):
                found[-1] = msgspec.structs.replace(found[-1], operator=">=", threshold=False)
                quantity = _upper(folded, found[-1], quantity)
                if says_whose(folded, quantity.end):
                    found[-1] = msgspec.structs.replace(found[-1], threshold=True)
                    quantity = msgspec.structs.replace(quantity, threshold=True)
            found.append(_as_listed(folded, found[-1] if found else None, quantity))
    return [_unless_penalty(folded, quantity) for quantity in found]


def _as_listed(folded: str, before: Quantity | None, quantity: Quantity) -> Quantity:
    """The quantity, a threshold where it is listed behind one in its unit: 低于 140 元、180 元的予以补齐."""
    alike = before is not None and before.threshold and before.unit == quantity.unit
    listed = alike and before is not None and folded[before.end : quantity.start] in ("、", "和", "或")
    return msgspec.structs.replace(quantity, threshold=True) if listed else quantity


def _unless_penalty(folded: str, quantity: Quantity) -> Quantity:
    """The quantity, a threshold where a law only lets somebody be fined so much."""
    bounded = quantity.operator in tails.BOUNDS or quantity.ranged
    rate = quantity.base_unit in tails.RATIOS
    penalty = is_penalty(folded, quantity.start, quantity.end, bounded, rate)
    return msgspec.structs.replace(quantity, threshold=True) if penalty else quantity


def _with_unit(folded: str, numbers: Sequence[InText], index: int) -> InText:
    """The number with the unit of the next one, where a range or an enumeration shares it: 3.2、4.5 万人, 1~2 所."""
    number = numbers[index]
    later = numbers[index + 1] if index + 1 < len(numbers) else None
    if later is None or later.tail is None:
        return number
    if number.tail is None:
        joint = _NEXT.match(folded, number.stop) or _DASH.match(folded, number.stop)
        if joint is None or joint.end() != later.at:
            return msgspec.structs.replace(
                number, tail=tails.of_area(folded, number.stop, later.tail, later.at)
            )
        shared = Tail(number.stop, later.tail.factor, later.tail.times, later.tail.noun)
        return msgspec.structs.replace(number, tail=shared)
    if number.tail.noun == "个":
        return msgspec.structs.replace(
            number, tail=tails.with_points(folded, number.tail, later.tail, later.at)
        )
    joint = _DASH.match(folded, number.tail.end) or _as_much(folded, number.tail, later.tail)
    if number.tail.noun or joint is None or joint.end() != later.at:
        return number
    return msgspec.structs.replace(number, tail=msgspec.structs.replace(number.tail, noun=later.tail.noun))


def _as_much(folded: str, found: Tail, later: Tail) -> re.Match[str] | None:
    """The mark behind a number that has the multiplier of the next one, and not its unit: 212.6 万、168.4 万人."""
    return _NEXT.match(folded, found.end) if later.noun and found.times == later.times else None


def _is_each(folded: str, number: InText, found: Tail) -> bool:
    """Is the one person named for whom something is paid: 每招用 1 人补贴 1500 元?"""
    each = number.value == 1 and _EACH.search(folded, max(0, number.at - 10), number.at)
    return bool(each and _PAID.match(folded, found.end))


def _as_before(folded: str, before: InText, number: InText) -> InText:
    """A number enumerated behind one that is so many times something without saying so: 倍率分别为 2.31、2.08."""
    bare = before.tail is not None and before.tail.noun == "倍" and before.tail.end == before.stop
    if (
        not bare
        or number.tail is not None
        or not multiples.is_listed(folded, before.stop, number.at, number.stop)
    ):
        return number
    return msgspec.structs.replace(number, tail=Tail(number.stop, 1, "", "倍"))


_ABOUT_BEHIND = re.compile(r"(?!百分)[\u3400-\u9fff]{1,4}?左右(?=[，。；、）)]|$)")
"""300 个县左右: 左右 behind the noun of what is counted."""


def _quantity(folded: str, number: InText, found: Tail, last: Quantity | None) -> Quantity:
    start, operator = tails.operator_before(folded, number.at)
    low = last.end if last else 0
    if last is not None and _SIGNED.fullmatch(folded, last.end, start):
        start -= 1  # -23.6% 和 +5.1%
    noun = found.noun or bare_noun(folded, number.at, found.end)
    if noun == "元" and found.noun:
        noun += (
            tails.rate(folded, low, start)
            or _carried(folded, last, start, number.at)
            or _bound_each(folded, start, number.at)
        )
    year = folded.endswith("年的", 0, start)
    if (
        operator in ("", "=")
        and not found.operator
        and (noun in tails.RATIOS or year or folded.endswith("人均", 0, start))
    ):
        operator = tails.distant_bound(folded, start) or operator
    if operator in ("", "=") and not found.operator:
        operator = tails.verbal_bound(folded, start) or operator
    before = operator if start < number.at else ""
    if found.operator == "~" or operator in ("", "="):
        operator = found.operator or ("~" if _ABOUT_BEHIND.match(folded, found.end) else "=")
    return Quantity(
        start=start,
        end=found.end,
        at=number.at,
        stop=number.stop,
        value=number.value,
        factor=found.factor,
        unit=found.times + (noun if found.noun else ""),
        base_unit=_base(noun),
        operator=operator,
        threshold=is_threshold(folded, start, found, before),
        printed=number.fixed,
        part=number.part,
    )


def _base(noun: str) -> str:
    """The unit in which things are compared (场 is 场次, ㎡ is 平方米, also per ㎡); words for persons, time and points stay as printed."""
    unit = units().get(noun)
    if unit is not None:
        return unit.base if unit.kind in ("count", "area") else noun
    counted, stroke, per = noun.rpartition("/")
    area = units().get(per) if stroke else None
    return f"{counted}/{area.base}" if area is not None and area.kind == "area" else noun


def _bound_each(folded: str, start: int, at: int) -> str:
    """The rate between a bound and its figure: 不低于每人每年 30 元."""
    each = folded[start:at].find("每")
    return tails.rate(folded, start + each, at) if each >= 0 else ""


def _carried(folded: str, last: Quantity | None, start: int, at: int) -> str:
    """The rate of the figure before, where this one says to what it rose or ends its range: 每人每月 500 元提高到 620 元."""
    if last is None or not last.base_unit.startswith("元/"):
        return ""
    joint = _DASH.match(folded, last.end)
    if not (_RISE.fullmatch(folded, last.end, start) or (joint and joint.end() == at)):
        return ""
    return last.base_unit.removeprefix("元")


def _is_upper(folded: str, found: Sequence[Quantity], quantity: Quantity) -> bool:
    """Is it the upper bound of a range that begins with the quantity before: 3.5%—4.5%, 46 万至 47 万人?"""
    if not found or quantity.start < found[-1].end:
        return False
    last = found[-1]
    if quantity.at == last.end and _is_bracketed(folded, last, quantity):
        return True
    joint = _DASH.match(folded, last.end)
    if joint is None and _WITHIN.match(folded, quantity.end):
        joint = _AND.match(folded, last.end)
    if joint is None or joint.end() != quantity.at or last.base_unit != quantity.base_unit:
        return False
    if last.value * last.factor >= quantity.value * quantity.factor:
        return False
    close = quantity.value * quantity.factor <= _TWICE * last.value * last.factor
    raised = _RAISED.search(folded, max(0, last.start - 8), last.start)
    if (
        joint.group() in ("至", "到")
        and raised
        and not (close and (raised["each"] or _is_bare(folded, last)))
    ):
        return False
    return not (joint.group() in ("至", "到") and _FROM.search(folded, max(0, last.start - 24), last.start))


def _is_bare(folded: str, quantity: Quantity) -> bool:
    """Does it print no unit of its own, but at most a multiplier: 增加 8 至 15 元?"""
    return not folded[quantity.stop : quantity.end].strip("百千万亿")


def _is_bracketed(folded: str, last: Quantity, quantity: Quantity) -> bool:
    """Are they the bounds of what has to be paid: 处 5 万元以上 10 万元以下的罚款?"""
    bounds = last.operator in (">=", ">") and quantity.operator in ("<=", "<")
    rising = last.value * last.factor < quantity.value * quantity.factor
    return (
        bounds and rising and last.base_unit == quantity.base_unit and bool(_PAYS.match(folded, quantity.end))
    )


def _upper(folded: str, lower: Quantity, upper: Quantity) -> Quantity:
    within = _WITHIN.match(folded, upper.end)
    end = within.end() if within else upper.end
    return msgspec.structs.replace(
        upper, start=lower.end, end=end, operator="<=", threshold=False, ranged=True
    )
