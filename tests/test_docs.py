"""The documents of the project say what the program does: what they print runs, their lists are complete."""

from __future__ import annotations

import json
import re
import shlex
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from textual.theme import BUILTIN_THEMES

from hrss_tui.__main__ import main
from hrss_tui.api import DataPack
from hrss_tui.cli.help import command_help
from hrss_tui.cli.parser import Parser, add_common
from hrss_tui.cli.registry import COMMANDS, command, formats
from hrss_tui.sources.manifest.read import read_manifest
from hrss_tui.sources.manifest.said import DocumentInfo
from hrss_tui.topics import SECTIONS, TOPICS, topic
from hrss_tui.tui.keys.settings import read_settings
from hrss_tui.version import __version__
from hrss_tui.words import LANGUAGES, Lang

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "hrss_tui" / "docs"
README = (ROOT / "README.md").read_text(encoding="utf-8")
MOST = 8192
"""Bytes of the README a language."""
COMMAND = re.compile(r"^\$ hrss-tui ([^#>|\n]+?)\s*(?:[>|#].*)?$", re.MULTILINE)
EXAMPLES = COMMAND.findall(README)
LINKED = [
    "README.md",
    "CHANGELOG.md",
    "datapack/FORMAT.md",
    "datapack/FORMAT.zh.md",
    "datapack/CHANGELOG.md",
    "tests/PROMISES.md",
    ".github/CONTRIBUTING.md",
    ".github/SECURITY.md",
]


