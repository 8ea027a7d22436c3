"""The documents of the project say what the program does: their examples run, their lists are complete."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from hrss_tui.__main__ import main
from hrss_tui.cli.registry import COMMANDS
from hrss_tui.version import __version__

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^\$ hrss-tui ([^#>|\n]+?)\s*(?:[>|#].*)?$", README, re.MULTILINE)


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_readme_answers(
    example: str, capsys: pytest.CaptureFixture[str], pack_data: bytes, tmp_path: Path
) -> None:
    path = tmp_path / "p.msgpack"
    path.write_bytes(pack_data)
    assert main([*shlex.split(example), "--pack", str(path)]) == 0
    assert capsys.readouterr().out


def test_the_readme_lists_every_command_and_only_those() -> None:
    listed = re.findall(r"^\| `([a-z]+)[ `]", README, re.MULTILINE)
    assert sorted(listed) == sorted(COMMANDS)


def test_the_readme_has_two_commands_for_everything() -> None:
    (test,) = re.findall(r"<!-- test -->\n```bash\n(.+)\n```", README)
    assert "pytest" in test
    assert ".venv/bin/hrss-tui\n" in README


def test_the_changelog_knows_this_version() -> None:
    assert f"\n## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "document", ["README.md", "CHANGELOG.md", "datapack/FORMAT.md", "datapack/CHANGELOG.md"]
)
def test_links_lead_somewhere(document: str) -> None:
    path = ROOT / document
    for link in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
        assert link.startswith("http") or (path.parent / link).exists(), link
