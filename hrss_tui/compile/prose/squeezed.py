"""Text without white space and with one form of digits and letters, every character traced to its source.

A wrap or a justified line puts spaces anywhere, and no rule of Chinese needs them; only between two digits a
space says that one number ends and another begins, so there one is kept.
"""

from __future__ import annotations

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.plain import MINUS_SIGNS
from hrss_tui.reference.prose import prose_words
from hrss_tui.sources.text import Span, Text

_WIDE = {code: code - 0xFEE0 for code in range(0xFF10, 0xFF5B) if chr(code - 0xFEE0).isalnum()}
_WIDE |= {
    ord("％"): ord("%"),
    ord("＋"): ord("+"),
    ord("－"): ord("-"),
    ord("＞"): ord(">"),
    ord("＜"): ord("<"),
}
_WIDE |= dict.fromkeys(map(ord, MINUS_SIGNS), ord("-"))
_WIDE |= {ord("（"): ord("("), ord("）"): ord(")"), ord("＝"): ord("="), ord("〇"): ord("〇")}
_WIDE |= dict.fromkeys(map(ord, "︰﹕∶"), ord("："))
"""The colons of vertical and of small print, and the sign of a ratio."""
_POINT = re.compile(r"(?<=[0-9])．(?=[0-9])")
_COMMA = re.compile(r"(?<=[0-9])，(?=[0-9]{3}(?![0-9]))")
_WIDE_DIGITS = re.compile(r"[０-９]，[０-９]")
_WIDE_CHARS = re.compile(f"[{re.escape(''.join(map(chr, _WIDE)))}]")
_HALF = {",": "，", ";": "；", ":": "："}
_HALF_MARK = re.compile(r"[,;:](?<![0-9A-Za-z].)|[,;:](?! ?[0-9A-Za-z])")
"""A comma, semicolon or colon of half a width: between two digits it groups or divides, between two letters it is a code's.

Between digits with a blank behind it one cannot tell: 1, 537 is no 537.
"""
_BLANK = re.compile(r"[\s\ufe0f\u20e3]")
_HAN_ZERO = "〇○零"
_HAN_YEAR = re.compile(
    rf"(?:一九|二[{_HAN_ZERO}])[{_HAN_ZERO}一二三四五六七八九]{{2}}(?:年(?:[一二三四五六七八九]月|十[一二]月|(?!十月))|(?=[至到—-]二[{_HAN_ZERO}]))"
)
"""A year in words, with its month where both are as long as their figures: 二〇三一年, 二〇三一年六月, not 十月 (10)."""
_FIRST_MONTH = re.compile(
    r"(?<![\d万亿千百十美欧日港澳公纪单])元(?=(?:月份?)?[至到\-—–~～]{1,2}\d{1,2}月|月(?:份|底|末|中|上|下|\d))"
)
"""元至10月, 元月份: January by its other name."""
_HAN_FIGURES = str.maketrans("〇○零一二三四五六七八九十", "0001234567891")


class Squeezed(msgspec.Struct, frozen=True, gc=False):
    """`folded` for comparing and `shown` as printed are of one length; `places` are offsets in `text`."""

    text: Text
    folded: str
    shown: str
    places: tuple[int, ...]

    def behind(self, start: int) -> Squeezed:
        """The same text with nothing to read before an offset: 3. of 3.8月末 is no part of a number."""
        return msgspec.structs.replace(self, folded=" " * start + self.folded[start:]) if start else self

    def spans(self, start: int, end: int) -> tuple[Span, ...]:
        """Source spans of folded[start:end]."""
        if start >= end:
            return ()
        return self.text.spans(self.places[start], self.places[end - 1] + 1)

    def line(self, at: int) -> int:
        """Physical line of the character at an offset of `folded`."""
        return self.text.locate(self.places[min(at, len(self.places) - 1)])[0]


_HEAD_PART = re.compile(r"(?<=[\u3400-\u9fff%％”》）)！？!?])[ \t\u3000\u2002\u2003]++(?=[\u3400-\u9fff“《])")
"""White space in a headline before a word: 新增就业 3 万人 失业率 4% has one such between its parts."""
_HEAD_FIGURE = re.compile(
    r"(?<=[\u3400-\u9fff]{4})(?<![到至为达约近超逾共计破是])[ \t\u3000]{1,4}(?=\d[\d.,]{0,9}[万亿]{0,2}[余多]?[人名户家位][\u3400-\u9fff]{0,6}[将获享受参领有成喜端])"
)
"""White space in a headline before a figure with a verb behind it: 低保标准再提高 3.2 万人将受惠."""
_HEAD_LEAST = 4
"""Characters of the shortest part of a headline."""


