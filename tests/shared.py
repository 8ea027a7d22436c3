"""Runs of the tests in several processes: what each would do alike is done once, and what nobody asks for is not sent."""

from __future__ import annotations

import compileall
from collections.abc import Callable
from pathlib import Path

import pytest
from _pytest.assertion import rewrite


def hands_out(config: pytest.Config) -> bool:
    """Whether this process hands out tests to others."""
    return not runs_for_another(config) and config.getoption("dist", "no") != "no"


def runs_for_another(config: pytest.Config) -> bool:
    """Whether this process runs tests that another hands out."""
    return hasattr(config, "workerinput")


def compile_once(config: pytest.Config, root: Path) -> None:
    """Compile the program and the tests before processes start that each would, of a whole run in a new checkout."""
    if config.args_source is not pytest.Config.ArgsSource.TESTPATHS:
        return
    compileall.compile_dir(root / "hrss_tui", quiet=2)
    state = config.stash[rewrite.assertstate_key]
    for path in sorted((root / "tests").rglob("test_*.py")):
        kept = rewrite.get_cache_dir(path) / f"{path.stem}{rewrite.PYC_TAIL}"
        if not kept.exists() and rewrite.try_makedirs(kept.parent):
            digest, code = rewrite._rewrite_test(path, config)
            rewrite._write_pyc(state, code, digest, kept)


def tell_less(config: pytest.Config) -> None:
    """Say of a test how it went, and not also that it was begun, made ready and cleaned up after, which takes longer than many.

    What goes wrong is told always, and all of it where it is asked for.
    """
    option = config.option
    asked = option.verbose >= 0 or option.durations is not None or option.xmlpath
    if asked or set(option.reportchars) & set("aApP"):
        return
    for hook, less in (
        (config.hook.pytest_runtest_logreport, _of_tests),
        (config.hook.pytest_runtest_logstart, _nothing),
    ):
        for implementation in hook.get_hookimpls():
            if type(implementation.plugin).__name__ == "WorkerInteractor":
                implementation.function = less(implementation.function)


def _of_tests(tell: Callable[[pytest.TestReport], None]) -> Callable[[pytest.TestReport], None]:
    """The same of what went wrong or is a test itself."""
    return lambda report: tell(report) if report.when == "call" or not report.passed else None


def _nothing(_: object) -> Callable[[str, object], None]:
    """Nothing of what is begun."""
    return lambda nodeid, location: None
