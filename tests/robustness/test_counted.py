"""Functions that count do what they did, and count each statement that is carried out and each turn."""

from __future__ import annotations

import gc
import importlib.util
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from tests.robustness.counted import Counted

TEXT = '''
"""Statements of all kinds."""
from contextlib import suppress


def straight(n):
    "Three statements."
    a = n
    return a


def branches(n):
    if n == 0:
        return "none"
    elif n == 1:
        n += 1
    else:
        n += 2
        n += 3
    return n


def turns(n):
    found = []
    for one in range(n):
        found.append(one)
    else:
        found.append(-1)
    while n:
        n -= 1
    return found


def caught(n):
    try:
        10 // n
    except ZeroDivisionError:
        n = -1
    else:
        n += 100
    finally:
        n *= 2
    with suppress(KeyError):
        {}[n]
    match n:
        case -2:
            return "two"
        case _:
            n = 0
    return n


def comprehended(n):
    return [[two for two in range(one) if two] for one in range(n)], {one: 1 for one in range(n)}


def lazily(n):
    for one in range(n):
        yield one


KEPT = []


def keeps(n):
    def kept():
        return n

    KEPT.append(kept)


def inside(n):
    def deeper(m):
        nonlocal n
        n += m
        return n

    return deeper(1) + deeper(2)


class Kept:
    def _called(self, n, by=lambda n: n + 1):
        return by(n)

    called = property(lambda self: self._called(3))


PLAIN = [lambda n: n * 2, lambda n: n * 3]
'''


@pytest.fixture
def module(tmp_path: Path) -> Iterator[ModuleType]:
    """That text as a module."""
    path = tmp_path / "kinds_of_statements.py"
    path.write_text(TEXT, encoding="utf-8")
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    made = sys.modules[path.stem] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    yield made
    del sys.modules[path.stem]


def told(module: ModuleType, asked: str) -> tuple[Any, dict[str, int]]:
    """What an expression about the module is, and the steps it took by the name of a function."""
    counted = Counted([str(module.__file__)])
    with counted.counting() as steps:
        found = eval(asked, vars(module))
    assert eval(asked, vars(module)) == found
    return found, named(steps)


def named(steps: Counter[str]) -> dict[str, int]:
    """The steps by name alone."""
    told: Counter[str] = Counter()
    for name, count in steps.items():
        told[name.partition(" ")[2]] += count if name else 0
    return dict(+told)


@pytest.mark.parametrize(
    ("asked", "is_", "steps"),
    [
        ("straight(3)", 3, {"straight": 4}),
        ("branches(0)", "none", {"branches": 3}),
        ("branches(1)", 2, {"branches": 5}),
        ("branches(4)", 9, {"branches": 6}),
        ("turns(3)", [0, 1, 2, -1], {"turns": 12}),
        ("caught(0)", "two", {"caught": 9}),
        ("caught(5)", 0, {"caught": 10}),
        ("comprehended(4)", ([[], [], [1], [1, 2]], {0: 1, 1: 1, 2: 1, 3: 1}), {"comprehended": 2, "<listcomp>": 10, "<dictcomp>": 4}),
        ("list(lazily(5))", [0, 1, 2, 3, 4], {"lazily": 7}),
        ("inside(4)", 12, {"inside": 3, "deeper": 8}),
        ("Kept().called", 4, {"_called": 2, "<lambda>": 2}),
        ("[each(5) for each in PLAIN]", [10, 15], {"<lambda>": 2}),
    ],
)  # fmt: skip
def test_statements_and_turns_are_counted(
    module: ModuleType, asked: str, is_: object, steps: dict[str, int]
) -> None:
    assert told(module, asked) == (is_, steps)


def test_after_an_error_functions_are_what_they_were(module: ModuleType) -> None:
    own, counted = module.straight.__code__, Counted([str(module.__file__)])
    with pytest.raises(ZeroDivisionError), counted.counting():
        assert module.straight.__code__ is not own
        raise ZeroDivisionError
    assert module.straight.__code__ is own


def test_what_is_made_later_counts_too_also_where_it_was_set_aside(module: ModuleType) -> None:
    counted = Counted([str(module.__file__)])
    counted.prepare()
    later = eval("lambda: (lambda n: straight(n))", vars(module))
    made = module.inside.__class__(module.lazily.__code__, vars(module))
    with counted.counting() as steps:
        list(made(2))
        later()(1)
    assert named(steps) == {"lazily": 4, "straight": 4}
    again = module.inside.__class__(module.branches.__code__, vars(module))
    gc.freeze()
    with counted.counting() as steps:
        again(0)
    assert named(steps) == {"branches": 3}


def test_what_is_made_while_others_count_is_told_of_what_it_does_then(module: ModuleType) -> None:
    counted = Counted([str(module.__file__)])
    with counted.counting() as steps:
        module.keeps(1)
    assert named(steps) == {"keeps": 3}
    [kept] = module.KEPT
    kept()
    with counted.counting() as steps:
        kept()
    assert named(steps) == {"kept": 2}
    with counted.counting() as steps:
        pass
    kept()
    assert named(steps) == {}
    assert "_steps_counts" not in kept.__code__.co_names


def test_a_function_of_which_nothing_is_known_is_named(module: ModuleType) -> None:
    counted = Counted([str(module.__file__)])
    other = module.inside.__class__(module.straight.__code__.replace(co_name="other"), vars(module))
    with pytest.raises(AssertionError, match="other"):
        counted.prepare()
    del other


def test_of_the_library_it_counts_what_the_program_names(module: ModuleType) -> None:
    counted = Counted([str(module.__file__)])
    with counted.counting() as steps:
        module.caught(0)
    assert steps[""] > 0  # what `suppress` does