def squeeze(text: Text, head: bool = False) -> Squeezed:
    """Drop white space, fold full-width digits, letters, brackets and signs one to one; of a headline white space parts clauses."""
    shown, places = _without_short_forms(*_without_blanks(_parted(text.text) if head else text.text))
    folded = _WIDE_CHARS.sub(lambda match: chr(_WIDE[ord(match[0])]), shown)
    if "．" in folded:
        folded = _POINT.sub(".", folded)
    if _WIDE_DIGITS.search(shown):
        folded = _COMMA.sub(",", folded)
    folded = _HALF_MARK.sub(lambda match: _HALF[match[0]], folded)
    folded = _HAN_YEAR.sub(lambda match: match[0].translate(_HAN_FIGURES), folded)
    folded = _FIRST_MONTH.sub("1", folded) if "元" in folded and "月" in folded else folded
    return Squeezed(text, folded, shown, places)


def _parted(raw: str) -> str:
    """A headline with a comma for the white space between its clauses, none of which is shorter than a few characters."""
    if not re.search(r"\d", raw):
        return raw
    found = sorted((*_HEAD_PART.finditer(raw), *_HEAD_FIGURE.finditer(raw)), key=re.Match.start)
    bounds = [0, *(end for match in found for end in match.span()), len(raw)]
    lengths = [high - low for low, high in zip(bounds[::2], bounds[1::2], strict=True)]
    for match, before, after in zip(found, lengths, lengths[1:], strict=False):
        if min(before, after) >= _HEAD_LEAST and not raw.endswith(prose_words().settings, 0, match.start()):
            raw = f"{raw[: match.start()]}，{raw[match.start() + 1 :]}"
    return raw


def _without_blanks(raw: str) -> tuple[str, tuple[int, ...]]:
    """The text without white space, and where each character stands in it."""
    if not _BLANK.search(raw):
        return raw, tuple(range(len(raw)))
    kept: list[int] = []
    shown, begin = "", 0
    for blank in (*(match.start() for match in _BLANK.finditer(raw)), len(raw)):
        kept += range(begin, blank)
        shown += raw[begin:blank]
        begin = blank + 1
        if _between_numbers(raw, blank, shown):
            kept.append(blank)
            shown += " "
    return shown, tuple(kept)


def _without_short_forms(shown: str, places: tuple[int, ...]) -> tuple[str, tuple[int, ...]]:
    """The text without brackets that say how a thing is called from there on: 调整预算（以下简称预算）."""
    spans = [match.span() for match in _SHORT_FORM.finditer(shown)] if "以下" in shown else []
    if not spans:
        return shown, places
    starts, ends = (0, *(high for _, high in spans)), (*(low for low, _ in spans), len(shown))
    kept = [range(low, high) for low, high in zip(starts, ends, strict=True)]
    return "".join(shown[each.start : each.stop] for each in kept), tuple(
        places[at] for each in kept for at in each
    )


_SHORT_FORM = re.compile(r"[（(]以下[统简]?称[^（）()\d]{1,24}[）)]")
_HEAD_NUMBER = re.compile(r"\s*\d{1,3}\s+(?=[\u3400-\u9fff])")
_BARE_JOINT = re.compile(r"\d[\u3400-\u9fff]")


def head_debris(squeezed: Squeezed) -> int:
    """Characters of `folded` that are a page number at the head: 2 本年支出 in a text that sets no blanks behind digits."""
    match = _HEAD_NUMBER.match(squeezed.text.text)
    if match is None or not _BARE_JOINT.search(squeezed.text.text, match.end()):
        return 0
    return len(match.group().strip())


def _between_numbers(raw: str, offset: int, shown: str) -> bool:
    """Does the white space at `offset`, behind what is shown, part a digit, or a digit's point, from the next digit?"""
    before = shown[-1:]
    after = raw[offset + 1 : offset + 2]
    return (before.isdigit() or before in "..,．") and bool(before) and after.isdigit()
