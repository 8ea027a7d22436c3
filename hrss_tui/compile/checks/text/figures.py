"""The running text of a document as passages of sentences with figures: value, unit, the words before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache, cached_property
from itertools import islice

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.broken import broken
from hrss_tui.compile.basics.money import DIGITS, narrow, plain
from hrss_tui.compile.basics.unsaid import unsaid
from hrss_tui.compile.checks.basics.book import money_error
from hrss_tui.compile.checks.basics.identity import Quantity
from hrss_tui.compile.checks.basics.papers import Papers, figure
from hrss_tui.compile.checks.text.written import Written, written
from hrss_tui.records import Block, BudgetChange, Observation
from hrss_tui.reference import base_unit, split_unit
from hrss_tui.reference.characters import simplified
from hrss_tui.reference.things import things
from hrss_tui.reference.turns import turns
from hrss_tui.reference.units import counted_units
from hrss_tui.sources.script import is_traditional

_THINGS = things()
_TURNS = turns()

PERCENT = "%"
_PROSE = ("paragraph", "list_item", "note")
_ENDS = re.compile(r"[。!！;]")
_CLOSED = ("。", "；", ";", "：", ":", "！", "？")
_TIMES = ("年", "月", "日", "号", "天", "时", "分", "个月", "周年", "岁")
_LINES = 20
_WORDS = 80
"""Characters before a figure that say what it is of."""
_JOINED = 20
"""Blocks at most that are one text."""
_MOST = 400
"""Figures of a text from which on it is a list of numbers, and not read as sentences."""
_BOUND = 4
_BEHIND = ("以上", "以下", "以内", "左右", "上下", "及以上", "及以下")
_AHEAD = re.compile(rf"(?:{re.any_of(_THINGS.count.ahead)})$")
_ITEM, _TAIL = "(项)", 6
_LISTED = re.compile(r"\s*(?:、|和|及|以及|与)")
_CHANGED = re.compile(
    rf"(?:{re.any_of(_TURNS.change.stated)})了?(?:(?<=增加|减少)(?:安排|投入|支出))?(?:约|为)?$"
)


def is_changed(before: str) -> bool:
    """Does it stand behind these words by how much something changed, or what did (增加人员经费)?"""
    return bool(_CHANGED.search(before))


class Figure(msgspec.Struct, frozen=True, gc=False):
    """A figure of a passage: text[start:end] with its unit, its value in the base unit, the words before it.

    `before` reaches back to the figure before it or the beginning of its sentence; `sentence` counts sentences.
    `depth` is how many brackets are open around it.
    """

    start: int
    end: int
    printed: str
    unit: str
    value: Decimal
    before: str
    sentence: int
    depth: int

    @property
    def base(self) -> str:
        """The unit without multiplier."""
        return base_unit(split_unit(self.unit)[1])

    @property
    def shown(self) -> str:
        """With its unit, as the document prints both."""
        return f"{self.printed}{self.unit}"

    @property
    def is_rate(self) -> bool:
        """A percentage?"""
        return self.unit == PERCENT

    @property
    def is_change(self) -> bool:
        """Is it said by how much something changed?"""
        return is_changed(self.before.rstrip())


class Passage(msgspec.Struct, frozen=True, dict=True):
    """Blocks that are one text: `text` in one form (see money.plain), `at` their first block, figures in order.

    `ids` are those of the records that were read there, by line and print; `decimals` those it rounds 万元 to.
    """

    text: str
    at: Block
    offsets: tuple[tuple[int, Block], ...]
    figures: tuple[Figure, ...]
    ids: dict[tuple[int, str], str]
    decimals: int

    def block(self, offset: int) -> Block:
        """The block at an offset, with the line of that place as its lines."""
        start, block = next(pair for pair in reversed(self.offsets) if pair[0] <= offset)
        line = _line(block, offset - start)
        return msgspec.structs.replace(block, line_start=line, line_end=line)

    def quantity(self, one: Figure) -> Quantity:
        """A figure with what rounding of its print may have moved it."""
        block = self.block(one.start)
        record = self.ids.get((block.line_start, one.printed), block.block_id)
        if one.base == "元":
            return Quantity(
                one.value, money_error(one.printed, split_unit(one.unit)[0], self.decimals), (record,)
            )
        return figure(one.printed, one.unit, record)

    def is_bound(self, one: Figure) -> bool:
        """Is a figure no more than a bound or a rough number: 5 万人以上, 超过 40 万人?"""
        behind = self.text[one.end : one.end + _BOUND].lstrip()
        return behind.startswith(_BEHIND) or bool(_AHEAD.search(one.before.rstrip()))

    def are_listed(self, before: Figure, after: Figure) -> bool:
        """Are two figures side by side told in one breath, so that what follows may be of their sum: 甲 9 人、乙 6 人?"""
        alike = (before.sentence, before.base) == (after.sentence, after.base)
        return alike and bool(_LISTED.match(self.text[before.end : after.start]))

    def sentence(self, number: int) -> list[Figure]:
        """The figures of a sentence."""
        return self._sentences.get(number, [])

    @cached_property
    def _sentences(self) -> dict[int, list[Figure]]:
        found: dict[int, list[Figure]] = {}
        for one in self.figures:
            found.setdefault(one.sentence, []).append(one)
        return found


def _line(block: Block, offset: int) -> int:
    """The source line of a character of a block."""
    line = block.line_start
    for start, number in zip(block.breaks[::2], block.breaks[1::2], strict=False):
        if start <= offset:
            line = number
    return line


def passages(papers: Papers) -> list[Passage]:
    """The prose of a document; blocks that a page break cut are joined."""
    ids, blocks = dict(_printed(papers)), papers.of(Block)
    table = simplified() if is_traditional([block.text for block in blocks]) else {}
    return [
        _passage(group, ids, table, papers.rounding.decimals(group[0].section)) for group in _groups(blocks)
    ]


def _printed(papers: Papers) -> Iterator[tuple[tuple[int, str], str]]:
    """Line and print of every figure that a record of the prose holds."""
    for row in papers.of(Observation):
        for line in range(row.line_start, min(row.line_end, row.line_start + _LINES) + 1):
            yield (line, narrow(row.printed)), row.observation_id
    for change in papers.of(BudgetChange):
        for printed in (change.percent_printed, change.change_printed, change.printed):
            for line in range(change.line_start, min(change.line_end, change.line_start + _LINES) + 1):
                yield (line, narrow(printed or "")), change.change_id


def _groups(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    group: list[Block] = []
    for block in blocks:
        if block.kind not in _PROSE:
            continue
        goes_on = group and len(group) < _JOINED and block.kind == "paragraph" and block.number is None
        if goes_on and block.parent_id == group[-1].parent_id and _is_open(group[-1]):
            group.append(block)
            continue
        if group:
            yield group
        group = [block]
    if group:
        yield group


def _is_open(block: Block) -> bool:
    """Did a page break cut the block, or is it the name of an item whose text stands below?"""
    named = block.kind == "list_item" and _ITEM in plain(block.text)[-_TAIL:]
    return named or not block.text.rstrip().endswith(_CLOSED)


def _passage(
    blocks: Sequence[Block], ids: dict[tuple[int, str], str], table: Mapping[int, str], decimals: int
) -> Passage:
    """Blocks as one text, in simplified characters by a `table` where the document is in traditional ones."""
    text, offsets = "", []
    for block in blocks:
        offsets.append((len(text), block))
        text += block.text
    form = plain(text.translate(table))
    figures = tuple(islice(_figures(form), _MOST + 1))
    return Passage(form, blocks[0], tuple(offsets), figures if len(figures) <= _MOST else (), ids, decimals)


@cache
def _pattern() -> re.Pattern[str]:
    counted = re.any_word(counted_units())
    return re.compile(
        rf"(?<![\dA-Za-z.,〔\[])(?P<digits>-?{DIGITS})(?![\d.])\s?"
        rf"(?P<unit>%|(?:[十百千]?[万亿]?\s?(?:{counted}))(?!分点))?",
        re.ASCII,
    )


def _figures(text: str) -> Iterator[Figure]:
    ends = [match.end() for match in _ENDS.finditer(text)]
    last, sentence, depth, seen = 0, 0, 0, 0
    lost = frozenset(at for span in (*broken(text), *unsaid(text)) for at in range(*span))
    for one in _printed_numbers(text):
        while sentence < len(ends) and ends[sentence] <= one.start:
            last = max(last, ends[sentence])
            sentence += 1
        between = text[seen : one.start]
        depth = max(0, depth + between.count("(") - between.count(")"))
        seen = one.start
        if not one.unit or one.unit in _TIMES or text[one.end : one.end + 1] == "/":
            continue
        if one.start in lost:
            last = one.end
            continue
        value = Decimal(one.printed.replace(",", ""))
        yield Figure(
            one.start, one.end, one.printed, one.unit, value * split_unit(one.unit)[0],
            text[max(last, one.start - _WORDS) : one.start], sentence, depth,
        )  # fmt: skip
        last = one.end


def _printed_numbers(text: str) -> Iterator[Written]:
    """The numbers of a text in order, in digits or in words, those without a unit as well."""
    spelt = list(written(text))
    at = 0
    for match in _pattern().finditer(text):
        while at < len(spelt) and spelt[at].end <= match.start():
            yield spelt[at]
            at += 1
        if at < len(spelt) and spelt[at].start < match.end():
            continue  # 2千万元 of 1亿2千万元
        yield Written(*match.span(), match["digits"], re.sub(r"\s", "", match["unit"] or ""))
    yield from spelt[at:]
