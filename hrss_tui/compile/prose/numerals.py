"""Numbers as they are written: digits, digits with several multipliers (1亿2千万), Chinese numerals (十五万六千).

A number is read as a value and a factor, the factor being its largest multiplier: 十五万六千 is 15.6 × 10,000.
"""

from __future__ import annotations

from collections.abc import Container
from decimal import Decimal

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.reference.things import things
from hrss_tui.reference.units import multipliers

_THINGS = things()
_DIGITS = {
    "〇": 0,
    "零": 0,
    "一": 1,
    "二": 2,
    "两": 2,
    "三": 3,
    "四": 4,
    "五": 5,
    "六": 6,
    "七": 7,
    "八": 8,
    "九": 9,
}
_SEVERAL = 2
_ONES = "一二两三四五六七八九"
_PART = re.compile(r"零?(?P<digits>\d+(?:\.\d+)?)(?P<times>[千百]?[万亿]|[千百])?")
_SECTION = re.compile(
    r"零?(?:(?P<千>\d)千)?零?(?:(?P<百>\d)百)?零?(?:(?P<十>\d)十)?零?(?P<ones>\d(?=[万亿]))?(?P<times>[万亿])"
)
"""What stands before one multiplier in more than one digit with its own: 3千5百万, 2百6十万."""
_POINT = re.compile(r"点(?P<digits>[〇零一二三四五六七八九]+)")
HAN_NUMBER = re.compile(
    rf"[零十{_ONES}](?<![第零〇十百千万亿点{_ONES}].)(?:(?<=零)(?=点[〇零{_ONES}])|(?<!零)[〇零十百千万亿{_ONES}]*)"
)
"""Where a Chinese numeral may stand: it begins with a digit or 十 and is not the rest of a longer one."""
HAN_FRACTION = re.compile(
    rf"(?P<of>百|千|万)分之(?P<number>\d+(?:\.\d+)?|[百十零{_ONES}]+(?:点[〇零一二三四五六七八九]+)?)"
)


_SAID = "占达近约超过逾足到至在为有了剩"
_TENTH = "一二两三四五六七八九"
_OF_WHOM = re.any_of(_THINGS.who.of_whom)
HAN_PART = re.compile(
    rf"(?P<tenths>[{_TENTH}]|(?<![\d.])\d(?:\.\d)?)成(?:(?P<more>半|[{_TENTH}](?![\u3400-\u9fff])|[{_TENTH}](?=以[上内下]|左右|[多的是，。；、,;)]|{_OF_WHOM}))"
    rf"|(?<=[{_SAID}][{_TENTH}\d]成)(?![立功员果本长效就交品熟人年绩套批{_TENTH}])"
    rf"|(?=以[上内下]|左右|[多的是，。；、,;)]|{_OF_WHOM}|$))"
    r"|(?P<of>[二三四五六七八九十])分之(?P<parts>[一二三四五六七八九])(?!\d)"
    r"|(?<=[占达近约超过逾的])(?P<left>\d{1,2})/(?P<right>\d{1,3})(?![\d/.年月天小时万])"
    r"|(?:(?<=[占达近约超过逾])|(?<=不足)|(?<=不到))(?:一半|半数)|(?:一半|半数)(?=以上|左右)|(?P<over>(?<!时间)(?<!任务)(?<!进度)[超过]半)(?=[，。；、,;]|$)"
)
"""Parts of a whole in words: 六成, 七成半, 三分之二, 超过一半; and a fraction in figures, 占全省的 1/6. 时间过半、任务过半 is a slogan."""

ROUND = re.compile(
    r"(?:(?<=[逾超破足])|(?<=达)(?<![送直抵传到通转表下上发]达)|(?<=近)(?<![附最靠邻临相走贴亲拉抵就]近)|(?<=约)(?<![签节预合条违履制契特邀]约)|(?<=不[下止])|(?<=[超]过)|(?<=突破)"
    r"|(?<![网线以会街路市地身手月晚早史海船楼世府])(?P<over>上)(?!百[年日分]))(?<!成千上)(?P<times>(?:[百千十]?[万亿]|[百千]))(?![百千万亿分年方]|家万户)"
    r"|(?<![\d.十百千万亿一二两三四五六七八九几数半零第成上])(?P<more>(?:[百千十]?[万亿]|[百千])(?=[余多][个名人位家户场件所次起项条亩万元]))"
)
"""Round numbers in words without a digit: 近千个, 上万人, 超百家, 千余人次. 数百 says no number, 成千上万, 送达百家 and 走近千家万户 none either."""


class Number(msgspec.Struct, frozen=True, gc=False):
    """A number that ends at `stop`; it is value × factor, `times` the multiplier word of the factor."""

    stop: int
    value: Decimal
    factor: int = 1
    times: str = ""


