"""The package compiled from the seeds, once per run."""

from __future__ import annotations

import gc
import gettext
import os
import signal
import sys
from collections.abc import Callable, Iterator
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import hypothesis
import msgspec
import pytest
from hypothesis.strategies import booleans

from hrss_tui.compile import pipeline
from hrss_tui.compile.build import package_bytes
from hrss_tui.compile.one_file import CompiledFile, Job, Progress, compile_file
from hrss_tui.compile.pipeline import Compiled, compile_folder
from hrss_tui.pack.read import Pack, decode_pack
from hrss_tui.sources.manifest.said import DocumentInfo
from tests import shared
from tests.once import once_a_run
from tests.robustness import steps
from tests.robustness.mutations import shortened

ROOT = Path(__file__).resolve().parent.parent
SEEDS = ROOT / "seeds"


def pytest_configure(config: pytest.Config) -> None:
    """Under nohup or behind a script's & the programs that tests start would ignore such signals too, and be waited for in vain.

    A handler, unlike what is ignored, is not passed on to a program. The program speaks the language of nobody's locale.
    What has been compiled is kept for all of them and for the next run, also where Python is told not to by default.
    """
    gc.set_threshold(200_000, 50, 1000)  # while they are collected next to nothing is given up
    sys.dont_write_bytecode = False
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    for name in ("HRSS_TUI_LANG", "LC_ALL", "LC_MESSAGES"):
        os.environ.pop(name, None)
    os.environ["LANG"] = "C.UTF-8"
    hypothesis.settings.register_profile("counted", deadline=None)  # no test is timed: machines are busy
    hypothesis.settings.load_profile("counted")
    for name in ("SIGHUP", "SIGINT", "SIGQUIT"):
        if hasattr(signal, name) and signal.getsignal(getattr(signal, name)) is signal.SIG_IGN:
            signal.signal(getattr(signal, name), lambda number, frame: None)
    if shared.hands_out(config):
        shared.compile_once(config, ROOT)
    elif shared.runs_for_another(config):
        shared.tell_less(config)


@pytest.hookimpl(trylast=True)
def pytest_sessionstart() -> None:
    """Hypothesis asks the collector once who refers to its random numbers: while there is little to look through."""
    hypothesis.find(booleans(), bool, settings=hypothesis.settings(database=None))


def pytest_collection_finish() -> None:
    """Thousands of tests and all modules stay: they are not looked through for garbage, as in the explorer."""
    gc.freeze()
    gc.set_threshold(10_000, 20, 100)


def pytest_sessionfinish() -> None:
    """What tests have left is looked through twice, as often as what one finalizer leaves to another takes.

    pytest would do so five times with all there is, and Python again when it ends: that is set aside.
    """
    for _ in range(2):
        gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True, scope="session")
def catalogues_found_once() -> Iterator[None]:
    """Catalogues of other languages, which argparse looks for on the disk at each of its words, are looked for once a locale."""
    find = gettext.find

    @cache
    def found(_locale: tuple[str | None, ...], *asked: Any) -> Any:
        return find(*asked)

    def find_once(domain: str, localedir: Any = None, languages: Any = None, all: bool = False) -> Any:
        locale = tuple(os.environ.get(name) for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"))
        return found(locale, domain, localedir, languages and tuple(languages), all)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(gettext, "find", find_once)
        yield


@pytest.fixture(autouse=True, scope="session")
def characters_looked_up_once() -> Iterator[None]:
    """How a phrase is cut and read, and what traditional characters become, depends on nothing else: libraries say it once.

    Every package that tests write asks for it, and of most that is half the work.
    """
    import opencc  # not for the process that only hands out tests
    import pypinyin
    from pypinyin.seg import simpleseg

    made = opencc.OpenCC

    def converting_once(system: str) -> Any:
        return SimpleNamespace(convert=cache(made(system).convert))

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opencc, "OpenCC", cache(converting_once))
        for owner, name in ((simpleseg, "seg"), (pypinyin, "lazy_pinyin")):
            patch.setattr(owner, name, cache(getattr(owner, name)))
        yield


@pytest.fixture(autouse=True, scope="session")
def counting_functions_compiled_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The program is compiled with what counts its steps by the first process of a run that asks for them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(steps, "shared", lambda make: once_a_run(tmp_path_factory, "counting", make))
        yield


@cache
def _kept(name: str, infos: tuple[DocumentInfo, ...], *texts: bytes) -> list[CompiledFile]:
    """Where a file and its parts, as they are, are kept when they are compiled."""
    return []


@pytest.fixture(scope="session")
def compile_once(tmp_path_factory: pytest.TempPathFactory) -> Callable[..., CompiledFile]:
    """What compiling a file gives: it is compiled the first time, in one of the processes that share a run."""

    def compile_once(job: Job, told: Progress | None = None) -> CompiledFile:
        texts = [path.read_bytes() for path in (job.path, *job.parts)]
        kept = _kept(job.path.name, job.infos, *texts)
        if not kept:
            made_of = [repr((job.path.name, job.infos)).encode(), *texts]
            name = sha256(b"".join(sha256(each).digest() for each in made_of)).hexdigest()
            kept.append(once_a_run(tmp_path_factory, name, lambda: compile_file(job, told)))
        return kept[0]

    return compile_once


@pytest.fixture(scope="session")
def compiled(compile_once: Callable[..., CompiledFile]) -> Compiled:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pipeline, "compile_file", compile_once)
        made = compile_folder(SEEDS)
    gc.freeze()  # it stays
    return made


@pytest.fixture(scope="session")
def tables(compiled: Compiled) -> dict[str, list[dict[str, Any]]]:
    return {name: [msgspec.to_builtins(row) for row in rows] for name, rows in compiled.tables.items()}


@pytest.fixture(scope="session")
def pack_data(compiled: Compiled, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    return once_a_run(tmp_path_factory, "pack", lambda: package_bytes(compiled))


@pytest.fixture(scope="session")
def small(pack_data: bytes) -> bytes:
    """The package of the seeds with the first rows of each table."""
    return shortened(pack_data)


@pytest.fixture(scope="session")
def whole(small: bytes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """That package as a file."""
    path = tmp_path_factory.mktemp("whole") / "whole.msgpack"
    path.write_bytes(small)
    return path


@pytest.fixture
def pack(pack_data: bytes) -> Pack:
    return decode_pack(pack_data, "seeds")
