"""A short run of the monkey on packages of each kind; `scripts/monkey.py` is the long one."""

from __future__ import annotations

import signal
import subprocess
import sys
from functools import _lru_cache_wrapper, cache, lru_cache
from itertools import islice
from pathlib import Path
from random import Random

import pytest
from textual.pilot import Pilot, WaitForScreenTimeout

from hrss_tui.query.views import PAGES, View
from hrss_tui.tui.frame.app import Explorer
from scripts.monkey import ROOT, Run, WrittenError, caches, caged, monkey, remembered
from scripts.monkey_acts import acts
from scripts.monkey_watch import WAITS, patient
from tests.robustness.hostile import hostile, keys_of
from tests.robustness.mutations import encoded, mutated
from tests.tui.driving import desk_of

ACTS = 110
SEED = 3
"""Of a monkey that soon comes to every page."""
TO_UNIT, TO_COPY = 1282, 4853
"""Of monkeys that soon change the unit of a page, and soon copy something."""
PACKAGES = {
    "shipped": lambda small: small,
    "texts": lambda small: encoded(hostile(small, keys_of(small))),
    "everything": lambda small: encoded(hostile(small)),
    "mean": lambda small: mutated(small, 1),
}


@pytest.mark.parametrize("kind", PACKAGES)
async def test_a_monkey_finds_no_way_to_break_it(kind: str, small: bytes, tmp_path: Path) -> None:
    pack = tmp_path / "pack.msgpack"
    pack.write_bytes(PACKAGES[kind](small))
    run = Run(seed=SEED, wanted=ACTS)
    with caged():
        await monkey(run, str(pack))
    assert run.done == ACTS
    assert {where.split()[0] for where in run.seen} >= {*PAGES} - {"checks", "compare"}, run.seen


def test_the_same_seed_does_the_same_and_every_kind_of_thing() -> None:
    once, again = (list(islice(acts(Random(3)), 2000)) for _ in range(2))
    assert once == again != list(islice(acts(Random(4)), 2000))
    kinds = {act.kind for act in once}
    assert kinds == {"key", "any key", "text", "paste", "click", "wheel", "drag", "noise", "size", "end"}


async def test_an_error_is_found(small: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Explorer) -> None:
        raise LookupError("u")

    pack = tmp_path / "pack.msgpack"
    pack.write_bytes(small)
    monkeypatch.setattr(Explorer, "do_unit", fail)
    with caged(), pytest.raises(LookupError):
        await monkey(Run(seed=TO_UNIT, wanted=500), str(pack))


async def test_what_reaches_the_terminal_is_looked_at(
    small: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack = tmp_path / "pack.msgpack"
    pack.write_bytes(small)
    monkeypatch.setattr("hrss_tui.tui.taking.clipboard.sequence", lambda text, environ: "\x1b]0;title\x07")
    with caged(), pytest.raises(WrittenError):
        await monkey(Run(seed=TO_COPY, wanted=500), str(pack))


async def test_a_machine_without_time_is_waited_for_and_a_screen_that_never_answers_is_found(
    small: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pack, once = tmp_path / "pack.msgpack", Pilot._wait_for_screen
    pack.write_bytes(small)
    late = iter([True] * (WAITS - 1))

    async def answer(pilot: Pilot[int], timeout: float) -> bool:
        if next(late, False):
            raise WaitForScreenTimeout
        return await once(pilot, timeout)

    monkeypatch.setattr("scripts.monkey_watch._once", answer)
    run = Run(seed=7, wanted=3)
    with caged():
        await monkey(run, str(pack))
    assert run.done == run.wanted
    late = iter([True] * WAITS)
    with pytest.raises(WaitForScreenTimeout):
        await patient(Pilot(Explorer(desk_of(str(pack)), View("overview"))))


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="the processor's time is watched on Unix")
def test_what_keeps_the_processor_busy_for_ever_is_ended_with_its_stack() -> None:
    busy = "from scripts.monkey_watch import watched\ndef spin():\n    while True: pass\nwith watched(busy=0.05): spin()"
    quick = "from time import process_time\nfrom scripts.monkey_watch import watched\nwith watched(busy=0.05): pass\nwhile process_time() < 0.6: pass"
    ended, over = (
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
        for code in (busy, quick)
    )
    assert ended.returncode == -signal.SIGPROF
    assert "in spin" in ended.stderr
    assert (over.returncode, over.stderr) == (0, "")


def test_answers_in_caches_with_a_bound_are_counted_apart() -> None:
    bounded, endless = lru_cache(4)(abs), cache(abs)
    for number in range(9):
        bounded(number), endless(number)
    assert remembered([bounded, endless, abs]) == 4


def test_caches_of_functions_methods_and_properties_are_found_without_looking_through_what_there_is() -> None:
    found = {getattr(one, "__qualname__", "") for one in caches() if isinstance(one, _lru_cache_wrapper)}
    assert found >= {"Region.intersection", "Style.parse", "_legible", "Color.rich_color"}
