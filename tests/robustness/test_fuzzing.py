"""What fuzzing found stays found, and the fuzzers themselves see what is wrong.

The search is `scripts/fuzz_pack.py` and `scripts/fuzz_sources.py`; here its inputs from before, and a few dozen new ones.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from random import Random
from types import ModuleType

import pytest

from hrss_tui.compile import distinct
from hrss_tui.pack import open, read
from scripts import fuzz_pack, fuzz_sources, fuzzing
from tests.conftest import ROOT

FOUND = ROOT / "tests" / "fixtures" / "fuzz"
PATIENCE = 60.0
"""Seconds an input may take here: other work on the machine must not make one slow."""
TARGETS = (fuzz_pack, fuzz_sources)


def found(folder: str) -> list[Path]:
    return sorted((FOUND / folder).iterdir())


@pytest.mark.parametrize("path", found("sources"), ids=lambda path: path.name)
def test_sources_that_fuzzing_found(path: Path) -> None:
    assert fuzzing.judged(fuzz_sources.one, path.read_bytes(), PATIENCE) is None


@pytest.mark.parametrize("path", found("packages"), ids=lambda path: path.name)
def test_packages_that_fuzzing_found(path: Path) -> None:
    assert fuzzing.judged(fuzz_pack.one, path.read_bytes(), PATIENCE) is None


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("seed", range(25))
def test_changed_inputs_are_read_or_refused(target: ModuleType, seed: int) -> None:
    chance = Random(seed)
    seeds: Sequence[bytes] = [data for data in target.seeds() if _has_shape(target, data)]
    data = chance.choice(seeds)
    for _ in range(4):
        with suppress(ValueError):  # a change may leave nothing that has the shape
            data = target.changed(data, chance)
    assert fuzzing.judged(target.one, data, PATIENCE) is None


def _has_shape(target: ModuleType, data: bytes) -> bool:
    try:
        target.changed(data, Random(0))
    except ValueError:
        return False
    return True


def test_seeds_are_read_by_both_readers_and_compile() -> None:
    first, *_, compressed, more = fuzz_pack.seeds()
    with fuzz_pack.fitting_digests():
        assert open.light(first, "x").schema == read.decode_pack(first, "x").schema
        assert read.decode_pack(compressed, "x").count("budget_lines") == 1
        assert read.decode_pack(more, "x").column("later", "y") == [True, False]
    assert all(
        fuzzing.judged(fuzz_sources.one, data, PATIENCE) is None for data in list(fuzz_sources.seeds())[:3]
    )


def test_a_reader_that_disagrees_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    data = list(fuzz_pack.seeds())[1]
    monkeypatch.setattr(open.LightPack, "column", lambda *_: ["x"])
    finding = fuzzing.judged(fuzz_pack.one, data, PATIENCE)
    assert finding is not None
    assert finding.kind.startswith("DisagreeError")


def test_a_row_told_twice_would_be_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(distinct, "_again", lambda *_: ())
    finding = fuzzing.judged(
        fuzz_sources.one, (FOUND / "sources" / "repeated-table-of-places.txt").read_bytes(), PATIENCE
    )
    assert finding is not None
    assert finding.name == "NotWholeError-prefecture_values-fuzz_sources.one"


def test_slow_inputs_and_errors_are_findings() -> None:
    assert fuzzing.judged(lambda data: None, b"", patience=-1) == ("slow", "2^0")
    assert fuzzing.judged(lambda data: {}[data], b"x", PATIENCE) == ("KeyError", "test_fuzzing.<lambda>")


def test_a_finding_is_reduced_to_what_it_needs() -> None:
    def one(data: bytes) -> None:
        if b"bad" in data:
            raise KeyError(data)

    assert fuzzing.smallest(one, b"all is well, " * 9 + b"bad" + b" and the end") == b"bad"


def test_inputs_are_judged_again_without_the_fuzzer(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("2030年\n".encode())
    assert fuzzing.main("fuzz_sources", ["--replay", str(path)]) == 0
    assert capsys.readouterr().out == f"{path}: fine\n"
