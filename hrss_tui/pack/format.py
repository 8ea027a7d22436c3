"""What a package file is: the names of its parts and of its column types. See datapack/FORMAT.md."""

from __future__ import annotations

from typing import Any, Final

FORMAT: Final = "hrss-datapack"
MAJOR: Final = 1
MINOR: Final = 0

TYPES: Final[dict[str, Any]] = {
    "string": str,
    "string?": str | None,
    "integer": int,
    "integer?": int | None,
    "number": float,
    "number?": float | None,
    "boolean": bool,
    "boolean?": bool | None,
    "list<string>": list[str],
    "list<integer>": list[int],
}
"""Type names of the schema and what a column of that type decodes to."""
