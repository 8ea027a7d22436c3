"""An unexpected error is one line and a report; the report holds nothing of documents, arguments or environment."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from hrss_tui.cli.crash import report
from hrss_tui.cli.registry import COMMANDS
from tests.cli.commands import Ran, spawn

ENOUGH = {"show": ["plan-2021"], "build": ["seeds", "-o", "never.msgpack"], "completion": ["bash"],
          "search": ["就业"], "cite": ["plan-2021"], "evidence": ["plan-2021:17"], "prefecture": ["喀什"],
          "diff": ["a", "b"]}  # fmt: skip


def crash(tmp_path: Path, *arguments: str, **environment: str) -> tuple[Ran, str]:
    """Run with the hidden option and everything a report must not hold; what was printed, what was reported."""
    home = tmp_path / "home"
    done = spawn(
        *arguments,
        "--crash",
        env={"HOME": str(home), "XDG_STATE_HOME": "", "CONFIDENTIAL": "机密", **environment},
    )
    reports = [path for path in tmp_path.rglob("hrss-tui-crash-*.txt") if str(path) in done.err]
    return done, reports[0].read_text("utf-8") if reports else ""


@pytest.mark.parametrize("name", COMMANDS)
def test_an_unexpected_error_is_one_line_that_names_the_report(name: str, tmp_path: Path) -> None:
    done, text = crash(tmp_path, name, *ENOUGH.get(name, []))
    assert (done.status, done.out, done.err.count("\n")) == (70, "", 1)
    assert "ProvokedError" in done.err
    assert f"command: {name}" in text
    assert "hrss_tui/cli/crash.py" in text


def test_a_report_holds_neither_texts_nor_arguments_nor_environment(tmp_path: Path) -> None:
    done, text = crash(tmp_path, "indicators", "隐私", "--format", "json", "--pack=/secret/path.msgpack")
    assert done.status == 70
    for kept_out in (
        "绝密",
        "secret",
        "隐私",
        "机密",
        "CONFIDENTIAL",
        str(Path.home()),
        str(tmp_path),
        "json",
    ):
        assert kept_out not in text
    assert "command: indicators --format --pack --crash" in text


def test_a_report_is_readable_by_its_owner_only(tmp_path: Path) -> None:
    crash(tmp_path, "info")
    (path,) = tmp_path.rglob("hrss-tui-crash-*.txt")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_where_no_home_is_writable_the_report_goes_to_temporary_files(tmp_path: Path) -> None:
    done, text = crash(tmp_path, "info", HOME="/dev/null/home", TMPDIR=str(tmp_path))
    assert done.status == 70
    assert "ProvokedError" in text


def test_where_nothing_is_writable_there_is_still_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from hrss_tui.cli import crash

    monkeypatch.setattr(crash, "_folders", lambda: iter([tmp_path / "file" / "below"]))
    (tmp_path / "file").write_text("x", "utf-8")
    line = crash.crashed(ValueError("x"), ["info"])
    assert (line.status, line.hint) == (70, "报告无处可写")


def test_errors_behind_an_error_are_reported_by_kind_and_place_only() -> None:
    def inner() -> None:
        raise KeyError("文件里的一句话")

    try:
        try:
            inner()
        except KeyError as error:
            raise RuntimeError("另一句话") from error
    except RuntimeError as error:
        text = report(ExceptionGroup("第三句话", [error]), [])
    assert "builtins.KeyError" in text
    assert "builtins.RuntimeError" in text
    assert "builtins.ExceptionGroup" in text
    assert "test_crash.py" in text
    for kept_out in ("一句话", "另一句话", "第三句话"):
        assert f"Error: {kept_out}" not in text


def test_an_endless_recursion_is_reported_in_short() -> None:
    def again() -> None:
        again()

    try:
        again()
    except RecursionError as error:
        text = report(error, [])
    assert len(text.splitlines()) < 120


def test_a_missing_library_is_named(tmp_path: Path) -> None:
    blocker = tmp_path / "msgspec.py"
    blocker.write_text("raise ModuleNotFoundError('no', name='msgspec')\n", "utf-8")
    done = spawn("info", env={"PYTHONPATH": f"{tmp_path}{os.pathsep}{Path(__file__).parents[2]}"})
    assert (done.status, done.err.count("\n")) == (2, 1)
    assert "msgspec" in done.err
