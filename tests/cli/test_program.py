"""The program as a whole: options anywhere, one line per error, exit statuses, pipes, what it imports."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from hrss_tui.cli.registry import COMMANDS, command
from tests.cli.commands import ROOT, Program, spawn


@pytest.mark.parametrize("arguments", [["--help"], ["-h"], *([name, "--help"] for name in COMMANDS)])
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_help_is_complete_in_both_languages(hrss: Program, arguments: list[str], lang: str) -> None:
    done = hrss(*arguments, "--lang", lang)
    assert (done.status, done.err) == (0, "")
    assert ("用法：" if lang == "zh" else "usage:") in done.out
    said = [
        line for line in done.out.splitlines() if not line.startswith("  hrss-tui ")
    ]  # texts that are looked for
    assert lang == "zh" or "".join(said).isascii()


def test_help_lists_every_command(hrss: Program) -> None:
    out = hrss("--help").out
    assert all(f"\n  {name} " in out for name in COMMANDS)


def test_every_command_is_a_module_with_the_two_functions() -> None:
    for name in COMMANDS:
        module = command(name)
        assert callable(module.arguments)
        assert callable(module.run)


def test_the_version_is_said(hrss: Program) -> None:
    from hrss_tui import __version__

    assert hrss("--version").out == f"hrss-tui {__version__}\n"


def test_options_stand_before_or_after_the_command(hrss: Program, shipped: Path) -> None:
    after = hrss("budget", "208", "--format", "json", "--pack", shipped)
    assert after.status == 0
    assert hrss("--format", "json", "--pack", shipped, "budget", "208") == after
    assert hrss("--format=json", "budget", f"--pack={shipped}", "208") == after


def test_what_follows_two_dashes_is_no_option_wherever_they_stand(hrss: Program) -> None:
    for line in (["--year", "2021", "--", "--place"], ["--", "--place"]):
        assert hrss("documents", *line).status == 1
    assert (
        hrss("budget", "--format", "json", "--", "208").json == hrss("budget", "208", "--format", "json").json
    )
    for text in ("--", "--lang=en"):
        assert f"没有编号为 {text} 的文件" in hrss("show", "--", text).err


def test_an_argument_of_nothing_is_named_as_one(hrss: Program) -> None:
    assert '无法识别的参数 ""（' in hrss("tables", "").err
    assert '--status 不能是 ""，' in hrss("checks", "--status", "").err


def test_positional_arguments_may_surround_an_option(hrss: Program) -> None:
    together = hrss("compare", "喀什", "和田", "--as", "share")
    assert hrss("compare", "喀什", "--as", "share", "和田") == together


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (["budgte"], 2, "budget"),
        (["budget", "--nonsense"], 2, "--nonsense"),
        (["budget", "--format", "xml"], 2, "json"),
        (["budget", "--depth", "x"], 2, "--depth"),
        (["budget", "--depth"], 2, "--depth"),
        (["show"], 2, "DOC[:LINE]"),
        (["budget", "999"], 1, "999"),
        (["compare", "nowhere"], 2, "nowhere"),
        (["show", "nowhere:1"], 2, "plan-2021"),
        (["show", "plan-2021:999999"], 1, "999999"),
        (["show", "plan-2021:x"], 2, "x"),
        (["info", "--pack", "/nowhere"], 3, "/nowhere"),
        (["verify", "/nowhere"], 3, "/nowhere"),
        (["build", "/nowhere", "-o", "x"], 2, "/nowhere"),
        (["indicators", "no such indicator"], 1, "no such indicator"),
        ([], 2, "终端"),
        (["--view", "budget"], 2, "终端"),
    ],
)
def test_an_error_is_one_line_on_stderr_with_its_status(
    hrss: Program, arguments: list[str], status: int, words: str
) -> None:
    done = hrss(*arguments)
    assert (done.status, done.out) == (status, "")
    assert done.err.startswith("hrss-tui: ")
    assert done.err.count("\n") == 1
    assert words in done.err


def test_errors_speak_english_when_asked(hrss: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    for arguments in (
        ["budget", "999"],
        ["compare", "nowhere"],
        ["budget", "--x"],
        ["nonsense"],
        [],
        ["verify", "/nowhere"],
        ["build", "/nowhere", "-o", "x"],
    ):
        assert not re.search("[\u4e00-\u9fff]", hrss(*arguments, "--lang", "en").err)
    monkeypatch.setenv("HRSS_TUI_LANG", "en")
    assert hrss("nonsense").err.isascii()
    assert not hrss("nonsense", "--lang=zh").err.isascii()


def test_an_error_stays_one_harmless_line_whatever_was_typed(hrss: Program) -> None:
    done = hrss("budget", "9\n9\x1b[31m")
    assert done.err.count("\n") == 1
    assert "\x1b" not in done.err


def test_without_a_terminal_the_explorer_refuses_at_once_and_imports_no_textual() -> None:
    code = "import sys; from hrss_tui.__main__ import main; s = main([]); sys.exit(s if 'textual' not in sys.modules else 9)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, stdin=subprocess.DEVNULL, capture_output=True, timeout=20, check=False)  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize("size", [1, 3])
def test_a_closed_pipe_ends_quietly(size: int) -> None:
    code = f"{sys.executable} -m hrss_tui tables | head -n {size} >/dev/null; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", code], cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == (b"0\n", b"")


def test_a_reader_that_is_gone_before_the_start_ends_quietly_too() -> None:
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "wb") as out:
        done = subprocess.run(
            [sys.executable, "-m", "hrss_tui", "tables"],
            cwd=ROOT, stdout=out, stderr=subprocess.PIPE, timeout=60, check=False,
        )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_line() -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "hrss_tui", "tables"],
            cwd=ROOT, stdout=full, stderr=subprocess.PIPE, timeout=60, check=False,
        )  # fmt: skip
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


@pytest.mark.parametrize(
    "line",
    ["tables", "export budget_tables --format parquet -o -", "export --format xlsx -o -", "info --path"],
)
def test_closed_standard_output_is_one_line(line: str) -> None:
    code = f"{sys.executable} -m hrss_tui {line} >&-"
    done = subprocess.run(["bash", "-c", code], cwd=ROOT, capture_output=True, timeout=60, check=False)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def test_an_interruption_is_130(hrss: Program, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("hrss_tui.cli.run._dispatch", interrupted)
    monkeypatch.setattr("hrss_tui.cli.run._forget_output", lambda: None)
    assert hrss("info").status == 130


@pytest.mark.parametrize("locale", ["C", "POSIX", "zh_CN.GBK"])
def test_data_are_utf8_in_any_locale(locale: str) -> None:
    done = spawn("budget", "--format", "json", env={"LC_ALL": locale, "PYTHONUTF8": "0"})
    assert done.status == 0
    assert done.json[0]["name"]


def test_any_directory_and_a_read_only_one_will_do(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    done = spawn("info", "--path", cwd=tmp_path, env={"HOME": "/nonexistent"})
    assert (done.status, done.err) == (0, "")
    assert Path(done.out.strip()).is_absolute()


READERS = (
    "hrss_tui.sources",
    "hrss_tui.compile",
    "pypdfium2",
    "pypdfium2_raw",
    "rapidocr",
    "xlrd",
    "xml.etree",
    "pypinyin",
    "opencc",
)
"""What reads documents, which a package is read without."""
HEAVY = ("textual", "rich", "polars", "click", "importlib.metadata", "importlib.resources", *READERS)
LEAN = (
    ["budget", "208"],
    ["show", "plan-2021:17"],
    ["search", "就业"],
    ["cite", "plan-2021:17"],
    ["info"],
    ["verify"],
    ["compare", "喀什"],
    ["checks"],
    ["tables"],
)


@pytest.mark.parametrize("arguments", LEAN, ids=lambda arguments: arguments[0])
def test_reading_commands_import_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys\nfrom hrss_tui.__main__ import main\nmain(sys.argv[1:])\n"
        f"print([name for name in {HEAVY!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], cwd=ROOT, capture_output=True, timeout=60, check=False
    )
    assert done.stderr.decode().splitlines()[-1] == "[]"


def test_what_compiles_nothing_does_not_load_the_compiler() -> None:
    """Each of these names every command, or describes what `build` takes or prints."""
    lines = [["build", "--help"], ["build", "-o"], ["completion", "bash"], ["schema"], ["mcp", "--help"]]
    compilers = (
        "hrss_tui.compile.pipeline",
        "hrss_tui.compile.prose",
        "pypdfium2",
        "pypinyin",
        "opencc",
        "textual",
    )
    code = (
        f"import sys\nfrom hrss_tui.__main__ import main\nstatuses = [main(line) for line in {lines!r}]\n"
        f"print(statuses, [name for name in {compilers!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.stderr.decode().splitlines()[-1] == "[0, 2, 0, 0, 0] []"


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = f"import sys, hrss_tui; print([name for name in {(*HEAVY, 'msgspec')!r} if name in sys.modules])"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, timeout=60, check=False
    )
    assert done.stdout.decode().strip() == "[]"


@pytest.mark.parametrize(
    "arguments",
    [
        ["export", "-o", ""], ["export", "blocks", "--output="], ["evidence", "plan-2021:17", "-o", ""], ["build", "", "-o", "x"],
        ["build", ".", "-o", ""],
    ],
    ids=" ".join,
)  # fmt: skip
def test_a_path_without_a_name_is_not_this_folder(
    arguments: list[str], hrss: Program, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As a variable of a shell gives it that was never set."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_text("就业", "utf-8")
    done = hrss(*arguments)
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert "缺少取值" in done.err
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"]
