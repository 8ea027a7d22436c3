"""Completion offers what the package has, in the shells that are here, and gives no shell a command."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from hrss_tui.cli.candidates import KINDS, candidates
from hrss_tui.cli.completion import LISTS, OFFERED, SHELLS, _actions
from hrss_tui.cli.help import full_parser
from hrss_tui.pack.read import open_pack
from tests.cli.commands import ROOT, Program


class Named:
    """A package in which one column holds some names."""

    tables: tuple[str, ...] = ()

    def __init__(self, names: list[str]) -> None:
        self.names = names

    def column(self, table: str, name: str) -> list[str]:
        return self.names


def test_the_lists_are_those_that_arguments_ask_for() -> None:
    assert set(LISTS) == set(KINDS) == set(OFFERED.values())
    keys = {getattr(action, "key", "") for action in _actions(full_parser("zh"))}
    assert set(OFFERED) <= keys


@pytest.mark.parametrize(
    ("kind", "some"),
    [
        ("codes", {"208", "2080104", "30108"}),
        ("places", {"喀什地区", "kashi", "6531"}),
        ("tables", {"budget_lines", "figures"}),
        ("metrics", {"urban_new_jobs"}),
        ("documents", {"plan-2021"}),
    ],
)
def test_a_list_has_the_names_of_the_package(hrss: Program, kind: str, some: set[str]) -> None:
    done = hrss("completion", "--list", kind)
    found = done.out.split("\n")[:-1]
    assert done.status == 0
    assert len(found) == len(set(found))
    assert some <= set(found), found


def test_no_name_is_a_command_to_a_shell() -> None:
    names = ["$(touch made)", "`touch made`", "a b", "a;b", "a&b", "a|b", "*", "~", "{a,b}", "a'b", 'a"b', "\x1b[2J",
             "-x\n-y", "", "plan-2021", "公报-2021", "a.b:c"]  # fmt: skip
    pack: object = Named(names)
    assert candidates(pack, "documents") == ["plan-2021", "公报-2021", "a.b:c"]  # type: ignore[arg-type]


@pytest.mark.parametrize("shell", SHELLS)
def test_every_script_asks_the_program(hrss: Program, shell: str) -> None:
    out = hrss("completion", shell).out
    for kind in LISTS:
        assert f"hrss-tui completion --list {kind}" in out, kind


def test_neither_a_shell_nor_a_list_is_refused(hrss: Program) -> None:
    done = hrss("completion")
    assert done.status == 2
    assert "powershell" in done.err


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_bash_completes(hrss: Program, tmp_path: Path) -> None:
    script = tmp_path / "hrss-tui.bash"
    script.write_text(hrss("completion", "bash").out, "utf-8")
    asked = tmp_path / "bin" / "hrss-tui"
    asked.parent.mkdir()
    lists = {kind: candidates(open_pack(), kind) for kind in LISTS}
    cases = "\n".join(f"{kind}) printf '%s\\n' {' '.join(names)};;" for kind, names in lists.items())
    asked.write_text(f'#!/bin/bash\ncase "$3" in\n{cases}\nesac\n', "utf-8")
    asked.chmod(0o755)

    def completed(*words: str) -> list[str]:
        typed = " ".join(f"'{word}'" for word in ("hrss-tui", *words))
        code = (
            f"source {script}; COMP_WORDS=({typed}); COMP_CWORD={len(words)}; "
            f'_f=$(complete -p hrss-tui | sed "s/.*-F \\([^ ]*\\).*/\\1/"); '
            f'$_f hrss-tui "{words[-1]}" x; printf "%s\\n" "${{COMPREPLY[@]}}"'
        )
        env = {"PATH": f"{asked.parent}:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        done = subprocess.run(
            ["bash", "-c", code], capture_output=True, text=True, env=env, check=True, cwd=ROOT
        )
        return [word.strip() for word in done.stdout.split("\n") if word.strip()]

    assert "budget" in completed("bud")
    assert set(completed("budget", "20801")) >= {"20801", "2080104"}
    assert completed("compare", "kash") == ["kashi"]
    assert "kashi" in completed("compare", "hetian", "ka")
    assert completed("compare", "--metric", "urban_") == ["urban_new_jobs"]
    assert completed("export", "budget_l") == ["budget_lines"]
    assert "plan-2021" in completed("show", "pl")
    assert "powershell" in completed("completion", "pow")
