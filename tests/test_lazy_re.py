"""Patterns are compiled when they are first used, and then cost what they ever did."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

from hrss_tui import lazy_re

SOURCE = """
from hrss_tui import lazy_re as re

_AREA = re.compile("面积(?P<area>[0-9]+)亩", re.IGNORECASE)
_TABLE = {"kept": re.compile("[，。]"), "never": re.compile("(")}


def area(text):
    return _AREA.search(text)["area"]


def parts(text):
    return _TABLE["kept"].split(text)


def broken(text):
    return _TABLE["never"].match(text)
"""


@pytest.fixture
def module() -> ModuleType:
    made = ModuleType("made")
    exec(SOURCE, vars(made))
    return made


def test_a_pattern_is_compiled_with_its_flags_when_it_is_first_used(module: ModuleType) -> None:
    assert module.area("湿地面积320亩") == "320"
    assert module._AREA.flags == re.compile("面积", re.IGNORECASE).flags
    assert module.area("林地面积75亩") == "75"


def test_a_pattern_keeps_the_methods_it_was_asked_for(module: ModuleType) -> None:
    kept = module._TABLE["kept"]
    assert module.parts("甲，乙。丙") == module.parts("甲，乙。丙") == ["甲", "乙", "丙"]
    assert isinstance(kept, lazy_re.LazyPattern)
    assert kept.split is kept.split


def test_what_is_wrong_with_a_pattern_is_said_at_its_first_use(module: ModuleType) -> None:
    with pytest.raises(re.error):
        module.broken("甲")


@pytest.mark.parametrize("name", [name for name in dir(re.Pattern) if not name.startswith("_")])
def test_a_late_pattern_has_what_a_compiled_one_has(name: str) -> None:
    known = re.compile(r"(?P<year>\d{4})年", re.ASCII)
    late = lazy_re.compile(r"(?P<year>\d{4})年", re.ASCII)
    assert getattr(late, name) == getattr(known, name)


def test_the_text_of_a_pattern_is_known_without_compiling_it() -> None:
    assert lazy_re.compile("(").pattern == "("


def test_importing_the_compiler_compiles_few_patterns() -> None:
    program = (
        "import re, sys\n"
        "made, inner = [], re._compile\n"
        "def watched(pattern, flags):\n"
        "    if 'hrss_tui' in sys._getframe(2).f_code.co_filename: made.append(pattern)\n"
        "    return inner(pattern, flags)\n"
        "re._compile = watched\n"
        "import hrss_tui.compile.pipeline\n"
        "print(len(made))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True)
    assert int(done.stdout) < 20


def told_by_identity(source: str) -> list[int]:
    """Lines on which it is asked whether the pattern of a match is another, which of a late one it never is."""
    return [
        node.lineno
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Compare)
        for side in (node.left, *node.comparators)
        if isinstance(side, ast.Attribute) and side.attr == "re"
    ]


def test_no_match_is_asked_for_a_late_pattern_itself() -> None:
    assert told_by_identity("if found.re is _AREA or _AREA == found.re:\n    pass") == [1, 1]
    assert told_by_identity("if found.re.pattern == _AREA.pattern:\n    pass") == []
    package = Path(lazy_re.__file__).parent
    found = {str(path): told_by_identity(path.read_text("utf-8")) for path in package.rglob("*.py")}
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_any_of_some_words_is_the_longest_that_stands_there() -> None:
    words = ["以上", "(含)", "及以上", "以上的"]
    assert re.findall(lazy_re.any_word(words), "三人及以上的、五人以上(含)") == ["及以上", "以上", "(含)"]
    assert lazy_re.any_word(words) == lazy_re.any_word(set(words))
    assert re.findall(lazy_re.any_of(["三产?", "一产"]), "一产和三产") == ["一产", "三产"]


def test_who_forks_others_compiles_for_them_what_stands_in_a_module(module: ModuleType) -> None:
    with pytest.raises(AttributeError):
        object.__getattribute__(module._AREA, "_compiled")
    lazy_re.compile_all([module])
    assert object.__getattribute__(module._AREA, "_compiled") == re.compile(*_AREA)


_AREA = ("面积(?P<area>[0-9]+)亩", re.IGNORECASE)
