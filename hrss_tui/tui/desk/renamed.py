"""What a place is called in the language of the reader, in whatever language it was called when it was seen."""

from __future__ import annotations

from collections.abc import Mapping

from hrss_tui import lazy_re as re
from hrss_tui.tui.desk.desk import Desk
from hrss_tui.tui.desk.keeping import kept
from hrss_tui.tui.paint.glyphs import ASCII, UNICODE
from hrss_tui.words import words

_STEP = re.compile(f" [{UNICODE.crumb}{ASCII.crumb}] ")
_WAY = "→"
_COUNTED = ("compare.all", "compare.all_places")
"""Words with a number in them."""
_FIRST = (
    "page.",
    "part.",
    "dim.",
    "cited.",
    "indicators.",
    "find.kind.",
    "phase.",
    "prefecture.",
    "compare.",
)
"""Words that stand in titles, before others that mean something else by the same word."""


def renamed(desk: Desk, title: str) -> str:
    """A title step by step; what a document says stays as it says it."""
    return f" {desk.signs.crumb} ".join(_step(desk, step) for step in _STEP.split(title))


def _step(desk: Desk, step: str) -> str:
    known = _names(desk)
    if step in known:
        return known[step]
    code, _, name = step.partition(" ")
    if name and code in _codes(desk):
        return f"{code} {desk.named(_codes(desk)[code])}"
    for joint in (", ", "、"):
        parts = step.split(joint)
        if len(parts) > 1 and parts[0] in known:
            return desk.say("tui.join").join(known.get(part, part) for part in parts)
    return _counted(desk, step) or _ordered(desk, step) or step


def _counted(desk: Desk, step: str) -> str:
    """A word with a number in it."""
    numbers = re.findall(r"\d+", step)
    for key in _COUNTED if len(numbers) == 1 else ():
        if step == words("zh" if desk.lang == "en" else "en")[key].format(count=numbers[0]):
            return desk.say(key, count=numbers[0])
    return ""


def _ordered(desk: Desk, step: str) -> str:
    """A table and the way in which it is taken apart."""
    table, _, way = step.rpartition(" ")
    known, other = _names(desk), words("zh" if desk.lang == "en" else "en")
    levels = {text: desk.words[key] for key, text in other.items() if key.startswith("dim.")}
    if table not in known:
        return ""
    return f"{known[table]} {_WAY.join(levels.get(level, level) for level in way.split(_WAY))}"


def _turn(key: str) -> int:
    return next((turn for turn, begin in enumerate(_FIRST) if key.startswith(begin)), len(_FIRST))


@kept
def _names(desk: Desk) -> Mapping[str, str]:
    """What the program calls something, and indicators and prefectures, in the other language → in this one."""
    other = words("zh" if desk.lang == "en" else "en")
    found: dict[str, str] = {}
    for key in sorted(other, key=_turn):
        found.setdefault(other[key], desk.words.get(key, other[key]))
    if desk.opened:
        for printed, english in desk.data.english.items():
            one, this = (printed, english) if desk.lang == "en" else (english, printed)
            found.setdefault(one, this)
    return found


@kept
def _codes(desk: Desk) -> Mapping[str, str]:
    return {code: name for code, name, *_ in desk.data.codes} if desk.opened else {}
