"""Records on standard output: a plain table for people, JSON or CSV for programs.

`table` shows the chosen fields with headings; JSON and CSV give the whole records under their column names,
so that nothing a program might want depends on what fits a terminal.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.cli.cells import cut, pad, width, wrap
from hrss_tui.cli.context import Context
from hrss_tui.cli.fitting import Column, broken, fitted
from hrss_tui.export.text import LIST_MARK, Row, csv_lines, json_line, json_lines, names, values
from hrss_tui.plain import unmarked

GAP = "  "
_SET_IN = "    "
_SPACE = re.compile(r"\s+")
_HEADING = 12
"""Cells a heading may take although its column needs fewer; what is longer goes to the next line."""


def plain(value: Any) -> str:
    """A value as it is, several one after the other; nothing for None."""
    if isinstance(value, (tuple, list)):
        return LIST_MARK.join(map(plain, value))
    return "" if value is None else str(value)


class Field(msgspec.Struct, frozen=True):
    """A column of a table for people: its heading, where its text comes from, its side.

    A line break in a heading is where it is broken if it must be. Where a table is wider than the terminal, the texts
    of a column with `least` are wrapped, to as few cells as that; of 0 never, unless nothing else helps. One that may
    stand `below` its row does so before. Texts are cut to `most` cells (0: never) in such a table, and in no other format.
    """

    head: str
    text: Callable[[Any], str]
    right: bool = False
    least: int = 0
    below: bool = False
    most: int = 0

    def brief(self, record: Any) -> str:
        """The text as a table for people has it."""
        text = self.text(record)
        return cut(text, self.most) if self.most else text


def attribute(head: str, name: str, right: bool = False, show: Callable[[Any], str] = plain) -> Field:
    """The column of one attribute of a record."""
    return Field(head, lambda record: show(getattr(record, name)), right)


def attribute_of(name: str) -> Callable[[Row], str]:
    """The value of a plain record under a name."""
    return lambda record: plain(record[name])


def table_lines(
    fields: Sequence[Field], records: Iterable[Any], heading: int = _HEADING, room: int = 0
) -> list[str]:
    """A table as lines: headings, a rule, one line per record, or more where it is wider than `room` cells (0: any).

    A heading is wrapped where it is longer than its column and than `heading` cells.
    """
    body = [[field.brief(record) for field in fields] for record in records]
    fit = fitted(_columns(fields, body), room, len(GAP))
    beside = [at for at in range(len(fields)) if at not in fit.below]
    needed = [fit.widths[at] for at in beside]
    heads, widths = _headed([fields[at].head for at in beside], needed, heading)
    if room and sum(widths) + len(GAP) * (len(widths) - 1) > room:
        heads, widths = _headed([fields[at].head for at in beside], needed, 0)
    tall = max(map(len, heads), default=0)
    tops = [[""] * (tall - len(head)) + head for head in heads]
    right = [fields[at].right for at in beside]
    lines = [_line([top[at] for top in tops], widths, right) for at in range(tall)]
    lines += _below([fields[at].head.replace("\n", "") for at in sorted(fit.below)], room)
    lines.append(_line(["-" * size for size in widths], widths, right)[: room or None])
    for row in body:
        lines += [_line(cells, widths, right) for cells in _wrapped([row[at] for at in beside], widths)]
        lines += _below([row[at] for at in sorted(fit.below)], room)
    return lines


def _headed(heads: Sequence[str], needed: Sequence[int], least: int) -> tuple[list[list[str]], list[int]]:
    """The lines of each heading, which may take `least` cells, and the cells of each column."""
    lines = [_heading(head, max(size, least)) for head, size in zip(heads, needed, strict=True)]
    return lines, [max(size, *map(width, head)) for size, head in zip(needed, lines, strict=True)]


def _columns(fields: Sequence[Field], body: Sequence[Sequence[str]]) -> list[Column]:
    """What each column needs."""
    return [
        Column(
            max((width(row[at]) for row in body), default=0),
            max(map(width, field.head.split("\n"))),
            field.least,
            field.right,
            field.below,
        )
        for at, field in enumerate(fields)
    ]


def _wrapped(row: Sequence[str], widths: Sequence[int]) -> Iterator[list[str]]:
    """The lines of a row: what is longer than a narrowed column goes on below."""
    cells = [
        broken(text, size) if width(text) > size else [text] for text, size in zip(row, widths, strict=True)
    ]
    yield from ([cell[at] if at < len(cell) else "" for cell in cells] for at in range(max(map(len, cells))))


def _below(texts: Iterable[str], room: int) -> list[str]:
    """The texts that stand below a row, in lines that are set in."""
    said = GAP.join(filter(None, texts))
    return [f"{_SET_IN}{line}" for line in broken(said, room - len(_SET_IN))] if said else []


def _heading(text: str, cells: int) -> list[str]:
    whole = text.replace("\n", "")
    if width(whole) <= cells:
        return [whole]
    return [line for part in text.split("\n") for line in wrap(part.strip(), cells)]


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    return GAP.join(
        pad(text, size, side) for text, size, side in zip(cells, widths, right, strict=True)
    ).rstrip()


def print_records(  # noqa: PLR0913, PLR0917
    context: Context,
    records: Sequence[msgspec.Struct | Row],
    fields: Sequence[Field],
    above: Sequence[str] = (),
    below: Sequence[str] = (),
    of: type[msgspec.Struct] | None = None,
) -> None:
    """Print records in the format asked for; `above` and `below` are lines around the table for people.

    `of` is what the records are, where there may be none: their heads are printed all the same.
    """
    header = names(records[0]) if records else of.__struct_fields__ if of else ()
    if context.format == "json":
        context.write(json_lines(records))
    elif context.format == "csv":
        context.write(csv_lines(header, map(values, records)) if header else ())
    elif context.format == "md":
        context.write(markdown(fields or _whole(header), records))
    elif context.format == "html":
        context.title = next(filter(None, above), context.title)
        write_page(context, fields or _whole(header), records, [*above[1:], *below])
    else:
        lines = table_lines(fields, records, room=context.room) if records else ()
        context.write([*_notes(above, context.room), *lines, *_notes(below, context.room)])


def _notes(lines: Iterable[str], room: int) -> Iterator[str]:
    """Lines around a table, none wider than `room` cells (0: any)."""
    for line in lines:
        yield from broken(line, room) if room and width(line) > room else [line]


def write_page(  # noqa: PLR0913, PLR0917
    context: Context,
    fields: Sequence[Field],
    records: Sequence[Any],
    notes: Sequence[str],
    rows: Any = None,
    pictures: Sequence[Any] = (),
) -> None:
    """A page to be looked at; `rows` are the records behind each of `records`, where these are something else."""
    from hrss_tui.cli.pages import page_lines

    behind = records if rows is None else rows
    chosen = [field for field in fields if field.head != context.words["head.place"]]
    texts = [[field.text(record) for field in chosen] for record in records]
    heads = [(field.head, field.right) for field in chosen]
    context.write(page_lines(context, heads, zip(texts, behind, strict=True), notes, pictures))


def _whole(header: Sequence[str]) -> list[Field]:
    """Every value of records for which no columns were chosen."""
    return [Field(name, _value(place)) for place, name in enumerate(header)]


def _value(place: int) -> Callable[[Any], str]:
    return lambda record: plain(values(record)[place])


def markdown(fields: Sequence[Field], records: Iterable[Any]) -> Iterator[str]:
    """A Markdown table: numbers to the right, what a document says is text and no markup."""
    yield _md_line([field.head.replace("\n", "") for field in fields])
    yield f"| {' | '.join('---:' if field.right else '---' for field in fields)} |"
    for record in records:
        yield _md_line([field.text(record) for field in fields])


def _md_line(cells: Iterable[str]) -> str:
    safe = (unmarked(_SPACE.sub(" ", cell)).strip() for cell in cells)
    return "| " + " | ".join(safe) + " |"


def print_object(context: Context, record: Row, lines: Iterable[str]) -> None:
    """Print one object: `lines` for people, a JSON object, or CSV of key and value."""
    if context.format == "json":
        context.write([json_line(record)])
    elif context.format == "csv":
        context.write(csv_lines(("key", "value"), record.items()))
    elif context.format == "md":
        fields = [Field("key", lambda pair: pair[0]), Field("value", lambda pair: plain(pair[1]))]
        context.write(markdown(fields, record.items()))
    else:
        context.write(lines)
