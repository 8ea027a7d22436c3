"""What tests/PROMISES.md promises has tests that exist, the same in both languages.

To add a promise, or a test to one, add it to both tables (`<!-- promises zh -->`, `<!-- promises en -->`) as
`tests/…py::test_…`; this file needs no change.
"""

from __future__ import annotations

import re
import subprocess
import sys
from typing import NamedTuple

import pytest

from tests.conftest import ROOT

PAGE = (ROOT / "tests" / "PROMISES.md").read_text("utf-8")
_TEST = re.compile(r"`(tests/[^`]+)`")


class Promise(NamedTuple):
    """A row of a table."""

    words: str
    tests: tuple[str, ...]


def promises(page: str, lang: str) -> list[Promise]:
    """The rows of the table of a language. Raises ValueError where there is none, or a row names no test."""
    found = re.search(rf"<!-- promises {lang} -->\n(.*?)<!-- end of promises {lang} -->", page, re.DOTALL)
    if found is None:
        raise ValueError(f"no promises in {lang}")
    rows = [line.strip("|").rsplit(" | ", 1) for line in found[1].splitlines()[2:]]
    made = [Promise(words.strip(), tuple(_TEST.findall(tests))) for words, tests in rows]
    silent = [promise.words for promise in made if not promise.tests]
    if silent:
        raise ValueError(f"no test: {silent[0]}")
    return made


def uncollected(tests: list[str]) -> str:
    """What pytest says of tests it does not find; empty where it finds all."""
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider", *tests],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_both_languages_promise_the_same() -> None:
    zh, en = promises(PAGE, "zh"), promises(PAGE, "en")
    assert len(zh) >= 15
    assert [promise.tests for promise in zh] == [promise.tests for promise in en]
    assert len({promise.words for promise in zh}) == len(zh)


def collected(items: list[pytest.Item]) -> set[str]:
    """The tests that this run has found already, as they are named on the page."""
    return {item.nodeid.partition("[")[0] for item in items}


def test_every_promise_has_tests_that_exist(request: pytest.FixtureRequest) -> None:
    named = {test for promise in promises(PAGE, "zh") for test in promise.tests}
    others = sorted(named - collected(request.session.items))
    assert (uncollected(others) if others else "") == ""


def test_what_a_run_has_found_is_named_as_on_the_page(request: pytest.FixtureRequest) -> None:
    found = collected(request.session.items)
    assert "tests/test_promises.py::test_what_a_run_has_found_is_named_as_on_the_page" in found
    assert "tests/test_promises.py::test_of_nothing" not in found


def test_a_test_that_is_not_there_would_be_missed() -> None:
    assert "not found" in uncollected(["tests/test_promises.py::test_of_nothing"])


def test_a_promise_without_a_test_is_none() -> None:
    table = "<!-- promises zh -->\n| a | b |\n| --- | --- |\n| {} | {} |\n<!-- end of promises zh -->"
    assert promises(table.format("x", "`tests/a.py::test_b`"), "zh") == [
        Promise("x", ("tests/a.py::test_b",))
    ]
    with pytest.raises(ValueError, match="no test: x"):
        promises(table.format("x", "later"), "zh")
    with pytest.raises(ValueError, match="no promises in en"):
        promises(table, "en")
