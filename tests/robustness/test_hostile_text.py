"""Texts that are commands, in every text column of a package: no output of any command, and no export, runs them."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import msgpack
import openpyxl
import polars
import pytest

from hrss_tui import open_pack
from hrss_tui.cli.registry import COMMANDS
from hrss_tui.plain import UNSAFE
from tests.export.shown.reading import assert_alone
from tests.robustness.captured import captured, unsafe_in
from tests.robustness.hostile import formulas_in, hostile, keys_of
from tests.robustness.mutations import encoded
from tests.robustness.uses import EXPORTS, uses

SHOWN = (
    "[bold red]m[/] [/] [link=https://example.org]x[/link] [@click=app.quit]q[/]",
    "<script>alert(1)</script>",
)
"""Markup that is text and stays it."""


@pytest.fixture(scope="module", params=["texts", "texts and keys"])
def mean(request: pytest.FixtureRequest, small: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package with such texts wherever people read, so that commands find it; or simply everywhere."""
    keep = keys_of(small) if request.param == "texts" else frozenset()
    path: Path = tmp_path_factory.mktemp("mean") / "mean.msgpack"
    path.write_bytes(encoded(hostile(small, keep)))
    return path


def texts_in(value: Any) -> Iterator[str]:
    """All texts inside plain data."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from texts_in(key)
            yield from texts_in(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from texts_in(item)


def cells_of(data: bytes) -> list[str]:
    """The cells of CSV."""
    return [cell for row in csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")) for cell in row]


EMPTY = ("pages", "figures", "unread")
"""Tables without a row in a package of a text that prints no figure."""


def assert_harmless_file(path: Path) -> None:
    """Whatever its format, nothing in it is a command to what opens it."""
    kind = path.read_bytes()[:16]
    if kind.startswith(b"SQLite format 3"):
        with closing(sqlite3.connect(path)) as database:
            names = [
                name for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            ]
            readable = [name for name in names if not name.startswith("search_")]
            held = "".join(
                str(row) for name in readable for row in database.execute(f'SELECT * FROM "{name}"')
            )
            texts = [
                text
                for name in readable
                for row in database.execute(f'SELECT * FROM "{name}"')
                for text in texts_in(row)
            ]
            assert held
    elif kind.startswith(b"PK"):
        book = openpyxl.load_workbook(io.BytesIO(path.read_bytes()))
        cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
        assert not [cell for cell in cells if cell.data_type == "f" or cell.hyperlink]
        texts = [cell.value for cell in cells if isinstance(cell.value, str)]
    elif kind.startswith(b"<!DOCTYPE html>"):
        texts = [cell for row in assert_alone(path.read_bytes()).rows for cell in row]
    elif kind.startswith(b"PAR1"):
        texts = [text for row in polars.read_parquet(path).rows() for text in texts_in(row)]
    elif path.suffix == ".json" or kind.startswith(b"{"):
        texts = [text for line in _documents(path) for text in texts_in(json.loads(line))]
    else:
        texts = cells_of(path.read_bytes())
        # A Data Package is for programs, which want the text as it is.
        assert formulas_in(texts) == [] or (path.parent / "datapackage.json").is_file()
    assert [ascii(text) for text in texts if UNSAFE.search(text)] == []
    assert texts or path.stem in EMPTY


def _documents(path: Path) -> list[str]:
    text = path.read_text("utf-8")
    return [text] if path.suffix == ".json" else text.splitlines()


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in ("export", "build")])
def test_no_command_prints_a_command(
    read_once: None, name: str, mean: Path, whole: Path, sources: Path, tmp_path: Path
) -> None:
    for arguments in uses(name, mean, whole, tmp_path / "out", sources):
        done = captured(arguments)
        assert done.status in (0, 1, 2, 3), (arguments, done.err.decode())
        assert unsafe_in(done.out + done.err) == [], arguments
        form = arguments[arguments.index("--format") + 1] if "--format" in arguments else ""
        if form == "csv":
            assert formulas_in(cells_of(done.out)) == [], arguments
        if form == "json" and done.out and "--path" not in arguments:
            assert [text for text in texts_in(json.loads(done.out)) if UNSAFE.search(text)] == [], arguments


@pytest.mark.parametrize("name", ["show", "search", "budget", "checks", "indicators", "compare"])
def test_markup_is_printed_as_it_stands(name: str, small: bytes, tmp_path: Path) -> None:
    path = tmp_path / "markup.msgpack"
    plain = hostile(small, keys_of(small))
    document = plain["tables"]["blocks"]["doc_id"][0]
    path.write_bytes(encoded(plain))
    asked = {
        "show": [document],
        "search": ["alert"],
        "indicators": [],
        "budget": ["--depth", "9", "--table", "2"],
    }.get(name, [])
    printed = captured([name, *asked, "--pack", str(path)]).out.decode()
    assert any(markup in printed for markup in SHOWN)


@pytest.mark.parametrize("form", EXPORTS)
def test_no_export_holds_a_command(form: str, mean: Path, tmp_path: Path) -> None:
    done = captured(["export", "--pack", str(mean), "--format", form, "-o", str(tmp_path / "out")])
    assert done.status == 0, done.err.decode()
    assert unsafe_in(done.out + done.err) == []
    written = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert written
    for path in written:
        assert_harmless_file(path)


@pytest.mark.parametrize("table", ["blocks", "budget_lines", "prefectures"])
def test_no_stream_holds_a_command(table: str, mean: Path) -> None:
    for form in ("csv", "jsonl"):
        done = captured(["export", table, "--pack", str(mean), "--format", form])
        assert (done.status, unsafe_in(done.out + done.err)) == (0, [])
        if form == "csv":
            assert formulas_in(cells_of(done.out)) == []
    marked = captured(["export", table, "--bom", "--pack", str(mean), "--format", "csv"]).out
    assert marked.startswith(b"\xef\xbb\xbf")
    assert unsafe_in(marked[3:]) == []


def test_a_package_made_of_it_is_clean(mean: Path, sources: Path, tmp_path: Path) -> None:
    for number, arguments in enumerate(([str(mean)], [str(mean), str(sources)])):
        path = tmp_path / f"{number}.msgpack"
        done = captured(["build", *arguments, "-o", str(path)])
        assert done.status in (0, 2, 3), done.err.decode()
        assert unsafe_in(done.out + done.err) == []
        if path.exists():
            assert [
                text for text in texts_in(msgpack.unpackb(path.read_bytes())) if UNSAFE.search(text)
            ] == []


def test_the_library_hands_none_out(mean: Path) -> None:
    pack = open_pack(mean)
    for table in pack.tables:
        assert [
            text for row in pack.frame(table).rows() for text in texts_in(row) if UNSAFE.search(text)
        ] == []
    hits = pack.search("alert")
    assert [hit for hit in hits if UNSAFE.search(hit.text + hit.section)] == []


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish", "powershell"])
def test_completion_knows_nothing_of_packages(
    shell: str, mean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = captured(["completion", shell])
    monkeypatch.setenv("HRSS_TUI_PACK", str(mean))
    monkeypatch.setenv("COLUMNS", "²")
    assert captured(["completion", shell]) == plain
    assert (plain.status, unsafe_in(plain.out + plain.err)) == (0, [])


def test_a_crash_report_holds_none_either(
    mean: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path / "home\x1b[31m"))
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    done = captured(["indicators", "\x1b]52;c;ZXZpbA==\x07", "--crash", f"--pack={mean}"])
    (report,) = tmp_path.rglob("hrss-tui-crash-*.txt")
    assert (done.status, done.out, done.err.count(b"\n")) == (70, b"", 1)
    assert unsafe_in(done.err + report.read_bytes()) == []


@pytest.mark.parametrize(
    "variable", ["TERM", "COLORTERM", "COLUMNS", "HRSS_TUI_LANG", "HRSS_TUI_PACK", "TMUX"]
)
def test_the_environment_commands_nothing(
    variable: str, whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HRSS_TUI_PACK", str(whole))
    monkeypatch.setenv(variable, "\x1b]0;x\x07\u202e\udcff" + "9" * 5000)
    for arguments in (
        ["doctor"],
        ["doctor", "--format", "json"],
        ["info"],
        ["budget", "--help"],
        ["search", "就业"],
    ):
        done = captured(arguments)
        assert done.status in (0, 3), done.err.decode()
        assert unsafe_in(done.out + done.err) == []
