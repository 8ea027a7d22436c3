"""Pages with tables, written short: rows of cells set apart by |, with c2: and r2: before what spans columns or rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec

from hrss_tui.compile.pipeline import compile_folder

Tables = dict[str, list[dict[str, Any]]]
_SPANS = {"c": "colspan", "r": "rowspan"}


def html_table(*rows: str) -> str:
    """The rows as a table of a page."""
    lines = ("".join(map(_cell, row.split("|"))) for row in rows)
    return f"<table>{''.join(f'<tr>{line}</tr>' for line in lines)}</table>"


def _cell(text: str) -> str:
    span, colon, inner = text.partition(":")
    if colon and span[:1] in _SPANS and span[1:].isdigit():
        return f'<td {_SPANS[span[0]]}="{span[1:]}">{inner}</td>'
    return f"<td>{text}</td>"


def compile_html(page: str, folder: Path) -> Tables:
    """The tables of a package of one page that no manifest knows."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "source.html").write_text(page, "utf-8")
    compiled = compile_folder(folder)
    assert not compiled.errors
    return {name: [msgspec.to_builtins(row) for row in rows] for name, rows in compiled.tables.items()}
