"""The package of the seeds as a file; what all explorers of a run read alike is read once, and none stays after its test."""

from __future__ import annotations

import gc
import gzip
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import CodeType, FunctionType, MethodType
from typing import Any

import pytest
from rich.segment import Segment
from textual import _callback
from textual._styles_cache import StylesCache
from textual.css.model import RuleSet
from textual.css.styles import RulesMap
from textual.css.stylesheet import Stylesheet
from textual.css.types import CSSLocation
from textual.dom import DOMNode
from textual.message import Message
from textual.message_pump import MessagePump
from textual.reactive import Reactive
from textual.strip import Strip

from tests.tui.driving import opened

SCREENS = Path(__file__).parents[1] / "fixtures" / "screens.msgpack.gz"


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Settings, bookmarks and last places of nobody, in a plain terminal: what a test keeps is gone with it."""
    home: Path = tmp_path_factory.mktemp("home")
    for name, below in (("HOME", ""), ("XDG_CONFIG_HOME", "config"), ("XDG_STATE_HOME", "state")):
        monkeypatch.setenv(name, str(home / below))
    for name in ("HRSS_TUI_CONFIG", "TMUX", "STY", "TERM_PROGRAM", "VTE_VERSION"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    return home


@pytest.fixture(autouse=True)
def nothing_stays(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Explorers are gone after their test: only a program that ends with its explorer sets aside what that has read.

    Garbage is looked for as seldom as in all tests: what an explorer leaves is looked through once, after its test.
    What a package was read as is forgotten by tests that change how one is read.
    """
    changing = "monkeypatch" in request.node._fixtureinfo.argnames
    if changing:
        opened.cache_clear()
    for name in ("freeze", "unfreeze", "set_threshold"):
        monkeypatch.setattr(gc, name, lambda *_: None)
    yield
    if changing:
        opened.cache_clear()
    if StylesCache.get_inner_outer.cache_info().currsize:
        StylesCache.get_inner_outer.cache_clear()
        gc.collect(1)


@pytest.fixture(autouse=True, scope="session")
def styles_read_once() -> Iterator[None]:
    """The rules of a style sheet for some colours are the same for all explorers, none of which changes them.

    The colours of an explorer are others only in a dictionary of their own.
    """
    read: dict[tuple[object, ...], list[RuleSet]] = {}
    parse = Stylesheet._parse_rules

    def parse_once(
        self: Stylesheet,
        css: str,
        read_from: CSSLocation,
        is_default_rules: bool = False,
        tie_breaker: int = 0,
        scope: str = "",
    ) -> list[RuleSet]:
        colours = self.__dict__.get("_colours_told")
        if colours is None or colours[0] is not self._variables:
            colours = self.__dict__["_colours_told"] = (self._variables, frozenset(self._variables.items()))
        key = (css, read_from, is_default_rules, tie_breaker, scope, colours[1])
        if key not in read:
            read[key] = parse(self, css, read_from, is_default_rules, tie_breaker, scope)
        return read[key]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "_parse_rules", parse_once)
        yield


@pytest.fixture(autouse=True, scope="session")
def rules_matched_once() -> Iterator[None]:
    """Which rules a widget has is looked for once for all that are alike in all that selectors ask of them and of what holds them."""
    sheets: dict[tuple[RuleSet, ...], int] = {}
    asked: dict[tuple[object, ...], tuple[str, ...]] = {}
    known: dict[tuple[object, ...], tuple[tuple[bool, ...], RulesMap]] = {}
    sought: dict[int, tuple[object, ...]] = {}
    found: dict[tuple[object, ...], RulesMap] = {}
    apply, replace = Stylesheet.apply, Stylesheet.replace_rules
    marks = ("_has_hover_style", "_has_focus_within", "_has_order_style", "_has_odd_or_even")

    def sheet_of(self: Stylesheet) -> int:
        told = self.__dict__.get("_rules_told")
        if told is None or told[0] is not self.rules:
            rules = self.rules
            told = self.__dict__["_rules_told"] = (rules, sheets.setdefault(tuple(rules), len(sheets)))
        number: int = told[1]
        return number

    def pseudo_classes(self: Stylesheet, names: Iterable[str]) -> tuple[str, ...]:
        """What the rules that come into question ask beside types, classes and names."""
        rules = {rule for name in names for rule in self.rules_map.get(name, ())}
        selectors = [one for rule in rules for each in rule.selector_set for one in each.selectors]
        return tuple(sorted({name for selector in selectors for name in selector.pseudo_classes}))

    def apply_once(
        self: Stylesheet, node: DOMNode, *, animate: bool = False, cache: dict[Any, RulesMap] | None = None
    ) -> None:
        sheet, names = sheet_of(self), frozenset(node._selector_names)
        if (sheet, names) not in asked:
            asked[sheet, names] = pseudo_classes(self, names)
        pseudo = asked[sheet, names]
        path = []
        for one in node.css_path_nodes:
            checks = one._PSEUDO_CLASSES
            states = [name for name in pseudo if name in checks and checks[name](one)]
            path.append((one._css_type_names, one._id, frozenset(one._classes), *states))
        key = (sheet, names, *path)
        if key in known:
            set_, rules = known[key]
            for mark, value in zip(marks, set_, strict=True):
                setattr(node, mark, value)
            replace(node, rules, animate=animate)
            self._process_component_classes(node)
            return
        sought[id(node)] = key
        apply(self, node, animate=animate)
        if sought.pop(id(node), None) is None:
            known[key] = tuple(getattr(node, mark) for mark in marks), found.pop(key)

    def replace_found(node: DOMNode, rules: RulesMap, animate: bool = False) -> None:
        if id(node) in sought:
            found[sought.pop(id(node))] = rules
        replace(node, rules, animate)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Stylesheet, "apply", apply_once)
        patch.setattr(Stylesheet, "replace_rules", staticmethod(replace_found))
        yield


