"""Lists whose figures stand in brackets: 流失最多的行业依次为制造业（795 个）、建筑业（406 个）."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose.clauses import BRACKET
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.subjects import Named, joined

_REACH = 160
"""Characters of a list before one of its brackets."""
_MARKS = "，。；：,;:"
_BESIDE = re.compile(r"\)(?:[、和及]|以及)$")
_GOES_ON = re.compile(r"\)(?:[、和及]|以及|与)(?=[^()。；]{2,24}\()")
_OF = re.compile(
    r"(?P<of>[^、()]{2,40}?)(?:依次|分别|主要|(?<=的)|(?<=[前后位名大类种个项家业区县市]))(?:为|是|有|包括)"
)
_NAME = re.compile(r"[\u3400-\u9fffA-Za-z“”]{2,24}")


def name(at: Situation) -> Named | None:
    """What the figure that is alone in a bracket is of, with what the list is about; None where it stands in no list."""
    start, folded = at.statement.start, at.squeezed.folded
    if at.statement.joint != BRACKET or at.frame.first != start or len(at.statement.quantities) > 1:
        return None
    low = max(0, start - _REACH, *(folded.rfind(mark, 0, start) + 1 for mark in _MARKS))
    begin = max(low, *(folded.rfind(mark, low, start - 1) + 1 for mark in "、()"))
    if begin > low and folded[begin - 1] == ")" and folded.startswith(("和", "及"), begin):
        begin += 1
    listed = _BESIDE.search(folded, low, begin) or _GOES_ON.match(folded, at.statement.end)
    of = _OF.match(folded, low, start - 1)
    begin = max(begin, of.end()) if of else begin
    if not listed or not _NAME.fullmatch(folded, begin, start - 1):
        return None
    own = Named(at.squeezed.shown[begin : start - 1], at.squeezed.line(begin))
    whole = Named(at.squeezed.shown[low : of.end("of")], at.squeezed.line(low)) if of else None
    return joined(whole, own)
