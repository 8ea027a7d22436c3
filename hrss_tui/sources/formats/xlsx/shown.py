"""The number of a cell as the sheet shows it by its format code: `31.5` under `#,##0.00` is 31.50.

A spreadsheet keeps 15 digits: 0.285 stands in the file as 0.28499999999999998 and shows as 0.29. What no code here
explains gives None, and the reader says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

from hrss_tui.sources.formats.numerals import spelled
from hrss_tui.sources.formats.xlsx.codes import Section, Token, sections
from hrss_tui.sources.formats.xlsx.dates import shown_date

_PRECISION = Context(prec=15, rounding=ROUND_HALF_EVEN)
_WIDE = Context(prec=400, rounding=ROUND_HALF_UP)
_GENERAL = 10
"""Digits that a cell without a format shows, its point counted as one."""
_EXPONENT = 300
_SIGNS = frozenset("-－−(（△▲负减降亏少缺")
"""Signs that sheets write before a negative number, and what begins or ends the words they write instead."""


def shown(value: str, code: str, epoch_1904: bool = False) -> str | None:
    """What a cell shows for a number; None where its format is not known."""
    number = kept(value)
    if number is None:
        return None
    parts = sections(code)
    section, magnitude = _chosen(parts, number)
    if section.has("date", "elapsed", "half"):
        return shown_date(number, section, epoch_1904)
    if section.has("general", "text"):
        sign = "-" if magnitude < 0 else ""
        magnitude = magnitude.scaleb(2 * section.count("percent"), context=_WIDE)
        text = sign + (
            spelled(int(abs(magnitude))) if _is_spelled(section, magnitude) else general(abs(magnitude))
        )
        return "".join(
            text if token.kind in ("general", "text") else _literal(token) for token in section.tokens
        )
    if not section.has("digits"):
        return "".join(_literal(token) for token in section.tokens)
    return _number(section, magnitude)


def unknown(value: str, code: str) -> str:
    """What stands for a number whose format is not known: the number as it is kept. One that the format scales is none."""
    plain = shown(value, "General") or value
    return f"{plain}({code})" if {",", "%"} & set(code) else plain


def shown_text(text: str, code: str) -> str:
    """What a cell shows for a text: the section for texts, which may put words around it or show nothing."""
    section = _for_texts(code)
    if section is None:
        return text
    return "".join(text if token.kind in ("text", "general") else _literal(token) for token in section.tokens)


def ink(value: str, code: str, is_text: bool) -> str:
    """The colour that the format of a cell writes a value in; "" where it leaves that to the font."""
    number = None if is_text else kept(value)
    section = _for_texts(code) if number is None else _chosen(sections(code), number)[0]
    return section.ink if section is not None else ""


def _for_texts(code: str) -> Section | None:
    parts = sections(code)
    return parts[3] if len(parts) > 3 else next((each for each in parts[::-1] if each.has("text")), None)


def kept(value: str) -> Decimal | None:
    """The number of a file to the 15 digits that count; None for what is none."""
    try:
        number = _PRECISION.create_decimal(value.strip())
    except ArithmeticError:  # no number, or one beyond any exponent
        return None
    if not number.is_finite() or abs(number.adjusted()) > _EXPONENT:
        return None
    return number


def general(number: Decimal) -> str:
    """A number without a format: as many decimals as fit."""
    whole = max(number.adjusted() + 1, 1)
    fitting = max(_GENERAL - whole, 0)
    if -number.as_tuple().exponent > fitting:  # type: ignore[operator]
        number = number.quantize(Decimal(1).scaleb(-fitting), context=_WIDE)
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _chosen(parts: Sequence[Section], number: Decimal) -> tuple[Section, Decimal]:
    """The section for a number, and the number as that section shows it."""
    conditional = [part for part in parts if part.condition]
    if conditional:
        found = next((part for part in conditional if _meets(number, part)), None)
        rest = [part for part in parts if not part.condition]
        section = found or (rest[0] if rest else parts[-1])
        return section, abs(number) if number < 0 and _says_negative(section) else number
    if number == 0 and len(parts) > 2:
        return parts[2], number
    if number < 0 and len(parts) > 1:
        return parts[1], abs(number) if _says_negative(parts[1]) else number
    return parts[0], number


def _says_negative(section: Section) -> bool:
    """Does it write a sign for negative numbers? One that only colours them leaves the sign to us: text has no colour."""
    return any(token.kind == "literal" and not _SIGNS.isdisjoint(token.text) for token in section.tokens)


def _meets(number: Decimal, section: Section) -> bool:
    sign, bound = section.condition or ("=", number)
    return {
        "<": number < bound,
        "<=": number <= bound,
        ">": number > bound,
        ">=": number >= bound,
        "=": number == bound,
        "<>": number != bound,
    }[sign]


def _is_spelled(section: Section, number: Decimal) -> bool:
    return section.chinese and number == number.to_integral_value()


def _literal(token: Token) -> str:
    return token.text if token.kind in ("literal", "percent", "slash", "point") else ""


def _number(section: Section, number: Decimal) -> str | None:
    """Digits where the code has them, grouped, scaled and rounded as it says."""
    places = [
        i for i, token in enumerate(section.tokens) if token.kind in ("digits", "point", "comma", "exponent")
    ]
    first, last = places[0], places[-1]
    core = section.tokens[first : last + 1]
    broken = len(places) != len(core)
    if section.has("slash", "date") or (broken and not _is_interrupted(core)):
        return None
    number = number.scaleb(2 * section.count("percent"), context=_WIDE)
    digits: str | None
    if broken:
        digits = _interrupted(core, abs(number))
    elif section.has("exponent"):
        digits = _scientific(core, abs(number))
    elif section.chinese:
        digits = spelled(int(abs(number))) if number == number.to_integral_value() else None
    else:
        digits = _plain(core, abs(number))
    if digits is None:
        return None
    before = "".join(_literal(token) for token in section.tokens[:first])
    after = "".join(_literal(token) for token in section.tokens[last + 1 :])
    return ("-" if number < 0 else "") + before + digits + after


def _plain(core: Sequence[Token], number: Decimal) -> str:
    """A number below digits and a point; a comma among digits groups them, one behind them divides by 1000."""
    point = next((i for i, token in enumerate(core) if token.kind == "point"), len(core))
    whole = "".join(token.text for token in core[:point])
    part = "".join(token.text for token in core[point + 1 :])
    scaled = sum(len(side) - len(side.rstrip(",")) for side in (whole, part))
    whole, part = whole.rstrip(","), part.replace(",", "")
    number = number.scaleb(-3 * scaled, context=_WIDE)
    left, _, right = f"{number.quantize(Decimal(1).scaleb(-len(part)), context=_WIDE):f}".partition(".")
    least, fixed = whole.count("0"), len(part.rstrip("#?"))
    left = "" if left == "0" and not least else left.zfill(least)
    if "," in whole and left and left[0] != "0":
        left = f"{int(left):,}"
    right = right[:fixed] + right[fixed:].rstrip("0")
    return left + ("." if point < len(core) else "") + right


def _is_interrupted(core: Sequence[Token]) -> bool:
    """Are they digits with text between them, `0!.0,` for one: nothing grouped, no point that counts?"""
    kinds = [token.kind for token in core]
    while kinds[-1] == "comma":
        kinds.pop()
    return set(kinds) == {"digits", "literal"}


def _interrupted(core: Sequence[Token], number: Decimal) -> str:
    """A whole number put into its places from the right, text between them: 12345678 under `0!.0,` is 1234.6."""
    scaled = sum(token.kind == "comma" for token in core)
    left = f"{number.scaleb(-3 * scaled, context=_WIDE).quantize(Decimal(1), context=_WIDE):f}"
    left = "" if left == "0" else left
    found: list[str] = []
    places = [(token.kind, char) for token in core if token.kind != "comma" for char in token.text]
    first = next(at for at, (kind, _) in enumerate(places) if kind == "digits")
    for at in range(len(places) - 1, -1, -1):
        kind, char = places[at]
        if kind == "literal":
            found.append(char)
        elif at == first:
            found.append(left or ("0" if char == "0" else ""))
        elif left:
            found.append(left[-1])
            left = left[:-1]
        else:
            found.append("0" if char == "0" else "")
    return "".join(reversed(found))


def _scientific(core: Sequence[Token], number: Decimal) -> str | None:
    at = next(i for i, token in enumerate(core) if token.kind == "exponent")
    exponent = number.adjusted() if number else 0
    mantissa = _plain(core[:at], number.scaleb(-exponent, context=_WIDE))
    width = sum(len(token.text) for token in core[at + 1 :] if token.kind == "digits")
    sign = "-" if exponent < 0 else "+" if core[at].text == "+" else ""
    return f"{mantissa}E{sign}{abs(exponent):0{width}d}"
