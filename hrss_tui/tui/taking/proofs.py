"""What shows that what the cursor stands on is so: the evidence for its record, else for its line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from hrss_tui import lazy_re as re
from hrss_tui.errors import HrssError
from hrss_tui.export.shown.of_id import Proof, proof, written
from hrss_tui.export.shown.telling import Teller
from hrss_tui.query.evidence.contradiction import Contradiction
from hrss_tui.query.evidence.evidence import value_of
from hrss_tui.query.evidence.facts import title_of
from hrss_tui.records import Block
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.words import Lang, spoken

ENDINGS = (".html", ".md")
_NO_NAME = re.compile(r"[^\w.-]+")
_LONGEST = 80
_MOST = 12
"""Figures of a row that are said after it."""


def proof_of(desk: Desk, wanted: Iterable[str], shown: str) -> Proof | None:
    """The evidence for the first of some ids that has any; `shown` is the view they were found in."""
    for one in wanted:
        try:
            return proof(desk.data.owns, one, shown)
        except HrssError:
            continue
    return None


def said(desk: Desk, wanted: str) -> str:
    """What a record is of, with its figure and unit; nothing where it is no figure."""
    record = desk.data.owns.record(wanted)
    value = value_of(desk.data.pack, record) if record is not None else None
    if record is None or value is None:
        return ""
    lang: Lang = "en" if desk.lang == "en" else "zh"
    return f"{spoken(title_of(desk.data.owns, record), lang)} {spoken(value, lang)}"


def passage_said(
    desk: Desk, block: Block, figures: Sequence[tuple[int, int, str]], meant: Iterable[tuple[int, int]]
) -> tuple[str, str]:
    """A passage as it is copied, and the record it stands for; `figures` are [start, end) of its text with their records.

    It is the first figure in which something that is `meant` stands, with what it is of and its unit. Where none does,
    a row of a table with what each of its figures is of, standing for the first of them; any other passage as its text.
    """
    marks = list(meant)
    for start, end, record in figures:
        if any(start <= low and high <= end for low, high in marks):
            return said(desk, record) or block.text[start:end], record
    text = block.text.replace("\t", "  ").strip()
    row = figures[:_MOST] if block.kind == "table_row" else ()
    told = [(line, record) for _, _, record in row if (line := said(desk, record))]
    lines = dict.fromkeys(line for line, _ in told)
    return "\n".join((text, *lines)), told[0][1] if told else block.block_id


def file_of(desk: Desk, found: Proof, suffix: str) -> bytes:
    """The bytes of a page or a note."""
    return written(found, teller(desk), suffix.casefold().lstrip("."))


def note_of(desk: Desk, found: Contradiction) -> str:
    """Both sides as a note in Markdown."""
    return written(found, teller(desk), "md").decode().strip()


def name_of(found: Proof) -> str:
    """A name for its file, of the id."""
    return f"evidence-{_NO_NAME.sub('-', found.id).strip('-')[:_LONGEST]}"


def teller(desk: Desk) -> Teller:
    """What says it in the language of the reader."""
    english = desk.lang == "en"
    return Teller(desk.data.pack, "en" if english else "zh", desk.data.english if english else {})
