"""The recipe for a check: every family stands in one list, every kind it gives has its name and its meaning."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from hrss_tui.compile import checks
from hrss_tui.reference.checks import between
from hrss_tui.words.check_kinds import WORDS

ROOM = Path(checks.__file__).parent
CALLED = {"__init__", "comparable", "initial", "previous"}
"""Modules whose function `checks` is called by name: the whole, and what documents are compared by."""


def modules() -> Iterator[tuple[Path, ast.Module]]:
    for path in sorted(ROOM.rglob("*.py")):
        yield path, ast.parse(path.read_text("utf-8"))


def kinds() -> set[str]:
    """The kinds that the modules write down, and those that the reference data list."""
    calls = (node for _, tree in modules() for node in ast.walk(tree) if isinstance(node, ast.Call))
    first = (
        call.args[0]
        for call in calls
        if call.args and getattr(call.func, "id", "") in ("Identity", "_identity")
    )
    written = {node.value for node in first if isinstance(node, ast.Constant)}
    return {kind for kind in written if isinstance(kind, str)} | {rule.kind for rule in between()}


def test_every_kind_of_check_has_its_name_and_its_meaning() -> None:
    wanted = {key for kind in kinds() for key in (f"check.{kind}", f"check.{kind}.means")}
    assert len(wanted) > 90
    missing = sorted(wanted - set(WORDS))
    assert missing == [], "add these keys to hrss_tui/words/check_kinds.py"


def test_every_name_of_a_kind_has_its_meaning() -> None:
    names = {key for key in WORDS if not key.endswith(".means")}
    assert {f"{key}.means" for key in names} == set(WORDS) - names, "hrss_tui/words/check_kinds.py"


def test_every_module_with_checks_is_listed() -> None:
    listed = set(re.findall(r"(\w+)\.checks\b", (ROOM / "families.py").read_text("utf-8")))
    missing = {
        str(path.relative_to(ROOM))
        for path, tree in modules()
        if any(isinstance(node, ast.FunctionDef) and node.name == "checks" for node in tree.body)
        and not {path.stem, f"{path.parent.name}_{path.stem}"} & (listed | CALLED)
    }
    assert missing == set(), "add `family(…, module.checks)` to hrss_tui/compile/checks/families.py"
