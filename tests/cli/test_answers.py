"""What commands print with `--format json` is what its schema says, and nothing else."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from hrss_tui.cli.answers import ANSWERS, schema, schemas
from hrss_tui.cli.filings import OF
from hrss_tui.cli.registry import COMMANDS, command, formats
from hrss_tui.money import YUAN
from tests.cli.commands import Program
from tests.conftest import ROOT
from tests.documents.several import NAMES, several
from tests.robustness.uses import uses

RELEASE = ROOT / "tests" / "fixtures" / "hrss-xinjiang-1.0.0.msgpack.gz"
OF_SEVERAL = (
    ("--of", "departments", "三公"),
    ("--of", "years", NAMES[0][1]),
    ("--of", "execution", NAMES[0][1]),
    ("--of", "text", NAMES[0][1]),
)
OF_ONE = (("--of", "prefectures"), ("--of", "projects"))
"""What the shipped package answers."""


@pytest.fixture(scope="module")
def several_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    return several(tmp_path_factory.mktemp("several"))


def strict(name: str) -> Draft202012Validator:
    """The schema of a command without room for properties it does not name."""
    found = schema(name)
    for body in found["$defs"].values():
        body["additionalProperties"] = False
    return Draft202012Validator(found)


def faults(name: str, answer: Any) -> list[str]:
    return [f"{fault.json_path}: {fault.message[:200]}" for fault in strict(name).iter_errors(answer)]


def asked(name: str, pack: Path, folder: Path) -> Iterator[list[str]]:
    """The ways a command is used that end in JSON."""
    sources = folder / "sources"
    sources.mkdir()
    (sources / "甲.txt").write_text("青溪市水务局 2031 年工作报告\n\n全年办理 12 件。\n", encoding="utf-8")
    for words in uses(name, pack, RELEASE, folder, sources):
        if "json" in words and "--path" not in words:
            yield words
    if name == "build":
        for more in ([], ["--audit"]):
            yield [
                "build",
                str(sources),
                "-o",
                str(folder / f"b{len(more)}.msgpack"),
                *more,
                "--format",
                "json",
            ]


def test_every_command_that_prints_json_has_a_schema() -> None:
    assert {name for name in COMMANDS if "json" in formats(command(name))} == set(ANSWERS)
    assert set(ANSWERS) <= set(COMMANDS)


@pytest.mark.parametrize("name", ANSWERS)
def test_what_a_command_prints_is_what_its_schema_says(
    name: str, hrss: Program, shipped: Path, tmp_path: Path
) -> None:
    Draft202012Validator.check_schema(schema(name))
    rows = 0
    for words in asked(name, shipped, tmp_path):
        out = hrss(*words).out.strip()
        if out:
            answer = json.loads(out)
            assert faults(name, answer) == [], words
            rows += len(answer)
    assert rows or name == "verify"


@pytest.mark.parametrize("words", OF_SEVERAL, ids=lambda words: words[1])
def test_so_is_what_compares_several_budgets(
    hrss: Program, several_file: str, words: tuple[str, ...]
) -> None:
    found = hrss("compare", *words, "--pack", several_file, "--format", "json")
    assert found.status == 0, found.err
    assert found.json
    assert faults("compare", found.json) == []


@pytest.mark.parametrize("words", OF_ONE, ids=lambda words: words[1])
def test_so_is_what_compares_what_one_document_lists(
    hrss: Program, shipped: Path, words: tuple[str, ...]
) -> None:
    found = hrss("compare", *words, "--pack", shipped, "--format", "json")
    assert found.json
    assert faults("compare", found.json) == []


def test_nothing_is_compared_whose_answers_are_not_looked_at() -> None:
    assert {words[1] for words in (*OF_SEVERAL, *OF_ONE)} == set(OF)


def test_a_fault_has_the_form_of_its_schema(hrss: Program, shipped: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.msgpack"
    broken.write_bytes(shipped.read_bytes()[:-4] + b"\xc1\xc1\xc1\xc1")
    answer = json.loads(hrss("verify", broken, "--format", "json").out or "[]")
    assert faults("verify", answer) == []


def test_a_schema_refuses_another_type_a_lack_and_a_stranger(hrss: Program) -> None:
    answer = json.loads(hrss("budget", "--format", "json").out)
    assert faults("budget", answer) == []
    assert faults("budget", [{**answer[0], "amount": "12"}])
    assert faults("budget", [{**answer[0], "weather": 1}])
    assert faults("budget", [{key: value for key, value in answer[0].items() if key != "line_id"}])


def test_money_is_a_number_of_yuan_and_other_numbers_name_the_property_of_their_unit() -> None:
    row = schema("budget")["$defs"]["BudgetRow"]["properties"]
    assert (row["amount"]["type"], row["amount"]["unit"]) == ("number", YUAN)
    assert row["share"]["unit"] == "%"
    statement = schema("indicators")["$defs"]["Statement"]["properties"]
    assert (statement["value"]["unitIn"], statement["base_value"]["unitIn"]) == ("unit", "base_unit")
    assert "分" not in schema("budget")["$defs"]["BudgetRow"]["description"]


def test_all_schemas_are_one_file_whose_references_hold() -> None:
    whole = schemas()
    names = [struct.__name__ for answer in ANSWERS.values() for struct in (*answer.rows, *answer.one)]
    assert len(names) == len(set(names))
    assert not {*names} & {*ANSWERS}
    for name in ANSWERS:
        own = Draft202012Validator({"$ref": f"#/$defs/{name}", "$defs": whole["$defs"]})
        assert list(own.iter_errors("weather"))


@pytest.mark.parametrize("name", ["budget", "search", None])
def test_the_command_prints_them(hrss: Program, name: str | None) -> None:
    printed = json.loads(hrss("schema", *([name] if name else [])).out)
    assert printed == (schema(name) if name else schemas())


def test_a_command_without_json_is_refused_with_those_that_have_it(hrss: Program) -> None:
    done = hrss("schema", "export")
    assert (done.status, done.out) == (2, "")
    assert "budget" in done.err


EMPTY = {
    "checks": ["checks", "--status", "fails", "--doc", "plan-2021"],
    "search": ["search", "无此词语"],
    "verify": ["verify"],
    "diff": ["diff", "{shipped}", "{shipped}"],
}


@pytest.mark.parametrize("name", EMPTY)
def test_nothing_has_the_heads_of_something(name: str, hrss: Program, shipped: Path) -> None:
    """A program that reads a table of no rows finds its columns."""
    line = [word.format(shipped=shipped) for word in EMPTY[name]]
    heads = [struct.__struct_fields__ for struct in ANSWERS[name].rows]
    assert tuple(hrss(*line, "--format", "csv").out.splitlines()[0].split(",")) in heads
    assert hrss(*line, "--format", "json").json == []
    if name != "search":
        head, rule = hrss(*line, "--format", "md").out.splitlines()
        assert head.count("|") == rule.count("|") > 2


def test_no_count_has_the_heads_of_counts(hrss: Program) -> None:
    assert hrss("search", "--count", "无此词语", "--format", "csv").out == "doc_id,occurrences\n"
