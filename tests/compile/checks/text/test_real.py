"""Every error that people found in the real documents is found by a check, or said to be undecided."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.records import Check
from hrss_tui.sources.text import fold

REAL = Path(__file__).resolve().parents[6] / "shared" / "real"
REAL = REAL if REAL.is_dir() else Path("/work/shared/real")
SAID = ("fails", "rounding", "not_checkable")
"""What a check may say of an error: a gap that rounding explains is one of the errors that people list."""


def documents() -> list[str]:
    return sorted(path.stem for path in (REAL / "truth").glob("*.json"))


@cache
def truth(name: str) -> dict[str, Any]:
    read: dict[str, Any] = json.loads((REAL / "truth" / f"{name}.json").read_text("utf-8"))
    return read


@pytest.fixture(scope="module", params=documents() or [""])
def checked(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> tuple[str, list[Check]]:
    if not request.param:
        pytest.skip("the real documents are not here")
    folder = tmp_path_factory.mktemp("real") / "one"
    folder.mkdir()
    name = str(request.param)
    (folder / f"{name}.pdf").write_bytes((REAL / f"{name}.pdf").read_bytes())
    return name, [row for row in compile_folder(folder).tables["checks"] if isinstance(row, Check)]


def speaks(check: Check, error: dict[str, Any]) -> bool:
    """Is the check on a page of the error, and does it name or compare one of its values?"""
    if check.page is not None and not {check.page, check.page - 1} & set(error["pages"]):
        return False
    text = fold(f"{check.description}{check.reason or ''}").replace(",", "")
    told = [*error["values"], *re.findall(r"\d[\d,.]*\d", error["what"]), *error["quotes"]]
    pieces = {piece for each in told for piece in re.split(r"[/、()]", fold(str(each)).replace(",", ""))}
    values = {
        value for piece in pieces if len(value := piece.rstrip("万元%平方米")) >= _TELLING - value.isdigit()
    }
    sides = {
        f"{side / unit:.2f}" for side in (check.left, check.right) if side is not None for unit in (1, 10_000)
    }
    return any(value in text for value in values) or bool(sides & values)


_TELLING = 5
"""Characters from which on a value is not met by chance."""


def test_every_error_is_said(checked: tuple[str, list[Check]]) -> None:
    name, checks = checked
    said = [check for check in checks if check.status in SAID]
    missing = [
        f"{error['where']}: {error['what']}"
        for error in truth(name)["real_errors"]
        if not any(speaks(check, error) for check in said)
    ]
    assert missing == []


def test_nothing_else_fails(checked: tuple[str, list[Check]]) -> None:
    name, checks = checked
    wrong = [
        check.description
        for check in checks
        if check.status == "fails" and not any(speaks(check, error) for error in truth(name)["real_errors"])
    ]
    assert wrong == []
