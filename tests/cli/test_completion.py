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
from tests.cli.commands import Program


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
        ("compared", {"schema", "budget_lines"}),
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


@pytest.fixture
def asked(tmp_path: Path) -> Path:
    """A folder with a `hrss-tui` that answers quickly; of a package called `my pack` it knows one document."""
    made = tmp_path / "bin" / "hrss-tui"
    made.parent.mkdir()
    lists = {kind: candidates(open_pack(), kind) for kind in LISTS}
    cases = "\n".join(f"{kind}) printf '%s\\n' {' '.join(names)};;" for kind, names in lists.items())
    made.write_text(
        "#!/bin/sh\n"
        'case "$*" in *"--pack my pack"|*"--pack=my pack"|*"--pack $HOME/my pack"|*"--pack=$HOME/my pack") echo mine-2031; exit;; esac\n'
        f'case "$3" in\n{cases}\nesac\n',
        "utf-8",
    )
    made.chmod(0o755)
    (tmp_path / "files").mkdir()
    for name in ("my pack", "my other", "$(touch made)"):
        (tmp_path / "files" / name).touch()
    return made.parent


class Bash:
    """What bash offers for a line, given in the pieces it takes it apart to."""

    def __init__(self, script: Path, folder: Path) -> None:
        self.script = script
        self.folder = folder

    def __call__(self, *words: str, line: str = "") -> list[str]:
        typed = " ".join("'" + word.replace("'", "'\\''") + "'" for word in ("hrss-tui", *words))
        code = (
            f"source {self.script}; COMP_WORDS=({typed}); COMP_CWORD={len(words)}; "
            'COMP_LINE="${1:-${COMP_WORDS[*]}}"; '
            f'_f=$(complete -p hrss-tui | sed "s/.*-F \\([^ ]*\\).*/\\1/"); '
            '$_f hrss-tui "${COMP_WORDS[COMP_CWORD]}" x; printf "%s\\n" "${COMPREPLY[@]}"'
        )
        env = {"PATH": f"{self.folder}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "/house"}
        done = subprocess.run(
            ["bash", "-c", code, "bash", line],
            capture_output=True, text=True, env=env, check=True, cwd=self.folder.parent / "files",
        )  # fmt: skip
        assert done.stderr == ""
        assert not (self.folder.parent / "files" / "made").exists()
        return [word.strip() for word in done.stdout.split("\n") if word.strip()]


@pytest.fixture
def bash(hrss: Program, tmp_path: Path, asked: Path) -> Bash:
    """Bash with the script read."""
    if shutil.which("bash") is None:
        pytest.skip("no bash here")
    script = tmp_path / "hrss-tui.bash"
    script.write_text(hrss("completion", "bash").out, "utf-8")
    return Bash(script, asked)


def test_bash_completes(bash: Bash) -> None:
    assert "budget" in bash("bud")
    assert set(bash("budget", "20801")) >= {"20801", "2080104"}
    assert bash("compare", "kash") == ["kashi"]
    assert "kashi" in bash("compare", "hetian", "ka")
    assert bash("compare", "--metric", "urban_") == ["urban_new_jobs"]
    assert bash("export", "budget_l") == ["budget_lines"]
    assert "plan-2021" in bash("show", "pl")
    assert "powershell" in bash("completion", "pow")


@pytest.mark.parametrize("written", ["my\\ pack", "'my pack'", '"my pack"', "~/my\\ pack"])
def test_bash_asks_the_package_that_the_line_names(bash: Bash, written: str) -> None:
    assert bash("--pack", written, "show", "") == ["mine-2031"]
    assert bash("show", "--pack", written, "mi") == ["mine-2031"]
    assert bash("--pack", "=", written, "show", "", line=f"hrss-tui --pack={written} show ") == ["mine-2031"]
    assert bash("--pack", "$(touch made)", "show", "mi") == []


def test_bash_takes_words_for_one_where_they_are(bash: Bash) -> None:
    """Bash gives `a:b` and `--a=b` as three words, and replaces the last of them."""
    line = "hrss-tui compare --metric budget-2026:pro"
    found = bash("compare", "--metric", "budget-2026", ":", "pro", line=line)
    assert found
    assert all(name.startswith("project-") for name in found)
    assert bash("checks", "--status", "=", "f", line="hrss-tui checks --status=f") == ["fails"]
    assert "exact" in bash("checks", "--status", "=", line="hrss-tui checks --status=")
    assert "plan-2021" in bash("search", "a", ":", "b", "--doc", "pl", line="hrss-tui search a:b --doc pl")
    assert bash("verify", "my\\ o") == bash("verify", '"my o') == ["my other"]
    assert set(bash("verify", "my")) == {"my other", "my pack"}
    assert bash("verify", "*") == []


@pytest.mark.skipif(shutil.which("zsh") is None, reason="no zsh here")
@pytest.mark.parametrize("how", ["source {}", 'eval "$(cat {})"', "source <(cat {})"])
def test_zsh_takes_the_script_however_it_is_read(hrss: Program, tmp_path: Path, how: str) -> None:
    script = tmp_path / "script"
    script.write_text(hrss("completion", "zsh").out, "utf-8")
    code = f"autoload -Uz compinit; compinit -u -D; {how.format(script)}; print $_comps[hrss-tui]"
    done = subprocess.run(["zsh", "-f", "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert (done.stdout.strip(), done.stderr) == ("_shtab_hrss_tui", "")


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_zsh_takes_a_value_behind_a_sign_of_equality(hrss: Program, lang: str) -> None:
    out = hrss("completion", "zsh", "--lang", lang).out
    assert '"--pack=[' in out
    assert '"--status=[' in out
    assert '"--count[' in out


@pytest.mark.skipif(shutil.which("fish") is None, reason="no fish here")
@pytest.mark.parametrize(
    "written", ["--pack my\\ pack", "--pack='my pack'", "--pack ~/my\\ pack", "--pack=~/my\\ pack"]
)
def test_fish_asks_the_package_that_the_line_names(
    hrss: Program, tmp_path: Path, asked: Path, written: str
) -> None:
    script = tmp_path / "hrss-tui.fish"
    script.write_text(hrss("completion", "fish").out, "utf-8")
    code = f"source {script}; complete -C $argv[1]"
    env = {"PATH": f"{asked}:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": str(tmp_path)}
    line = f"hrss-tui {written} show mi"
    done = subprocess.run(
        ["fish", "-c", code, line], capture_output=True, text=True, env=env, check=True, timeout=60
    )
    assert (done.stdout.split("\t")[0], done.stderr) == ("mine-2031", "")


def test_what_diff_is_offered_it_takes(hrss: Program, whole: Path) -> None:
    for name in hrss("completion", "--list", "compared").out.split():
        assert hrss("diff", whole, whole, "--table", name).status == 0, name
