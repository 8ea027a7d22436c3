"""Variants and pinyin as they are shipped."""

from __future__ import annotations

import sys
from typing import Any

import pytest

from hrss_tui.compile.lookup import lookup
from hrss_tui.compile.pipeline import Compiled
from hrss_tui.errors import UsageError
from hrss_tui.pack.read import decode_pack


@pytest.fixture(scope="module")
def shipped(pack_data: bytes) -> dict[str, Any]:
    found: dict[str, Any] = decode_pack(pack_data, "seeds").head["lookup"]
    return found


def test_only_what_can_lead_to_a_character_of_the_documents_is_shipped(
    shipped: dict[str, Any], tables: dict[str, list[dict[str, Any]]]
) -> None:
    texts = "".join(row["text"] for row in tables["blocks"])
    names = "".join(name for row in tables["prefectures"] for name in (row["name"], *row["aliases"]))
    names += "".join(name for row in tables["indicators"] for name in (row["name"], *row["aliases"]))
    occurring = set(texts + names + "".join(row["title"] for row in tables["documents"]))
    variants = dict(zip(*shipped["variants"], strict=True))
    assert variants["會"] == "会"
    assert variants["勞"] == "劳"
    assert variants["裏"] == variants["裡"] == "里"
    # Where OpenCC differs from its predecessor, as the changelog of the data says.
    assert [variants.get(char) for char in "幷逕遶甦"] == ["并", "径", "绕", None]
    assert all(variant in occurring or folded in occurring for variant, folded in variants.items())
    assert not set(variants) & set(variants.values())
    assert set("".join(shipped["pinyin"].values())) <= occurring


def test_readings_are_those_of_the_words(shipped: dict[str, Any]) -> None:
    readings = shipped["pinyin"]
    assert "喀" in readings["ka"]
    assert "什" in readings["shi"]
    assert "会" in readings["hui"]
    assert "和" in readings["he"]
    assert "楞" in readings["leng"]
    assert list(readings) == sorted(readings)


@pytest.mark.parametrize("library", ["opencc", "pypinyin"])
def test_without_its_libraries_building_names_the_remedy(
    compiled: Compiled, monkeypatch: pytest.MonkeyPatch, library: str
) -> None:
    monkeypatch.setitem(sys.modules, library, None)
    with pytest.raises(UsageError, match="pip install"):
        lookup(compiled.tables)
