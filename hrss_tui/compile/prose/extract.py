"""The extractor: every figure of the prose that no other extractor has claimed, as an observation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Claim, Harvest, Source
from hrss_tui.compile.basics.spans import covered
from hrss_tui.compile.documents.days import is_dateline, is_day, month_alone
from hrss_tui.compile.documents.part_years import other_year
from hrss_tui.compile.performance.extract import goal_texts
from hrss_tui.compile.prose import begun, moods, portions, titled
from hrss_tui.compile.prose.assigned import indicator_id
from hrss_tui.compile.prose.bearing import period_of
from hrss_tui.compile.prose.context import Context, Reading
from hrss_tui.compile.prose.further import striven
from hrss_tui.compile.prose.heading_names import draws, heading_name, title_name
from hrss_tui.compile.prose.kinds import is_begun, kind, may_be_ahead, note
from hrss_tui.compile.prose.openers import label
from hrss_tui.compile.prose.paper import Paper, adjusted_from, is_own, paper
from hrss_tui.compile.prose.paper_back import looks_back, sums_up, tells_found
from hrss_tui.compile.prose.paper_period import HEAD, INTERVIEW
from hrss_tui.compile.prose.reading import read
from hrss_tui.compile.prose.scope_notes import ScopeNote, note_for, scope_notes
from hrss_tui.compile.prose.squeezed import Squeezed, squeeze
from hrss_tui.compile.prose.subjects import Named
from hrss_tui.compile.prose.times.clock import Moment
from hrss_tui.compile.prose.times.moments import moments
from hrss_tui.compile.prose.times.periods import plan_told
from hrss_tui.compile.prose.times.stretches import is_span
from hrss_tui.compile.prose.told import Time
from hrss_tui.compile.prose.told_apart import settled
from hrss_tui.compile.prose.when import beyond
from hrss_tui.records import Correction, Observation
from hrss_tui.reference.turns import turns
from hrss_tui.sources import marks
from hrss_tui.sources.outline import Placed
from hrss_tui.sources.paragraphs import Kind
from hrss_tui.sources.text import Span
from hrss_tui.words import phrase

_TURNS = turns()
_BESIDE = "和与及暨、以"
_AROUND = " \u3000，,。；;：:"
_FIGURES = " ,.0123456789"
LONGEST = 10_000
"""Characters of a block beyond which it is no prose: time grows with the square of what one sentence holds."""

_SPEAKER = re.compile(
    r"[【\[〔［](?:[^【】\[\]〔〕［］，。；：\d]{0,16}?)"
    rf"(?:嘉宾|主持人?|{re.any_of(_TURNS.told.speakers)}"
    rf"|(?:[局厅部处科司市县区省州盟旗会院校所站队组]|秘书|董事)长)(?!热线|{re.any_of(_TURNS.told.desks)})[^【】\[\]〔〕［］，。；：\d]{{0,4}}[】\]〕］][:：]?"
)
"""【局长 李明】: a label such as 【失业保险】 names what is counted."""
_LABEL = re.compile(r"[【〖](?P<name>[\u3400-\u9fff、“”]{2,16})[】〗][:：]?")
_TOPIC = re.compile(r"[ \u3000]*(?P<name>[\u3400-\u9fff]{4,8})[ \u3000]+(?=(?:19|20)\d{2}年[，,])")
"""社会保障 2033年，…: the topic of a paragraph, with nothing but a blank behind it."""
_RUN_IN = re.compile(r"\s{0,8}[—–―─-]{1,2}\s{0,2}[\u3400-\u9fff]{2,8}[ \u3000]{1,4}(?=[\u3400-\u9fff\d])")
"""——覆盖范围 截至 2032 年底，…: a blank parts what the paragraph is about from its first words."""
_ITEM_NUMBER = re.compile(r"(\d{1,3})[.．]", re.ASCII)


class Found(msgspec.Struct, frozen=True):
    """A reading with the text and the block it stands in, and the title `above` that; `goal` for the text of a goal."""

    reading: Reading
    squeezed: Squeezed
    block_id: str
    goal: bool = False
    above: str = ""

    @property
    def before(self) -> str:
        """What is said before the figure."""
        return self.above + self.squeezed.folded[: self.reading.quantity.at]


def extract(source: Source, found: Harvest) -> Harvest:
    """Observations of all prose; figures that are claimed already give context only."""
    notes = scope_notes(source.blocks)
    row = source.document
    about = msgspec.structs.replace(
        paper(source),
        place=row.place,
        since=adjusted_from(source),
        back=looks_back(row.title),
        summed=sums_up(row.title),
        found=tells_found(row.title),
        own=is_own(row),
        final=row.phase == "final",
        thing=titled.thing(row.title),
    )
    taken = covered(found.claims)
    records: list[Observation] = []
    claimed: list[Claim] = []
    for item in [*_prose(source, about), *_goals(source, about)]:
        spans = item.squeezed.spans(item.reading.quantity.at, item.reading.quantity.stop)
        if not any(taken.overlaps(span) for span in spans):
            record = _record(source, about, item, spans[0], notes)
            records.append(record)
            claimed += [Claim(span, record.observation_id) for span in spans]
    records.sort(key=_position)
    return Harvest((*records, *_without_yuan(records)), tuple(claimed), tuple(_unread(source)))


def _unread(source: Source) -> Iterator[str]:
    """A note for every block that is too long."""
    for block in source.blocks:
        if len(block.text.text) > LONGEST and block.kind is not Kind.TABLE_ROW:
            yield phrase("note.long_block", doc=source.doc_id, line=block.text.line_start, most=LONGEST)


def _without_yuan(records: Sequence[Observation]) -> Iterator[Correction]:
    """Amounts whose 元 is not printed, among others in the same block that print it."""
    lists = {record.block_id for record in records if record.unit.endswith("元")}
    for record in records:
        if record.base_unit == "元" and not record.unit.endswith("元") and record.block_id in lists:
            doc_id, _, place = record.observation_id.rpartition(":")
            yield Correction(
                correction_id=f"{doc_id}:correction:{place}",
                type="misprint",
                printed=f"{record.printed} {record.unit}",
                reading=f"{record.printed} {record.unit}元",
                reason="金额清单中漏印“元”，同一清单的其他金额都印有“元”",
                doc_id=record.doc_id,
                line_start=record.line_end,
                line_end=record.line_end,
            )


def _position(record: Observation) -> tuple[int, int]:
    """Line and column of the figure, for printed order."""
    line, column = record.observation_id.rpartition(":")[2].split(".")
    return int(line), int(column)


def _default(about: Paper) -> Context:
    """The context in which a document begins."""
    sets = about.sets and about.since is not None
    time = Time(about.since, since=True) if sets else Time(about.default)
    return Context(paper=about, base_time=time, time=time, before=time)


def _prose(source: Source, about: Paper) -> Iterator[Found]:
    """Readings of all blocks but tables; the context of a heading holds for the blocks below it."""
    contexts: dict[int | None, Context] = {None: _default(about)}
    funds: dict[int | None, Named | None] = {}  # that the last item under a heading named, and nothing else
    label_above: Named | None = None
    for index, block in enumerate(source.blocks):
        context = contexts[block.parent]
        readable = block.kind is not Kind.TABLE_ROW and 0 < len(block.text.text) <= LONGEST
        dated = index < HEAD and (_is_date(block.text.text) or is_dateline(block.text.text.strip(" —–-―─")))
        stands = block.kind is Kind.HEADING or block.text.text.strip() == source.document.title
        head = stands and block.raw.number is None
        squeezed = squeeze(block.text, head) if readable and not dated else None
        if block.kind is Kind.HEADING:
            context = contexts[index] = _below(source, context, block, squeezed)
        elif block.kind is Kind.NOTE:
            context = _default(about)
        held = context.base_time
        if squeezed is not None:
            if about.kind == INTERVIEW and moods.asks(squeezed.folded):
                context.mood = moods.heading_mood(squeezed.folded)
            begin = _behind_number(squeezed, block)
            named, begin = _label(squeezed, begin) if block.kind is not Kind.HEADING else (None, begin)
            if block.kind is Kind.LIST_ITEM:
                funds[block.parent] = _fund_alone(squeezed, begin)
            fund = label_above or funds.get(block.parent)
            label_above = _fund_before_colon(squeezed, block, begin)
            above, context.heading = context.heading, named or fund or context.heading
            context.asked = named or context.asked
            titled = context.above
            readings = beyond.settled(squeezed.folded, read(squeezed, context, begin, block.kind.value))
            readings = settled(squeezed.folded, readings)
            readings = portions.apart(squeezed.folded, readings, about.place)
            readings = striven(squeezed.folded, readings, lambda one: kind(one, about, False) == "target")
            readings = begun.carried(
                squeezed.folded,
                readings,
                lambda one: is_begun(one, about),
                lambda one: may_be_ahead(one, about),
            )
            context.heading = above
            context.above = _above(squeezed, block, begin, context.above)
            doubtful = _is_doubtful(source.blocks, index, squeezed, begin)
            for reading in readings:
                if not (doubtful and reading.quantity.at <= begin + 1) and not _is_nameless(reading):
                    yield Found(reading, squeezed, source.block_id(index), above=titled)
            first = readings[0] if block.kind is Kind.HEADING and readings else None
            if (
                first is not None
                and squeezed.shown[first.quantity.at : first.quantity.end] not in first.subject.text
            ):
                context.title = first.subject  # of 36 亿元 alone nothing below is
        if block.kind is Kind.HEADING:
            context.forget_names()
        if _is_dateline(block) or (block.kind is Kind.HEADING and _is_chart(block, context)):
            context.base_time = held


def _is_nameless(reading: Reading) -> bool:
    """Is a figure called after one: what it is of stands in the line above or below, nobody knows which (甲县 / 12人)?"""
    name = reading.subject.text.strip(_AROUND)
    return bool(name) and not name.removesuffix(reading.quantity.unit).strip(_FIGURES)


def _fund_alone(squeezed: Squeezed, begin: int) -> Named | None:
    """The fund that an item names and says nothing of: 1.失业保险基金 above the paragraph of its figures."""
    text = squeezed.folded[begin:]
    plain = not marks.has_clause(text) and not any(char.isdecimal() for char in text)
    return heading_name(squeezed, begin, len(squeezed.folded)) if plain else None


def _above(squeezed: Squeezed, block: Placed, begin: int, above: str) -> str:
    """The title above what follows a block: an item that stands as one (（二）公务接待费支出情况), none below one that says more."""
    if block.kind is not Kind.LIST_ITEM or block.raw.number is None:
        return above
    text = squeezed.folded[begin:]
    return "" if marks.has_clause(text) or any(char.isdecimal() for char in text) else squeezed.shown[begin:]


def _fund_before_colon(squeezed: Squeezed, block: Placed, begin: int) -> Named | None:
    """The fund that a paragraph names alone before a colon, which the next one tells of."""
    alone = block.kind is Kind.PARAGRAPH and squeezed.folded.endswith((":", "："))
    plain = alone and not any(char.isdecimal() or char in "，。；、" for char in squeezed.folded[begin:])
    return heading_name(squeezed, begin, len(squeezed.folded)) if plain else None


def _is_date(text: str) -> bool:
    """Is a block nothing but a day or month: at the head that of the document, which no figure below is of?"""
    return bool(month_alone(text)) or is_day(text)


def _is_dateline(block: Placed) -> bool:
    """Does a heading only say when and where the text was read or published?"""
    return block.raw.rank == 0 and is_dateline(block.text.text.strip(" —–-―─"))


def _is_chart(block: Placed, context: Context) -> bool:
    """Does a heading name a chart, of whose years nothing below it is?"""
    return draws(_plain(block.text.text), context.base_time.period, context.paper.default)


def _below(source: Source, above: Context, block: Placed, squeezed: Squeezed | None) -> Context:
    """The context under a heading; the title of the document is no heading of its text."""
    if squeezed is None:
        return above.below("", None, 0)
    text = squeezed.folded
    if _plain(source.document.title).endswith(_plain(block.text.text)):
        return msgspec.structs.replace(above, heading=title_name(squeezed))
    if _is_date(text) or _is_dateline(block) or marks.is_caption(block.text.text.strip()):
        return above.below("", None, 0)
    begin = _behind_number(squeezed, block)
    found = [moment for moment in moments(text, begin, len(text), above.clock) if not moment.reset]
    told = found[0] if len(found) == 1 else None if found else plan_told(text, above.clock.now)
    drawn = draws(text, told.period if told else None, above.paper.default)
    if drawn or other_year(text, source.document) is not None:
        told = None
    context = above.below(text, told, block.text.line_start)
    behind = text[found[-1].end :].lstrip(_BESIDE) if found else ""
    more = [*found, *moments(behind, 0, len(behind), above.clock)]
    context.term = _term(more, block.text.line_start)
    context.heading = heading_name(squeezed, begin, len(text)) or above.heading
    context.title, context.above = label(squeezed, begin, len(text)), squeezed.shown
    return context


def _term(found: Sequence[Moment], line: int) -> Time | None:
    """The years that a heading names beside the last of them (2032年和过去五年工作回顾), of which means are; None where it does not."""
    periods = [moment.period or "" for moment in found]
    spans = [period for period in periods if is_span(period)]
    years = [period for period in periods if period and not is_span(period)]
    beside = len(spans) == len(years) == 1 and spans[0].endswith(f"/{years[0]}")
    return Time(spans[0], False, line) if beside else None


def _plain(text: str) -> str:
    return "".join(text.split())


def _behind_number(squeezed: Squeezed, block: Placed) -> int:
    """Offset behind the printed number of a heading or list item."""
    if block.raw.number is None:
        return _behind_speaker(squeezed)
    marker = marks.marker(block.text.text)
    length = marker.length if marker else 0
    return sum(1 for place in squeezed.places if place < length)


def _behind_speaker(squeezed: Squeezed) -> int:
    """Offset behind who speaks (【嘉宾】今年…) or who tells the news (本报讯), which is no word of what is said."""
    if labelled := _RUN_IN.match(squeezed.text.text):
        return len("".join(labelled.group().split()))
    match = _SPEAKER.match(squeezed.folded)
    return match.end() if match else marks.telegram(squeezed.folded)


def _label(squeezed: Squeezed, begin: int) -> tuple[Named | None, int]:
    """What a label in brackets at the head of a paragraph names for its figures, and the offset behind it: 【失业保险】."""
    match = _LABEL.match(squeezed.folded, begin)
    if match is None:
        topic = _TOPIC.match(squeezed.text.text) if begin == 0 else None
        return None, len(topic["name"]) if topic is not None else begin
    return Named(squeezed.shown[slice(*match.span("name"))], squeezed.line(begin)), match.end()


def _is_doubtful(blocks: Sequence[Placed], index: int, squeezed: Squeezed, begin: int) -> bool:
    """May the number of an item be the beginning of its first figure (2. 11 亿元)? Not where its neighbour has the next one."""
    match = _ITEM_NUMBER.fullmatch(blocks[index].raw.number or "")
    if match is None or not squeezed.folded[begin:].lstrip()[:1].isdecimal():
        return False
    own = int(match[1])
    before = _numbered(blocks, range(index - 1, -1, -1))
    after = _numbered(blocks, range(index + 1, len(blocks)))
    return before != own - 1 and after != own + 1


def _numbered(blocks: Sequence[Placed], places: range) -> int | None:
    """The number of the first item among some blocks; None where there is none."""
    numbers = (_ITEM_NUMBER.fullmatch(blocks[place].raw.number or "") for place in places)
    return next((int(number[1]) for number in numbers if number is not None), None)


def _goals(source: Source, about: Paper) -> Iterator[Found]:
    """Readings of the goals of performance tables."""
    blocks = _blocks(source)
    for table_id, _project, text in goal_texts(source):
        squeezed = squeeze(text)
        index = blocks.get(text.locate(0)[0])
        block_id = None if index is None else source.block_id(index)
        for reading in read(squeezed, _default(about)):
            yield Found(reading, squeezed, block_id or table_id, goal=True)


def _blocks(source: Source) -> dict[int, int]:
    """Line → index of the first block that it is part of."""
    found: dict[int, int] = {}
    for index, block in enumerate(source.blocks):
        for line in range(block.text.line_start, block.text.line_end + 1):
            found.setdefault(line, index)
    return found


def _record(
    source: Source, about: Paper, item: Found, place: Span, notes: Sequence[ScopeNote]
) -> Observation:
    reading, quantity = item.reading, item.reading.quantity
    sort = kind(reading, about, item.goal)
    return Observation(
        observation_id=source.place(place),
        indicator_id=indicator_id(
            reading, about, lambda: source.document.title + item.before, sort in ("target", "amount")
        ),
        subject=reading.subject.text,
        period=period_of(reading, about, sort, item.squeezed.line(0)),
        scope=reading.scope.text if reading.scope else None,
        kind=sort,
        operator=quantity.operator,
        value=float(quantity.value),
        unit=quantity.unit,
        base_value=float(quantity.base_value),
        base_unit=quantity.base_unit,
        printed=quantity.printed or item.squeezed.shown[quantity.at : quantity.stop],
        change=reading.change,
        against=reading.against,
        scope_note=note_for(reading.subject.text, notes) or note(reading, about, sort),
        block_id=item.block_id,
        doc_id=source.doc_id,
        line_start=reading.line_start,
        line_end=reading.line_end,
    )
