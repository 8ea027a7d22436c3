"""What a package file is: the names of its parts and of its column types. See datapack/FORMAT.md."""

from __future__ import annotations

from typing import Any, Final

FORMAT: Final = "hrss-datapack"
MAJOR: Final = 2
MINOR: Final = 1

LISTS: Final[dict[str, Any]] = {
    "string": list[str],
    "string?": list[str | None],
    "integer": list[int],
    "integer?": list[int | None],
    "number": list[float],
    "number?": list[float | None],
    "boolean": list[bool],
    "boolean?": list[bool | None],
    "list<string>": list[list[str]],
    "list<integer>": list[list[int]],
}
"""Type names of the schema and what a column of that type decodes to."""
