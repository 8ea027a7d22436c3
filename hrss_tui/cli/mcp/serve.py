"""`hrss-tui mcp`: JSON-RPC 2.0 over standard input and output, one message a line, as the Model Context Protocol has it."""

from __future__ import annotations

import json
import sys
from math import isfinite
from typing import Any, Final

from hrss_tui.cli.mcp.tools import call, described
from hrss_tui.cli.names import PROGRAM
from hrss_tui.errors import EXIT_DONE, HrssError, UsageError
from hrss_tui.version import __version__
from hrss_tui.words import phrase, spoken

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace

    from hrss_tui.cli.context import Context
    from hrss_tui.cli.parser import Parser
    from hrss_tui.pack.read import Pack

FORMATS: tuple[str, ...] = ()
VERSIONS: Final = ("2025-06-18", "2025-03-26", "2024-11-05")
"""Revisions of the protocol that are spoken, the newest first."""
LONGEST: Final = 2**20
"""Bytes of a message; a question has some hundred."""
_PARSE, _REQUEST, _METHOD, _PARAMS = -32700, -32600, -32601, -32602


class _RefusedError(Exception):
    """A message that cannot be answered: its JSON-RPC code and why."""

    def __init__(self, code: int, why: str) -> None:
        super().__init__(why)
        self.code = code


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
    while line := source.readline(LONGEST + 1):
        answer = _answer(line, context, pack)
        if answer is not None:
            out.write(json.dumps(answer, ensure_ascii=False) + "\n")
            out.flush()
        if len(line) > LONGEST:
            break
    return EXIT_DONE


def _answer(line: bytes, context: Context, pack: Pack) -> dict[str, Any] | None:
    """The answer to one line; None where it asks for none."""
    if not line.strip():
        return None
    number: Any = None
    told = False
    try:
        message = _message(line)
        told = "id" not in message
        number = _number(message)
        if "method" not in message:
            return None
        result = _result(message["method"], message.get("params") or {}, context, pack)
    except _RefusedError as refused:
        return (
            None
            if told
            else {"jsonrpc": "2.0", "id": number, "error": {"code": refused.code, "message": str(refused)}}
        )
    return None if number is None else {"jsonrpc": "2.0", "id": number, "result": result}


def _message(line: bytes) -> dict[str, Any]:
    if len(line) > LONGEST:
        raise _RefusedError(_REQUEST, f"a message has at most {LONGEST} bytes")
    try:
        message = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _RefusedError(_PARSE, "not JSON") from error
    if not isinstance(message, dict):
        raise _RefusedError(_REQUEST, "a message is an object")
    return message


def _number(message: dict[str, Any]) -> Any:
    """What the answer says it answers. Raises _RefusedError for what is no text and no number that JSON has."""
    number = message.get("id")
    said = isinstance(number, str | int) or (isinstance(number, float) and isfinite(number))
    if number is not None and (isinstance(number, bool) or not said):
        raise _RefusedError(_REQUEST, "id is a string or a number")
    return number


def _result(method: object, params: object, context: Context, pack: Pack) -> dict[str, Any]:
    if not isinstance(params, dict):
        raise _RefusedError(_PARAMS, "params is an object")
    if method == "initialize":
        return _initialized(params, context)
    if method == "tools/list":
        return {"tools": described(context.lang)}
    if method == "tools/call":
        return _called(params, context, pack)
    if method == "ping" or str(method).startswith("notifications/"):
        return {}
    raise _RefusedError(_METHOD, f"no method {method}")


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
        raise _RefusedError(_PARAMS, "name is a string and arguments an object")
    try:
        answer = call(pack, name, said, context.lang)
    except HrssError as error:
        raise _RefusedError(_PARAMS, spoken(error.message, context.lang)) from error
    text = json.dumps(answer.content, ensure_ascii=False)
    return {
        "content": [{"type": "text", "text": text}],
        "structuredContent": answer.content,
        "isError": answer.failed,
    }
