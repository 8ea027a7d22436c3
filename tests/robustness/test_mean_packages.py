"""Packages that are well-formed and make no sense: every command answers or refuses in one line, and none crashes."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from itertools import cycle
from pathlib import Path
from random import Random

import msgpack
import pytest

from hrss_tui.cli.registry import COMMANDS
from tests.cli.commands import Program
from tests.robustness.mutations import CHANGES, Plain, encoded, mutated
from tests.robustness.uses import USES, uses

SEEDS = 24
"""Packages tried here; `scripts/fuzz_pack.py` tries thousands."""


def test_every_command_is_tried() -> None:
    assert set(COMMANDS) - set(USES) == set()


@pytest.mark.parametrize("seed", range(SEEDS))
def test_no_command_crashes_on_a_mean_package(
    read_once: None, seed: int, hrss: Program, small: bytes, whole: Path, sources: Path, tmp_path: Path
) -> None:
    pack = tmp_path / "mean.msgpack"
    pack.write_bytes(mutated(small, seed))
    chance = Random(seed)
    for name in COMMANDS:
        arguments = chance.choice(list(uses(name, pack, whole, tmp_path / "out", sources)))
        begun = time.process_time()
        done = hrss(*arguments)
        assert done.status in (0, 1, 2, 3), (arguments, done.err)
        assert "\x1b" not in done.out + done.err
        assert time.process_time() - begun < 5, arguments


def test_the_same_seed_is_the_same_package(small: bytes) -> None:
    assert mutated(small, 7) == mutated(small, 7) != mutated(small, 8)


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_a_change_changes_something(change: object, small: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tests.robustness.mutations.CHANGES", (change,))
    assert any(mutated(small, seed) != small for seed in range(5))


def _no_figures(plain: Plain) -> None:
    odd = cycle(
        ("1,2,3.4.5", "1e999", "-0.00", "9" * 4000, "约47", "NaN", "inf", "0." + "0" * 3000 + "1", "１２万")
    )
    for table in plain["tables"].values():
        for name in table.keys() & {"printed", "change_printed", "percent_printed", "previous"}:
            table[name] = [next(odd) if isinstance(value, str) else value for value in table[name]]


def _all_below_nothing(plain: Plain) -> None:
    table = plain["tables"]["budget_changes"]
    for name in ("amount", "change", "previous_amount"):
        table[name] = [None if value is None else -(2**63) for value in table[name]]


def _printed_as_nothing(plain: Plain) -> None:
    table = plain["tables"]["budget_changes"]
    table["printed"] = ["0.00"] * len(table["printed"])


def _levels_of_no_list(plain: Plain) -> None:
    table = plain["tables"]["budget_lines"]
    table["level"] = [2**63 - 1] * len(table["level"])


@pytest.mark.parametrize(
    "change",
    [_no_figures, _all_below_nothing, _printed_as_nothing, _levels_of_no_list],
    ids=lambda one: one.__name__,
)
def test_figures_that_no_document_prints(
    change: Callable[[Plain], None], hrss: Program, pack_data: bytes, tmp_path: Path
) -> None:
    plain = msgpack.unpackb(pack_data)
    plain.pop("stretches", None)
    change(plain)
    pack = tmp_path / "mean.msgpack"
    pack.write_bytes(encoded(plain))
    for line in (
        "compare", "compare --metric all --as rank", "compare --of years 人力 --format md", "prefecture 喀什", "changes",
        "changes --format html", "indicators", "targets", "evidence bulletin-2021:17.17 --format html",
    ):  # fmt: skip
        done = hrss(*line.split(), "--pack", str(pack))
        assert done.status in (0, 1), (line, done.err)


def test_what_no_other_tool_could_take_by_its_name_is_told(
    hrss: Program, small: bytes, tmp_path: Path
) -> None:
    plain = msgpack.unpackb(small)
    plain.pop("stretches", None)
    for table, columns in (("a/b", ["k"]), ("odd", ["k", "列 甲"])):
        plain["schema"][table] = [
            {"name": name, "type": "string", "unit": "", "description": ""} for name in columns
        ]
        plain["tables"][table] = {name: ["甲"] for name in columns}
    pack = tmp_path / "mean.msgpack"
    pack.write_bytes(encoded(plain))
    for form in ("csv", "html", "xlsx"):
        done = hrss("export", "a/b", "--pack", pack, "--format", form, "-o", tmp_path / f"x.{form}")
        assert (done.status, done.err.count("\n"), "a/b" in done.err) == (2, 1, True), done.err
        assert not (tmp_path / f"x.{form}").exists()
    done = hrss("export", "--pack", pack, "--format", "jsonl", "-o", tmp_path / "all")
    assert (done.status, "a/b、odd.列 甲" in done.err) == (0, True), done.err
    done = hrss("export", "odd", "--pack", pack, "--format", "csv")
    assert (done.status, done.out, "odd.列 甲" in done.err) == (0, "k\n甲\n", True), done.err
    done = hrss("build", pack, "-o", tmp_path / "again.msgpack")
    assert (done.status, "a/b、odd" in done.err) == (0, True), done.err


def test_a_database_has_room_for_tables_called_like_its_own(
    hrss: Program, small: bytes, tmp_path: Path
) -> None:
    plain = msgpack.unpackb(small)
    plain.pop("stretches", None)
    tables = (
        "Columns",
        "search",
        "blocks_text_idx",
        "sqlite_notes",
        "Blocks",
        "checks_status",
        "budget_fiscal",
        "budget_fiscal_2",
    )
    for table in tables:
        plain["schema"][table] = [
            {"name": name, "type": "string", "unit": "", "description": ""} for name in ("k", "K")
        ]
        plain["tables"][table] = {"k": [f"{table} 甲"], "K": ["乙"]}
    count = len(plain["tables"]["blocks"]["text"])
    pack = tmp_path / "mean.msgpack"
    pack.write_bytes(encoded(plain))
    done = hrss("export", "--pack", pack, "--format", "sqlite", "-o", tmp_path / "all.sqlite")
    assert done.status == 0, done.err
    assert "Columns → Columns_2、Columns.K → Columns_2.K_2、search → search_2" in done.err
    called = {
        "Columns": "Columns_2", "search": "search_2", "blocks_text_idx": "blocks_text_idx_2", "sqlite_notes": "table_sqlite_notes",
        "Blocks": "Blocks_2", "checks_status": "checks_status", "budget_fiscal": "budget_fiscal",
    }  # fmt: skip
    with closing(sqlite3.connect(tmp_path / "all.sqlite")) as database:
        for table, name in called.items():
            assert database.execute(f'SELECT k, K_2 FROM "{name}"').fetchall() == [(f"{table} 甲", "乙")]
        assert database.execute("SELECT count(*) FROM blocks").fetchone() == (count,)
    described = json.loads((tmp_path / "all.metadata.json").read_text("utf-8"))["databases"]["all"]["tables"]
    assert described.keys() >= set(called.values())
    done = hrss("export", "--pack", pack, "--format", "datapackage", "-o", tmp_path / "folder")
    assert (done.status, "Blocks → Blocks_2、budget_fiscal → budget_fiscal_2、" in done.err) == (0, True), (
        done.err
    )
    resources = json.loads((tmp_path / "folder" / "datapackage.json").read_text("utf-8"))["resources"]
    names = [resource["name"].lower() for resource in resources]
    assert len(set(names)) == len(names)
    texts = [path.read_text("utf-8") for path in (tmp_path / "folder").glob("*.csv")]
    assert [sum(f"{table} 甲,乙" in text for text in texts) for table in tables] == [1] * len(tables)
