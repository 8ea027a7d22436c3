"""The sentence of a check and the reason of its result in the language of the reader.

Packages hold them in Chinese, the language of their documents. In English the turns of phrase are English;
indicators and prefectures have the English names of the package, budget codes, tables and columns those of the
reference data, and what has none stays as it is printed.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from hrss_tui.pack.read import Pack
from hrss_tui.records import Check
from hrss_tui.words.check_sentences import OUGHT, TURNS

_FAILS = "fails"

_PLAIN = r"[^\s：:，,；;=+−÷“”]"
_NAME = re.compile(rf"{_PLAIN}+(?:“[^”]{{0,200}}”{_PLAIN}+| \([^)\s]{{0,200}}\){_PLAIN}*)?")
_ORDINAL = re.compile(r"^(?:[一二三四五六七八九十]+、|\d+[.、．]|其中：)")


def description(check: Check, lang: str, names: Mapping[str, str]) -> str:
    """What must equal what; `names` are those of `english_names`."""
    return in_english(check.description, names) if lang == "en" else check.description


def stated(check: Check, lang: str, names: Mapping[str, str]) -> str:
    """The same as a title, which no status stands before: of what is not so, that it ought to be."""
    ought = OUGHT[lang == "en"] if check.status == _FAILS else ""
    return ought + description(check, lang, names)


def reason(check: Check, lang: str, names: Mapping[str, str]) -> str:
    """Why it is not exact; empty where it is."""
    return in_english(check.reason, names) if lang == "en" and check.reason else check.reason or ""


def in_english(text: str, names: Mapping[str, str]) -> str:
    """A sentence of a check with its turns in English."""
    for pattern, instead in _turns():
        text = pattern.sub(instead, text)
    named = _NAME.sub(lambda found: _named(found[0], names), text.strip())
    return named[:1].upper() + named[1:]


def _named(printed: str, names: Mapping[str, str]) -> str:
    """A name in English where it has one; an ordinal before it stays."""
    from hrss_tui.reference.english import english_of

    ordinal = _ORDINAL.match(printed)
    before = ordinal[0] if ordinal else ""
    name = printed[len(before) :]
    english = names.get(name) or english_of(name)
    return before + english if english else printed


@cache
def _turns() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple((re.compile(pattern), instead) for pattern, instead in TURNS)


def english_names(pack: Pack) -> dict[str, str]:
    """Chinese name → English name of every indicator and prefecture of a package."""
    found: dict[str, str] = {}
    for table, name in (("indicators", "name"), ("prefectures", "name"), ("prefectures", "short_name")):
        if table in pack.schema:
            found.update(zip(pack.column(table, name), pack.column(table, "name_en"), strict=True))
    return {name: english for name, english in found.items() if english}
