"""Whatever a user types: an answer, or one kind line; never a crash, never a command to the terminal, never long."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hrss_tui.cli.parser import Parser, add_common
from hrss_tui.cli.registry import COMMANDS, command, formats
from tests.cli.commands import spawn
from tests.robustness.captured import captured, unsafe_in
from tests.robustness.hostile import COMMANDS as MEAN_TEXTS

MOST_SECONDS = 5.0
"""Processor time of one command; a tenth of it is usual."""
EXAMPLES = int(os.environ.get("HRSS_TUI_EXAMPLES", "30"))
"""Command lines tried of each command; more when asked."""
LONGEST_LINE = 2500
WRITES = {"-o", "--output"}
"""Options whose value is a place to write to."""
READS_FOLDERS = {"build"}
STARTS = (
    "", "plan-2021:", "budget-2026:", "bulletin-2021:1.", "208", "doc:", "code:", "year:", "kind:", "py:", "-", "--",
    "/", "\"", "喀什", "table ", "=", "class,", "6501", "2021/", "%", "{", "就业 ", "总计|", "http://",
)  # fmt: skip
WHOLE = (
    "9" * 5000, "-" + "9" * 5000, "0" * 5000, "1e999999", "-1", "1_000", "٣٤٥", "²", "Ⅷ", "99999999999999999999", "nan",
    "((a+)+)+$", "(?:.*)*就", "/(a|a|a)*b/", "[" * 5000, "(" * 5000, "a{1000}{1000}", "\\p{Han}{900}", "(?P<x>", "\\",
    ".*" * 400, "x*" * 5000, "业" * 10_000, "a" * 10_000, " " * 10_000, "|" * 5000, "\"" * 999, "-a " * 300, "\t", "\n",
    "\u3000", " ", "..", "../..", "/../", ".", "~", "*", "?", "-h", "--version", "--", "-o", "package", "%s%n", "{0}", "{x}",
    "\udcff", "\ud83d", "a\udc80b", "\udcff" * 300, "e" + "\u0301" * 5000, "py:" + "a" * 990, "py:" + "xi" * 400,
    "a:b:c", ":", "doc::", "year:2021-", "year:9999-0001", "plan-2021:0", "plan-2021:-1", "plan-2021:1.2.3", "CON", "nul",
    *MEAN_TEXTS,
)  # fmt: skip
"""What has no random part: exponents, digits of other scripts, expressions that explode, marks without end."""

characters = st.characters(exclude_categories=(), exclude_characters="\0")
"""All of Unicode with lone surrogates, which stand for bytes of no encoding; no NUL, which no argument can hold."""
pieces = st.sampled_from(STARTS) | st.sampled_from(WHOLE) | st.text(characters, max_size=40)
typed = st.sampled_from(WHOLE) | st.builds("".join, st.lists(pieces, min_size=1, max_size=4))


def parser_of(name: str) -> Parser:
    """The parser of a command as the program makes it."""
    module = command(name)
    parser = Parser(f"hrss-tui {name}", "zh", f"help.{name}")
    module.arguments(parser)
    add_common(parser, formats(module))
    return parser


def places_of(name: str) -> Iterator[tuple[str | None, bool]]:
    """Where a user types something: an option, or None for what stands alone; and whether it is needed."""
    for action in parser_of(name)._actions:
        if action.option_strings:
            takes_value = action.nargs != 0 and "--format" not in action.option_strings
            if takes_value and not WRITES & set(action.option_strings):
                yield action.option_strings[-1], action.required
        else:
            yield None, action.nargs not in ("?", "*")


def fitting(name: str, option: str | None, text: str) -> bool:
    """Is this safe to try? Folders of the machine and the network are not asked."""
    if option == "--scheduler":
        return "://" not in text
    return name not in READS_FOLDERS or option is not None or not (text.startswith("/") or ".." in text)


@st.composite
def command_lines(draw: st.DrawFn, name: str) -> list[str]:
    """A command with something in every place that needs it and in some of the others."""
    arguments = [
        name,
        *draw(st.sampled_from([[], ["--format", "json"], ["--format", "csv"], ["--lang", "en"]])),
    ]
    for option, needed in places_of(name):
        if not needed and option is not None and draw(st.integers(0, 3)):
            continue
        for text in draw(st.lists(typed, min_size=1 if needed else 0, max_size=2)):
            if not fitting(name, option, text):
                continue
            arguments += (
                [text]
                if option is None
                else [f"{option}={text}"]
                if option.startswith("--")
                else [option, text]
            )
    return [*arguments, "-o", "out"] if name == "build" else arguments


def amiss(arguments: list[str]) -> list[str]:
    """Run it: what is wrong with what a user sees of it."""
    begun = time.process_time()
    done = captured(arguments)
    seconds = time.process_time() - begun
    said = done.err.decode()
    refused = done.status > 1 and arguments[0] != "doctor"
    found = {
        f"{seconds:.1f} s": seconds >= MOST_SECONDS,
        f"status {done.status}": done.status not in (0, 1, 2, 3),
        f"unsafe: {unsafe_in(done.out + done.err)}": unsafe_in(done.out + done.err) != [],
        "a long line": max(map(len, said.splitlines()), default=0) >= LONGEST_LINE,
        "refused in other than one line": refused and said.count("\n") != 1,
        "refused with output": refused and done.out != b"",
    }
    return [f"{arguments}: {what}: {said}" for what, so in found.items() if so]


@pytest.fixture(autouse=True)
def small_package(whole: Path, read_once: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small package by default, and a folder with nothing above it to write to."""
    folder = tmp_path / "a" / "b" / "c"
    folder.mkdir(parents=True)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HRSS_TUI_PACK", str(whole))


