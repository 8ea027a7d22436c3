"""Automatic numbers of paragraphs: definitions of lists, and the counting."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.sources.formats.numerals import digit_by_digit, roman, spelled
from hrss_tui.sources.formats.xml import Element

_PLACE = re.compile(r"%([1-9])")
_LEGAL = str.maketrans("零一二三四五六七八九十百千", "零壹贰叁肆伍陆柒捌玖拾佰仟")
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_LEVELS = 9


class Level(msgspec.Struct, frozen=True):
    """A level of a list: where it starts, how it counts, its text (`第%1章`), what follows its number."""

    start: int = 1
    format: str = "decimal"
    text: str = ""
    suffix: str = "tab"
    legal: bool = False


class Numbering(msgspec.Struct, frozen=True):
    """Lists by their number: which definition they follow, its levels, and where a list begins anew."""

    definitions: Mapping[str, str]
    levels: Mapping[str, Mapping[int, Level]]
    restarts: Mapping[str, Mapping[int, int]]


def read_numbering(root: Element | None) -> Numbering:
    """The lists that the part about numbering defines."""
    abstract: dict[str, dict[int, Level]] = {}
    definitions: dict[str, str] = {}
    levels: dict[str, dict[int, Level]] = {}
    restarts: dict[str, dict[int, int]] = {}
    for entry in root.children if root else ():
        if entry.tag == "w:abstractNum":
            abstract[entry.attributes.get("w:abstractNumId", "")] = _levels(entry)
    for entry in root.children if root else ():
        number = entry.attributes.get("w:numId", "")
        if entry.tag != "w:num":
            continue
        definitions[number] = entry.value("w:abstractNumId") or ""
        levels[number] = dict(abstract.get(definitions[number], {}))
        for change in (child for child in entry.children if child.tag == "w:lvlOverride"):
            index = _number(change.attributes.get("w:ilvl"), 0)
            levels[number] |= _levels(change)
            start = change.value("w:startOverride")
            if start is not None:
                restarts.setdefault(number, {})[index] = _number(start, 1)
    return Numbering(definitions, levels, restarts)


def _levels(entry: Element) -> dict[int, Level]:
    return {
        _number(level.attributes.get("w:ilvl"), 0): Level(
            _number(level.value("w:start"), 1),
            level.value("w:numFmt") or "decimal",
            level.value("w:lvlText") or "",
            level.value("w:suff") or "tab",
            level.find("w:isLgl") is not None,
        )
        for level in entry.children
        if level.tag == "w:lvl"
    }


def _number(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else default


class Counter:
    """Counts the paragraphs of lists. Lists of one definition count on unless they begin anew."""

    def __init__(self, numbering: Numbering) -> None:
        self._numbering = numbering
        self._counts: dict[str, dict[int, int]] = {}
        self._met: set[str] = set()

    def label(self, number: str, index: int) -> str:
        """The number of the next paragraph of a list at a level, with what follows it; "" where there is none."""
        levels = self._numbering.levels.get(number, {})
        level = levels.get(index)
        if level is None or not 0 <= index < _LEVELS:
            return ""
        counts = self._counts.setdefault(self._numbering.definitions[number], {})
        if number not in self._met:
            self._met.add(number)
            for restarted, start in self._numbering.restarts.get(number, {}).items():
                counts[restarted] = start - 1
        counts[index] = counts.get(index, level.start - 1) + 1
        for below in [other for other in counts if other > index]:
            del counts[below]
        if level.format == "bullet":
            return "• "
        text = _PLACE.sub(
            lambda match: self._shown(int(match[1]) - 1, levels, counts, level.legal), level.text
        )
        return text + (" " if text and level.suffix != "nothing" and text[-1].isascii() else "")

    def _shown(self, index: int, levels: Mapping[int, Level], counts: Mapping[int, int], legal: bool) -> str:
        level = levels.get(index, Level())
        return written(counts.get(index, level.start), "decimal" if legal else level.format)


def written(number: int, style: str) -> str:
    """A number as a list counts; in digits where the style is not known."""
    if style in _SPELLED:
        return spelled(number)
    return _STYLES.get(style, str)(number)


def _letters(number: int) -> str:
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1) if 0 < number < 1000 else str(number)


def _ringed(first: int, most: int) -> Callable[[int], str]:
    """Numbers 1 … most as signs that follow each other from a character on."""
    return lambda number: chr(first + number - 1) if 0 < number <= most else str(number)


def _cycle(signs: str) -> Callable[[int], str]:
    return lambda number: signs[(number - 1) % len(signs)] if number > 0 else str(number)


def _none(_number: int) -> str:
    return ""


def _wide(number: int) -> str:
    return str(number).translate({ord("0") + digit: 0xFF10 + digit for digit in range(10)})


_SPELLED = frozenset(
    ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting",
     "taiwaneseCountingThousand", "koreanCounting")
)  # fmt: skip
_STYLES: Mapping[str, Callable[[int], str]] = {
    "none": _none,
    "decimalZero": lambda number: f"{number:02d}",
    "chineseLegalSimplified": lambda number: spelled(number).translate(_LEGAL),
    "ideographDigital": digit_by_digit,
    "japaneseDigitalTenThousand": digit_by_digit,
    "taiwaneseDigital": digit_by_digit,
    "ideographTraditional": _cycle(_STEMS),
    "ideographZodiac": _cycle(_BRANCHES),
    "decimalEnclosedCircle": _ringed(0x2460, 20),
    "decimalEnclosedCircleChinese": _ringed(0x2460, 20),
    "decimalEnclosedParen": _ringed(0x2474, 20),
    "decimalEnclosedFullstop": _ringed(0x2488, 20),
    "ideographEnclosedCircle": _ringed(0x3280, 10),
    "decimalFullWidth": _wide,
    "decimalFullWidth2": _wide,
    "lowerLetter": _letters,
    "upperLetter": lambda number: _letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
}
