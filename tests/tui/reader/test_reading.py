"""Long documents are laid out around what is looked at; whatever is done to them, the lines in view belong together."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from functools import lru_cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from hrss_tui.records import Block
from hrss_tui.tui.paint.text import char_cells, wrap
from hrss_tui.tui.reader import laying
from hrss_tui.tui.reader.laying import Layout
from hrss_tui.tui.reader.reader import Mark, Reader
from hrss_tui.tui.reader.reading import Laid, Passages, laid, passages
from tests.tui.driving import at_rest

SIZE = (40, 12)
WORDS = ("就业", "社会保险基金", "，", "（", "2020", "12.5%", "annual", " ", "万元。")
TEXTS = st.lists(st.sampled_from(WORDS), min_size=1, max_size=60).map("".join)
ROWS = st.lists(st.sampled_from(("就业", "12.50", "社会保险", "3,000")), min_size=2, max_size=3).map(
    "\t".join
)
PROSE = st.tuples(st.sampled_from(("paragraph", "heading", "list_item", "note")), TEXTS.map("段".__add__))
DOCUMENTS = st.lists(PROSE | st.tuples(st.just("table_row"), ROWS), min_size=25, max_size=60)
SIZES = st.tuples(st.integers(20, 90), st.integers(5, 20))
MOVES = st.sampled_from(("page_down", "page_up", "up", "down", "first", "last"))
WHEEL: dict[object, int] = {"wheel_up": -3, "wheel_down": 3}
STEPS = st.one_of(
    MOVES,
    SIZES,
    st.integers(0, 59),
    st.floats(0, 1),
    st.sampled_from(("wheel_up", "wheel_down", "numbers", "hit")),
)


class Alone(App[None]):
    """A reader and nothing else."""

    def compose(self) -> ComposeResult:
        yield Reader(title="text")


@pytest.fixture(autouse=True, scope="module")
def small_chunks() -> Iterator[None]:
    """Chunks of few passages, none laid out before it is looked at."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(laying, "CHUNK", 4)
        patch.setattr(laying, "EXACT", 0)
        yield


def document(rows: Sequence[tuple[str, str]]) -> Passages:
    return passages(
        [
            Block(
                doc_id="d", line_start=line, line_end=line, block_id=f"d:{line}", parent_id=None, kind=kind, level=0,
                number=None, text=text, section="", breaks=[],
            )
            for line, (kind, text) in enumerate(rows, 1)
        ]
    )  # fmt: skip


@asynccontextmanager
async def reading(items: Passages) -> AsyncIterator[tuple[Reader, Pilot[None]]]:
    app = Alone()
    async with app.run_test(size=SIZE) as pilot:
        reader = app.query_one(Reader)
        reader.focus()
        reader.load(items, lambda item: ())
        await pilot.pause(0)
        yield reader, pilot


def in_view(reader: Reader) -> list[Laid]:
    top = round(reader.scroll_y)
    return [reader._layout.at(line) for line in range(top, min(top + reader.page_lines, reader.line_count))]


def whole(reader: Reader) -> list[Laid]:
    return every_line(reader.passages, reader._text_width())


@lru_cache(4)
def every_line(items: Passages, width: int) -> list[Laid]:
    """A text as it is laid out when all of it is; it never changes, and is asked for after every step."""
    return [line for item in range(len(items)) for line in laid(items, item, width)]


def at(reader: Reader) -> int:
    """Where the lines in view are in the whole text; fails where they are no piece of it."""
    shown, lines = in_view(reader), whole(reader)
    places = [start for start, line in enumerate(lines) if line == shown[0]]
    found = [start for start in places if lines[start : start + len(shown)] == shown]
    assert found, shown
    assert len(shown) == min(reader.page_lines, len(lines))
    return found[0]


async def take(reader: Reader, pilot: Pilot[None], step: object) -> None:
    if isinstance(step, tuple):
        await pilot.resize_terminal(*step)
    elif isinstance(step, int):
        reader.seek_line(step)
    elif isinstance(step, float):
        reader.scroll_to(y=int(step * reader.max_scroll_y), animate=False, immediate=True, force=True)
    elif step in WHEEL:
        reader.scroll_relative(y=WHEEL[step], animate=False, immediate=True, force=True)
    elif step == "numbers":
        reader.toggle_numbers()
    elif step == "hit":
        reader.turn_hit(1)
    else:
        reader.action_move(str(step))
    await at_rest()
    await pilot.pause(0)
    await at_rest()


