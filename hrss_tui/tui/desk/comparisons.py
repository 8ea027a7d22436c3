"""What can be compared in a package: prefectures, departments of a year, years of a department, execution."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from hrss_tui.pack.summary import Filing
from hrss_tui.query.views import format_view, view
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.entries import Entry


def compared_entries(desk: Desk) -> list[Entry]:
    """All comparisons, each with the view that shows it."""
    return [*_prefectures(desk), *_departments(desk), *_years(desk)]


def _prefectures(desk: Desk) -> Iterator[Entry]:
    """Of each region an entry that names it, where there are several."""
    regions = desk.data.regions
    for code in regions:
        name = desk.place_name(code)
        label = (
            f"{desk.say('filed.prefectures')} {name}" if len(regions) > 1 else desk.say("filed.prefectures")
        )
        target = view("compare", of="prefectures", place=code if len(regions) > 1 else "")
        yield Entry("filed.prefectures", label, format_view(target), (name, code))


def _departments(desk: Desk) -> Iterator[Entry]:
    known: dict[tuple[int, str], set[str]] = defaultdict(set)
    for one in desk.data.filings.values():
        if one.year:
            known[one.year, one.phase].add(one.department)
    for (year, phase), names in sorted(known.items(), key=lambda item: (-item[0][0], item[0][1])):
        if len(names) > 1:
            label = f"{desk.say('filed.departments')} {year} {desk.say(f'phase.{phase}')}  {len(names)}"
            yield _entry(label, "", of="departments", year=str(year), phase=phase)


def _years(desk: Desk) -> Iterator[Entry]:
    own: dict[str, list[Filing]] = defaultdict(list)
    for one in desk.data.filings.values():
        own[one.department].append(one)
    for name, filings in own.items():
        by_phase: dict[str, set[int]] = defaultdict(set)
        for one in filings:
            if one.year:
                by_phase[one.phase].add(one.year)
        for phase, years in by_phase.items():
            if len(years) > 1:
                label = (
                    f"{desk.say('filed.years')} {name} {min(years)}–{max(years)} {desk.say(f'phase.{phase}')}"
                )
                yield _entry(label, name, of="years", phase=phase)
                text = f"{desk.say('filed.text')} {name} {max(years)} {desk.say(f'phase.{phase}')}"
                yield _entry(text, name, of="text", phase=phase)
        for year in sorted(by_phase["budget"] & by_phase["final"], reverse=True):
            yield _entry(f"{desk.say('filed.execution')} {name} {year}", name, of="execution", year=str(year))


def _entry(label: str, path: str, **params: str) -> Entry:
    return Entry("filed.compared", label, format_view(view("compare", path, **params)))
