"""What processes of one run do once, and what of a test is told to the one that hands them out."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from _pytest.assertion import rewrite

from tests.shared import compile_once, tell_less

QUIET = {"verbose": -1, "durations": None, "xmlpath": None, "reportchars": "fE"}
BEGUN = ("begun", "tests/test_a.py::test_a")


class WorkerInteractor:
    """What tells the process that hands out tests."""


def told(**options: Any) -> list[tuple[str, str]]:
    """What is told of a test that passes, of one that fails, and of one that cannot be made ready, with such options."""
    said: list[tuple[str, str]] = []

    def hook(tell: Any, plugin: object) -> Any:
        implementation = SimpleNamespace(plugin=plugin, function=tell)
        return SimpleNamespace(get_hookimpls=lambda: [implementation])

    report = hook(lambda report: said.append((report.when, report.outcome)), WorkerInteractor())
    start = hook(lambda nodeid, location: said.append(("begun", nodeid)), WorkerInteractor())
    hooks = SimpleNamespace(pytest_runtest_logreport=report, pytest_runtest_logstart=start)
    config: Any = SimpleNamespace(option=SimpleNamespace(**{**QUIET, **options}), hook=hooks)
    tell_less(config)
    (begin,), (tell,) = (each.get_hookimpls() for each in (start, report))
    for outcomes in (("passed", "passed", "passed"), ("passed", "failed", "passed"), ("failed", "passed")):
        begin.function("tests/test_a.py::test_a", ("tests/test_a.py", 1, "test_a"))
        for when, outcome in zip(
            ("setup", "call", "teardown") if len(outcomes) > 2 else ("setup", "teardown"),
            outcomes,
            strict=True,
        ):
            tell.function(SimpleNamespace(when=when, outcome=outcome, passed=outcome == "passed"))
    return said


def test_how_each_test_went_is_told_and_all_that_went_wrong() -> None:
    assert told() == [("call", "passed"), ("call", "failed"), ("setup", "failed")]


@pytest.mark.parametrize(
    "asked", [{"verbose": 0}, {"durations": 0}, {"xmlpath": "run.xml"}, {"reportchars": "P"}], ids=str
)
def test_everything_is_told_where_it_is_asked_for(asked: dict[str, Any]) -> None:
    assert [each for each in told(**asked) if each != BEGUN] == [
        ("setup", "passed"), ("call", "passed"), ("teardown", "passed"),
        ("setup", "passed"), ("call", "failed"), ("teardown", "passed"),
        ("setup", "failed"), ("teardown", "passed"),
    ]  # fmt: skip
    assert told(**asked).count(BEGUN) == 3


def test_the_tests_of_a_new_checkout_are_compiled_as_each_process_would(
    request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    program, test = tmp_path / "hrss_tui" / "a.py", tmp_path / "tests" / "room" / "test_a.py"
    for path, text in ((program, "A = 1\n"), (test, "def test_a():\n    assert 1 == 2\n")):
        path.parent.mkdir(parents=True)
        path.write_text(text)
    some = pytest.Config.ArgsSource.ARGS
    config: Any = SimpleNamespace(args_source=some, stash=request.config.stash, getini=request.config.getini)
    compile_once(config, tmp_path)
    assert list(tmp_path.rglob("*.pyc")) == []  # a run of some tests compiles what they need
    config.args_source = pytest.Config.ArgsSource.TESTPATHS
    compile_once(config, tmp_path)
    (kept,) = test.parent.glob("__pycache__/*")
    found = rewrite._read_pyc(test, kept)
    assert found is not None
    assert "@pytest_ar" in found.co_names
    assert [path.name.split(".")[0] for path in program.parent.glob("__pycache__/*")] == ["a"]