def document(lang: Lang, name: str) -> str:
    return (DOCS / lang / f"{name}.md").read_text("utf-8")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the tutorial begins: a folder `mine` with one PDF, which is invented."""
    pytest.importorskip("reportlab")
    from tests.documents.formats import chosen
    from tests.documents.library import documents

    (paper,) = chosen("pdf")
    made = next(each for each in documents() if each.id == "xj-labour-2020-budget")
    folder = tmp_path_factory.mktemp("tutorial")
    (folder / "mine").mkdir()
    (folder / "mine" / "budget.pdf").write_bytes(paper.render(made))
    return folder


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_of_the_readme_answers(
    example: str,
    capsys: pytest.CaptureFixture[str],
    pack_data: bytes,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "p.msgpack"
    path.write_bytes(pack_data)
    arguments = [*shlex.split(example), "--pack", str(path)]
    assert main(arguments) == (1 if "fails" in arguments else 0)  # there are some
    done = capsys.readouterr()
    assert done.out or "-o" in arguments


def test_both_languages_of_the_readme_are_short_and_ask_the_same() -> None:
    zh, en = README.split("\n## English\n")
    assert len(zh.encode()) < MOST
    assert len(en.encode()) < MOST
    assert [line.split()[0] for line in COMMAND.findall(zh)] == [
        line.split()[0] for line in COMMAND.findall(en)
    ]
    assert zh.count("\n## ") == en.count("\n### ")


def test_the_readme_has_two_commands_for_everything() -> None:
    (test,) = re.findall(r"<!-- test -->\n```bash\n(.+)\n```", README)
    assert "pytest" in test
    assert ".venv/bin/pip install --quiet . && .venv/bin/hrss-tui" in README


def test_the_five_commands_of_the_readme_answer(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """All but the last, which opens the explorer."""
    monkeypatch.chdir(folder)
    for block in re.findall(r"```bash\n(hrss-tui build.*?)```", README, re.DOTALL):
        *lines, last = block.splitlines()
        assert last == "hrss-tui --pack mine.msgpack"
        for line in lines:
            words = ["mine" if word in ("文件夹", "FOLDER") else word for word in shlex.split(line)[1:]]
            assert main(words) == 0, line
    assert "budget-2020" in capsys.readouterr().out


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_command_of_tutorial_and_howto_answers(
    lang: Lang, folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("HRSS_TUI_PACK", str(folder / "mine.msgpack"))
    lines = COMMAND.findall(document(lang, "tutorial")) + COMMAND.findall(document(lang, "howto"))
    assert len(lines) > 10
    for line in lines:
        force = ["--force"] if line.startswith("export") else []
        assert main([*shlex.split(line), *force]) == 0, line
    assert "budget-2020" in capsys.readouterr().out
    assert (folder / "figures.xlsx").stat().st_size > 10_000


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_python_of_the_api_runs_and_its_table_names_every_question(
    lang: Lang, pack_data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "p.msgpack").write_bytes(pack_data)
    monkeypatch.setenv("HRSS_TUI_PACK", str(tmp_path / "p.msgpack"))
    text = document(lang, "api")
    (code,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    exec(compile(code, "api.md", "exec"), {})
    named = set(re.findall(r"`(\w+)\(", text.partition("| --- |")[2]))
    own = {name for name, value in vars(DataPack).items() if not name.startswith("_") and callable(value)}
    assert named == own | {"count", "column"}


def test_the_python_of_the_readme_runs(
    pack_data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "p.msgpack").write_bytes(pack_data)
    monkeypatch.setenv("HRSS_TUI_PACK", str(tmp_path / "p.msgpack"))
    blocks = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    assert len(blocks) == len(LANGUAGES)
    for code in blocks:
        exec(compile(code, "README.md", "exec"), {})


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_settings_that_are_printed_are_taken(lang: Lang, tmp_path: Path) -> None:
    (printed,) = re.findall(r"```toml\n(.*?)```", document(lang, "reference"), re.DOTALL)
    (tmp_path / "config.toml").write_text(printed, "utf-8")
    found = read_settings(tmp_path / "config.toml", BUILTIN_THEMES)
    assert (found.lang, found.keys, found.viewer[0]) == (lang, {"export": "x"}, "evince")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_manifest_that_is_printed_is_heard(lang: Lang, tmp_path: Path) -> None:
    (printed,) = re.findall(r"```toml\n(.*?)```", document(lang, "howto"), re.DOTALL)
    (tmp_path / "manifest.toml").write_text(printed, "utf-8")
    (source,) = read_manifest(tmp_path).sources
    (said,) = source.documents
    assert (said.department, said.place) == ("喀什地区水利局", "6531")
    named = document(lang, "howto").partition("## ")[2].partition("\n## ")[0]
    assert [
        name
        for name in DocumentInfo.__struct_fields__
        if f"`{name}`" not in named and f"{name} =" not in named
    ] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_commands_that_a_sentence_names_are_understood(lang: Lang) -> None:
    """As far as their arguments go; what they answer depends on the documents somebody has."""
    (servers,) = re.findall(r"```json\n(.*?)```", document(lang, "howto"), re.DOTALL)
    served = json.loads(servers)["mcpServers"]["hrss-tui"]
    prose = re.sub(r"```.*?```", "", document(lang, "howto") + document(lang, "tutorial"), flags=re.DOTALL)
    spans = [re.sub(r"^hrss-tui ", "", " ".join(span.split())) for span in re.findall(r"`([^`]+)`", prose)]
    named = [span for span in spans if span.partition(" ")[0] in COMMANDS and " " in span]
    assert len(named) > 6
    assert served["command"] == "hrss-tui"
    for line in (*named, " ".join(served["args"])):
        name, *words = shlex.split(line)
        parser = Parser(f"hrss-tui {name}", lang)
        command(name).arguments(parser)
        add_common(parser, formats(command(name)))
        assert parser.parse(words) is not None, line


def test_the_queries_of_the_readme_answer_in_sqlite_and_duckdb(
    pack_data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    duckdb = pytest.importorskip("duckdb")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "p.msgpack").write_bytes(pack_data)
    for arguments in (["-o", "all.sqlite"], ["figures", "-o", "figures.parquet"]):
        assert main(["export", *arguments, "--pack", "p.msgpack"]) == 0
    blocks = re.findall(r"```sql\n(.*?)```", README, re.DOTALL)
    assert len(blocks) == len(LANGUAGES)
    lite = sqlite3.connect("all.sqlite")
    try:
        for block in blocks:
            total, largest, jobs = block.strip().removesuffix(";").split(";\n")
            (spent,) = lite.execute(total).fetchall()
            assert spent[1:] == (2026, "budget", 598_315_500, "budget-2026")
            assert lite.execute(largest).fetchone()[0] == "2080199"
            assert {row[1] for row in lite.execute(jobs)} >= {"target", "actual"}
            for query in (total, largest, jobs):
                found = duckdb.sql(query.replace("FROM figures", "FROM 'figures.parquet'")).fetchall()
                assert len(found) == len(lite.execute(query).fetchall())
    finally:
        lite.close()


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_three_questions_are_answered_by_sqlite_and_duckdb(
    lang: Lang, pack_data: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    duckdb = pytest.importorskip("duckdb")
    monkeypatch.chdir(tmp_path)
    (tmp_path / "p.msgpack").write_bytes(pack_data)
    for form in ("sqlite", "parquet"):
        arguments = ["export", "figures", "--format", form, "-o", f"figures.{form}", "--pack", "p.msgpack"]
        assert main(arguments) == 0
    named = dict(re.findall(r"<!-- query (\w+) -->\n```sql\n(.*?);\n```", document(lang, "howto"), re.DOTALL))
    lite = sqlite3.connect("figures.sqlite")
    try:
        whole = ("reasons", "goals")  # asked of the whole database, in tests/cli/test_packages.py
        asked = {name: lite.execute(query).fetchall() for name, query in named.items() if name not in whole}
    finally:
        lite.close()
    assert [(row[1], float(row[3])) for row in asked["total"]] == [(2026, 598_315_500.0)]
    assert len(asked["largest"]) == 5
    assert {row[2] for row in asked["indicator"]} >= {"target", "actual"}
    for name in ("total", "largest", "indicator"):
        query = named[name].replace("FROM figures", "FROM 'figures.parquet'")
        found = duckdb.sql(query).fetchall()
        if name == "indicator":
            assert {type(row[3]) for row in found} == {date}
            dated = [(*row[:3], str(row[3]), *row[4:]) for row in found]
            assert sorted(map(repr, dated)) == sorted(map(repr, asked[name]))
            continue
        assert [[str(each) for each in row[:3]] for row in found] == [
            [str(each) for each in row[:3]] if name == "total" else [row[0], row[1], f"{row[2]:.2f}"]
            for row in asked[name]
        ]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_reference_lists_every_command_with_options_that_exist(lang: Lang) -> None:
    listed = re.findall(r"^\| `([a-z]+)[ `](.*)$", topic("commands", lang), re.MULTILINE)
    assert sorted(name for name, _ in listed) == sorted(COMMANDS)
    for name, said in listed:
        assert set(re.findall(r"--[a-z-]+", said)) <= set(re.findall(r"--[a-z-]+", command_help(name, lang)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_topic_is_shown(lang: Lang, capsys: pytest.CaptureFixture[str]) -> None:
    for name in TOPICS:
        assert main(["help", name, "--lang", lang]) == 0
        out = capsys.readouterr().out
        assert out.startswith("#")
        assert "<!--" not in out
        assert "\\|" not in out
        assert out.count("\n## ") + out.startswith("## ") == 1 or name not in SECTIONS


def test_help_knows_commands_and_names_the_topics(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["help"]) == 0
    assert capsys.readouterr().out.startswith("用法")
    assert main(["help", "show"]) == 0
    by_help = capsys.readouterr().out
    assert main(["show", "--help"]) == 0
    assert capsys.readouterr().out == by_help
    assert main(["help", "nothing"]) == 2
    assert "tutorial" in capsys.readouterr().err


def test_the_changelog_knows_this_version() -> None:
    assert f"\n## {__version__}" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", LINKED)
def test_links_lead_somewhere(name: str) -> None:
    path = ROOT / name
    for link in re.findall(r"\]\(([^)#]+)\)", path.read_text(encoding="utf-8")):
        assert link.startswith("http") or (path.parent / link).exists(), link
