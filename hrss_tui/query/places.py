"""Which prefecture a name means: any alias, pinyin, initials, English name or code of the package."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache

from hrss_tui import lazy_re as re
from hrss_tui.errors import UsageError
from hrss_tui.records import Prefecture
from hrss_tui.reference.places import NATION, whole_of
from hrss_tui.reference.prefectures import prefecture_groups
from hrss_tui.words import Phrase, listed, phrase

CORPS = {"66": "65"}
"""What stands beside the prefectures of a province without being one, with that province."""

_NOISE = re.compile(r"[\s·'’‘\-_.]+")


@lru_cache(maxsize=4096)
def fold(name: str) -> str:
    """A name for comparison: lower case, no spaces, apostrophes, dots or diacritics (Ürümqi → urumqi).

    What is asked for is folded for every row it is held against, and the rows again at every key.
    """
    decomposed = unicodedata.normalize("NFKD", name)
    bare = "".join(char for char in decomposed if not unicodedata.combining(char))
    return _NOISE.sub("", unicodedata.normalize("NFKC", bare)).casefold()


def region_of(code: str) -> str:
    """The code of what a prefecture or county is a part of: 61 of 6101, 6101 of 610102; 65 of the corps, 66.

    What lies in no prefecture stands beside them (659001 石河子, 310107 of 上海).
    """
    if code in CORPS:
        return CORPS[code]
    whole = whole_of(code)
    return whole if whole != NATION else code[:-2] or code


def resolve(known: Sequence[Prefecture], names: Iterable[str]) -> list[Prefecture]:
    """The prefectures that names mean, in the order asked for, each once; a group stands for its members.

    A prefecture comes before the county in it that has its name (喀什).

    Raises UsageError for a name that means none (naming those like it) or several.
    """
    found: dict[str, Prefecture] = {}
    for name in names:
        for prefecture in _meant(known, name):
            found[prefecture.code] = prefecture
    return list(found.values())


def resolve_one(known: Sequence[Prefecture], name: str) -> Prefecture:
    """The one prefecture a name means. Raises as `resolve`, and UsageError for a group."""
    found = _meant(known, name)
    if len(found) > 1:
        raise UsageError(phrase("error.one_base", name=name), phrase("error.many_prefectures.hint"))
    return found[0]


def _meant(known: Sequence[Prefecture], name: str) -> list[Prefecture]:
    wanted = fold(name)
    named = [prefecture for prefecture in known if wanted and wanted in _names(prefecture)]
    widest = min(named, key=lambda one: len(one.code), default=None)
    if widest is not None and all(one.code.startswith(widest.code) for one in named):
        return [widest]
    if named:
        both = listed(map(_called, named))
        message = phrase("error.many_prefectures", name=name, found=both)
        raise UsageError(message, phrase("error.many_prefectures.hint"))
    group = _group(wanted)
    members = [prefecture for prefecture in known if group in prefecture.groups]
    members = members or [prefecture for prefecture in known if wanted in map(fold, prefecture.groups)]
    if not members:
        raise _unknown(known, name)
    return members


def _group(wanted: str) -> str:
    """The group that a folded name or other name of it means; empty for none."""
    for group in prefecture_groups():
        if wanted in map(fold, (group.name, *group.aliases)):
            return group.name
    return ""


def _names(prefecture: Prefecture) -> set[str]:
    own = (prefecture.name, prefecture.short_name, prefecture.name_en, prefecture.pinyin, prefecture.initials)
    return {fold(name) for name in (*own, *prefecture.aliases)} | {prefecture.code, f"{prefecture.code}00"}


def _called(prefecture: Prefecture) -> Phrase:
    return Phrase(f"{prefecture.short_name} {prefecture.code}", f"{prefecture.name_en} {prefecture.code}")


def _unknown(known: Sequence[Prefecture], name: str) -> UsageError:
    from difflib import get_close_matches

    owners = {form: _called(prefecture) for prefecture in known for form in _names(prefecture)}
    wanted = fold(name)
    near = [owners[form] for form in get_close_matches(wanted, owners, n=6, cutoff=0.6)]
    near += [owner for form, owner in owners.items() if wanted and (wanted in form or form in wanted)]
    key, names = ("error.no_prefecture.hint", near) if near else ("error.no_prefecture.all", owners.values())
    hint = phrase(key, near=listed(dict.fromkeys(names), most=20))
    return UsageError(phrase("error.no_prefecture", name=name), hint)