def compound(folded: str, at: int, free: Container[int]) -> Number | None:
    """Digits with several multipliers (1亿2千万, 3万2千, 13万2); `free` are the places where numbers begin.

    Each part is smaller than the multiplier before it. A single digit at the end counts tenths of that
    multiplier (13万2 is 132,000), unless 零 stands before it.
    """
    total, last, largest, times, stop = Decimal(0), 0, 0, "", at
    while match := _PART.match(folded, stop):
        if match.start("digits") not in free:
            break
        factor = _factor(match["times"] or "")
        value = Decimal(match["digits"]) * factor
        if (several := _section(folded, stop, free)) is not None:
            match, value = several
            factor = _factor(match["times"])
        if last and value >= last:
            break
        if last and not match["times"]:
            if "." in match["digits"] or (match["digits"] == match.group() and len(match["digits"]) > 4):
                break
            value *= last // 10 if len(match.group()) == 1 else 1
        if not last:
            largest, times = factor, match["times"] or ""
        total, stop, last = total + value, match.end(), factor
        if last < 100:
            break
    simple = total == 0 or largest < 100 or stop == _PART.match(folded, at).end()  # type: ignore[union-attr]
    return None if simple else Number(stop, total / largest, largest, times)


def _section(folded: str, at: int, free: Container[int]) -> tuple[re.Match[str], Decimal] | None:
    """Thousands, hundreds and tens before one multiplier (3千5百万), and what they make together."""
    match = _SECTION.match(folded, at)
    if match is None:
        return None
    names = [name for name in ("千", "百", "十", "ones") if match[name]]
    if len(names) < _SEVERAL or any(match.start(name) not in free for name in names):
        return None
    before = sum(int(match[name]) * (1 if name == "ones" else _factor(name)) for name in names)
    return match, Decimal(before * _factor(match["times"]))


def _factor(times: str) -> int:
    factor = 1
    for word in times:
        factor *= multipliers()[word]
    return factor


def han(text: str) -> Number | None:
    """A whole Chinese numeral: 两百, 十五万六千, 一百九十万零三千; None where it is none (五五, 三百四五)."""
    total = section = 0
    digit: int | None = None
    scale, zero = 10**12, False
    for char in text:
        if char in "零〇":
            digit, zero = None, True
        elif char in _DIGITS:
            if digit is not None:
                return None
            digit = _DIGITS[char]
        elif char in "万亿":
            factor = multipliers()[char]
            total = (
                (total + section + (digit or 0)) * factor
                if char == "亿"
                else total + (section + (digit or 0)) * factor
            )
            section, digit, scale, zero = 0, None, factor, False
        else:
            if digit is None and char != "十":
                return None
            section += (1 if digit is None else digit) * multipliers()[char]
            digit, scale, zero = None, multipliers()[char], False
    rest = (digit or 0) * (scale // 10 if digit and not zero and 100 <= scale < 10**12 else 1)
    return _scaled(len(text), Decimal(total + section + rest))


def _scaled(stop: int, value: Decimal) -> Number:
    for word in ("亿", "万"):
        factor = multipliers()[word]
        if value >= factor:
            return Number(stop, value / factor, factor, word)
    return Number(stop, value)


def round_number(folded: str, start: int, end: int) -> tuple[Number | None, bool]:
    """The round number at folded[start:end], if it is one, and whether 上 says that it is at least so much."""
    match = ROUND.match(folded, start)
    if match is None or match.end() != end:
        return None, False
    value = Decimal(_factor(match["times"] or match["more"]))
    return _scaled(end, value), bool(match["over"])


def decimal_han(text: str) -> Decimal | None:
    """A Chinese numeral with decimals or of single digits: 三点五, 零点二, 五, 百 (of 百分之百)."""
    if text == "百":
        return Decimal(100)
    if text[:1].isdigit():
        return Decimal(text)
    whole, _, tail = text.partition("点")
    number = han(whole) if whole != "零" else Number(1, Decimal(0))
    if number is None or any(char not in _DIGITS for char in tail):
        return None
    digits = "".join(str(_DIGITS[char]) for char in tail)
    return number.value * number.factor + (Decimal(f"0.{digits}") if digits else 0)


def part_of_whole(match: re.Match[str]) -> tuple[Decimal, str]:
    """What a match of HAN_PART says, in percent, and as how exact: two thirds are about 66.67, 过半 is more than 50."""
    if match["tenths"]:
        tenths = match["tenths"]
        value = Decimal(tenths) if tenths[0].isdigit() else Decimal(_DIGITS[tenths])
        more = match["more"] or ""
        return value * 10 + (5 if more == "半" else _DIGITS[more] if more else 0), "="
    if match["of"] or match["left"]:
        of = int(match["right"]) if match["left"] else 10 if match["of"] == "十" else _DIGITS[match["of"]]
        exact = Decimal(100 * (int(match["left"] or 0) or _DIGITS[match["parts"]])) / of
        value = exact.quantize(Decimal("0.01"))
        return value, "=" if value == exact else "~"
    return Decimal(50), ">" if match["over"] else "="


def point_behind(folded: str, at: int) -> re.Match[str] | None:
    """点五 behind a numeral."""
    return _POINT.match(folded, at)


def is_large(text: str) -> bool:
    """Does the numeral hold a hundred or more? Smaller ones count the parts of a text (五项措施) as often as things."""
    return any(char in "百千万亿" for char in text)


def small(text: str) -> int:
    """A count of years in words: 五 is 5."""
    number = han(text)
    return int(number.value) if number else 0
