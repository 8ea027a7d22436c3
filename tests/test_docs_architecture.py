"""The page on the architecture is true: what it names exists, and the way of its figure is the one the program goes."""

from __future__ import annotations

import inspect
import re
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import CodeType, FrameType
from typing import Any

import pytest

from hrss_tui.compile.build import package_bytes
from hrss_tui.compile.pipeline import compile_paths
from hrss_tui.pack.read import open_pack
from hrss_tui.pack.write import write_atomic
from hrss_tui.query.budget import Question, budget
from hrss_tui.sources.manifest.read import read_manifest
from tests.conftest import ROOT

PAGE = (ROOT / "hrss_tui" / "docs" / "architecture.md").read_text("utf-8")
NAMED = sorted(set(re.findall(r"`([^`\s]+)`", PAGE)))
PATHS = [name for name in NAMED if "/" in name and "NAME" not in name]
DOTTED = [name for name in NAMED if re.fullmatch(r"(?:compile|sources|pack|query|tui|cli)(?:\.\w+)+", name)]
STEPS = re.findall(r"^\| [^|]+ \| (`[^|]+) \| [^|]+ \|$", PAGE.partition("## One figure")[2], re.MULTILINE)


def found(dotted: str) -> Any:
    """What a dotted name below hrss_tui means."""
    parts = ["hrss_tui", *dotted.split(".")]
    at = next(at for at in range(len(parts), 0, -1) if _is_module(".".join(parts[:at])))
    thing: Any = import_module(".".join(parts[:at]))
    for part in parts[at:]:
        thing = getattr(thing, part)
    return thing


def _is_module(name: str) -> bool:
    try:
        return find_spec(name) is not None
    except ModuleNotFoundError:
        return False


@pytest.mark.parametrize("path", PATHS)
def test_a_path_it_names_exists(path: str) -> None:
    assert (ROOT / path).exists()


@pytest.mark.parametrize("dotted", DOTTED)
def test_a_function_it_names_exists(dotted: str) -> None:
    assert found(dotted) is not None


def test_what_is_not_there_would_be_missed() -> None:
    with pytest.raises(AttributeError):
        found("compile.build.of_nothing")
    assert len(PATHS) > 30
    assert len(DOTTED) > 35


def test_every_room_of_the_compiler_and_every_floor_is_listed() -> None:
    listed = set(re.findall(r"^\| `hrss_tui/([^`]+)` \|", PAGE, re.MULTILINE))
    rooms = {f"compile/{path.parent.name}" for path in (ROOT / "hrss_tui" / "compile").glob("*/__init__.py")}
    floors = {path.parent.name for path in (ROOT / "hrss_tui").glob("*/__init__.py")}
    assert rooms | (floors - {"compile"}) <= listed


def test_the_way_of_its_figure_is_the_one_the_program_goes(tmp_path: Path) -> None:
    """Every function named up to the question is called when a package is made of the document and asked."""
    seen: set[CodeType] = set()

    def watch(frame: FrameType, event: str, _: object) -> None:
        if event == "call":
            seen.add(frame.f_code)

    text = next(
        path for path in (ROOT / "seeds").glob("*.txt") if "部门收支总体情况表" in path.read_text("utf-8")
    )
    steps = [name for cell in STEPS for name in re.findall(r"`([^`]+)`", cell)]
    wanted = [
        name for name in steps if not name.startswith("tui.") and name != "compile.pipeline.compile_folder"
    ]
    for name in wanted:  # what another test has asked is answered from memory, and no call is seen
        getattr(found(name), "cache_clear", bool)()
    sys.setprofile(watch)
    try:
        compiled = compile_paths([text], read_manifest(ROOT / "seeds"))
        write_atomic(tmp_path / "p.msgpack", package_bytes(compiled))
        row = budget(open_pack(tmp_path / "p.msgpack"), Question(code="2080104")).opened
    finally:
        sys.setprofile(None)
    assert (row.code, row.code_restored, row.table_kind) == ("2080104", True, "expenditure")
    called = {f"{code.co_filename}:{code.co_qualname}" for code in seen if "hrss_tui" in code.co_filename}
    missing = [name for name in wanted if not _was_called(name, called)]
    assert len(wanted) > 25
    assert missing == []


def _was_called(dotted: str, called: set[str]) -> bool:
    code = inspect.unwrap(found(dotted)).__code__
    return f"{code.co_filename}:{code.co_qualname}" in called
