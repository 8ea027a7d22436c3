"""A file of settings looked through: each mistake is named with its line, its key and the nearest valid one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from typing import Any

from hrss_tui.errors import UsageError
from hrss_tui.tui.keys.actions import ACTIONS, BY_ID
from hrss_tui.words import LANGUAGES, phrase

KINDS: dict[str, type | tuple[type, ...]] = {
    "theme": str, "ascii": bool, "keys": dict, "lang": str, "unit": str, "clipboard": bool,
    "viewer": (str, list), "originals": (str, list),
}  # fmt: skip
UNITS = {"元": "元", "万元": "万元", "亿元": "亿元", "yuan": "元", "wan": "万元", "yi": "亿元"}
"""What units of money may be called → what the program calls them."""


def command_line(said: str | list[str]) -> tuple[str, ...]:
    """A command line as a list of arguments; quotation marks hold one together. Raises ValueError."""
    if isinstance(said, list):
        return tuple(said)
    import shlex

    return tuple(shlex.split(said))


def holder(key: str, chosen: Mapping[str, str], action: str) -> str:
    """The id of another action that has a key, by its choice or as shipped; empty where the key is free."""
    for other in ACTIONS:
        if other.id != action and key in (one.strip() for one in chosen.get(other.id, other.keys).split(",")):
            return other.id
    return ""


class Checked:
    """A settings file being checked; `all` raises UsageError for the first mistake."""

    def __init__(self, text: str, path: str) -> None:
        self.lines = text.splitlines()
        self.path = path

    def all(self, found: dict[str, Any], themes: set[str]) -> None:
        """Names, kinds and values."""
        for name, value in found.items():
            if name not in KINDS:
                raise self._unknown(name, KINDS)
            if not isinstance(value, KINDS[name]):
                raise self._wrong(name, value, ["true", "false"] if KINDS[name] is bool else [])
        for name, valid in (("theme", themes), ("lang", LANGUAGES), ("unit", UNITS)):
            if found.get(name, "") and found[name] not in valid:
                raise self._wrong(name, found[name], valid)
        self._keys(found.get("keys", {}))
        self._viewer(found)

    def _viewer(self, found: dict[str, Any]) -> None:
        """Texts, and a command that says where the file goes."""
        for name in ("viewer", "originals"):
            said = found.get(name, [])
            for one in said if isinstance(said, list) else [said]:
                if not isinstance(one, str) or not one:
                    raise self._wrong(name, one, [])
        try:
            arguments = command_line(found.get("viewer", ""))
        except ValueError as error:
            raise self._wrong("viewer", found["viewer"], []) from error
        if arguments and not any("{file}" in one for one in arguments[1:]):
            raise self._wrong("viewer", found["viewer"], ["evince --page-label={page} {file}"])

    def _keys(self, chosen: dict[str, Any]) -> None:
        """Known actions, keys that exist, none twice."""
        others = (action for action in ACTIONS if action.id not in chosen)
        taken = {key: action.id for action in others for key in action.keys.split(",")}
        for name, keys in chosen.items():
            if name not in BY_ID:
                raise self._unknown(name, BY_ID)
            if not isinstance(keys, str):
                raise self._wrong(name, keys, [])
            for key in map(str.strip, keys.split(",")):
                if key in taken:
                    raise self._taken(name, key, taken[key])
                if not is_key(key):
                    raise self._wrong(name, key, _named_keys())
                taken[key] = name

    def _unknown(self, name: str, valid: Iterable[str]) -> UsageError:
        said = phrase("config.unknown", path=self.path, line=self._line(name), value=name)
        return UsageError(said, _near(name, valid))

    def _wrong(self, name: str, value: object, valid: Iterable[str]) -> UsageError:
        said = phrase("config.value", path=self.path, line=self._line(name), name=name, value=str(value))
        return UsageError(said, _near(str(value), valid))

    def _taken(self, name: str, key: str, other: str) -> UsageError:
        said = phrase(
            "config.taken", path=self.path, line=self._line(name), name=name, pressed=key, other=other
        )
        return UsageError(said, phrase("config.remedy"))

    def _line(self, name: str) -> int:
        """The line on which a name is given a value, else on which it stands at all."""
        given = re.compile(rf"""\s*["']?{re.escape(name)}["']?\s*=""")
        header = re.compile(rf"\s*\[+\s*{re.escape(name)}\b")
        for shape in (given.match, header.match, re.compile(re.escape(name)).search):
            for number, line in enumerate(self.lines, 1):
                if shape(line):
                    return number
        return 1


def _near(value: str, valid: Iterable[str]) -> str:
    import difflib

    known = list(valid)
    near = difflib.get_close_matches(value, known, 1, 0.3) or sorted(known)[:8]
    return phrase("config.near", near=" ".join(near)) if near else phrase("config.remedy")


def _named_keys() -> list[str]:
    from textual.keys import Keys

    return [key.value for key in Keys if not key.value.startswith("<")]


def is_key(name: str) -> bool:
    """Whether a terminal can send a key of this name: a character, a named key or sign, with modifiers or not."""
    *modifiers, last = name.split("+")
    if not last or set(modifiers) - {"ctrl", "shift", "alt"}:
        return False
    return len(last) == 1 or last in _named_keys() or _is_sign(last)


def _is_sign(name: str) -> bool:
    import unicodedata

    from textual.keys import KEY_NAME_REPLACEMENTS

    signs = {"slash", "backslash", "minus", "plus", *KEY_NAME_REPLACEMENTS.values()}
    with suppress(KeyError):
        signs.add(name if unicodedata.lookup(name.replace("_", " ").upper()) else "")
    return name in signs
