"""What can be named: pages, codes, prefectures, indicators, documents. The palette and the search box offer them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import msgspec

from hrss_tui.query.views import format_view, view
from hrss_tui.tui.desk import Desk
from hrss_tui.tui.matching import Matcher, Names, called


class Entry(msgspec.Struct, frozen=True):
    """Something to go to: its kind (a word key), what it is called, the view it opens, other forms of its name."""

    kind: str
    label: str
    target: str
    forms: tuple[str, ...] = ()

    def begins(self, text: str) -> bool:
        """Whether the label or a form begins with a text."""
        return any(form.startswith(text.strip().casefold()) for form in (self.label.casefold(), *self.forms))


@cache
def entries(desk: Desk) -> tuple[Entry, ...]:
    """Everything of the package, in the order in which it is offered."""
    return (*_codes(desk), *_prefectures(desk), *_indicators(desk), *_documents(desk))


@cache
def _names(desk: Desk) -> Names[Entry]:
    return Names((entry, called(desk, (entry.label, *entry.forms))) for entry in entries(desk))


def find_entries(desk: Desk, text: str, limit: int) -> list[Entry]:
    """The first entries that match; those whose label or form begins with the text come first."""
    matcher = Matcher(desk, text)
    if not matcher.words:
        return []
    found = _names(desk).matching(matcher)
    found.sort(key=lambda entry: not entry.begins(text))
    return found[:limit]


def _codes(desk: Desk) -> Iterator[Entry]:
    seen: set[str] = set()
    for row in desk.data.budget_lines:
        if row.code and row.classification == "functional" and row.code not in seen:
            seen.add(row.code)
            yield Entry("entry.code", f"{row.code} {row.name}", f"budget/{row.code}")


def _prefectures(desk: Desk) -> Iterator[Entry]:
    for row in desk.data.prefectures.values():
        label = row.name_en if desk.lang == "en" else row.name
        forms = (row.name, row.short_name, row.name_en.casefold(), row.pinyin, row.initials, row.code)
        yield Entry(
            "entry.prefecture", label, f"compare/{row.code}", (*forms, *map(str.casefold, row.aliases))
        )


def _indicators(desk: Desk) -> Iterator[Entry]:
    for row in desk.data.indicators.values():
        label = row.name_en if desk.lang == "en" else row.name
        forms = (row.name, row.name_en.casefold(), *map(str.casefold, row.aliases))
        yield Entry("entry.indicator", label, format_view(view("indicators", row.indicator_id)), forms)


def _documents(desk: Desk) -> Iterator[Entry]:
    for row in desk.data.documents.values():
        yield Entry("entry.document", row.title, f"documents/{row.doc_id}", (row.doc_id,))
