"""Keys that edit, in the order in which they come, in every field; every sequence is one write to a terminal."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import NamedTuple

import pytest

import hrss_tui.tui
from tests.documents.many import package
from tests.robustness.forked_terminal import ForkedTerminal

ROOMS = Path(hrss_tui.tui.__file__).parent
BACKSPACE, LEFT, RIGHT, HOME, END, DELETE, WORD, REST = (
    "\x7f",
    "\x1b[D",
    "\x1b[C",
    "\x1b[H",
    "\x1b[F",
    "\x1b[3~",
    "\x17",
    "\x0b",
)
SEQUENCES = {
    f"2080{BACKSPACE}1": "2081",
    f"kashi{BACKSPACE * 5}jiuye": "jiuye",
    f"ab{LEFT}x": "axb",
    f"ab{HOME}x{END}y{LEFT}{DELETE}z": "xabz",
    f"wu yong{WORD}de{LEFT}{RIGHT}c": "wu dec",
}


class Opened(NamedTuple):
    """How a field is opened: the view, the keys there after which it is empty, whether it takes several budgets."""

    view: str
    keys: str
    several: bool = False


FIELDS = {
    "budget/shown": Opened("budget", "f"),
    "checks/page": Opened("checks", "f"),
    "cited/page": Opened("documents?part=policies", "f"),
    "compare/shown": Opened("compare", "f"),
    "copied/page": Opened("compare/第002局?of=text", "f", several=True),
    "documents/page": Opened("documents", "f"),
    "filings/page": Opened("compare?of=departments", "f", several=True),
    "indicators/page": Opened("indicators", "f"),
    "overlays/chooser": Opened("budget", "d", several=True),
    "overlays/export": Opened("compare", "e\x15"),
    "overlays/palette": Opened("overview", "\x10"),
    "overlays/places": Opened("budget", "21p\t"),
    "overlays/places.note": Opened("budget", "a"),
    "search/page": Opened("overview", "/"),
    "targets/page": Opened("indicators?part=targets", "f"),
}
"""Module, and what else tells a field from another one there → how it is opened."""


def test_every_field_of_the_program_is_typed_into() -> None:
    found = [
        str(path.relative_to(ROOMS).with_suffix(""))
        for path in sorted(ROOMS.rglob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in TYPED_INTO
    ]
    assert found == sorted(name.partition(".")[0] for name in FIELDS)


TYPED_INTO = ("Field", "Input", "TextArea", "MaskedInput")


@pytest.fixture(scope="module")
def several_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("several") / "several.msgpack"
    path.write_bytes(package(3))
    return str(path)


@pytest.mark.parametrize("name", FIELDS)
def test_what_is_typed_at_once_is_typed_in_order(
    pack_file: str, several_file: str, tmp_path: Path, name: str
) -> None:
    view, opening, several = FIELDS[name]
    pack = several_file if several else pack_file
    terminal = ForkedTerminal(tmp_path, "--pack", pack, "--view", view, size=(24, 100))
    terminal.until(lambda text: "q 退出" in text)
    before = opening
    for typed, meant in SEQUENCES.items():
        terminal.child.send(f"{before}{typed}{END}|")
        drawn = terminal.until(lambda text, meant=meant: f" {meant}|" in text.replace("▌", " "))  # type: ignore[misc]
        assert f"{typed}|" not in drawn
        before = f"{HOME}{REST}"
    terminal.child.send("\x03")
    assert "按 q 退出" in terminal.until(lambda text: "按 q 退出" in text)
    terminal.child.close(force=True)


WAYS = {
    "the chooser of a page": Opened("budget", "d", several=True),
    "the source of a row": Opened("budget", "sf"),
    "what a row leads to": Opened("overview", "\rf"),
    "a row of a table": Opened("budget?table=changes", f"{END}\rf"),
    "another part": Opened("compare", "tf"),
    "the parts of a row": Opened("budget", "\tf"),
    "what is known of a row": Opened("budget/2080104", "\rf"),
    "the outline of a text": Opened("documents/plan-2021:17", f"\t{BACKSPACE}f"),
}
"""What keys lead to that are typed with what is meant for the field there."""


@pytest.mark.parametrize("way", WAYS)
def test_what_is_typed_ahead_goes_where_the_keys_before_it_lead(
    pack_file: str, several_file: str, tmp_path: Path, way: str
) -> None:
    view, opening, several = WAYS[way]
    pack = several_file if several else pack_file
    terminal = ForkedTerminal(tmp_path, "--pack", pack, "--view", view, size=(24, 100))
    terminal.until(lambda text: "q 退出" in text)
    terminal.child.send(f"{opening}2080{BACKSPACE}1{END}|")
    drawn = terminal.until(lambda text: "2081|" in text)
    assert " 2081|" in drawn.replace("▌", " ")
    terminal.child.close(force=True)
