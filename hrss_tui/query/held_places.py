"""Which place a name means: first among those that the documents and figures of a package are of.

meant_place(pack, "普陀")        # 310107: the package's own, though the country has two of the name
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from hrss_tui.errors import UsageError
from hrss_tui.pack.read import Pack
from hrss_tui.query.places import fold
from hrss_tui.records import Document, Observation
from hrss_tui.reference.places import NATION, Place, customary, find_place, named, places, trimmed, whole_of
from hrss_tui.words import Phrase, listed, phrase

_WAYS: tuple[Callable[[Place], Iterable[str]], ...] = (
    lambda place: map(fold, customary(place.code)),
    lambda place: (fold(place.name_en), place.pinyin),
    lambda place: (place.initials,),
)
"""What a place goes by as a whole, the surest first."""


def held_places(pack: Pack) -> tuple[Place, ...]:
    """The places of documents and figures, each followed by what it lies in."""
    said = (*pack.column(Document.TABLE, "place"), *pack.column(Observation.TABLE, "place"))
    found: dict[str, None] = {}
    for own in dict.fromkeys(said):
        code = own or NATION
        while code != NATION:
            found[code] = None
            code = whole_of(code)
    return tuple(places()[code] for code in found if code in places())


def meant_place(pack: Pack, name: str) -> str:
    """The code of the one place that a name, its pinyin or initials, an English name or a code means; `nation` too.

    Raises UsageError where it means none or several, with what there is.
    """
    if fold(name) in (NATION, "全国"):
        return NATION
    if name.isdecimal():
        return trimmed(name)
    known, wanted = held_places(pack), fold(name)
    for names in _WAYS:
        fitting = _widest([place for place in known if wanted in names(place)])
        if fitting:
            return _one(name, fitting)
    in_force = find_place(name)
    if in_force is not None:
        return in_force.code
    elsewhere = [places()[code] for code in named(name)]
    within = [place for place in known if wanted and wanted in fold(place.name)]
    if not elsewhere and not within:
        has = phrase("error.no_place.has", found=listed(map(_said, known))) if known else ""
        raise UsageError(phrase("error.no_place", name=name), phrase("error.no_place.hint", has=has))
    return _one(name, within or elsewhere)


def _widest(found: Sequence[Place]) -> list[Place]:
    """A province comes before a prefecture of the same name, a prefecture before a county."""
    return [place for place in found if len(place.code) == min(len(each.code) for each in found)]


def _one(name: str, fitting: Sequence[Place]) -> str:
    if len(fitting) > 1:
        message = phrase("error.many_places", name=name, count=len(fitting))
        raise UsageError(message, phrase("error.many_departments.hint", found=listed(map(_said, fitting))))
    return fitting[0].code


def _said(place: Place) -> Phrase:
    """A place with its code, by which it is told from others of the name."""
    return Phrase(f"{place.name} {place.code}", f"{place.name_en} {place.code}")
