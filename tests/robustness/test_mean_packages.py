"""Packages that are well-formed and make no sense: every command answers or refuses in one line, and none crashes."""

from __future__ import annotations

import time
from pathlib import Path
from random import Random

import pytest

from hrss_tui.cli.registry import COMMANDS
from tests.cli.commands import Program
from tests.robustness.mutations import CHANGES, mutated
from tests.robustness.uses import USES, uses

SEEDS = 24
"""Packages tried here; `scripts/fuzz_pack.py` tries thousands."""


def test_every_command_is_tried() -> None:
    assert set(COMMANDS) - set(USES) == set()


@pytest.mark.parametrize("seed", range(SEEDS))
def test_no_command_crashes_on_a_mean_package(
    seed: int, hrss: Program, small: bytes, whole: Path, sources: Path, tmp_path: Path
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
