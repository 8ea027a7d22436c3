"""English names of what budget documents print in Chinese: titles of tables, columns, rows, codes of every catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

from hrss_tui import lazy_re as re
from hrss_tui.reference.budget_tables import budget_tables, income_lines, three_public_lines, total_labels
from hrss_tui.reference.classifications import (
    economic_codes,
    every_functional_code,
    government_economic_codes,
)
from hrss_tui.reference.text import fold_label
from hrss_tui.reference.units import figure_words, per_names, split_unit, units


def english_of(printed: str) -> str:
    """The English name of a printed one, or what a note says a figure includes; empty where there is none."""
    label = fold_label(printed)
    return english_names().get(label, "") or _of_note(label)


_INCLUDES = re.compile(r"(不)?(?:包含|包括|含)(.{1,80})")
"""What a document says of the scope of a figure."""
_AND = re.compile(r"[、和及与]")


def _of_note(label: str) -> str:
    """A note of what is included, where all that it names is known in English."""
    found = _INCLUDES.fullmatch(label)
    names = _each(found[2]) if found is not None else ()
    return f"{'not ' if found and found[1] else ''}including {', '.join(names)}" if names else ""


def _each(text: str) -> tuple[str, ...]:
    """The English names of what a text names one after the other, none where one is not known; 和 begins names too."""
    whole = english_names().get(text, "") or _of_place(text)
    if whole:
        return (whole,)
    for at in _AND.finditer(text):
        first = english_names().get(text[: at.start()], "") or _of_place(text[: at.start()])
        rest = _each(text[at.end() :]) if first else ()
        if rest:
            return (first, *rest)
    return ()


def _of_place(name: str) -> str:
    from hrss_tui.reference.places import find_place

    known = find_place(name) if name else None
    return known.name_en if known is not None and name in known.names() else ""


def english_unit(printed: str, number: str = "") -> str:
    """A unit in English, with its multiplier: 万人次 → 10k person-times; as printed where any part of it is not known.

    Behind the `number` 1 it is one: 1 person, but 1 10k persons.
    Never half of it: a unit of which one part is known and another not stays as it is.
    """
    factor, rest = split_unit(printed)
    head, *per = rest.split("/")
    named = units().get(head)
    alone = number == "1" and factor == 1
    name = (named.one_en if alone else "") or named.name_en if named else ""
    names = [name, *(per_names().get(part, "") for part in per)]
    if factor not in _FACTORS or not all(names):
        return printed
    return f"{_FACTORS[factor]}{' per '.join(names)}"


_FACTORS = {1: "", 10: "10 ", 100: "100 ", 1000: "1k ", 10**4: "10k ", 10**6: "1m ", 10**8: "100m "}
"""Multipliers as the explorer writes them."""


@cache
def english_names() -> Mapping[str, str]:
    """Folded name (see fold_label) → English name; of a name that stands for several things the first."""
    found: dict[str, str] = {}
    for printed, english in _pairs():
        if english:
            found.setdefault(fold_label(printed), english)
    return MappingProxyType(found)


def _pairs() -> Iterator[tuple[str, str]]:
    totals = total_labels()
    for labels, english in (
        (totals.any, "Total"),
        (totals.income, "Total income"),
        (totals.expenditure, "Total spending"),
    ):
        yield from ((label, english) for label in labels)
    for table in budget_tables():
        yield from ((title, table.title_en) for title in table.titles)
        for block in table.blocks:
            for column in block.columns:
                yield from ((label, column.label_en) for label in column.labels)
    yield from ((scope.word, scope.name_en) for scope in figure_words().scopes)
    yield from ((label, line.name_en) for line in income_lines() for label in line.labels)
    yield from ((label, line.name_en) for line in three_public_lines() for label in line.labels)
    for code in (*every_functional_code(), *government_economic_codes(), *economic_codes()):
        yield from ((name, code.name_en) for name in (code.name, *code.aliases))
