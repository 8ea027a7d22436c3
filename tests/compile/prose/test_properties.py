"""What holds of every observation, and of documents that differ only in how they are printed."""

from __future__ import annotations

import random
import re
import time
from functools import cache
from typing import Any

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hrss_tui.compile.pipeline import Compiled
from hrss_tui.records import Observation
from hrss_tui.sources.decode import read_source
from hrss_tui.sources.document import parse
from hrss_tui.sources.text import width
from tests.compile.prose.reader import observe
from tests.conftest import SEEDS

BULLETIN = next(path for path in sorted(SEEDS.glob("*.txt")) if "年末全区参加" in path.read_text("utf-8"))
PLACE = ("observation_id", "block_id", "line_start", "line_end")
CLOSING = "，。；：、！？）》”%"
FIGURE = re.compile(r"\d+(?:\.\d+)?")


@cache
def paragraphs() -> tuple[str, ...]:
    (document,) = parse(read_source(BULLETIN))
    return tuple(block.text.text for block in document.blocks)


def wrapped(text: str, cells: int) -> list[str]:
    """Lines of at most so many cells; no line begins with a mark that cannot begin one."""
    lines, line = [], ""
    for char in text:
        if width(line + char) > cells and char not in CLOSING:
            lines.append(line)
            line = ""
        line += char
    return [*lines, line]


def facts(text: str) -> list[dict[str, Any]]:
    """Observations apart from where they stand."""
    rows = [msgspec.to_builtins(record) for record in observe(text, "bulletin", 2021)]
    return [{key: value for key, value in row.items() if key not in PLACE} for row in rows]


@cache
def unwrapped() -> list[dict[str, Any]]:
    return facts("\n\n".join(paragraphs()))


@settings(max_examples=25, deadline=None)
@given(cells=st.integers(28, 160))
def test_another_wrapping_width_gives_the_same_records(cells: int) -> None:
    lines = [line for paragraph in paragraphs() for line in wrapped(paragraph, cells)]
    assert facts("\n\n".join(lines)) == unwrapped()


def test_the_bulletin_as_printed_gives_the_records_of_its_paragraphs() -> None:
    assert facts(BULLETIN.read_text("utf-8")) == unwrapped()
    assert len(unwrapped()) > 150


def test_full_width_digits_give_the_same_values() -> None:
    wide = str.maketrans("0123456789.%", "０１２３４５６７８９．％")
    read = facts("\n\n".join(paragraph.translate(wide) for paragraph in paragraphs()))
    expected = [
        {**row, "printed": row["printed"].translate(wide), "subject": row["subject"].translate(wide)}
        for row in unwrapped()
    ]
    assert [{**row, "against": None} for row in read] == [{**row, "against": None} for row in expected]


def test_spaces_between_characters_change_nothing() -> None:
    loose = [re.sub(r"(?<=[\u4e00-\u9fff])(?=[\u4e00-\u9fff])", " ", text) for text in paragraphs()]
    assert facts("\n\n".join(loose)) == unwrapped()


def test_other_figures_are_read_as_they_are_printed() -> None:
    """Every figure that is an observation replaced: the records say the new one and nothing else changes."""
    draw = random.Random(7)
    text = "\n\n".join(paragraphs())
    places = [record.observation_id for record in observe(text, "bulletin", 2021)]
    lines = text.split("\n")
    expected = []
    for place in places:
        line, column = (int(part) for part in place.partition(":")[2].split("."))
        expected.append((line, column))
    made: dict[tuple[int, int], str] = {}
    for line, column in sorted(expected, reverse=True):
        old = lines[line - 1]
        match = FIGURE.match(old, column - 1)
        assert match is not None
        digits = "".join(str(draw.randrange(1, 10)) if char.isdigit() else char for char in match.group())
        lines[line - 1] = old[: match.start()] + digits + old[match.end() :]
        made[line, column] = digits
    read = facts("\n".join(lines))
    assert [row["printed"] for row in read] == [made[place] for place in expected]
    kept = ("subject", "period", "scope", "unit", "operator", "kind", "change", "indicator_id")
    assert [[row[key] for key in kept] for row in read] == [[row[key] for key in kept] for row in unwrapped()]


def test_another_year_moves_every_period() -> None:
    moved = [row["period"] for row in facts_of_year(2033)]
    assert [period.replace("2033", "2021") for period in moved] == [row["period"] for row in unwrapped()]


def facts_of_year(year: int) -> list[dict[str, Any]]:
    text = "\n\n".join(paragraphs()).replace("2021", str(year))
    return [msgspec.to_builtins(record) for record in observe(text, "bulletin", year)]


@pytest.fixture(scope="module")
def records(compiled: Compiled) -> list[Observation]:
    return [record for record in compiled.tables["observations"] if isinstance(record, Observation)]


@pytest.fixture(scope="module")
def source_lines(compiled: Compiled) -> dict[str, tuple[str, ...]]:
    return {document.source.doc_id: document.source.parsed.file.lines for document in compiled.documents}


def test_the_figure_stands_in_the_joined_lines_of_its_record(
    records: list[Observation], source_lines: dict[str, tuple[str, ...]]
) -> None:
    for record in records:
        lines = source_lines[record.doc_id][record.line_start - 1 : record.line_end]
        joined = re.sub(r"\s", "", "".join(lines))
        assert record.printed + record.unit.partition("/")[0].removesuffix("%") in joined.replace("余", ""), (
            record
        )


def test_the_id_names_the_place_of_the_figure(
    records: list[Observation], source_lines: dict[str, tuple[str, ...]]
) -> None:
    for record in records:
        line, column = (int(part) for part in record.observation_id.rpartition(":")[2].split("."))
        assert source_lines[record.doc_id][line - 1][column - 1] == record.printed[0], record
        assert record.line_start <= line <= record.line_end, record


def test_the_words_of_the_subject_stand_in_its_lines(
    records: list[Observation], source_lines: dict[str, tuple[str, ...]]
) -> None:
    """Nothing is reworded: every pair of characters of a subject stands in the lines it was read from."""
    for record in records:
        lines = source_lines[record.doc_id][record.line_start - 1 : record.line_end]
        joined = set(re.sub(r"[\s*]", "", "".join(lines)))
        assert set(record.subject) - {" "} <= joined, record


def test_ids_are_unique(records: list[Observation]) -> None:
    assert len({record.observation_id for record in records}) == len(records)


@pytest.mark.parametrize(
    "unit", ["年末参保 5 万人，", "甲 5 家、乙 6 家（含丙 1 家）。", "《办法》“计划”办结 5 件和", "5 家、"]
)
def test_a_long_line_takes_time_in_proportion_to_its_length(unit: str) -> None:
    """Twenty times the text in far less than the four hundred times that a search per search would take."""

    def seconds(copies: int) -> float:
        begun = time.process_time()
        observe(unit * copies)
        return time.process_time() - begun

    seconds(50)
    assert seconds(4000) < 80 * max(seconds(200), 0.01)
