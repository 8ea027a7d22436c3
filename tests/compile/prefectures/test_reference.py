"""The rows of `prefectures`: codes of two lengths, one of them for maps."""

from __future__ import annotations

from typing import Any

from hrss_tui.compile.prefectures.reference import rows
from hrss_tui.pack.read import Pack
from hrss_tui.records import PrefectureValue


def value(code: str) -> Any:
    return PrefectureValue(**dict.fromkeys(PrefectureValue.__struct_fields__) | {"prefecture_code": code})  # type: ignore[arg-type]


def test_a_place_has_the_six_digits_of_maps_and_the_corps_which_has_none_no_digits() -> None:
    found = {
        row.code: row.adcode
        for row in rows({"prefecture_values": list(map(value, ("5101", "66", "6608", "659001", "440106")))})
    }
    assert found == {"5101": "510100", "440106": "440106", "659001": "659001", "66": None, "6608": None}


def test_rows_of_a_place_carry_the_same_six_digits(pack: Pack) -> None:
    six = dict(zip(pack.column("prefectures", "code"), pack.column("prefectures", "adcode"), strict=True))
    codes = zip(
        pack.column("prefecture_values", "prefecture_code"),
        pack.column("prefecture_values", "place_code"),
        strict=True,
    )
    assert all(six[code] == place for code, place in codes)
