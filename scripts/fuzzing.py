"""What scripts/fuzz_pack.py and scripts/fuzz_sources.py share: the loop, the judge of an input, what is kept of it.

A target is a module with `one(data)`, which uses an input and raises where something is wrong, `seeds()`, from which
mutation starts, and `changed(data, chance)`, a change that keeps the input's shape. atheris guides the search by the
branches of hrss_tui that an input reaches. Wrong is: any exception, more than a second of processor time, or memory
growing by 300 MB. Each kind of finding (what happened, and where) is kept once, by its smallest input.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import importlib.util
import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from random import Random
from typing import NamedTuple, Protocol, cast

ROOT = Path(__file__).resolve().parent.parent
SECONDS, MEGABYTES = 1.0, 300
HANG = 120
"""Seconds after which an input that does not end is kept and given up."""
_LONGEST = 65_536
_MISSING = "this needs atheris: pip install atheris"


class Target(Protocol):
    """A module to be fuzzed."""

    def one(self, data: bytes) -> None:
        """Use an input; raises where something is wrong."""

    def seeds(self) -> Iterable[bytes]:
        """Inputs to start from."""

    def changed(self, data: bytes, chance: Random) -> bytes:
        """An input with a change that keeps its shape; raises where it has none."""


class Finding(NamedTuple):
    """What is wrong with how an input was taken: what happened, and where."""

    kind: str
    place: str

    @property
    def name(self) -> str:
        """As part of a file name."""
        return re.sub(r"[^A-Za-z0-9_.]+", "-", f"{self.kind}-{self.place}")


def judged(one: Callable[[bytes], None], data: bytes, patience: float = SECONDS) -> Finding | None:
    """Use an input and say what is wrong with how that went, if anything."""
    megabytes, seconds = _megabytes(), time.process_time()
    try:
        one(data)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is the finding
        said = f"-{error}" if isinstance(error, AssertionError) else ""
        return Finding(type(error).__name__ + said, _place(error))
    if time.process_time() - seconds > patience:
        return Finding("slow", f"{_size(data)}")
    if _megabytes() - megabytes > MEGABYTES:
        return Finding("memory", f"{_size(data)}")
    return None


def _megabytes() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _size(data: bytes) -> str:
    """The order of an input's size: slow inputs of like size count as one finding."""
    return f"2^{len(data).bit_length()}"


def _place(error: Exception) -> str:
    """The innermost line of the program that an error passed through."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "hrss_tui" in Path(frame.filename).parts] or frames
    return f"{Path(own[-1].filename).stem}.{own[-1].name}"


def smallest(one: Callable[[bytes], None], data: bytes, rounds: int = 400) -> bytes:
    """The input without what its finding does not need: ever smaller parts of it are left out."""
    wanted, part = judged(one, data), max(len(data) // 2, 1)
    while part and rounds > 0:
        for start in range(0, len(data), part):
            less = data[:start] + data[start + part :]
            rounds -= 1
            if rounds > 0 and judged(one, less) == wanted:
                data = less
                break
        else:
            part //= 2
    return data


def main(name: str, arguments: Sequence[str] | None = None) -> int:
    """The command of a script whose target is the module scripts.NAME."""
    parser = argparse.ArgumentParser(
        description=f"Fuzz for a bounded time ({name}), or judge given inputs again."
    )
    parser.add_argument("--seconds", type=int, default=600, metavar="N", help="how long (600)")
    parser.add_argument("--findings", type=Path, default=None, metavar="DIR", help="where findings are kept")
    parser.add_argument(
        "--replay", type=Path, nargs="+", metavar="FILE", help="judge these inputs; no atheris needed"
    )
    parser.add_argument(
        "--smallest", action="store_true", help="with --replay: rewrite each without needless parts"
    )
    asked = parser.parse_args(arguments)
    if asked.replay:
        return _replay(_target(name), asked.replay, asked.smallest)
    if importlib.util.find_spec("atheris") is None:
        print(_MISSING, file=sys.stderr)
        return 2
    folder = asked.findings or Path(tempfile.mkdtemp(prefix=f"{name}-"))
    return _fuzz(name, asked.seconds, folder.resolve())


def _target(name: str) -> Target:
    return cast(Target, importlib.import_module(f"scripts.{name}"))


def _replay(target: Target, paths: Sequence[Path], shrink: bool) -> int:
    found = 0
    for path in paths:
        data = path.read_bytes()
        finding = judged(target.one, data)
        if finding and shrink:
            path.write_bytes(smallest(target.one, data))
        print(f"{path}: {finding.name if finding else 'fine'}")
        found += finding is not None
    return min(found, 1)


def _fuzz(name: str, seconds: int, folder: Path) -> int:
    """Fuzz in processes of their own, one after the other should one die, until the time is over."""
    folder.mkdir(parents=True, exist_ok=True)
    corpus = folder / "corpus"
    corpus.mkdir(exist_ok=True)
    end = time.monotonic() + seconds
    runs, reached = 0, 0
    while (left := int(end - time.monotonic())) > 0:
        command = [sys.executable, "-m", "scripts.fuzzing", name, str(folder), str(left)]
        done = subprocess.run(
            command, cwd=ROOT, stderr=subprocess.PIPE, text=True, errors="replace", check=False
        )
        (folder / "last.log").write_text(done.stderr, "utf-8")
        runs += _last(r"(?m)^(?:#|stat::number_of_executed_units:\s+)(\d+)", done.stderr)
        reached = _last(r"cov: (\d+)", done.stderr) or reached
        if done.returncode and left > int(end - time.monotonic()) + 5:
            print(f"a process ended with {done.returncode}, see {folder}/last.log", file=sys.stderr)
        elif done.returncode:
            break
    kept = sorted(path.name for path in folder.iterdir() if path.is_file() and path.name != "last.log")
    print(f"{name}: {runs} executions, {reached} branches reached, {len(kept)} findings in {folder}")
    print("".join(f"  {path}\n" for path in kept), end="")
    return min(len(kept), 1)


def _last(pattern: str, text: str) -> int:
    return int(([*re.findall(pattern, text)] or [0])[-1])


def _child(name: str, folder: Path, seconds: str) -> None:
    """One process of the search: findings are written to the folder, figures go to stderr."""
    import atheris

    with atheris.instrument_imports(include=["hrss_tui"]):
        target = _target(name)
    corpus = folder / "corpus"
    for seed in target.seeds():
        (corpus / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    resource.setrlimit(resource.RLIMIT_AS, (2**33, 2**33))

    def keep(data: bytes) -> None:
        finding = judged(target.one, data)
        path = folder / finding.name if finding else None
        if path and (not path.exists() or path.stat().st_size > len(data)):
            path.write_bytes(data)

    def mutate(data: bytes, most: int, seed: int) -> bytes:
        chance = Random(seed)
        if chance.random() < 0.5:
            try:
                return target.changed(data, chance)[:most]
            except Exception:  # noqa: BLE001 - it has no shape that could be kept: any change will do
                return bytes(atheris.Mutate(data, most))
        return bytes(atheris.Mutate(data, most))

    options = [f"-max_total_time={seconds}", f"-max_len={_LONGEST}", f"-timeout={HANG}", "-rss_limit_mb=6144"]
    options += ["-print_final_stats=1", f"-artifact_prefix={folder}/died-", str(corpus)]
    atheris.Setup([name, *options], keep, custom_mutator=mutate)
    atheris.Fuzz()


if __name__ == "__main__":
    os.environ["PYTHONHASHSEED"] = "0"
    _child(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