@pytest.mark.parametrize("name", COMMANDS)
def test_any_argument_is_answered_or_refused(name: str) -> None:
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=list(HealthCheck),
    )
    @given(arguments=command_lines(name))
    def run(arguments: list[str]) -> None:
        assert amiss(arguments) == []

    run()


@pytest.mark.parametrize("name", COMMANDS)
def test_every_mean_text_in_every_place(name: str) -> None:
    places = list(places_of(name))
    for option, _needed in places:
        for number, text in enumerate(WHOLE):
            if not fitting(name, option, text):
                continue
            others = [
                "208" if name == "budget" else "plan-2021"
                for place, needed in places
                if needed and place is None
            ]
            own = [text] if option is None else [f"{option}={text}"]
            given_ = [*own, *others[1:]] if option is None else [*others, *own]
            form = (
                ["--format", "json"] if number % 3 == 0 and name in ("show", "cite", "info", "search") else []
            )
            out = ["-o", "out"] if name == "build" else []
            assert amiss([name, *given_, *form, *out]) == []


PROCESSES = (
    ["show", "plan-2021:" + "9" * 5000],
    ["cite", "plan-2021:" + "9" * 5000],
    ["budget", "\udcff\udcfe", "--format", "json"],
    ["search", "\udcff"],
    ["search", " " * 10_000],
    ["search", "--regex", "((业+)+)+$" * 20],
    ["compare", "喀什\x1b]52;c;ZXZpbA==\x07"],
    ["indicators", "业" * 10_000],
    ["info", "--pack", "\udcff\x1b[31m\u202e"],
    ["verify", "../\udcff"],
    ["build", "\udcff\x9b", "-o", "\udcfe"],
    ["--view", "documents/plan-2021:" + "9" * 5000],
    ["\udcff\x1b[2J"],
)


@pytest.mark.parametrize(
    "locale",
    [{"LC_ALL": "C.UTF-8"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}],
    ids=["utf-8", "ascii"],
)
@pytest.mark.parametrize("arguments", PROCESSES, ids=lambda arguments: arguments[0][:8])
def test_a_real_process_refuses_in_one_line(arguments: list[str], locale: dict[str, str]) -> None:
    done = spawn(*arguments, cwd=Path.cwd(), env=locale)
    assert done.status in (1, 2, 3), done.err
    assert (done.out, done.err.count("\n")) == ("", 1)
    assert unsafe_in(done.err.encode()) == []
    assert list(Path.cwd().iterdir()) == []


ODD_NAMES = (
    "a\x1b]0;x\x07b",
    "[b]x[b] $(id)",
    "\udcff\udcfe",
    "=1+1",
    "\u202egnp",
    "名 字",
    "-o",
    "x" * 250,
)


@pytest.mark.parametrize("name", ODD_NAMES, ids=ascii)
def test_a_package_may_have_any_file_name(name: str, whole: Path, tmp_path: Path) -> None:
    path = tmp_path / "odd" / name
    path.parent.mkdir()
    path.write_bytes(whole.read_bytes())
    for form in ("table", "json", "csv"):
        for command_ in ("info", "doctor", "verify", "checks"):
            done = captured([command_, f"--pack={path}", "--format", form])
            assert done.status in (0, 1), done.err
            assert unsafe_in(done.out + done.err) == []
    assert captured(["info", "--path", f"--pack={path}"]).out == os.fsencode(f"{path}\n")
    path.write_bytes(b"no package")
    done = captured(["info", f"--pack={path}"])
    assert (done.status, done.out, done.err.count(b"\n")) == (3, b"", 1)
    assert unsafe_in(done.err) == []


@pytest.mark.parametrize("name", ODD_NAMES, ids=ascii)
def test_an_export_and_a_build_may_have_any_file_name(name: str, sources: Path, tmp_path: Path) -> None:
    path = tmp_path / "odd" / name
    for arguments in (
        ["export", "blocks", "-o", str(path), "--format", "csv"],
        ["export", "blocks", f"--output={path}", "--force", "--format", "sqlite"],
        ["build", str(sources), f"--output={path}"],
        ["build", str(sources), f"--output={path}"],
    ):
        if arguments[0] == "build" and path.read_bytes().startswith(b"SQLite"):
            path.unlink()  # a build replaces nothing but a package
        done = captured(arguments)
        assert done.status == 0, done.err
        names = {entry.name for entry in path.parent.iterdir()}
        assert {each for each in names if not each.endswith("metadata.json")} == {name}
        assert unsafe_in(done.out + done.err) == []
