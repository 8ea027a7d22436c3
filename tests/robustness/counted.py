"""Functions of the program that count their own steps while some work is looked at: statements and turns, by function.

What Python offers for it, a function that is told of each line, makes the work take three times as long, whatever that
function does. Here each stretch of statements begins by adding how many it is, and each turn of a comprehension adds one.
"""

from __future__ import annotations

import ast
import gc
import marshal
import sys
import sysconfig
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.machinery import SourceFileLoader
from itertools import compress, count
from operator import ne
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any, NamedTuple

LIBRARY = sysconfig.get_path("stdlib")
COUNTS, TURN, TURNS = "_steps_counts", "_steps_turn", "_steps_turns_"
"""Names in a module: how often each stretch was gone through, what counts a turn, the turns of each comprehension."""
_COMPREHENSIONS = {
    ast.ListComp: "<listcomp>",
    ast.SetComp: "<setcomp>",
    ast.DictComp: "<dictcomp>",
    ast.GeneratorExp: "<genexpr>",
}
_BLOCKS = ("body", "orelse", "finalbody")
Stretch = tuple[str, int]
"""The function that a stretch of statements belongs to, and the steps that it is."""


class Counting(ast.NodeTransformer):
    """The same module with functions that count."""

    def __init__(self) -> None:
        self.stretches: list[str] = []
        self.turns: list[str] = []
        self._inside: list[str] = []

    def visit_FunctionDef(self, node: Any) -> Any:
        first = min(part.lineno for part in (node, *node.decorator_list))
        for name in ("decorator_list", "args"):
            self._parts(node, name)
        self._inside.append(f"{first} {node.name}")
        node.body = self._block(node.body, entered=1)
        self._inside.pop()
        return node

    visit_AsyncFunctionDef = visit_FunctionDef  # noqa: N815

    def visit_Lambda(self, node: ast.Lambda) -> Any:
        self._parts(node, "args")
        self._inside.append(f"{node.lineno} <lambda>")
        body = self.visit(node.body)
        turn = self._turn(node.body)
        self._inside.pop()
        node.body = ast.copy_location(ast.BoolOp(ast.And(), [turn, body]), body)
        return node

    def generic_visit(self, node: Any) -> Any:
        kind = _COMPREHENSIONS.get(type(node))
        if kind is not None and self._inside:
            self._inside.append(f"{node.lineno} {kind}")
            super().generic_visit(node)
            for generator in node.generators:
                generator.ifs.insert(0, self._turn(generator.iter))
            self._inside.pop()
            return node
        if not self._inside or not isinstance(node, (ast.stmt, ast.excepthandler, ast.match_case)):
            return super().generic_visit(node)
        for name, value in ast.iter_fields(node):
            if name in _BLOCKS and value and not isinstance(node, ast.ClassDef):
                setattr(node, name, self._block(value))
            else:
                self._parts(node, name)
        return node

    def _parts(self, node: Any, name: str) -> None:
        value = getattr(node, name)
        if isinstance(value, ast.AST):
            setattr(node, name, self.visit(value))
        elif isinstance(value, list):
            value[:] = [self.visit(each) if isinstance(each, ast.AST) else each for each in value]

    def _block(self, statements: list[ast.stmt], entered: int = 0) -> list[ast.stmt]:
        """Statements that follow each other, each stretch of them behind what counts it; what holds others ends one."""
        found: list[ast.stmt] = []
        stretch: list[ast.stmt] = []
        for statement in statements:
            stretch.append(statement)
            if hasattr(statement, "body") or hasattr(statement, "cases"):
                found += self._counted(stretch, entered)
                stretch, entered = [], 0
        return found + (self._counted(stretch, entered) if stretch else [])

    def _counted(self, stretch: list[ast.stmt], entered: int) -> list[ast.stmt]:
        index = ast.Constant(len(self.stretches))
        self.stretches.append(self._inside[-1])
        at = ast.Subscript(ast.Name(COUNTS, ast.Load()), index, ast.Store())
        count = ast.AugAssign(at, ast.Add(), ast.Constant(len(stretch) + entered))
        for node in ast.walk(count):
            ast.copy_location(node, stretch[0])
        return [count, *map(self.visit, stretch)]

    def _turn(self, beside: ast.expr) -> ast.expr:
        """What is true, and counts."""
        name = f"{TURNS}{len(self.turns)}"
        self.turns.append(self._inside[-1])
        call = ast.Call(ast.Name(TURN, ast.Load()), [ast.Name(name, ast.Load())], [])
        for node in ast.walk(call):
            ast.copy_location(node, beside)
        return call


class Made(NamedTuple):
    """A module whose functions count: its code, as bytes, and of which function each stretch and each turn is."""

    code: bytes
    stretches: list[str]
    turns: list[str]


def made(path: str) -> Made:
    """The module of a file, compiled with what counts."""
    counting = Counting()
    tree = counting.visit(ast.parse(Path(path).read_bytes()))
    return Made(marshal.dumps(compile(tree, path, "exec")), counting.stretches, counting.turns)


class Taken(NamedTuple):
    """A module that was imported: whose steps are counted, by what names its functions know counts, what turns said last."""

    made: Made
    names: dict[str, Any]
    turns: list[count[int]]
    before: list[str]


Share = Callable[[Callable[[], dict[str, Made]]], dict[str, Made]]


