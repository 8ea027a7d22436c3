"""A table as a page: all its cells, its places, its sources, and nothing that runs or is fetched."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest

from hrss_tui.export.shown.table import html
from tests.export.shown.reading import HOSTILE, assert_alone, sheet


def test_every_cell_stands_in_the_page_with_its_place() -> None:
    read = assert_alone(html(sheet()))
    assert read.rows == [
        ["地方", "人数 (万人)", "出处"],
        ["甲市", "1,234.50", "[1] 第 3 页、第 5 页"],
        ["乙县", "/", "[2] 第 7 行"],
        ["丙县", "9", ""],
    ]
    assert [one.get("data-record") for one in read.all("tr")] == [None, "r:1", "r:2", None]
    assert [one["data-order"] for one in read.all("td") if "data-order" in one] == ["1234.5", "", "9"]
    assert read.texts["title"][0] == read.texts["h1"][0] == "各地就业"
    cited = "".join(read.texts["li"])
    assert "某厅. 各地就业[R]." in cited
    assert "0" * 64 in "".join(read.texts["span"])


def test_the_policy_names_the_style_and_the_script_by_their_digests() -> None:
    read = assert_alone(html(sheet()))
    policy = next(
        one["content"] for one in read.all("meta") if one.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; ")
    for name in ("style", "script"):
        digest = base64.b64encode(hashlib.sha256(read.texts[name][0].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy
    assert "unsafe" not in policy


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_a_document_says_is_text(lang: str) -> None:
    page = html(sheet(HOSTILE, HOSTILE, lang))
    read = assert_alone(page)
    shown = HOSTILE.replace("\x1b", "").replace("\u202e", "")
    assert read.texts["h1"][0] == shown
    assert read.rows[1][0] == shown
    assert len(re.findall(b"<script", page)) == 1
    assert not {"img"} & {name for name, _ in read.elements}
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f\u202a-\u202e\u2066-\u2069]", page.decode())


def test_the_language_is_that_of_the_sheet() -> None:
    assert assert_alone(html(sheet(lang="en"))).all("html")[0]["lang"] == "en"
    assert assert_alone(html(sheet())).all("html")[0]["lang"] == "zh-CN"


def test_the_view_string_is_a_word_of_the_shell() -> None:
    assert "hrss-tui --view 'compare/甲'\"'\"'乙'" in "".join(assert_alone(html(sheet())).texts["code"])


def test_the_same_sheet_is_the_same_file() -> None:
    assert html(sheet()) == html(sheet())
