"""`hrss-tui info`: which package is used, from which sources it was made, what it holds."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from hrss_tui import lazy_re as re
from hrss_tui.cli.context import Context
from hrss_tui.cli.output import Field, print_object, table_lines
from hrss_tui.cli.parser import Parser
from hrss_tui.query.describe import Info, describe

_FACTS = ("title", "name", "version", "created", "licence", "format_version", "path", "chosen_by", "bytes", "program_version")  # fmt: skip
_CHINESE = re.compile(r"[\u3000-\u9fff]")
_DIGITS = 12
"""Digits of a digest that a table for people shows."""


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.add("--path", key="info.path", action="store_true")


def run(options: Namespace, context: Context) -> int:
    """Print the manifest, or with --path the file's path alone."""
    info = describe(context.pack, named=context.pack_path is not None)
    path = str(Path(context.pack.path).absolute())
    if options.path and context.format == "table":
        context.write_path(path)
    elif options.path:
        print_object(context, {"path": path}, ())
    else:
        print_object(context, msgspec.structs.asdict(info), _lines(context, info))
    return 0


def _lines(context: Context, info: Info) -> Iterator[str]:
    said = context.words
    facts = [(said[f"info.{name}"], _fact(context, info, name)) for name in _FACTS]
    yield from _table(
        [Field("", lambda fact: fact[0]), Field("", lambda fact: str(fact[1]), least=24)],
        _known(facts),
        context.room,
    )
    yield ""
    yield from table_lines(
        [
            Field(said["head.file"], lambda source: str(source.get("file", ""))),
            Field(said["head.lines"], lambda source: str(source.get("lines", "")), right=True),
            Field(said["head.sha256"], lambda source: str(source.get("sha256", ""))[:_DIGITS]),
            Field(said["head.documents"], lambda source: ", ".join(source.get("documents", [])), least=16),
        ],
        info.sources,
        room=context.room,
    )
    yield ""
    yield from table_lines(
        [
            Field(said["head.table"], lambda table: table[0]),
            Field(said["head.rows"], lambda table: f"{table[1]:,}", right=True),
        ],
        info.tables.items(),
    )


def _fact(context: Context, info: Info, name: str) -> object:
    """What the manifest says; in English the title that it has in English, and of a text in two languages that part."""
    value = getattr(info, name)
    if context.lang != "en":
        return value
    if name == "title":
        return context.pack.head.get("package", {}).get("title_en") or value
    return (_CHINESE.split(value)[-1].strip() or value) if name == "licence" else value


def _known(facts: Iterable[tuple[str, object]]) -> list[tuple[str, object]]:
    return [fact for fact in facts if fact[1] not in (None, "")]


def _table(fields: list[Field], rows: Iterable[object], room: int) -> list[str]:
    """A table without headings and rule."""
    return table_lines(fields, rows, room=room)[2:]
