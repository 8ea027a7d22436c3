"""The rows of `prefectures`: what the reference knows of the divisions that the tables of a package are about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from hrss_tui.compile.basics.stamping import place_code
from hrss_tui.records import Document, PrefectureValue, ProjectAllocation, Record
from hrss_tui.records import Prefecture as PrefectureRow
from hrss_tui.reference import prefectures
from hrss_tui.reference.places import CORPS, customary, divisions, places, whole_of

NO_TILE = -1


def rows(tables: Mapping[str, Sequence[Record]]) -> list[PrefectureRow]:
    """The prefectures of the map of tiles where a table is about one or a document is of their province; then others named.

    Those of the map of tiles keep its order; others follow by code, in the order of the standard within their whole.
    """
    cited = set(_cited(row for found in tables.values() for row in found))
    own = _of_the_map()
    known = {row.code for row in own}
    others = [_row(code) for code in places() if code in cited and code not in known]
    wholes = {whole_of(code) for code in known}
    about = any(
        row.place and row.place[:2] in wholes
        for row in tables.get("documents", ())
        if isinstance(row, Document)
    )
    return [*(own if cited & known or about else []), *others]


def _cited(records: Iterable[Record]) -> Iterable[str]:
    for row in records:
        if isinstance(row, PrefectureValue | ProjectAllocation) and row.prefecture_code:
            yield row.prefecture_code


def _row(code: str) -> PrefectureRow:
    place = places()[code]
    siblings = [each.code for each in divisions(whole_of(code))]
    order = siblings.index(code) + 1 if code in siblings else len(siblings) + 1
    return PrefectureRow(
        code=code,
        name=place.name,
        short_name=place.short_name,
        name_en=place.name_en,
        pinyin=place.pinyin,
        initials=place.initials,
        aliases=[name for name in customary(code) if name not in (place.name, place.short_name)],
        groups=[],
        work_order=order,
        code_order=order,
        map_row=NO_TILE,
        map_col=NO_TILE,
        adcode=_adcode(code),
    )


def _adcode(code: str) -> str | None:
    """Six digits of GB/T 2260; None for the corps and its divisions, which are no part of it."""
    return None if code.startswith(CORPS) else place_code(code)


def _of_the_map() -> list[PrefectureRow]:
    return [
        PrefectureRow(
            code=entry.code,
            name=entry.name,
            short_name=entry.short_name,
            name_en=entry.name_en,
            pinyin=entry.pinyin,
            initials=entry.initials,
            aliases=[name for name in entry.aliases if name not in (entry.name, entry.short_name)],
            groups=list(entry.groups),
            work_order=entry.work_points_order,
            code_order=entry.code_order,
            map_row=entry.tile_row,
            map_col=entry.tile_col,
            adcode=_adcode(entry.code),
        )
        for entry in prefectures()
    ]
