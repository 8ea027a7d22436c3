"""Keys that edit, in the order in which they come, in every field; every sequence is one write to a terminal."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.frame.test_terminal import Terminal

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
FIELDS = {
    "search": ("overview", "/"),
    "budget": ("budget", "f"),
    "compare": ("compare", "f"),
    "indicators": ("indicators", "f"),
    "documents": ("documents", "f"),
    "checks": ("checks", "f"),
    "palette": ("overview", "\x10"),
    "export": ("compare", "e\x15"),
}
"""Field → the view it is opened from and the keys that open it, empty."""


@pytest.mark.parametrize("name", FIELDS)
def test_what_is_typed_at_once_is_typed_in_order(pack_file: str, tmp_path: Path, name: str) -> None:
    view, opening = FIELDS[name]
    terminal = Terminal(tmp_path, "--pack", pack_file, "--view", view, columns=100)
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
