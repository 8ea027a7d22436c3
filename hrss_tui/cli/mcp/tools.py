"""The tools an assistant is offered: one per question of the command line, described by that command's own parser."""

from __future__ import annotations

import argparse
import io
import json
from collections.abc import Iterable, Mapping
from typing import Any, Final

import msgspec

from hrss_tui.cli.context import Context
from hrss_tui.cli.mcp.outputs import MOST, output_schema
from hrss_tui.cli.names import PROGRAM
from hrss_tui.cli.parser import Parser, add_common
from hrss_tui.cli.registry import COMMANDS, command, formats
from hrss_tui.errors import HrssError, UsageError
from hrss_tui.pack.read import Pack
from hrss_tui.plain import readable
from hrss_tui.query.cite import cite
from hrss_tui.words import Lang, phrase, spoken

TOOLS: Final = tuple(
    name
    for name in (
        "search",
        "show",
        "cite",
        "documents",
        "budget",
        "changes",
        "compare",
        "prefecture",
        "indicators",
        "targets",
        "checks",
        "policies",
        "glossary",
        "tables",
        "info",
    )
    if name in COMMANDS
)
"""The commands that only read and answer."""
_CITED: Final = 20
"""Rows whose citation comes with the answer."""
_IDS: Final = ("record_id", "line_id", "observation_id", "target_id", "check_id", "block_id", "doc_id")
"""What names a row for a citation, the most exact first."""
_OWN: Final = frozenset(("help", "pack", "format", "lang", "crash", "path"))
"""Options that are not the assistant's: those of every command, and what prints something else than records."""


class Answer(msgspec.Struct, frozen=True):
    """What a tool gives: rows with their citations, or what went wrong in one line."""

    content: dict[str, Any]
    failed: bool = False


class _Listening(Context):
    """A context whose results and notes are kept instead of printed."""

    def __init__(self, options: argparse.Namespace, lang: Lang, pack: Pack) -> None:
        super().__init__(options, lang)
        self._pack = pack
        self._out = self.said = io.StringIO()
        self.notes: list[str] = []

    def write(self, lines: Iterable[str], styles: tuple[str, ...] = ()) -> None:
        """Keep lines of results."""
        self.said.writelines(f"{line}\n" for line in lines)

    def note(self, text: str) -> None:
        """Keep a note."""
        self.notes.append(spoken(text, self.lang))


def described(lang: Lang) -> list[dict[str, Any]]:
    """The tools as the protocol lists them: name, description, schemas of arguments and answer; none changes anything."""
    return [
        {
            "name": name,
            "description": parser.description,
            "inputSchema": _schema(parser),
            "outputSchema": output_schema(name),
            "annotations": {"readOnlyHint": True, "openWorldHint": False},
        }
        for name in TOOLS
        for parser in [_parser(name, lang)]
    ]


def call(pack: Pack, name: str, arguments: Mapping[str, Any], lang: Lang) -> Answer:
    """Put one question to the package. Raises UsageError for a tool that is none; any other refusal is an answer."""
    if name not in TOOLS:
        raise UsageError(phrase("error.command", name=name), phrase("mcp.tools", names=", ".join(TOOLS)))
    parser = _parser(name, lang)
    try:
        options = _options(parser, arguments)
        options.format, options.pack = "json", str(pack.path)
        context = _Listening(options, lang, pack)
        command(name).run(options, context)
    except HrssError as error:
        return Answer({"error": spoken(error.message, lang), "hint": spoken(error.hint, lang)}, failed=True)
    found = json.loads(context.said.getvalue() or "[]")
    content: dict[str, Any] = {"notes": context.notes} if context.notes else {}
    if not isinstance(found, list):
        return Answer({**content, "result": found})
    rows = found[:MOST]
    total = len(found) if context.whole is None else context.whole
    return Answer({**content, "total": total, "rows": rows, "citations": _citations(pack, rows[:_CITED])})


def _parser(name: str, lang: Lang) -> Parser:
    module = command(name)
    parser = Parser(f"{PROGRAM} {name}", lang, f"help.{name}")
    module.arguments(parser)
    add_common(parser, formats(module))
    return parser


def _actions(parser: Parser) -> dict[str, argparse.Action]:
    """What the assistant may say: the arguments of the command, by name."""
    return {action.dest: action for action in parser._actions if action.dest not in _OWN}


def _schema(parser: Parser) -> dict[str, Any]:
    actions = _actions(parser)
    required = [name for name, action in actions.items() if action.required and action.nargs != "*"]
    return {
        "type": "object",
        "properties": {name: _property(action) for name, action in actions.items()},
        "required": required,
        "additionalProperties": False,
    }


def _property(action: argparse.Action) -> dict[str, Any]:
    about = {"description": action.help or ""}
    if action.nargs == 0:
        return {"type": "boolean", **about}
    one: dict[str, Any] = {"type": "string" if action.type is None else "integer"}
    if action.choices:
        one["enum"] = list(action.choices)
    return {"type": "array", "items": one, **about} if _is_list(action) else {**one, **about}


def _is_list(action: argparse.Action) -> bool:
    return action.nargs in ("*", "+") or isinstance(action.default, list)


def _options(parser: Parser, said: Mapping[str, Any]) -> argparse.Namespace:
    """What the command would have been told: no value is ever read as an option. Raises UsageError."""
    actions = _actions(parser)
    unknown = [name for name in said if name not in actions]
    if unknown:
        raise UsageError(phrase("error.args.unknown", names=", ".join(unknown)), "")
    missing = [name for name in _schema(parser)["required"] if said.get(name) in (None, "", [])]
    if missing:
        raise UsageError(phrase("error.args.required", names=", ".join(missing)), "")
    given = {name: value for name, value in said.items() if value is not None}
    defaults = {each.dest: [] if each.nargs == "*" else each.default for each in parser._actions}
    values = {name: _value(actions[name], value) for name, value in given.items()}
    return argparse.Namespace(**{**defaults, **values})


def _value(action: argparse.Action, value: object) -> Any:
    """A value of the type and among the choices the command takes. Raises UsageError."""
    if action.nargs == 0:
        if not isinstance(value, bool):
            raise _unfit(action, value)
        return value
    if _is_list(action):
        return [_one(action, each) for each in (value if isinstance(value, list) else [value])]
    return _one(action, value)


def _one(action: argparse.Action, value: object) -> Any:
    if action.type is not None and isinstance(value, float) and value.is_integer():
        value = int(value)  # JSON has one kind of number: 2021.0 is the whole number that the schema asks for
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise _unfit(action, value)
    try:
        found = action.type(str(value)) if callable(action.type) else readable(str(value))
    except ValueError as error:
        raise _unfit(action, value) from error
    if action.choices is not None and found not in action.choices:
        raise _unfit(action, value)
    return found


def _unfit(action: argparse.Action, value: object) -> UsageError:
    return UsageError(phrase("mcp.value", name=action.dest, value=str(value)), "")


def _citations(pack: Pack, rows: Iterable[object]) -> dict[str, str]:
    """Id → GB/T 7714 citation of what the rows rest on, each once."""
    found: dict[str, str] = {}
    for row in rows:
        wanted = next((row[name] for name in _IDS if row.get(name)), None) if isinstance(row, dict) else None
        if isinstance(wanted, str) and wanted not in found:
            try:
                found[wanted] = cite(pack, wanted).text
            except HrssError:
                continue
    return found