@pytest.fixture(autouse=True, scope="session")
def values_are_at_hand() -> Iterator[None]:
    """A reactive value that is there, and is not computed, is taken from where it is kept.

    The toolkit asks four times whether there is something before it takes one, thousands of times while a page opens.
    """
    get = Reactive.__get__
    kept: dict[tuple[type, str], bool] = {}

    def get_kept(self: Any, instance: Any, owner: Any) -> Any:
        name = self.internal_name
        if instance is not None and name in (values := instance.__dict__):
            key = (type(instance), name)
            if key not in kept:
                kept[key] = not hasattr(instance, self.compute_name)
            if kept[key]:
                return values[name]
        return get(self, instance, owner)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Reactive, "__get__", get_kept)
        yield


@pytest.fixture(autouse=True, scope="session")
def handlers_found_once() -> Iterator[None]:
    """Which methods of a class handle a message is found once: no test gives a class another handler.

    Those that are decorated choose by what the message is about, and are found anew.
    """
    find = MessagePump._get_dispatch_methods
    known: dict[tuple[type, str, type], list[tuple[type, Any]] | None] = {}

    def found(kind: type, name: str, message: type) -> list[tuple[type, Any]] | None:
        if any(
            message_kind in (owner.__dict__.get("_decorated_handlers") or ())
            for owner in kind.__mro__
            for message_kind in message.__mro__
        ):
            return None
        named = [
            (owner, owner.__dict__.get(f"_{name}") or owner.__dict__.get(name)) for owner in kind.__mro__
        ]
        return [
            (owner, method)
            for owner, method in named
            if method is not None and not hasattr(method, "_textual_on")
        ]

    def find_once(self: MessagePump, name: str, message: Message) -> Iterable[tuple[type, Any]]:
        key = (type(self), name, type(message))
        if key not in known:
            known[key] = found(*key)
        methods = known[key]
        return find(self, name, message) if methods is None else bound(self, message, methods)

    def bound(
        self: MessagePump, message: Message, methods: list[tuple[type, Any]]
    ) -> Iterator[tuple[type, Any]]:
        for owner, method in methods:
            if message._no_default_action:
                break
            yield owner, method.__get__(self, owner)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(MessagePump, "_get_dispatch_methods", find_once)
        yield


@pytest.fixture(autouse=True, scope="session")
def parameters_counted_once() -> Iterator[None]:
    """How many parameters a function takes is the same for all that are made of its code.

    The toolkit asks for the signature of each callback, which takes as long as many of them run.
    """
    count = _callback._count_parameters
    known: dict[CodeType, int] = {}

    def count_once(func: Callable[..., object]) -> int:
        if isinstance(func, MethodType) and isinstance(func.__func__, FunctionType):
            return count_once(func.__func__) - 1
        if not isinstance(func, FunctionType) or hasattr(func, "__wrapped__"):
            return count(func)
        if func.__code__ not in known:
            known[func.__code__] = count(func)
        return known[func.__code__]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_callback, "_count_parameters", count_once)
        yield


@pytest.fixture(autouse=True, scope="session")
def lines_are_light() -> Iterator[None]:
    """A drawn line keeps what is made of it in dictionaries without a bound: it is gone before one would be reached.

    The toolkit's seven caches of a line take most of the time in which one is made.
    """

    def begin(self: Any, segments: Iterable[Segment], cell_length: int | None = None) -> None:
        self._segments = list(segments)
        self._cell_length = cell_length
        self._divide_cache = {}
        self._crop_cache = {}
        self._style_cache = {}
        self._filter_cache = {}
        self._line_length_cache = {}
        self._crop_extend_cache = {}
        self._offsets_cache = {}
        self._render_cache = self._link_ids = self._cell_count = None

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Strip, "__init__", begin)
        yield


@pytest.fixture(scope="session")
def pack_file(pack_data: bytes, tmp_path_factory: pytest.TempPathFactory) -> str:
    path: Path = tmp_path_factory.mktemp("pack") / "seeds.msgpack"
    path.write_bytes(pack_data)
    return str(path)


@pytest.fixture(scope="session")
def release_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A package that never changes, with places and pages: only the explorer can change screens of it."""
    path: Path = tmp_path_factory.mktemp("release") / "release.msgpack"
    path.write_bytes(gzip.decompress(SCREENS.read_bytes()))
    return str(path)
