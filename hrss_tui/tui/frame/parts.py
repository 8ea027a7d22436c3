"""The parts that pages show as tabs, as entries for the palette: of the page that is shown its own tabs, of others what they have."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from hrss_tui.query.views import View, format_view, view
from hrss_tui.records import PerformanceTarget
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.entries import Entry
from hrss_tui.tui.desk.lists import POLICIES, TARGETS, cited_parts
from hrss_tui.tui.page.base import Page
from hrss_tui.words import LANGUAGES, words

HERE = "part:"
"""What an entry leads to: a part, and after another colon the view whose page has it, where that is not the one shown."""
KIND = "entry.part"
_PAGES = {"targets": "indicators", "cited": "documents", "filings": "compare"}
"""Rooms that are parts of a page of another name."""


class _Part(NamedTuple):
    """A tab of a room: its key, its word (or what it is called without one), where it leads, what else it is called."""

    room: str
    key: str
    word: str
    target: str
    name: str = ""
    also: str = ""


def part_entries(desk: Desk, page: Page) -> list[Entry]:
    """All parts, those of the page that is shown first; each is found by its name in every language."""
    room = page.ROOM or page.NAME
    known = list(_parts(desk))
    forms = {(one.room, one.key): _forms(one) for one in known}
    shown = page.labelled_parts()
    found = [
        _entry(desk, page.NAME, label, f"{HERE}{key}", forms.get((room, key), ())) for key, label in shown
    ]
    others = (one for one in known if not shown or one.room != room)
    return found + [_entry(desk, _page(one), _name(desk, one), one.target, _forms(one)) for one in others]


def _entry(desk: Desk, page: str, name: str, target: str, forms: tuple[str, ...]) -> Entry:
    return Entry(KIND, f"{desk.say(f'page.{page}')} {desk.signs.crumb} {name}", target, forms)


def _page(part: _Part) -> str:
    return _PAGES.get(part.room, part.room)


def _name(desk: Desk, part: _Part) -> str:
    return part.name or desk.say(part.word)


def _forms(part: _Part) -> tuple[str, ...]:
    """Its names in all languages, and the command that prints the same."""
    said = (words(lang).get(part.word, part.name) for lang in LANGUAGES)
    return tuple(form.casefold() for form in (*said, part.also) if form)


def _parts(desk: Desk) -> Iterator[_Part]:
    yield from _budget(desk)
    yield from _compare(desk)
    yield from _indicators(desk)
    yield from _documents(desk)
    yield from _checks()


def _budget(desk: Desk) -> Iterator[_Part]:
    """The tables and rankings of the newest budget."""
    from hrss_tui.tui.budget.rows import CHANGES, part_name, parts

    doc_id = desk.data.newest_filing
    for part in parts(desk, doc_id) if doc_id else ():
        target = _view(view("budget", table=part.key))
        name = part_name(desk, doc_id, part.key)
        also = "changes" if part.key == CHANGES else ""
        yield _Part("budget", part.key, f"part.{part.key}", target, name, also)


def _compare(desk: Desk) -> Iterator[_Part]:
    """Pictures of what the page shows at first."""
    from hrss_tui.tui.frame.pages import room_of

    room = room_of(desk, View("compare"))
    keys = ("table", "bars", "map") if room == "compare" else ("table", "bars")
    for key in keys:
        yield _Part(room, key, f"compare.{key}", f"{HERE}{key}:compare")


def _indicators(desk: Desk) -> Iterator[_Part]:
    from hrss_tui.tui.indicators.rows import PARTS, SERIES

    for key in PARTS:
        if key != SERIES or not desk.data.small or desk.data.series:
            yield _Part("indicators", key, f"indicators.{key}", _view(view("indicators", part=key)))
    if desk.data.pack.count(PerformanceTarget.TABLE):
        yield _Part(
            "indicators",
            "targets",
            "indicators.targets",
            _view(view("indicators", part="targets")),
            also="targets",
        )
        for only in TARGETS:
            target = _view(view("indicators", part="targets", only=only))
            yield _Part("targets", only, f"targets.{only or 'all'}", target)


def _documents(desk: Desk) -> Iterator[_Part]:
    if cited_parts(desk):
        yield _Part("cited", "reader", "cited.reader", _view(view("documents")))
    for key in cited_parts(desk):
        also = "policies" if key == POLICIES else "glossary"
        yield _Part("cited", key, f"cited.{key}", _view(view("documents", part=key)), also=also)


def _checks() -> Iterator[_Part]:
    from hrss_tui.tui.checks.sides import STATUSES

    yield _Part("checks", "", "checks.all", _view(view("checks")))
    yield _Part("checks", "groups", "checks.groups", _view(view("checks", by="kind")))
    for status in STATUSES:
        yield _Part("checks", status, f"status.{status}", _view(view("checks", status=status)))


def _view(shown: View) -> str:
    return f"view:{format_view(shown)}"