class Counted:
    """All functions of the program and of what it names of Python's library, as they are and as they count."""

    def __init__(self, ours: Sequence[str], share: Share = lambda make: make()) -> None:
        """`ours` is how the paths of files begin whose functions are told apart: those of others count together, as "".

        `share` gives what is compiled at first, made by one of several processes.
        """
        self._ours, self._share = tuple(ours), share
        self._known: Mapping[str, Made] = {}
        self._modules: dict[str, Taken] = {}
        self._imported = 0
        self._since: list[Counted] | None = None
        self._codes: dict[CodeType, CodeType] = {}
        self._own: dict[CodeType, CodeType] = {}
        self._functions: dict[int, tuple[FunctionType, CodeType, CodeType]] = {}

    def prepare(self) -> None:
        """Take what was imported and made since the last time."""
        if len(sys.modules) != self._imported:
            self._imported = len(sys.modules)
            self._take_modules()
            self._since = None
        if not self._take_functions():
            gc.unfreeze()
            self._take_functions()
            gc.freeze()  # what was made until now is not looked through again
            self._since = [self]

    @contextmanager
    def counting(self) -> Iterator[Counter[str]]:
        """While this lasts all functions count; what they have counted is told when it is over."""
        self.prepare()
        self._tell(Counter())
        told: Counter[str] = Counter()
        swapped = list(self._functions.values())
        for function, _, counts in swapped:
            function.__code__ = counts
        try:
            yield told
        finally:
            for function, own, _ in swapped:
                function.__code__ = own
            self._tell(told)

    def _tell(self, told: Counter[str]) -> None:
        """What was counted since this was told the last time."""
        for made_of, names, turns, before in self._modules.values():
            counts = names[COUNTS]
            for name, steps in compress(zip(made_of.stretches, counts, strict=True), counts):
                told[name] += steps
            counts[:] = [0] * len(counts)
            now = list(map(repr, turns))
            changed = zip(made_of.turns, now, before, strict=True)
            for name, here, earlier in compress(changed, map(ne, now, before)):
                told[name] += _turn(here) - _turn(earlier)
            before[:] = now

    def _take_modules(self) -> None:
        own = [module for module in list(sys.modules.values()) if self._is_ours(_path(module))]
        modules = {_path(module): module for module in (*_named(own), *own)}
        if not self._known:
            self._known = self._share(lambda: {path: made(path) for path in modules})
        for path, module in modules.items():
            if path not in self._modules:
                self._modules[path] = self._taken(path, module)
            vars(module).update(self._modules[path].names)  # also where it was imported anew

    def _taken(self, path: str, module: ModuleType) -> Taken:
        """A module whose functions are known with those that count."""
        assert isinstance(module.__loader__, SourceFileLoader)
        own, counting = module.__loader__.get_code(module.__name__), self._known.get(path) or made(path)
        assert own is not None
        pairs = list(_pairs(own, marshal.loads(counting.code)))
        self._codes.update(pairs)
        self._own.update((counts, own) for own, counts in pairs)
        called = module.__name__.removeprefix("hrss_tui.")
        stretches, turns = (
            [f"{called}:{name}" if self._is_ours(path) else "" for name in names]
            for names in (counting.stretches, counting.turns)
        )
        counters = [count(1) for _ in turns]
        names = {f"{TURNS}{number}": counter for number, counter in enumerate(counters)}
        return Taken(
            Made(b"", stretches, turns),
            {COUNTS: [0] * len(stretches), TURN: next, **names},
            counters,
            list(map(repr, counters)),
        )

    def _take_functions(self) -> bool:
        """Whether all that were made since the last time could be seen: nobody has set aside objects."""
        objects = gc.get_objects()
        for function in [made for made in objects if type(made) is FunctionType]:
            if id(function) not in self._functions:
                code = self._own.get(function.__code__, function.__code__)  # made while others counted
                counts = self._codes.get(code)
                if counts is not None:
                    self._functions[id(function)] = function, code, counts
                else:
                    assert not self._is_ours(code.co_filename), f"{code} would not be counted"
        return any(made is self._since for made in objects)

    def _is_ours(self, path: str) -> bool:
        return path.startswith(self._ours)


def _turn(counter: str) -> int:
    """The number that a counter says is next: asked for it, it would count on."""
    return int(counter[len("count(") : -1])


def _path(module: ModuleType | None) -> str:
    """The file of a module that was read from its text."""
    read = isinstance(getattr(module, "__loader__", None), SourceFileLoader)
    return str(getattr(module, "__file__", None) or "") if read else ""


def _named(modules: Sequence[ModuleType]) -> list[ModuleType]:
    """The modules of Python's library that these name, or of which they name something."""
    values = [value for module in modules for value in list(vars(module).values())]
    modules = [value if isinstance(value, ModuleType) else sys.modules.get(_home(value)) for value in values]
    paths = {_path(module): module for module in modules}
    return [
        module
        for path, module in paths.items()
        if module is not None and path.startswith(LIBRARY) and "site-packages" not in path
    ]


def _home(value: Any) -> str:
    name = getattr(value, "__module__", None)
    return name if isinstance(name, str) else ""


def _pairs(own: CodeType, counts: CodeType) -> Iterator[tuple[CodeType, CodeType]]:
    """Each function's code beside the one that counts: there is none more, so that they stand in the same order."""
    parts, counting = (
        [part for part in code.co_consts if isinstance(part, CodeType)] for code in (own, counts)
    )
    for part, counted in zip(parts, counting, strict=True):
        assert part.co_name == counted.co_name
        yield part, counted
        yield from _pairs(part, counted)
