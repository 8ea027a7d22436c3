"""Old packages and newer ones: what was promised of a major version of the format holds in both directions."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgpack
import msgspec
import pytest

from hrss_tui.errors import PackError
from hrss_tui.export.registry import FORMATS
from hrss_tui.money import shown_yuan
from hrss_tui.pack.diff import diff
from hrss_tui.pack.read import Pack, decode_pack, open_pack
from hrss_tui.pack.write import head_digest
from hrss_tui.records import BY_NAME, columns
from tests.cli.commands import Program

FIXTURES = sorted((Path(__file__).parent.parent / "fixtures").glob("*.msgpack.gz"))
COMMANDS = (
    ["info"],
    ["tables"],
    ["verify"],
    ["budget", "208", "--format", "json"],
    ["compare", "喀什", "和田", "--format", "json"],
    ["indicators", "就业", "--format", "json"],
    ["show", "plan-2021:20"],
    ["checks", "--status", "exact", "--format", "json"],
    ["cite", "budget-2026", "plan-2021:20"],
    ["export", "budget_lines", "--format", "jsonl"],
)
Change = Callable[[dict[str, Any]], None]


@pytest.fixture(params=FIXTURES, ids=lambda path: path.name)
def release(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


def test_there_is_a_package_of_a_release() -> None:
    assert FIXTURES


def test_its_columns_are_still_there_in_order_with_type_and_unit(release: Path) -> None:
    for table, described in open_pack(release).schema.items():
        today = [(column.name, column.type, column.unit) for column in columns(BY_NAME[table])]
        then = [(column["name"], column["type"], column["unit"]) for column in described]
        assert [column for column in today if column in then] == then, table


def test_its_records_are_read_by_the_structs_of_today(release: Path) -> None:
    pack = open_pack(release)
    for table in pack.tables:
        assert len(pack.rows(BY_NAME[table])) == pack.count(table)


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: arguments[0])
def test_every_command_answers_from_it(release: Path, arguments: list[str], hrss: Program) -> None:
    found = hrss("--pack", release, *arguments)
    assert found.status == 0, found.err
    assert found.out or arguments == ["verify"]


def test_its_structs_read_what_is_written_today(release: Path, pack_data: bytes) -> None:
    """A program of that release decodes the columns that it knows, by the types it knows."""
    today = decode_pack(pack_data, "today")
    for table, described in open_pack(release).schema.items():
        assert today.count(table) >= 0
        for column in described:
            assert today.column(table, column["name"]) is not None


def test_it_can_be_compared_with_the_package_of_today(release: Path, pack: Pack) -> None:
    assert isinstance(diff(open_pack(release), pack), list)


def test_its_money_is_the_same_amount_though_it_is_held_in_another_unit(release: Path, pack: Pack) -> None:
    """Every figure of the seeds is the same in 元 as it was in the release, column by column."""
    then = msgpack.unpackb(gzip.decompress(release.read_bytes()))
    for table, described in then["schema"].items():
        for column in described:
            if column["unit"] == "元" and column["type"].startswith("integer"):
                name, key = column["name"], BY_NAME[table].KEY[0]
                before = dict(zip(then["tables"][table][key], then["tables"][table][name], strict=True))
                today = dict(zip(pack.column(table, key), pack.column(table, name), strict=True))
                shared = [one for one in before if one in today]
                assert len(shared) > len(before) * 0.9, table
                assert [before[one] for one in shared] == [shown_yuan(today[one]) for one in shared], name


def test_its_answers_on_money_are_those_of_today(release: Path, hrss: Program) -> None:
    for question in (
        ["budget", "--depth", "3"],
        ["budget", "--by", "unit,project"],
        ["budget", "--table", "10"],
    ):
        then, today = (
            json.loads(hrss(*pack, *question, "--format", "json").out) for pack in (["--pack", release], [])
        )
        assert [(row["name"], row["amount"], row["change"]) for row in then] == [
            (row["name"], row["amount"], row["change"]) for row in today
        ]
    assert hrss("--pack", release, "export", "projects", "--format", "csv").out.count("7500") > 0


def test_its_budgets_have_their_phase(release: Path) -> None:
    assert set(open_pack(release).column("budget_lines", "phase")) == {"budget"}


def changed(data: bytes, *changes: Change) -> bytes:
    """A package as a later program might write it: changed as plain MessagePack, with digests that fit."""
    plain = msgpack.unpackb(data)
    for change in changes:
        change(plain)
    plain["digests"] = {
        name: hashlib.sha256(msgspec.msgpack.encode(table)).hexdigest()
        for name, table in plain["tables"].items()
    }
    head = {key: value for key, value in plain.items() if key not in ("tables", "head_digest")}
    plain["head_digest"] = head_digest(head)
    tables = plain.pop("tables")
    return msgspec.msgpack.encode({**plain, "tables": tables})


def described(name: str, kind: str) -> dict[str, str]:
    return {"name": name, "type": kind, "unit": "", "description": "of a later release"}


def add_columns(plain: dict[str, Any]) -> None:
    for table in plain["tables"]:
        size = len(next(iter(plain["tables"][table].values())))
        plain["tables"][table] |= {"later": ["x"] * size, "strange": [{"a": [1]}] * size}
        plain["schema"][table] += [described("later", "string?"), described("strange", "map<list<integer>>")]


def add_a_table(plain: dict[str, Any]) -> None:
    plain["tables"]["later_table"] = {"key": ["a", "b"], "figure": [1, 2]}
    plain["schema"]["later_table"] = [described("key", "string"), described("figure", "integer")]


def add_keys(plain: dict[str, Any]) -> None:
    plain["later_key"] = {"anything": [1, None, {"x": b"bytes"}]}
    plain["package"]["later"] = ["anything"]


def raise_the_minor_version(plain: dict[str, Any]) -> None:
    plain["format_version"] = [plain["format_version"][0], plain["format_version"][1] + 7]


ALL: tuple[Change, ...] = (add_columns, add_a_table, add_keys, raise_the_minor_version)


@pytest.fixture
def later(pack_data: bytes, tmp_path: Path) -> Path:
    path = tmp_path / "later.msgpack"
    path.write_bytes(changed(pack_data, *ALL))
    return path


@pytest.mark.parametrize("change", ALL, ids=lambda change: change.__name__)
def test_what_a_later_release_adds_changes_nothing_that_is_known(
    change: Change, pack_data: bytes, pack: Pack
) -> None:
    newer = decode_pack(changed(pack_data, change), "newer")
    for table in pack.tables:
        assert newer.rows(BY_NAME[table]) == pack.rows(BY_NAME[table])
        assert {name: newer.column(table, name) for name in pack.columns(table)} == pack.columns(table)


@pytest.mark.parametrize("arguments", COMMANDS[3:9], ids=lambda arguments: arguments[0])
def test_every_command_answers_alike_from_a_later_package(
    arguments: list[str], later: Path, hrss: Program
) -> None:
    assert hrss("--pack", later, *arguments).out == hrss(*arguments).out


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_added_is_exported_too(name: str, later: Path, hrss: Program, tmp_path: Path) -> None:
    found = hrss(
        "--pack", later, "export", "later_table", "budget_lines", "--format", name, "-o", tmp_path / "out"
    )
    assert found.status == 0, found.err
    assert (tmp_path / "out").exists()


def test_a_column_of_unknown_type_is_exported_as_text(later: Path, hrss: Program) -> None:
    rows = hrss("--pack", later, "export", "prefectures", "--format", "jsonl").out.splitlines()
    assert {(row["later"], row["strange"]) for row in map(json.loads, rows)} == {("x", '{"a":[1]}')}


def test_a_next_major_version_is_refused(pack_data: bytes) -> None:
    def raise_the_major_version(plain: dict[str, Any]) -> None:
        plain["format_version"] = [3, 0]

    with pytest.raises(PackError, match="3"):
        decode_pack(changed(pack_data, raise_the_major_version), "next")
