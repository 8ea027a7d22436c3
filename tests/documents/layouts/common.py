"""What every layout needs: the department, the book of a year, and parts in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from tests.documents.amounts import Money
from tests.documents.book import Book, Plan, invent
from tests.documents.described import Described, PageBreak, Part, Prose, Table
from tests.documents.lines import ordinal


class Department(msgspec.Struct, frozen=True):
    """An invented department: its name, its place as printed and its GB/T 2260 code where the place is real, its units.

    `seed` and `plan` decide its money: the same department has the same books in every layout of one unit.
    """

    id: str
    name: str
    place: str
    seed: int
    groups: tuple[str, ...]
    units: tuple[str, ...]
    size: int = 400
    funds: tuple[str, ...] = ()
    state_capital: bool = False
    own: bool = False
    carried: bool = False

    def book(self, year: int, money: Money, whole: int = 10_000) -> Book:
        """Its money of a year in steps that `money` can print."""
        return invent(self.seed, year, Plan(
            groups=self.groups, units=(f"{self.name}（本级）", *self.units), step=money.step, size=self.size, funds=self.funds,
            state_capital=self.state_capital, own=self.own, carried=self.carried, whole=whole,
        ))  # fmt: skip


def described(
    department: Department,
    suffix: str,
    title: str,
    year: int,
    phase: str,
    parts: Iterable[Part],
    facts: tuple[tuple[str, str], ...] = (),
    traits: tuple[str, ...] = (),
) -> Described:
    """The description of a department's document."""
    return Described(
        id=f"{department.id}-{year}-{phase}{suffix}", title=title, department=department.name, place=department.place, year=year,
        phase=phase, parts=tuple(parts), facts=facts, traits=traits,
    )  # fmt: skip


def cover(*lines: str) -> Iterator[Part]:
    """A title page."""
    yield from (Prose(line, "title") for line in lines)
    yield PageBreak()


def contents(*groups: tuple[str, Iterable[str]]) -> Iterator[Part]:
    """A table of contents: parts and what they hold."""
    yield Prose("目录", "title")
    for part, entries in groups:
        yield Prose(part, "contents")
        yield from (Prose(entry, "contents") for entry in entries)
    yield PageBreak()


def section(heading: str, *parts: Iterable[Part] | Part) -> Iterator[Part]:
    """A heading and what follows it."""
    yield Prose(heading, "heading")
    for part in parts:
        if isinstance(part, Prose | Table | PageBreak):
            yield part
        else:
            yield from part


def sheets(tables: Iterable[Table]) -> Iterator[Part]:
    """Tables, each on a page of its own."""
    for table in tables:
        yield table
        yield PageBreak()


def numbered(titles: Iterable[str], start: int = 1) -> Iterator[str]:
    """一、 …"""
    return (f"{ordinal(number)}、{title}" for number, title in enumerate(titles, start))


def in_cell(paragraphs: Iterable[Prose]) -> Iterator[Prose]:
    """Paragraphs that stand in one cell of a sheet."""
    return (Prose(each.text, "cell") for each in paragraphs)
