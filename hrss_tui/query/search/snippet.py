"""A hit in little room: the clauses in which the words stand, cut at punctuation, every term among them."""

from __future__ import annotations

from hrss_tui import lazy_re as re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from hrss_tui.query.search.hits import Hit, Span

GAP = "…"
CELL = "  "
"""What stands between the cells of a row."""
_CELL = re.compile(r"[^\t]+")
_WIDE = re.compile("[\u1100-\U0010ffff]+")
_CLAUSE = re.compile(r"(?:[^，。；：！？、,;:!?\t]|(?<=[0-9])[,:](?=[0-9]))*[，。；：！？、,;:!?]*\t*")


class Snippet:
    """A piece of a hit's text. `spans` are the marks as [start, end) of `text`."""

    __slots__ = ("spans", "text")

    def __init__(self, text: str, spans: list[Span]) -> None:
        self.text = text
        self.spans = spans


def cells(text: str) -> int:
    """Terminal cells a text may take: signs of ambiguous width count as wide, so that nothing overflows."""
    return 2 * len(text) - len(_WIDE.sub("", text))


def snippet(hit: Hit, width: int) -> Snippet:
    """The part of a hit to show in about `width` terminal cells."""
    if cells(hit.text) <= width:
        return _assembled(hit, [(0, len(hit.text))])
    chosen = _closest(hit.groups) or [(0, 0)]
    clauses = [match.span() for match in _CLAUSE.finditer(hit.text) if match.end() > match.start()]
    share = max(12, width // len(chosen))
    wanted = [_around(hit.text, span, clauses, share) for span in chosen]
    return _assembled(hit, _grown(hit.text, _joined(wanted), clauses, width))


def _closest(groups: Sequence[Sequence[Span]]) -> list[Span]:
    """One mark of each term, as near to each other as they come."""
    if not all(groups) or not groups:
        return []
    rarest = min(groups, key=len)
    best: list[Span] = []
    for pivot in rarest[:50]:
        near = [min(group, key=lambda span: abs(span[0] - pivot[0])) for group in groups]
        if not best or _extent(near) < _extent(best):
            best = near
    return sorted(set(best))


def _extent(spans: list[Span]) -> int:
    return max(end for _, end in spans) - min(start for start, _ in spans)


def _around(text: str, span: Span, clauses: list[Span], width: int) -> Span:
    """The clauses that hold a mark, or where they are too long the stretch around the mark."""
    start = max((clause[0] for clause in clauses if clause[0] <= span[0]), default=0)
    end = min((clause[1] for clause in clauses if clause[1] >= span[1]), default=len(text))
    if cells(text[start:end]) <= width:
        return start, end
    room = max(0, width - cells(text[span[0] : span[1]])) // 4
    return max(start, span[0] - room), min(end, span[1] + room)


def _joined(ranges: list[Span]) -> list[Span]:
    found: list[Span] = []
    for start, end in sorted(ranges):
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], max(end, found[-1][1]))
        else:
            found.append((start, end))
    return found


def _grown(text: str, ranges: list[Span], clauses: list[Span], width: int) -> list[Span]:
    """Whole clauses after and before the ranges, as long as there is room."""
    used = sum(cells(text[start:end]) for start, end in ranges)
    going = True
    while going:
        going = False
        for start, end in clauses:
            size = cells(text[start:end])
            touches = any(start == last or end == first for first, last in ranges)
            if touches and used + size <= width:
                ranges = _joined([*ranges, (start, end)])
                used += size
                going = True
                break
    return ranges


def _assembled(hit: Hit, ranges: list[Span]) -> Snippet:
    """The ranges with a sign where something is left out; empty cells of a row are left out silently."""
    out: list[str] = []
    spans: list[Span] = []
    length = 0

    def add(piece: str) -> None:
        nonlocal length
        out.append(piece)
        length += len(piece)

    at = 0
    for start, end in ranges:
        if start > at:
            add(GAP)
        for cell in _CELL.finditer(hit.text[start:end]):
            if out and out[-1] != GAP:
                add(CELL)
            first, last = start + cell.start(), start + cell.end()
            spans += [
                (low - first + length, high - first + length)
                for low, high in hit.spans
                if first <= low and high <= last
            ]
            add(cell.group())
        at = end
    if at < len(hit.text.rstrip("\t")):
        add(GAP)
    return Snippet("".join(out), spans)
