"""JSON Schemas of what the tools answer, made of those of the commands behind them.

output_schema("budget")     # rows of `hrss-tui budget --format json`, how many there were, their citations
"""

from __future__ import annotations

from typing import Any

from hrss_tui.cli.answers import shapes

MOST = 100
"""Rows of an answer at most; how many there were is said."""
_TEXT = {"type": "string"}
_ROWS = ("total", "rows", "citations")
_FAULT = ("error", "hint")


def output_schema(name: str) -> dict[str, Any]:
    """The schema of the structured content of a tool: rows with citations, or one object, or why there is none."""
    found = shapes(name)
    properties: dict[str, Any] = {
        "notes": {"type": "array", "items": _TEXT},
        "error": _TEXT,
        "hint": _TEXT,
    }
    forms = [list(_FAULT)]
    if found.row:
        properties |= {
            "total": {"type": "integer"},
            "rows": {"type": "array", "maxItems": MOST, "items": found.row},
            "citations": {"type": "object", "additionalProperties": _TEXT},
        }
        forms.append(list(_ROWS))
    if found.one:
        properties["result"] = found.one
        forms.append(["result"])
    return {
        "type": "object",
        "properties": properties,
        "anyOf": [{"required": form} for form in forms],
        "additionalProperties": False,
        "$defs": found.structs,
    }
