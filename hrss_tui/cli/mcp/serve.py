"""`hrss-tui mcp`: JSON-RPC 2.0 over standard input and output, one message a line, as the Model Context Protocol has it."""

from __future__ import annotations

import json
import sys
from math import isfinite
from typing import Any, Final

from hrss_tui.cli.context import sentence
from hrss_tui.cli.mcp.tools import call, described
from hrss_tui.cli.names import PROGRAM
from hrss_tui.errors import EXIT_DONE, HrssError, UsageError
from hrss_tui.version import __version__
from hrss_tui.words import phrase, spoken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator
    from typing import BinaryIO

    from hrss_tui.cli.context import Context
    from hrss_tui.cli.parser import Parser
    from hrss_tui.pack.read import Pack

FORMATS: tuple[str, ...] = ()
VERSIONS: Final = ("2025-06-18", "2025-03-26", "2024-11-05")
"""Revisions of the protocol that are spoken, the newest first."""
LONGEST: Final = 2**20
"""Bytes of a message; a question has some hundred."""
_NAMED: Final = 200
"""Characters of a method that is none, of which an error speaks."""
_PARSE, _REQUEST, _METHOD, _PARAMS = -32700, -32600, -32601, -32602


class _RefusedError(Exception):
    """A message that cannot be answered: its JSON-RPC code and why, in a phrase of both languages."""

    def __init__(self, code: int, why: str) -> None:
        super().__init__(why)
        self.code = code
        self.why = why


def arguments(parser: Parser) -> None:
    """It takes nothing: everything is asked over standard input."""
    parser.set_defaults(format="json")


def run(options: Namespace, context: Context) -> int:
    """Answer until standard input ends; a package that cannot be used is refused before anything is asked."""
    pack = context.pack
    pack.count("documents")
    if sys.stdin is None or sys.stdin.isatty():
        raise UsageError(phrase("mcp.terminal"), phrase("mcp.terminal.hint", command=f"{PROGRAM} mcp"))
    source, out = sys.stdin.buffer, context.out
    for line in _lines(source):
        answer = _answer(line, context, pack)
        if answer is not None:
            out.write(json.dumps(answer, ensure_ascii=False) + "\n")
            out.flush()
    return EXIT_DONE


def _lines(source: BinaryIO) -> Iterator[bytes]:
    """The messages; of one that is too long its beginning, which is refused, and nothing of the rest."""
    begins = True
    while line := source.readline(LONGEST + 1):
        if begins:
            yield line
        begins = line.endswith(b"\n")


def _answer(line: bytes, context: Context, pack: Pack) -> Any:
    """The answer to one line, or the answers to a batch of messages; None where it asks for none."""
    if not line.strip():
        return None
    try:
        message = _message(line)
    except _RefusedError as refused:
        return _fault(None, refused, context)
    if isinstance(message, dict):
        return _answered(message, context, pack)
    return [found for each in message if (found := _answered(each, context, pack)) is not None] or None


def _answered(message: dict[str, Any], context: Context, pack: Pack) -> dict[str, Any] | None:
    """The answer to one message; None to what is only told and to what answers something itself."""
    number: Any = None
    try:
        number = _number(message)
        if "result" in message or "error" in message:
            return None
        result = _result(message, context, pack)
    except _RefusedError as refused:
        told = "id" not in message and "method" in message
        return None if told else _fault(number, refused, context)
    return None if number is None else {"jsonrpc": "2.0", "id": number, "result": result}


def _fault(number: Any, refused: _RefusedError, context: Context) -> dict[str, Any]:
    error = {"code": refused.code, "message": spoken(refused.why, context.lang)}
    return {"jsonrpc": "2.0", "id": number, "error": error}


def _message(line: bytes) -> dict[str, Any] | list[dict[str, Any]]:
    """A message, or a batch of them as the revision 2025-03-26 has it. Raises _RefusedError."""
    if len(line) > LONGEST:
        raise _RefusedError(_REQUEST, phrase("mcp.long", bytes=LONGEST))
    try:
        message = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _RefusedError(_PARSE, phrase("mcp.no_json")) from error
    several = message if isinstance(message, list) and message else [message]
    if not all(isinstance(each, dict) for each in several):
        raise _RefusedError(_REQUEST, phrase("mcp.no_object"))
    return message  # type: ignore[no-any-return]


def _number(message: dict[str, Any]) -> Any:
    """What the answer says it answers. Raises _RefusedError for what is no text and no number that JSON has."""
    if "id" not in message:
        return None
    number = message["id"]
    said = isinstance(number, str | int) or (isinstance(number, float) and isfinite(number))
    answers = number is None and ("result" in message or "error" in message)  # of what could not be read
    if isinstance(number, bool) or not (said or answers):
        raise _RefusedError(_REQUEST, phrase("mcp.id"))
    return number


def _result(message: dict[str, Any], context: Context, pack: Pack) -> dict[str, Any]:
    if "method" not in message:
        raise _RefusedError(_REQUEST, phrase("mcp.no_method"))
    method, params = message["method"], message.get("params") or {}
    if not isinstance(params, dict):
        raise _RefusedError(_PARAMS, phrase("mcp.params"))
    if method == "initialize":
        return _initialized(params, context)
    if method == "tools/list":
        return {"tools": described(context.lang)}
    if method == "tools/call":
        return _called(params, context, pack)
    if method == "ping" or str(method).startswith("notifications/"):
        return {}
    raise _RefusedError(_METHOD, phrase("mcp.method", name=str(method)[:_NAMED]))


def _initialized(params: dict[str, Any], context: Context) -> dict[str, Any]:
    asked = params.get("protocolVersion")
    return {
        "protocolVersion": asked if asked in VERSIONS else VERSIONS[0],
        "capabilities": {"tools": {}},
        "serverInfo": {"name": PROGRAM, "version": __version__},
        "instructions": context.words["mcp.instructions"],
    }


def _called(params: dict[str, Any], context: Context, pack: Pack) -> dict[str, Any]:
    name, said = params.get("name"), params.get("arguments") or {}
    if not isinstance(name, str) or not isinstance(said, dict):
        raise _RefusedError(_PARAMS, phrase("mcp.arguments"))
    try:
        answer = call(pack, name, said, context.lang)
    except HrssError as error:
        raise _RefusedError(_PARAMS, sentence(error, context.lang)) from error
    text = json.dumps(answer.content, ensure_ascii=False)
    return {
        "content": [{"type": "text", "text": text}],
        "structuredContent": answer.content,
        "isError": answer.failed,
    }
