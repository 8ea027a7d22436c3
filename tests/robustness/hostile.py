"""Texts that are commands to something: a terminal, a clipboard, a spreadsheet, the markup of a toolkit, a shell."""

from __future__ import annotations

import re
from typing import Any, Final
from zlib import crc32

import msgpack

COMMANDS: Final = (
    "\x1b[31mred\x1b[0m",
    "\x1b]8;;https://example.org/\x1b\\link\x1b]8;;\x1b\\",
    "\x1b]52;c;ZXZpbA==\x07",
    "\x9b2J\x90q\x9c",
    "\x1b[2J\x1b[H\x1b]0;title\x07\x08\x7f\r",
    "\u202egnp.exe\u202c\u2066x\u2069\u061c",
    "a\u200bb\u200dc\ufeffd\u2060e\u00ad",
    "e\u0301" + "\u0336" * 50,
    "[bold red]m[/] [/] [link=https://example.org]x[/link] [@click=app.quit]q[/] [[b] \\[x] [",
    "{{7*7}}${HOME}$(id)`id`;|&<script>alert(1)</script>",
    "=1+1",
    "+1+cmd|' /C calc'!A0",
    "-2+3+cmd",
    "@SUM(A1:A9)",
    "\t=1+1",
    '=HYPERLINK("http://example.org","x")',
    "\u2028\u2029\x85\x0b\x0c",
    "\x00\x01nul",
    "很长的名" * 700,
    "[x](javascript:alert(1)) <a href=javascript:alert(2)>y</a> ![z](file:///etc/passwd) |---|",
    "\U000e0041\U000e007f\u3164\ufe0f",
    "\U0001f468\u200d\U0001f469\u200d\U0001f467\U0001f1e8\U0001f1f3",
)
"""One text for each way in."""

CARRIERS: Final = "\x1b\x9b\x9d\x90\x07\x08\x7f\u202e\u2066\u200b\ufeff\u061c"
"""Characters that must not arrive anywhere."""


_FORMULA = re.compile(r"[=+\-@\t\r＝＋－＠].", re.DOTALL)
_NUMBER = re.compile(r"[+-]?[\d,]+(\.\d+)?%?")


def formulas_in(cells: list[str]) -> list[str]:
    """Cells that a spreadsheet would calculate; in a signed number there is nothing to calculate."""
    return [text for text in cells if _FORMULA.match(text) and not _NUMBER.fullmatch(text)]


_KEY = re.compile(r"[\w:./,;+*%()<>=~ -]*", re.ASCII)


def keys_of(package: bytes) -> frozenset[str]:
    """Names of columns that hold keys: short texts of ASCII alone, in every table that has such a column."""
    plain = msgpack.unpackb(package)
    texts: dict[str, set[str]] = {}
    for table in plain["tables"].values():
        for name, values in table.items():
            held = texts.setdefault(name, set())
            for value in values:
                held.update([value] if isinstance(value, str) else value if isinstance(value, list) else ())
    fits = {
        name: all(isinstance(text, str) and _KEY.fullmatch(text) for text in held)
        for name, held in texts.items()
    }
    return frozenset(name for name, keys in fits.items() if keys)


def hostile(package: bytes, keep: frozenset[str] = frozenset()) -> dict[str, Any]:
    """The plain data of a package with such a text before every text of every column not in `keep`.

    Equal texts of columns of one name get the same one: a key leads where it led, whatever columns there are.
    """
    plain: dict[str, Any] = msgpack.unpackb(package)
    for table, described in plain["schema"].items():
        for column in described:
            if (
                not column["type"].removesuffix("?").endswith(("string", "<string>"))
                or column["name"] in keep
            ):
                continue
            values = plain["tables"][table][column["name"]]
            for row, value in enumerate(values):
                number = crc32(f"{column['name']} {value}".encode())
                values[row] = _spoilt(value, COMMANDS[number % len(COMMANDS)])
    for key in ("name", "title", "version", "licence", "homepage"):
        plain["package"][key] = COMMANDS[0] + COMMANDS[2] + str(plain["package"].get(key))
    plain["package"]["contributors"] = [COMMANDS[0] + "x" + COMMANDS[2]]
    for source in plain["package"]["sources"]:
        source["file"] = COMMANDS[4] + source["file"]
    return plain


def _spoilt(value: Any, command: str) -> Any:
    if isinstance(value, str):
        return command + value
    return [command + item for item in value] if isinstance(value, list) else value
