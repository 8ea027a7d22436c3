"""What can be named: pages, codes, prefectures, indicators, documents. The palette and the search box offer them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.errors import NothingFoundError
from hrss_tui.query.compare import metrics
from hrss_tui.query.policies import policies
from hrss_tui.query.views import format_view, view
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.keeping import kept
from hrss_tui.tui.desk.lists import POLICIES, TERMS, lists
from hrss_tui.tui.desk.matching import Matcher, Names, called
from hrss_tui.tui.desk.projects import project_view

PROJECT = "entry.project"
SHORTEST_WORD = 4
SHORTEST_NAME = 2
"""Letters and characters a name has at least that is looked for in a question; initials are too short."""
_NUMBER = re.compile(r"\d+")


class Entry(msgspec.Struct, frozen=True):
    """Something to go to: its kind (a word key), what it is called, the view it opens, other forms of its name."""

    kind: str
    label: str
    target: str
    forms: tuple[str, ...] = ()
    code: str = ""

    @property
    def names(self) -> tuple[str, ...]:
        """The names as a question may hold them."""
        plain = self.label.removeprefix(self.code).strip().casefold()
        return (*((self.code,) if self.code else ()), plain, *self.forms)

    def begins(self, text: str) -> bool:
        """Whether the label or a form begins with a text."""
        return any(form.startswith(text.strip().casefold()) for form in (self.label.casefold(), *self.forms))


@kept
def entries(desk: Desk) -> tuple[Entry, ...]:
    """Everything of the package, in the order in which it is offered."""
    return (
        *_lists(desk),
        *_codes(desk),
        *_prefectures(desk),
        *_metrics(desk),
        *_indicators(desk),
        *_projects(desk),
        *_cited(desk),
        *_documents(desk),
    )


@kept
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


def named_entries(desk: Desk, text: str, limit: int) -> list[Entry]:
    """What a question names, that is asked in a sentence: codes that stand in it alone, names of some length."""
    asked = text.casefold()
    numbers = set(_NUMBER.findall(asked))
    found = [
        (len(max(names, key=len)), entry)
        for entry in entries(desk)
        if (names := [name for name in entry.names if _names_one(name, asked, numbers)])
    ]
    found.sort(key=lambda one: -one[0])
    return [entry for _, entry in found[:limit]]


def _names_one(name: str, asked: str, numbers: set[str]) -> bool:
    """Whether a name stands in a question: digits as a whole number, letters as whole words."""
    if name.isdigit():
        return name in numbers
    if name.isascii():
        return len(name) >= SHORTEST_WORD and re.search(rf"\b{re.escape(name)}\b", asked) is not None
    return len(name) >= SHORTEST_NAME and name in asked


def _codes(desk: Desk) -> Iterator[Entry]:
    for code, name in desk.data.codes:
        yield Entry("entry.code", f"{code} {desk.named(name)}", f"budget/{code}", (name,), code=code)


def _prefectures(desk: Desk) -> Iterator[Entry]:
    for row in desk.data.prefectures.values():
        label = row.name_en if desk.lang == "en" else row.name
        forms = (row.name, row.short_name, row.name_en.casefold(), row.pinyin, row.initials, row.code)
        yield Entry(
            "entry.prefecture", label, f"compare/{row.code}", (*forms, *map(str.casefold, row.aliases))
        )


def _metrics(desk: Desk) -> Iterator[Entry]:
    for row in metrics(desk.data.pack):
        yield Entry(
            "entry.metric",
            desk.metric_named(row.metric, row.metric_label),
            format_view(view("compare", metric=row.metric)),
            (row.metric_label,),
        )


def _indicators(desk: Desk) -> Iterator[Entry]:
    for row in desk.data.indicators.values():
        label = row.name_en if desk.lang == "en" else row.name
        forms = (row.name, row.name_en.casefold(), *map(str.casefold, row.aliases))
        yield Entry("entry.indicator", label, format_view(view("indicators", row.indicator_id)), forms)


def _lists(desk: Desk) -> Iterator[Entry]:
    for word, target in lists(desk).items():
        yield Entry("entry.list", desk.say(word), target)


def _projects(desk: Desk) -> Iterator[Entry]:
    """The projects of the narrative with their money, the largest first; of a large package the search finds them."""
    if desk.data.small:
        for row in sorted(desk.data.projects, key=lambda one: -(one.amount or 0)):
            amount = "" if row.amount is None else f"  {desk.money(row.amount)} {desk.unit_name}"
            yield Entry(PROJECT, f"{row.name}{amount}", project_view(desk, row), (row.name.casefold(),))


def _cited(desk: Desk) -> Iterator[Entry]:
    """Policy documents and terms by their names; of a large package the lists have them."""
    if not desk.data.small:
        return
    with suppress(NothingFoundError):
        for policy in policies(desk.data.pack):
            target = format_view(view("documents", policy.name, part=POLICIES))
            yield Entry("entry.policy", policy.name, target, (policy.title.casefold(),))
    for term in desk.data.glossary:
        target = format_view(view("documents", f"{term.doc_id}/{term.term}", part=TERMS))
        yield Entry("entry.term", term.term, target, (term.term.strip("“”"),))


def _documents(desk: Desk) -> Iterator[Entry]:
    for row in desk.data.documents.values():
        yield Entry("entry.document", desk.data.title(row.doc_id), f"documents/{row.doc_id}", (row.doc_id,))
