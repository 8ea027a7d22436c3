"""Which place a name means: first among those that the documents and figures of a package are of.

meant_place(pack, "普陀")        # 310107: the package's own, though the country has two of the name
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from hrss_tui import lazy_re as re
from hrss_tui.errors import UsageError
from hrss_tui.pack.read import Pack
from hrss_tui.query.places import fold
from hrss_tui.records import Document, Observation
from hrss_tui.reference import prefectures
from hrss_tui.reference.places import (
    NATION,
    Place,
    customary,
    find_place,
    is_within,
    named,
    places,
    trimmed,
    whole_of,
)
from hrss_tui.words import Phrase, listed, phrase

_WAYS: tuple[Callable[[Place], Iterable[str]], ...] = (
    lambda place: map(fold, customary(place.code)),
    lambda place: (fold(place.name_en), place.pinyin),
    lambda place: map(fold, _english(place)),
    lambda place: (place.initials,),
)
"""What a place goes by as a whole, the surest first."""


_TYPE: Final = re.compile(r" (?:Autonomous )?(?:Province|Prefecture|City|County|District|Banner|League)$")
_CHINESE: Final = re.compile(r"[\u3400-\u9fff]")
_PARTS = 3
"""Names that a whole name may be put together of: province, prefecture, county."""
_LONGEST = 40


def _english(place: Place) -> Iterator[str]:
    """What a place is called in English for short: without its type, and by the names that custom gave a prefecture."""
    yield _TYPE.sub("", place.name_en)
    for each in prefectures():
        if each.code == place.code:
            yield from (name for name in each.names() if not _CHINESE.search(name))


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
        fitting = _whole([place for place in known if wanted in names(place)])
        if fitting:
            return _one(name, fitting)
    in_force = find_place(name)
    if in_force is not None:
        return in_force.code
    elsewhere = [places()[code] for code in named(name) or _named_within(wanted)]
    within = [place for place in known if wanted and wanted in fold(place.name)]
    if not elsewhere and not within:
        has = phrase("error.no_place.has", found=listed(map(_said, known))) if known else ""
        raise UsageError(phrase("error.no_place", name=name), phrase("error.no_place.hint", has=has))
    return _one(name, within or elsewhere)


def _whole(found: Sequence[Place]) -> list[Place]:
    """Of a province and a prefecture in it of one name (吉林) the province, of a prefecture and a county in it the prefecture;
    of places that do not lie in one of them (朝阳市, 朝阳区) all.
    """
    widest = min(found, key=lambda place: len(place.code), default=None)
    if widest is not None and all(is_within(place.code, widest.code) for place in found):
        return [widest]
    return list(found)


def _named_within(name: str, parts: int = _PARTS) -> list[str]:
    """Codes of the places that a name means behind that of what they lie in: 北京市朝阳区, 长春朝阳."""
    if parts < 2 or len(name) > _LONGEST:
        return []
    found: dict[str, None] = {}
    for cut in range(1, len(name)):
        inside = named(name[cut:])
        wholes = (named(name[:cut]) or _named_within(name[:cut], parts - 1)) if inside else ()
        found |= dict.fromkeys(
            code for code in inside for whole in wholes if code != whole and is_within(code, whole)
        )
    return list(found)


def _one(name: str, fitting: Sequence[Place]) -> str:
    if len(fitting) > 1:
        message = phrase("error.many_places", name=name, count=len(fitting))
        raise UsageError(message, phrase("error.many_departments.hint", found=listed(map(_said, fitting))))
    return fitting[0].code


def _said(place: Place) -> Phrase:
    """A place with its code, by which it is told from others of the name."""
    whole = full_name(place)
    return Phrase(f"{whole} {place.code}", f"{whole.en} {place.code}")


def full_name(place: Place, name: str = "") -> Phrase:
    """A place behind what it lies in: 北京市朝阳区; `name` is what it is called itself."""
    around = places().get(whole_of(place.code))
    own = name or place.name
    return (
        Phrase(own, place.name_en)
        if around is None
        else Phrase(f"{around.name}{own}", f"{place.name_en}, {around.name_en}")
    )


def told_apart(codes: Iterable[str | None], *, short: bool = False) -> dict[str, Phrase]:
    """Code → what a place is called among some: of those of one name each behind what it lies in."""
    found = [places()[code] for code in dict.fromkeys(codes) if code and code in places()]
    own = {place.code: Phrase(place.short_name if short else place.name, place.name_en) for place in found}
    names, english = Counter(own.values()), Counter(name.en for name in own.values())
    return {
        place.code: Phrase(
            full_name(place, name) if names[name] > 1 else name,
            full_name(place).en if english[name.en] > 1 else name.en,
        )
        for place in found
        for name in [own[place.code]]
    }
