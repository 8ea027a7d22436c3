"""What `build` says of its documents on stderr: one line each, and the places that were not read."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from hrss_tui.cli.context import Context
from hrss_tui.compile.readings import DocumentReading, Missed
from hrss_tui.sources.inputs import passed_over
from hrss_tui.words import Phrase, phrase

_COUNTED: Final = (
    "budget_tables",
    "budget_lines",
    "budget_changes",
    "projects",
    "performance_targets",
    "prefecture_values",
    "observations",
)
"""Tables whose rows are named in the line of a document."""
_MOST: Final = 8
"""Places of a document that are named."""
_STRETCHES: Final = 6
_TITLE: Final = 30


def narrate_reading(context: Context, found: DocumentReading) -> None:
    """Say what was read of a document and what was not."""
    for line in lines(found, context):
        context.note(line)


def narrate_passed_over(context: Context, folder: Path, recursive: bool) -> None:
    """Say which files of a folder are of no kind that is read, and that the folders in it are not looked into."""
    names, below = passed_over(folder, recursive)
    if names:
        shown = " ".join(names[:_MOST]) + (" …" if len(names) > _MOST else "")
        context.note(phrase("reading.passed_over", folder=folder, count=len(names), names=shown))
    if below:
        context.note(phrase("reading.below", folder=folder, count=below))


def lines(found: DocumentReading, context: Context) -> Iterator[Phrase]:
    """One line on the document, one for each of the first places that were not read, one where much was not."""
    yield phrase(
        "reading.document" if found.numbers else "reading.no_numbers",
        file=found.file,
        title=_short(found.title),
        about=_about(found, context),
        read=_read(found, context),
        numbers=found.numbers,
        share=_share(found),
    )
    for missed in found.unread[:_MOST]:
        yield _place(found, missed)
    if len(found.unread) > _MOST:
        yield phrase("reading.more", file=found.file, count=len(found.unread) - _MOST)
    if found.poor:
        yield phrase(
            "reading.few",
            file=found.file,
            numbers=found.numbers,
            left=found.numbers - found.claimed,
            lines=_stretches(found),
        )


def _short(title: str) -> str:
    return title if len(title) <= _TITLE else title[:_TITLE] + "…"


def _about(found: DocumentReading, context: Context) -> str:
    """What the document is: its id, and whether it is a budget or final accounts."""
    phase = context.words.get(f"reading.phase.{found.phase}", "")
    return " ".join(filter(None, (found.doc_id, phase)))


def _read(found: DocumentReading, context: Context) -> str:
    parts = [
        context.words[f"reading.{table}"].format(count=f"{found.records[table]:,}")
        for table in _COUNTED
        if found.records.get(table)
    ]
    return context.words["reading.join"].join(parts) or context.words["reading.nothing"]


def _share(found: DocumentReading) -> int:
    """Percent of the numbers that are accounted for; less than 100 where one is not."""
    return found.claimed * 100 // found.numbers if found.numbers else 100


def _place(found: DocumentReading, missed: Missed) -> Phrase:
    what = phrase(
        f"reading.{missed.reason}",
        title=_short(missed.title) or phrase("source.untitled"),
        name=missed.name or "",
        printed=_short(missed.printed),
    )
    if missed.page is None:
        return phrase("reading.at", file=found.file, line=missed.line, what=what)
    return phrase("reading.at_page", file=found.file, page=missed.page, line=missed.line, what=what)


def _stretches(found: DocumentReading) -> str:
    """Lines with numbers that were not read: 3-5, 9 and so on."""
    named = [
        str(first) if first == last else f"{first}-{last}" for first, last in found.open_lines[:_STRETCHES]
    ]
    return "、".join(named) + (" …" if len(found.open_lines) > _STRETCHES else "")
