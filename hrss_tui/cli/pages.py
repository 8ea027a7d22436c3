"""What a command lists as a page to be looked at: `--format html`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from hrss_tui import lazy_re as re
from hrss_tui.cli.context import Context
from hrss_tui.export.shown.referred import Referred, package_name
from hrss_tui.export.shown.sheet import Cell, Column, Made, Picture, Row, Sheet
from hrss_tui.export.shown.table import html
from hrss_tui.query.lookup import find_record

_NUMBER = re.compile(r"[<>=≥≤~≈约]{0,2}\s?([+−-]?\d[\d,]{0,30}(?:\.\d{1,30})?)", re.ASCII)


def page_lines(
    context: Context,
    heads: Sequence[tuple[str, bool]],
    rows: Iterable[tuple[Sequence[str], Any]],
    notes: Sequence[str],
    pictures: Sequence[Picture] = (),
) -> list[str]:
    """The lines of the page; of a row its texts and the record, or the records, whose place it has.

    A head is a text and whether its column holds numbers; pictures stand above the table.
    """
    referred = Referred(context.pack, context.lang)
    found = [
        Row(
            tuple(
                Cell(text.strip(), _order(text) if right else None)
                for text, (_, right) in zip(texts, heads, strict=True)
            ),
            tuple(place for one in _several(context, record) for place in referred.place(*_where(one))),
        )
        for texts, record in rows
    ]
    sheet = Sheet(
        context.title,
        tuple(Column(text.replace("\n", ""), right) for text, right in heads),
        tuple(found),
        Made(package_name(context.pack), "", context.lang),
        tuple(pictures),
        tuple(note.strip() for note in notes if note.strip()),
        tuple(referred.sources()),
    )
    return html(sheet).decode().splitlines()


def _several(context: Context, record: Any) -> Sequence[Any]:
    """The records of a row: itself, those it is made of, or those it names by their ids."""
    if isinstance(record, (list, tuple)):
        return record
    named = () if hasattr(record, "doc_id") else getattr(record, "record_ids", ())
    return [find_record(context.pack, one) for one in named if one] or (record,)


def _where(record: Any) -> tuple[object, object]:
    return getattr(record, "doc_id", None), getattr(record, "line_start", None)


def _order(text: str) -> float | None:
    """What a number is sorted by."""
    found = _NUMBER.match(text.strip())
    return float(found[1].replace(",", "").replace("−", "-")) if found else None
