"""`o`: the original at its page, in the program that the settings name and in none without; whatever a package says."""

from __future__ import annotations

import json
import os
import shlex
import sys
import zipfile
from pathlib import Path

import pytest

from hrss_tui.cli.run import run
from hrss_tui.errors import UsageError
from hrss_tui.query.views import parse_view
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.frame.app import Explorer
from hrss_tui.tui.keys.settings import read_settings
from hrss_tui.tui.taking import original
from hrss_tui.tui.taking.original import command, open_original, plain_name
from tests.documents.formats import chosen
from tests.documents.layouts import shanghai
from tests.documents.layouts.common import Department
from tests.robustness.terminal import AnyTerminal, happens
from tests.tui.driving import desk_of, press, screen, settled

STUB = "import json, sys; open(sys.argv[1], 'w').write(json.dumps(sys.argv[2:]))"


@pytest.fixture(scope="module")
def book(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A package of a PDF that lies beside it."""
    folder: Path = tmp_path_factory.mktemp("book")
    (made,) = chosen("pdf")
    described = shanghai.budget(
        Department("k", "康谷县水利局", "康谷县", 5, ("21303",), ("康谷县监测站",)), 2024, shanghai.Year()
    )
    (folder / "budget $(touch x).pdf").write_bytes(made.render(described))
    assert run(["build", str(folder), "-o", str(folder / "book.msgpack")]) == 0
    return folder / "book.msgpack"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """What was started: noted, not done."""
    done: list[list[str]] = []
    monkeypatch.setattr(original, "start", lambda arguments: done.append(list(arguments)))
    return done


def desk_with(pack: Path, *originals: Path, viewer: tuple[str, ...] = ("show", "-p{page}", "{file}")) -> Desk:
    desk = desk_of(str(pack))
    desk.viewer, desk.originals = viewer, tuple(map(str, originals))
    return desk


def budget_line(desk: Desk) -> tuple[str, int]:
    """Source of an amount and its page."""
    line = next(line for line in desk.data.budget_lines if line.page and line.page > 1)
    return f"{line.doc_id}:{line.line_start}", line.page or 0


def test_the_original_is_opened_at_its_page(book: Path, opened: list[list[str]]) -> None:
    desk = desk_with(book)
    source, page = budget_line(desk)
    said = open_original(desk, source)
    assert opened == [["show", f"-p{page}", str(book.parent / "budget $(touch x).pdf")]]
    assert f"第 {page} 页" in said and "\n" not in said


@pytest.mark.parametrize("view", ["budget", "search/合计", "documents", "checks", "overview"])
async def test_it_is_opened_from_every_page_that_stands_on_a_source(
    book: Path, opened: list[list[str]], view: str
) -> None:
    app = Explorer(desk_with(book), parse_view(view))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)  # type: ignore[arg-type]
        await press(pilot, "tab", "down", "o")  # type: ignore[arg-type]
        if view == "overview":
            assert opened == []
        else:
            assert opened and opened[0][2].endswith("budget $(touch x).pdf")
            assert "show" in screen(pilot)  # type: ignore[arg-type]


async def test_a_card_of_a_figure_leads_to_the_original_too(book: Path, opened: list[list[str]]) -> None:
    desk = desk_with(book)
    source, page = budget_line(desk)
    app = Explorer(desk, parse_view(f"documents/{source}"))
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await settled(pilot)  # type: ignore[arg-type]
        await press(pilot, "tab", "enter", "o")  # type: ignore[arg-type]
        assert opened[-1][1] == f"-p{page}"


def test_of_several_files_that_are_one_document_the_one_with_the_page_is_opened(
    book: Path, tmp_path: Path, opened: list[list[str]]
) -> None:
    folder = tmp_path / "parts"
    folder.mkdir()
    (folder / "正文.txt").write_text("康谷县水利局2024年部门预算\n\n一、主要职能\n\n管水。\n", "utf-8")
    (folder / "附表.pdf").write_bytes(next(book.parent.glob("*.pdf")).read_bytes())
    (folder / "manifest.toml").write_text('[[sources]]\nfile = "正文.txt"\nparts = ["附表.pdf"]\n', "utf-8")
    out = folder / "both.msgpack"
    assert run(["build", str(folder), "-o", str(out)]) == 0
    desk = desk_with(out)
    source, _ = budget_line(desk)
    own = budget_line(desk_of(str(book)))[1]
    assert desk.leaf(*source.split(":")[:1], int(source.split(":")[1])) == f"附表.pdf 第 {own} 页"
    open_original(desk, source)
    open_original(desk, f"{source.split(':')[0]}:1")
    assert opened == [
        ["show", f"-p{own}", str(folder / "附表.pdf")],
        ["show", "-p1", str(folder / "正文.txt")],
    ]


def test_without_a_viewer_no_program_is_started(book: Path, opened: list[list[str]]) -> None:
    desk = desk_with(book, viewer=())
    assert "viewer =" in open_original(desk, budget_line(desk)[0])
    assert opened == []


def test_a_file_that_is_another_is_not_opened(book: Path, tmp_path: Path, opened: list[list[str]]) -> None:
    alone = tmp_path / "book.msgpack"
    alone.write_bytes(book.read_bytes())
    desk = desk_with(alone)
    source, _ = budget_line(desk)
    assert "没有找到原件" in open_original(desk, source)
    (tmp_path / "budget $(touch x).pdf").write_bytes(b"%PDF-1.4 another")
    assert "SHA-256" in open_original(desk, source)
    if hasattr(os, "mkfifo"):
        (tmp_path / "below").mkdir()
        os.mkfifo(tmp_path / "below" / "budget $(touch x).pdf")
    assert "SHA-256" in open_original(desk, source)
    assert opened == []
    assert "已用" in open_original(desk_with(alone, book.parent.parent), source), (
        "found below a folder that is named"
    )


def test_no_shell_reads_a_name(book: Path, tmp_path: Path) -> None:
    """The stub notes the arguments that a program really gets."""
    heard = tmp_path / "heard.json"
    desk = desk_with(book, viewer=(sys.executable, "-c", STUB, str(heard), "{file};touch {page}"))
    source, page = budget_line(desk)
    assert "已用" in open_original(desk, source)
    assert happens(lambda: heard.exists() and bool(heard.read_text("utf-8")))
    assert json.loads(heard.read_text("utf-8")) == [f"{book.parent / 'budget $(touch x).pdf'};touch {page}"]


def test_a_program_that_is_not_there_is_one_line(book: Path) -> None:
    desk = desk_with(book, viewer=("/nowhere/viewer", "{file}"))
    said = open_original(desk, budget_line(desk)[0])
    assert said.startswith("无法启动 /nowhere/viewer") and "\n" not in said


def test_in_a_terminal_by_the_settings_file(book: Path, tmp_path: Path) -> None:
    heard = tmp_path / "heard.json"
    words = [sys.executable, "-c", STUB, str(heard), "{page}", "{file}"]
    (tmp_path / "config.toml").write_text(f"viewer = {json.dumps(shlex.join(words))}\n", "utf-8")
    source, page = budget_line(desk_of(str(book)))
    terminal = AnyTerminal(
        tmp_path, "--pack", str(book), "--view", f"documents/{source}", env={"HRSS_TUI_CONFIG": str(tmp_path / "config.toml")}
    )  # fmt: skip
    terminal.until(lambda text: "预算数" in text)
    terminal.child.send("o")
    terminal.until(lambda text: "已用" in text)
    assert happens(lambda: heard.exists() and bool(heard.read_text("utf-8")))
    assert json.loads(heard.read_text("utf-8")) == [str(page), str(book.parent / "budget $(touch x).pdf")]
    terminal.child.send("q")
    assert terminal.ended()[0] == 0


@pytest.mark.parametrize(
    ("name", "plain"),
    [("a.pdf", "a.pdf"), ("../../etc/passwd", "passwd"), ("/etc/passwd", "passwd"), ("c:\\x\\y.pdf", "y.pdf"), ("..", ""), ("", "")],
)  # fmt: skip
def test_a_package_names_no_folder(name: str, plain: str) -> None:
    assert plain_name(name) == plain


def test_places_are_filled_in_wherever_they_stand() -> None:
    assert command(("v", "{file}#page={page}"), Path("/x/{page}.pdf"), 3) == ["v", "/x/{page}.pdf#page=3"]


@pytest.mark.parametrize(
    ("text", "viewer"),
    [
        ('viewer = "evince --page-label={page} {file}"', ("evince", "--page-label={page}", "{file}")),
        ("viewer = \"'a b' {file}\"", ("a b", "{file}")),
        ('viewer = ["a b", "{file}"]', ("a b", "{file}")),
        ("", ()),
    ],
)
def test_a_viewer_is_a_list_of_arguments(tmp_path: Path, text: str, viewer: tuple[str, ...]) -> None:
    (tmp_path / "c.toml").write_text(text, "utf-8")
    assert read_settings(tmp_path / "c.toml", ()).viewer == viewer


@pytest.mark.parametrize(
    "text", ['viewer = "evince"', 'viewer = "evince \\" {file}"', "viewer = [1]", "viewer = 1", 'originals = [""]', 'viewer = "{file}"']
)  # fmt: skip
def test_a_viewer_that_cannot_be_one_is_named_with_its_line(tmp_path: Path, text: str) -> None:
    (tmp_path / "c.toml").write_text(f"\n{text}", "utf-8")
    with pytest.raises(UsageError, match="第 2 行"):
        read_settings(tmp_path / "c.toml", ())


def test_of_a_file_in_an_archive_the_archive_is_named_and_unpacked_it_is_opened(
    book: Path, tmp_path: Path, opened: list[list[str]]
) -> None:
    made = next(book.parent.glob("*.pdf"))
    with zipfile.ZipFile(tmp_path / "公开.zip", "w") as archive:
        archive.write(made, "附件/预算表.pdf")
    (tmp_path / "other.zip").write_bytes(b"PK no archive")
    out = tmp_path / "zip.msgpack"
    assert run(["build", str(tmp_path / "公开.zip"), "-o", str(out)]) == 0
    desk = desk_with(out)
    source, page = budget_line(desk)
    said = open_original(desk, source)
    assert "公开.zip" in said and "预算表.pdf" in said
    assert opened == []
    (tmp_path / "below").mkdir()
    (tmp_path / "below" / "预算表.pdf").write_bytes(made.read_bytes())
    open_original(desk, source)
    assert opened == [["show", f"-p{page}", str(tmp_path / "below" / "预算表.pdf")]]
