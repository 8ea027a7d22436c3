"""Every regular expression of the package: of modules, built from reference data, inside functions, with how it is used.

Run as a program it writes them as JSON. All modules are imported and everything is called that takes nothing and gives patterns,
with `re` watched; then documents are compiled, for what is built on the way.
"""

from __future__ import annotations

import ast
import importlib
import inspect
import json
import os
import pkgutil
import re
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

from hrss_tui import lazy_re

ROOT = Path(__file__).resolve().parents[3]
PACKAGE = ROOT / "hrss_tui"
OWN = f"{PACKAGE}{os.sep}"
USES = ("match", "fullmatch", "search", "finditer", "findall", "subn", "sub", "split")
ANY = "search"
"""How a pattern is taken to be used where nothing says so."""


_USED = re.compile(rf"(?:\([^()]*\))?(?:\[[^\]]*\])?\.({'|'.join(USES)}|pattern)\b")
_GIVEN = re.compile(rf"\bre\s*\.\s*(?:{'|'.join(USES)})\b")


@dataclass(frozen=True)
class Pattern:
    """A pattern, its flags, the functions it is used by, and where it is compiled."""

    pattern: str
    flags: int
    uses: list[str]
    place: str


def collected(sources: Path) -> list[Pattern]:
    """The patterns of the package, with those that compiling a folder builds."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.robustness.patterns.collected", str(sources)],
        check=True, capture_output=True, text=True, cwd=ROOT,
    )  # fmt: skip
    return [Pattern(**each) for each in json.loads(done.stdout)]


class Watch:
    """Notes what is compiled: pattern and flags → where and how."""

    def __init__(self) -> None:
        self.seen: dict[tuple[str, int], set[tuple[str, str]]] = {}
        self.inner = re._compile  # type: ignore[attr-defined]
        self.later = lazy_re.compile

    def compile(self, pattern: Any, flags: int) -> Any:
        """Compile as ever, and note it where the package asks."""
        made = self.inner(pattern, flags)
        entry = sys._getframe(1)
        caller = entry.f_back
        if caller is not None and caller.f_code.co_filename != lazy_re.__file__:
            self.note(pattern, flags, caller, entry.f_code.co_name)
        return made

    def compile_later(self, pattern: Any, flags: int = 0) -> Any:
        """What the modules call: noted, though nothing may ever use it."""
        caller = sys._getframe(1)
        self.note(pattern, flags, caller, "compile")
        return lazy_re.LazyPattern(pattern, flags)

    def note(self, pattern: Any, flags: int, caller: FrameType, how: str) -> None:
        """Note a pattern where the package asks for it."""
        if isinstance(pattern, str) and caller.f_code.co_filename.startswith(OWN):
            self.seen.setdefault((pattern, int(flags)), set()).add((_where(caller), how))


def _where(frame: FrameType) -> str:
    """File and function that a frame runs, without comprehensions."""
    inside = frame
    while inside.f_code.co_name in ("<listcomp>", "<genexpr>", "<lambda>") and inside.f_back is not None:
        inside = inside.f_back
    return f"{Path(frame.f_code.co_filename).relative_to(ROOT)}:{inside.f_code.co_name}"


def modules() -> Iterator[ModuleType]:
    """All modules of the package."""
    import hrss_tui

    for info in pkgutil.walk_packages(hrss_tui.__path__, "hrss_tui."):
        if not info.name.endswith("__main__"):
            yield importlib.import_module(info.name)


def build(module: ModuleType) -> None:
    """Call every function of a module that takes nothing and gives patterns."""
    for function in list(vars(module).values()):
        if getattr(function, "__module__", "") != module.__name__ or not hasattr(function, "cache_info"):
            continue
        signature = inspect.signature(function)
        if not signature.parameters and "Pattern" in str(signature.return_annotation):
            function()


def names(module: ModuleType) -> Iterator[tuple[tuple[str, int], str]]:
    """The patterns among the constants of a module, with the names that hold them."""
    for name, value in vars(module).items():
        for each in _held(value, 3):
            yield (each.pattern, each.flags & ~re.UNICODE.value), name


def _held(value: Any, depth: int) -> Iterator[re.Pattern[str]]:
    if isinstance(value, (re.Pattern, lazy_re.LazyPattern)):
        yield value
    elif depth and isinstance(value, dict):
        yield from _held(tuple(value.values()), depth - 1)
    elif depth and isinstance(value, (tuple, list)):
        for each in value:
            yield from _held(each, depth - 1)


@cache
def _text(path: str) -> str:
    return (ROOT / path).read_text("utf-8")


@cache
def _whole() -> str:
    return "\n".join(path.read_text("utf-8") for path in sorted(PACKAGE.rglob("*.py")))


@cache
def _occurrences(path: str) -> dict[str, list[tuple[int, int]]]:
    """Name → where it stands in a file, or in the package: it is long, and asked for many names."""
    found: dict[str, list[tuple[int, int]]] = {}
    for match in re.finditer(
        r"(?<!def )\b[^\W\d]\w*\b(?!\s*(?::[^=\n]*)?=[^=])", _text(path) if path else _whole()
    ):
        found.setdefault(match[0], []).append(match.span())
    return found


@cache
def uses(path: str, name: str) -> frozenset[str]:
    """By which functions the patterns of a name are used: of a private name in its file, else in the package."""
    own = name.startswith("_")
    text = _text(path) if own else _whole()
    found = set()
    for begin, end in _occurrences(path if own else "").get(name, ()):
        used = _USED.match(text, end)
        line = text[text.rfind("\n", 0, begin) + 1 : begin]
        if used is None and not re.match(r"\s*(?:from|import)\b", line):
            found.add(ANY)
        elif used is not None and used[1] != "pattern":
            found.add(used[1])
    return frozenset(found)


def written() -> Iterator[tuple[str, int, str, str]]:
    """Patterns that functions of `re` are given as literals anywhere: pattern, flags, function, place."""
    for path in sorted(PACKAGE.rglob("*.py")):
        place = str(path.relative_to(ROOT))
        for node in ast.walk(ast.parse(_text(place))) if _GIVEN.search(_text(place)) else ():
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Attribute)
                and isinstance(node.func.value, ast.Name)
                and node.func.value.id == "re"
                and node.func.attr in USES
                and isinstance(node.args[0], ast.Constant)
                and isinstance(node.args[0].value, str)
            ):
                yield node.args[0].value, 0, node.func.attr, f"{place}:{node.lineno}"


def _all(
    seen: dict[tuple[str, int], set[tuple[str, str]]], held: dict[tuple[str, int], set[str]]
) -> Iterable[Pattern]:
    for (pattern, flags), places in sorted(seen.items()):
        used: set[str] = set()
        for place, how in places:
            path, _, function = place.partition(":")
            own = {how} if how in USES else set()
            for name in held.get((pattern, flags), set()) if function == "<module>" else {function}:
                own |= uses(path, name) if how == "compile" else set()
            used |= own
        yield Pattern(pattern, flags, sorted(used or {ANY}), min(places)[0])
    known = {pattern for pattern, _ in seen}
    for pattern, flags, how, place in written():
        if pattern not in known:
            yield Pattern(pattern, flags, [how], place)


def main() -> None:
    """Collect and print."""
    watch = Watch()
    re._compile = watch.compile  # type: ignore[attr-defined]
    lazy_re.compile = watch.compile_later  # type: ignore[assignment]
    found = list(modules())
    for module in found:
        build(module)
    from hrss_tui.compile.pipeline import compile_folder

    for folder in sys.argv[1:]:
        compile_folder(Path(folder))
    re._compile = watch.inner  # type: ignore[attr-defined]
    lazy_re.compile = watch.later
    held: dict[tuple[str, int], set[str]] = {}
    for module in found:
        for key, name in names(module):
            held.setdefault(key, set()).add(name)
    sys.stdout.write(json.dumps([asdict(each) for each in _all(watch.seen, held)]))


if __name__ == "__main__":
    main()
