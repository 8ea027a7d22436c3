"""Whether a line that no stop ends is over all the same, or goes on in the line below: what both lines say of it."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.reference.units import units
from hrss_tui.sources import marks
from hrss_tui.sources.text import width

_PART = 0.6
"""Of the width of lines: one that is shorter was not broken there."""
_TITLE = 0.7
"""The same of a title, which is shorter than the line below it as well."""
_WHOLE_PARAGRAPHS, _BRIEF = 200, 0.4
"""Cells of lines that nobody broke, and of how much of them one is too short to have been broken itself."""
_MARKED = re.compile(r"[。；;，,：:、]$|[。；;，：:]")
HEADING_WIDTH = 120
"""Cells of the longest heading."""
LONG = 600
"""Characters beyond which only that a line is long matters."""
_CLAUSE = re.compile(r"[，。；;！？!?]|,(?!\d)")
COUNTED = re.compile(r"\d ?[万亿%人名家个元户件项次场所]")
_YEAR = re.compile(r"(?:19|20)\d\d ?年")
_POINT = re.compile(r"[二三四五六七八九十]是|其[次三四][，,是]|再[次者][，,是]")
"""What the next of several points begins with, before which a mark stands wherever a sentence goes on."""
_ORDINAL_END = re.compile(r"[第之其唯一二三四五六七八九十百千万，,；;：:、—]$")
_LABELS = re.compile(r"[，,；;] ?(?P<label>[\u3400-\u9fff]{2,8})[：:]")
_FIGURE_END = re.compile(
    r"\d ?[十百千万亿]{0,3}[余多]?(?:(?![十百千万亿])[\u3400-\u9fff]{1,3}|[%％‰])(?:以[上内下]|左右)?[）)]?$|[：:][^，。；：:]{1,12}$"
)
_GOES_ON = re.compile(
    r"[^\u3400-\u9fff“【《\d]|(?!(?:19|20)\d\d ?年)\d|[的等和及与以或而并且比较为是占达至到后前内外中上下之者]|同比|增|减|其中|分别"
)


def heads(first: str, line: str, wrap: int) -> bool:
    """Is the first line of a text its title: of a year, shorter than lines here, with no clause or figure, above a longer one?"""
    cells = width(first[:LONG])
    told = marks.is_open(first) or _CLAUSE.search(first) or COUNTED.search(first)
    return (
        bool(_YEAR.search(first))
        and not told
        and cells < _TITLE * wrap
        and cells < _TITLE * width(line[:LONG])
    )


def is_headline(tail: str, wrap: int, anew: bool) -> bool:
    """Is a line with a figure, which no stop ends, a headline: above a blank line and a time (`anew`), or far shorter than lines here?"""
    cells = width(tail[:LONG])
    if cells > HEADING_WIDTH or marks.is_open(tail) or not COUNTED.search(tail):
        return False
    whole = wrap >= _WHOLE_PARAGRAPHS and cells <= _BRIEF * wrap
    return (anew and cells < _PART * wrap) or (whole and not _MARKED.search(tail))


def is_over(tail: str, line: str, stops: bool) -> bool:
    """Is the last line of a paragraph its end, and the line below no rest of it? `stops` says that the text has full stops."""
    if marks.is_open(tail):
        return False
    if tail[-1:].isdecimal() and _YEAR.match(line):
        return True  # 失业 36.8 above 2034年: two numbers, and not 36.82034
    if _shared(tail, line) or (_POINT.match(line) and not _ORDINAL_END.search(tail)):
        return True
    if stops or not _FIGURE_END.search(tail[-24:]) or _GOES_ON.match(line):
        return False
    return not any(unit.startswith(tail[-1:] + line[:1]) for unit in units())  # 8.6万人 above 次


def _shared(tail: str, line: str) -> bool:
    """Have two lines the same label behind a comma: …，责任科室：就业科 above …，责任科室：养老科?"""
    labels = {match["label"] for match in _LABELS.finditer(tail[:LONG])}
    return bool(labels) and any(match["label"] in labels for match in _LABELS.finditer(line[:LONG]))
