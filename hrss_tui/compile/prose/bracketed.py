"""Lists whose figures stand in brackets: 流失最多的行业依次为制造业（795 个）、建筑业（406 个）."""

from __future__ import annotations

from hrss_tui import lazy_re as re
from hrss_tui.compile.prose.clauses import BRACKET
from hrss_tui.compile.prose.distribution import behind_place
from hrss_tui.compile.prose.scopes import place_of
from hrss_tui.compile.prose.situation import Situation
from hrss_tui.compile.prose.subjects import SEAM, Named, joined
from hrss_tui.reference.places import named

_REACH = 160
"""Characters of a list before one of its brackets."""
_MARKS = "，。；：,;:"
_BESIDE = re.compile(r"\)(?:[、和及]|以及)$")
_GOES_ON = re.compile(r"\)(?:[、和及]|以及|与)(?=[^()。；]{2,24}\()")
_NEAR = 16
_THAN = re.compile(r"[较比与同跟](?P<of>[\u3400-\u9fff]{2,14})$")
"""Before the bracket that says how much another place has."""
_OF = re.compile(
    r"(?P<of>[^、()]{2,40}?)(?:依次|分别|主要|(?<=的)|(?<=[前后位名大类种个项家业区县市]))(?:为|是|有|包括)"
)
_NAME = re.compile(r"[\u3400-\u9fffA-Za-z“”]{2,24}")


def of_other(at: Situation) -> tuple[Named, Named] | None:
    """The place that a figure in a bracket is of, and what it has so much of: 东山县新增就业 3 万人，较河口县（2 万人）多 1 万人; None for none.

    Where nothing was told yet (与河口市（2 万人）相比，…) only the comparison says of what it is.
    """
    start, folded, context = at.statement.start, at.squeezed.folded, at.context
    alone = at.statement.joint == BRACKET and at.frame.first == start and len(at.statement.quantities) == 1
    match = _THAN.search(folded, max(0, start - _NEAR), start - 1) if alone else None
    if match is None or not (named(match["of"]) or place_of(match["of"] + SEAM) == match["of"]):
        return None
    line = at.squeezed.line(match.start())
    head = context.head if context.stated else None
    whole, _, last = head.text.rpartition(SEAM) if head is not None else ("", "", "")
    thing = whole if whole and place_of(last + SEAM) == last else last and last[behind_place(last) :]
    return Named(match["of"], line), Named(thing or match.group(), head.line if head and thing else line)


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
