"""The numbers of a squeezed text, in digits and in words, before their units are read."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.money import is_amount, is_headless
from hrss_tui.compile.prose import multiples, tails
from hrss_tui.compile.prose.numerals import (
    HAN_FRACTION,
    HAN_PART,
    Number,
    compound,
    decimal_han,
    han,
    is_large,
    part_of_whole,
    point_behind,
    round_number,
)
from hrss_tui.compile.prose.tails import BOUNDS, Tail, tail
from hrss_tui.compile.prose.tokens import HAN, SHARES, Token
from hrss_tui.reference.prose import prose_words

_RATIO = re.compile(r"(?P<left>\d{1,3}(?:,\d{3})+|\d+(?:\.\d+)?)[:：]1(?![\d.])")
_PART = re.compile(r"\d+(?:\.\d+)?")
_HUNDRED, _ROUNDING = Decimal(100), Decimal("0.3")
_TIMES_OVER = ("倍", "番")
_PER_MYRIAD = {"百": "%", "千": "‰", "万": "‱"}


class InText(msgspec.Struct, frozen=True, gc=False):
    """A number in the text: folded[at:stop], with its tail; `fixed` where it is no plain decimal."""

    at: int
    stop: int
    value: Decimal
    tail: Tail | None
    fixed: str = ""
    part: bool = False


def numbers_in(folded: str, tokens: Sequence[Token]) -> list[InText]:
    """The numbers among the tokens of a text and outside them, in order."""
    free = {token.start for token in tokens if not token.kind}
    found: list[InText] = []
    for token in tokens:
        if found and token.start < found[-1].stop:
            continue
        if token.kind == SHARES:
            found += _shares(folded, token)
            continue
        if token.kind == HAN:
            number = _rounded(folded, token) or _in_words(folded, token)
        elif token.kind == "ratio":
            number = _ratio(folded, token)
        elif not token.kind and _is_number(folded[token.start : token.end]):
            number = _in_digits(folded, token, free)
        else:
            number = None
        if number is not None:
            found.append(number)
    return found


def _is_number(digits: str) -> bool:
    return is_amount(digits) and not is_headless(digits)


def _in_digits(folded: str, token: Token, free: set[int]) -> InText:
    several = compound(folded, token.start, free)
    if several is not None and (scaled := _scaled(folded, several)):
        return InText(token.start, several.stop, several.value, scaled, f"{several.value.normalize():f}")
    at = token.start - 1 if tails.is_negative(folded, token.start) else token.start
    value = Decimal(folded[token.start : token.end].replace(",", ""))
    minus = at < token.start
    fixed = "-" + folded[token.start : token.end] if minus else ""
    behind = tail(folded, token.end)
    if behind is None and "." in folded[token.start : token.end] and folded.startswith("年", token.end):
        behind = Tail(token.end + 1, 1, "", "年")
    if behind is None and multiples.is_multiple(folded, at, token.end):
        behind = Tail(token.end, 1, "", "倍")
    return InText(at, token.end, -value if minus else value, behind, fixed)


def _scaled(folded: str, number: Number) -> Tail | None:
    """The tail behind a number that has its multiplier in itself."""
    found = tail(folded, number.stop)
    if found is None:
        return Tail(number.stop, number.factor, number.times, "") if number.times else None
    return msgspec.structs.replace(
        found, factor=number.factor * found.factor, times=number.times + found.times
    )


def _in_words(folded: str, token: Token) -> InText | None:
    """A Chinese numeral that counts something: from ten on before what is counted, from a hundred on before any unit."""
    share = HAN_FRACTION.match(folded, token.start)
    if share is not None and (value := decimal_han(share["number"])) is not None:
        return _ratio_in_words(folded, token, value, _PER_MYRIAD[share["of"]])
    part = HAN_PART.match(folded, token.start)
    if part is not None and part.end() == token.end:
        value, sign = part_of_whole(part)
        return _ratio_in_words(folded, token, value, "%", sign) if value < _HUNDRED else None
    text = folded[token.start : token.end]
    point = point_behind(folded, token.end)
    if point is not None or folded.startswith("个百分点", token.end):
        end = point.end() if point else token.end
        value, found = decimal_han(folded[token.start : end]), tail(folded, end)
        told = value is not None and found is not None and found.noun
        return InText(token.start, end, value, found, f"{value:f}") if told and value is not None else None
    number = han(text)
    if number is None or (text[0] == "十" and folded[token.start - 1 : token.start] in ("“", '"')):
        return None
    number = Number(token.start + number.stop, number.value, number.factor, number.times)
    found = _scaled(folded, number)
    if found is None or not _counts(folded, text, found, token.start):
        return None
    return InText(token.start, token.end, number.value, found, f"{number.value.normalize():f}")


def _rounded(folded: str, token: Token) -> InText | None:
    """近千个, 上万人, 百余家: a round number in words; 上 says that it is at least so much."""
    number, over = round_number(folded, token.start, token.end)
    found = _scaled(folded, number) if number else None
    if number is None or found is None or not _counts(folded, "百", found, token.start):
        return None
    found = msgspec.structs.replace(found, operator=">=") if over else found
    return InText(token.start, token.end, number.value, found, f"{number.value.normalize():f}")


def _ratio_in_words(folded: str, token: Token, value: Decimal, unit: str, operator: str = "=") -> InText:
    """百分之五, 六成, 三分之二, with the words of an operator behind it."""
    after = tails.after_words(folded, token.end)
    before = tails.operator_before(folded, token.start)[1]
    told = before not in ("", "=") or bool(tails.distant_bound(folded, token.start))
    sign = tails.signs().get(after, "" if told or operator == "=" else operator)
    known = Tail(token.end + len(after), 1, "", unit, sign, after != "" and sign in BOUNDS)
    return InText(token.start, token.end, value, known, f"{value.normalize():f}")


def _counts(folded: str, text: str, found: Tail, at: int) -> bool:
    words = prose_words()
    base = found.noun.partition("/")[0]
    if not base or base in words.ordinal_units or folded[max(0, at - 1) : at] in '“‘"《':
        return False
    if base in _TIMES_OVER:
        return text != "百" and not folded.startswith(("率", "数", "增"), found.end)
    if is_large(text):
        return True
    return (
        "十" in text
        and base in words.counting_units
        and not folded.startswith(words.parts_of_text, found.end)
    )


def _ratio(folded: str, token: Token) -> InText | None:
    """2.46:1 is 2.46 times as much."""
    match = _RATIO.fullmatch(folded, token.start, token.end)
    if match is None:
        return None
    return InText(
        token.start, match.end("left"), Decimal(match["left"].replace(",", "")), Tail(token.end, 1, "", "倍")
    )


def _shares(folded: str, token: Token) -> list[InText]:
    """The shares of several things in a hundred: 6.2:38.4:55.4; none where they are no hundred together."""
    parts = list(_PART.finditer(folded, token.start, token.end))
    if abs(sum(Decimal(part.group()) for part in parts) - _HUNDRED) > _ROUNDING:
        return []
    return [
        InText(part.start(), part.end(), Decimal(part.group()), Tail(end, 1, "", "%"), part=True)
        for part, end in zip(parts, [*(part.start() for part in parts[1:]), token.end], strict=True)
    ]
