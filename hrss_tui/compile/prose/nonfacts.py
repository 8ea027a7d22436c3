"""Numbers that state nothing: dates, years, document numbers, ordinals, codes, hotlines, ages, names.

Runs behind all other extractors and classes what is left of the numbers, for the audit. It claims by how a
number is written, never because nobody else wanted it: a number with a unit, and a bare number in a table, is
left for the audit to list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import chain

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Claim, Harvest, Source
from hrss_tui.compile.basics.spans import Covered, covered
from hrss_tui.compile.budget.lists import are_counted, has_figures
from hrss_tui.compile.prose.quantities import quantities
from hrss_tui.compile.prose.squeezed import Squeezed, head_debris, squeeze
from hrss_tui.compile.prose.tokens import BROKEN, RATIOS, Token, tokens
from hrss_tui.reference.prose import prose_words
from hrss_tui.reference.things import things
from hrss_tui.sources import marks
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.text import Span, Text

_THINGS = things()
_DIGITS = re.compile(r"\d+")
_RUN = re.compile(r"[0-9０-９]+")
_FORM = rf"[\u3400-\u9fff]{{0,4}}(?:{re.any_of(_THINGS.names.form_numbers)})"
_OF_FIGURE = re.compile(
    r"\s*(?:附?[表图]|附件|附录|专栏)\s?(?P<number>\d{1,3}(?:[-—–.]\d{1,3})?)(?=\s|[:：(（]|$)"
    rf"|\s*{_FORM}(?P<form>\d{{1,3}}(?:-\d{{1,2}})?)表(?=\s|[:：(（])"
    r"|[^，。；\d]{2,60}[)）]?\s?表(?P<last>\d{1,3}(?:[-—–]\d{1,2})?)\s*$"
)
"""The number of a picture or table before its name, or at the end of its title: 表1-2, 图3：…, 预算12表 …, …明细表（…）表5."""
_CAPTION = re.compile(
    rf"(?P<number>(?:(?:部门|单位|预算|决算)?公开)?(?:表|附件|附表|附录)\d{{1,3}}|{_FORM}\d{{1,3}}(?:-\d{{1,2}})?表)"
    r"(?:(?:金额|货币|计量)?单位[:：].{1,20})?"
)
"""The number of a form in a line of its own, or before the unit of its table."""
_PHONE = re.compile(re.any_of(_THINGS.names.phones))
_WRITTEN = tuple(
    (kind, frozenset(signs), re.compile(pattern))
    for kind, signs, pattern in (
        (
            "phone",
            "".join({word[0] for word in _THINGS.names.called}),
            rf"(?<!接)(?<!接[听到])(?<!受理)(?<!拨打)(?:{re.any_of(_THINGS.names.called)})(?:号码)?(?:[(][^()\d]{{1,8}}[)])?[:：为是]?"
            r"(?P<told>(?:\d{5,12}|(?<=[:：])\d{3,4}(?!\s?[\u3400-\u9fff]))(?![\d.]|,\d)(?:[-—–、/转，]\d{3,12}(?![\d.])){0,9})",
        ),
        ("phone", "-—–", r"0(?<![\d.].)\d{2,3}[-—–](?:\d{7,8}|\d{5})(?:[-—–转]\d{1,5})?(?!\d)"),
        ("address", "楼室栋幢元座窗院", r"\d(?<![\d.].)\d{0,3}(?=号[楼院]|[楼室栋幢座]|单元|号?窗口)"),
        ("date", "时", r"\d(?<![\d.].)\d?(?=时(?!代|间|速|效))"),
        ("date", "点", r"\d(?<![\d.].)\d?(?=点[半整前后至到起])"),
        ("year", "、和及与—-–至~", r"(?:19|20)(?<!\d..)\d\d(?=[、和及与至~—–-]{1,2}(?:19|20)\d\d(?!\d))"),
        ("base", "以", r"以[\u3400-\u9fff]{1,8}为(?P<told>100)(?![\d.,])"),
    )
)
"""Kind, signs of which such a stretch has one, and pattern of numbers without a unit that are written like none: 0431-88690000, 3楼, 18时, 2011、2012年."""
_PAGE = re.compile(r"\s*[0-9０-９]{1,3}\s*")
_QUOTED = re.compile(r"[“\"‘《]$")
_DAY = re.compile(r"日(?![\u3400-\u9fff]{0,1}[内均])")


def extract(source: Source, found: Harvest) -> Harvest:
    """Claims without facts on every number that is written like none."""
    taken = covered(found.claims)
    made = [claim for block in source.blocks if _is_open(block, taken) for claim in _of_block(block)]
    made += _of_pages(source.blocks)
    made += [
        Claim(Span(piece.line, piece.start + m.start(), piece.start + m.end()), "repeated", False)
        for piece in source.parsed.repeated
        for m in _RUN.finditer(piece.text)
    ]
    made += _of_lists(source)
    return Harvest(claims=tuple(claim for claim in made if not taken.overlaps(claim.span)))


def _of_pages(blocks: Sequence[Placed]) -> Iterator[Claim]:
    """The numbers of pages that stand alone between two rows of a table that goes on."""
    for before, block, behind in zip(blocks, blocks[1:], blocks[2:], strict=False):
        inside = before.kind is behind.kind is Kind.TABLE_ROW
        if inside and block.kind is not Kind.TABLE_ROW and _PAGE.fullmatch(block.text.text):
            yield from (Claim(span, "page", False) for span in block.text.spans(0, len(block.text.text)))


def _of_lists(source: Source) -> Iterator[Claim]:
    """The numbers of the rows of a table that lists names."""
    for segment in (each for table in source.parsed.tables for each in table.segments):
        if are_counted(segment.rows) and not has_figures(segment.rows):
            cells = (row.cells[0] for row in segment.rows if row.cells)
            yield from (Claim(cell.span, "list_number", False) for cell in cells if cell.text.isdecimal())


def _is_open(block: Placed, taken: Covered) -> bool:
    """Is any digit of the block not claimed yet? Most rows of tables are facts from end to end."""
    text = block.text
    spans = chain.from_iterable(text.spans(*match.span()) for match in _RUN.finditer(text.text))
    return not all(map(taken.holds, spans))


def _of_block(block: Placed) -> Iterator[Claim]:
    if block.kind is Kind.TABLE_ROW:
        yield from _of_row(block.text)
        return
    yield from _of_number(block)
    squeezed = squeeze(block.text)
    yield from _of_text(squeezed)
    if figure := _OF_FIGURE.match(block.text.text):
        for match in _RUN.finditer(block.text.text, *figure.span(figure.lastgroup or 0)):
            yield from (Claim(span, "heading_number", False) for span in block.text.spans(*match.span()))
    if caption := _CAPTION.fullmatch(squeezed.folded):
        yield from _digits(squeezed, 0, caption.end("number"), "heading_number")


def _of_number(block: Placed) -> Iterator[Claim]:
    """The printed number of a heading or list item."""
    marker = marks.marker(block.text.text) if block.raw.number else None
    if marker is not None:
        kind = "heading_number" if block.kind is Kind.HEADING else "list_number"
        for match in _RUN.finditer(block.text.text, 0, marker.length):
            for span in block.text.spans(match.start(), match.end()):
                yield Claim(span, kind, False)


def _of_row(text: Text) -> Iterator[Claim]:
    """Cells one by one; what stands behind a label such as 联系电话 is no figure."""
    start, label = 0, ""
    for cell in text.text.split("\t"):
        if _RUN.search(cell):
            squeezed = squeeze(text.slice(start, start + len(cell)))
            if _PHONE.search(label):
                yield from _digits(squeezed, 0, len(squeezed.folded), "phone")
            else:
                yield from _of_text(squeezed)
        label = cell if cell.strip() else label
        start += len(cell) + 1


def _of_text(squeezed: Squeezed) -> Iterator[Claim]:
    """Numbers that a pattern protects, thresholds, and numbers without a unit that their neighbours explain."""
    found = tokens(squeezed.folded)
    page = head_debris(squeezed)
    yield from _digits(squeezed, 0, page, "page")
    found = [token for token in found if token.start >= page]
    counted = {q.at: q for q in quantities(squeezed.folded, found)}
    for token in found:
        if token.kind and (token.kind not in (*RATIOS, BROKEN) or token.start in counted):
            yield from _digits(squeezed, token.start, token.end, token.kind)
    for start, end, kind in _written(squeezed.folded, [one for one in found if one.start not in counted]):
        yield from _digits(squeezed, start, end, kind)
    for token in found:
        quantity = counted.get(token.start)
        if quantity is not None and quantity.threshold:
            yield from _digits(squeezed, token.start, token.end, "threshold")
        elif not token.kind and quantity is None and (kind := _bare(squeezed.folded, token)):
            yield from _digits(squeezed, token.start, token.end, kind)


def _written(folded: str, bare: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
    """Stretches of bare numbers that a pattern knows: nothing that has a unit stands among them."""
    held = frozenset(folded) if bare else frozenset()
    starts = {token.start for token in bare}
    for kind, signs, pattern in _WRITTEN:
        if held.isdisjoint(signs):
            continue
        for match in pattern.finditer(folded):
            start, end = match.span("told" if "told" in pattern.groupindex else 0)
            if start in starts:
                yield start, end, kind


@cache
def _hotline() -> re.Pattern[str]:
    return re.compile(re.any_of(prose_words().hotline_words))


def _bare(folded: str, token: Token) -> str:
    """What a number without a unit is, by what stands beside it; "" where nothing says so."""
    if _hotline().match(folded, token.end):
        return "hotline"
    if _QUOTED.search(folded, max(0, token.start - 1), token.start):
        return "name"
    if token.end - token.start <= 2 and _DAY.match(folded, token.end):
        return "date"
    return ""


def _digits(squeezed: Squeezed, start: int, end: int, kind: str) -> Iterator[Claim]:
    """Claims on the runs of digits between two offsets."""
    for match in _DIGITS.finditer(squeezed.folded, start, end):
        for span in squeezed.spans(match.start(), match.end()):
            yield Claim(span, kind, False)