@settings(max_examples=40, deadline=None)
@given(DOCUMENTS, st.lists(STEPS, min_size=3, max_size=12))
def test_whatever_is_done_the_lines_in_view_are_a_piece_of_the_text(
    rows: list[tuple[str, str]], steps: list[object]
) -> None:
    async def run() -> None:
        items = document(rows)
        async with reading(items) as (reader, pilot):
            reader.set_hits([Mark(item, 0, 1, "hit") for item in range(0, len(items), 7)], 0)
            for step in steps:
                cursor_seen = reader.cursor in {line.item for line in in_view(reader)}
                before, top = at(reader), reader._layout.spot(round(reader.scroll_y))
                await take(reader, pilot, step)
                seen = {line.item for line in in_view(reader)}
                lowest = len(whole(reader)) - len(in_view(reader))
                if isinstance(step, tuple) and cursor_seen:
                    assert reader.cursor in seen
                elif isinstance(step, tuple):
                    place = reader._layout.line(reader._layout.place_at(top))
                    assert 0 <= place - round(reader.scroll_y) < reader.page_lines
                elif step in WHEEL:
                    assert at(reader) == max(0, min(before + WHEEL[step], lowest))
                elif step == "first":
                    assert at(reader) == 0
                elif step == "last" or (isinstance(step, float) and step >= 1):
                    assert at(reader) == lowest
                elif isinstance(step, int):
                    assert min(max(step, 1), len(items)) - 1 in seen
                at(reader)
                bar = reader.vertical_scrollbar
                if reader.show_vertical_scrollbar:
                    assert bar.position == reader.scroll_y
                    assert bar.window_virtual_size == reader.virtual_size.height

    asyncio.run(run())


@settings(max_examples=30, deadline=None)
@given(DOCUMENTS, SIZES)
def test_pages_from_the_beginning_to_the_end_and_back_pass_over_no_line(
    rows: list[tuple[str, str]], size: tuple[int, int]
) -> None:
    async def run() -> None:
        async with reading(document(rows)) as (reader, pilot):
            await take(reader, pilot, size)
            lines = whole(reader)
            for key, goal in (("page_down", len(lines) - len(in_view(reader))), ("page_up", 0)):
                for _ in range(3 * len(lines)):
                    before, stood = at(reader), reader.cursor
                    await take(reader, pilot, key)
                    assert abs(at(reader) - before) <= reader.page_lines
                    if at(reader) == before == goal and reader.cursor == stood:
                        break  # a passage that begins above the last page is left by two keys
                assert at(reader) == goal
                assert reader.cursor == (0 if key == "page_up" else len(rows) - 1)

    asyncio.run(run())


def test_a_page_on_at_the_end_of_a_last_passage_higher_than_the_page_stays_there() -> None:
    async def run() -> None:
        async with reading(document([("paragraph", "段")] * 30 + [("heading", "段" + "就业" * 40)])) as (
            reader,
            pilot,
        ):
            await take(reader, pilot, (20, 5))
            await take(reader, pilot, "last")
            end = at(reader)
            assert reader.height_of(reader.cursor) > reader.page_lines
            for _ in range(3):
                await take(reader, pilot, "page_down")
                assert (at(reader), reader.cursor) == (end, 30)

    asyncio.run(run())


def test_a_cursor_that_a_larger_size_shows_again_stays_in_view_at_the_size_of_before() -> None:
    async def run() -> None:
        async with reading(document([("paragraph", "段")] * 40)) as (reader, pilot):
            await take(reader, pilot, (20, 5))
            await take(reader, pilot, 20)
            await take(reader, pilot, (reader.scroll_y - 6) / reader.max_scroll_y)
            assert reader.cursor not in {line.item for line in in_view(reader)}
            for size in ((20, 20), (20, 5)):
                await take(reader, pilot, size)
                assert reader.cursor in {line.item for line in in_view(reader)}

    asyncio.run(run())


@given(DOCUMENTS, st.integers(8, 90), st.lists(st.integers(0, 59), max_size=5))
def test_a_document_that_was_looked_at_everywhere_counts_its_lines(
    rows: list[tuple[str, str]], width: int, looks: list[int]
) -> None:
    items = document(rows)
    layout = Layout(items, width)
    for item in looks:
        layout.around(layout.place_of(item % len(items)), 10)
    for item in range(len(items)):
        layout.first(item)
    lines = [line for item in range(len(items)) for line in laid(items, item, width)]
    assert layout.count == len(lines)
    assert [layout.at(line) for line in range(layout.count)] == lines
    assert [layout.place_at(layout.spot(line)) for line in range(layout.count)] == [
        layout.place(line) for line in range(layout.count)
    ]


def test_only_what_is_looked_at_is_laid_out() -> None:
    layout = Layout(document([("paragraph", "就业" * 60)] * 5000), 78)
    assert not layout._chunks
    layout.around(layout.place_of(4000), 50)
    assert 0 < len(layout._chunks) < 50
    assert layout.count == 5 * 5000 - 1


@given(TEXTS, st.integers(2, 40))
def test_lines_are_as_full_as_they_can_be(text: str, width: int) -> None:
    """A line takes no more than its width, and what does not stand on it either does not fit or may not part."""
    spans = wrap(text, width)
    for start, end in spans:
        assert sum(map(char_cells, text[start:end])) <= width or end - start == 1
    parted = "".join(text[start:end] for start, end in spans)
    assert parted.replace(" ", "") == text.replace(" ", "")


async def test_a_bar_that_comes_later_shows_where_the_text_is() -> None:
    async with reading(document([("paragraph", "短")])) as (reader, pilot):
        reader.load(document([("paragraph", f"第{line}段") for line in range(200)]), lambda item: ())
        assert not reader.show_vertical_scrollbar
        reader.seek_line(150)
        for _ in range(3):
            await pilot.pause(0)
        assert reader.show_vertical_scrollbar
        assert reader.vertical_scrollbar.position == reader.scroll_y > 0
