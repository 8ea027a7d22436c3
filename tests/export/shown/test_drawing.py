"""Pictures: every character in its cell, none squeezed, fonts for Chinese named, hostile text is text."""

from __future__ import annotations

import re
from xml.etree import ElementTree

from rich.cells import cell_len

from hrss_tui.export.shown.drawing import CELL, LINE, drawing, svg
from hrss_tui.export.shown.sheet import Picture, Run
from tests.export.shown.reading import HOSTILE

SVG = "{http://www.w3.org/2000/svg}"


def _drawn(data: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(data)


def _texts(root: ElementTree.Element) -> list[tuple[list[int], int, str]]:
    return [
        ([int(at) for at in one.attrib["x"].split()], int(one.attrib["y"]), one.text or "")
        for one in root.iter(f"{SVG}text")
    ]


def test_every_character_has_its_cell() -> None:
    line = (Run("城镇 ab ", "strong"), Run("12.5万人 "), Run("██▌", "bar"), Run(" 末", "dim"))
    root = _drawn(svg(Picture("", (line,))))
    whole = "".join(run.text for run in line)
    cells = dict(zip(_starts(whole), whole, strict=True))
    seen = 0
    for places, _, text in _texts(root):
        assert len(places) == len(text)
        for at, char in zip(places, text, strict=True):
            assert cells[at // CELL] == char
            seen += 1
    assert seen == sum(char not in " █▌" for char in whole)
    assert not any("textLength" in one.attrib or "lengthAdjust" in one.attrib for one in root.iter())


def _starts(text: str) -> list[int]:
    starts, at = [], 0
    for char in text:
        starts.append(at)
        at += cell_len(char)
    return starts


def test_bars_are_as_long_as_their_blocks() -> None:
    root = _drawn(svg(Picture("", ((Run("██▌", "bar"),),))))
    bars = [one for one in root.iter(f"{SVG}rect") if one.attrib.get("class") != "paper"]
    assert [(float(one.attrib["x"]), float(one.attrib["width"])) for one in bars] == [(0, 2.5 * CELL)]
    assert all(float(one.attrib["height"]) <= LINE for one in bars)
    curve = _drawn(svg(Picture("", ((Run("a▁█▄"),),))))
    bars = [one for one in curve.iter(f"{SVG}rect") if one.attrib.get("class") != "paper"]
    assert [float(one.attrib["x"]) for one in bars] == [CELL, 2 * CELL, 3 * CELL]


def test_a_viewer_that_minds_only_the_first_place_of_a_text_has_wide_characters_in_their_cells() -> None:
    root = _drawn(svg(Picture("", ((Run("自治区 2026年3"),),))))
    assert [text for _, _, text in _texts(root)] == ["自", "治", "区", "2026", "年", "3"]


def test_notes_are_not_broken_inside_a_word() -> None:
    note = f"{'某' * 18}[R/OL]. {'x' * 90}"
    rows: dict[int, str] = {}
    for _, y, text in _texts(_drawn(svg(Picture("", ((Run("甲"),),), (note,))))):
        rows[y] = rows.get(y, "") + text
    assert list(rows.values()) == ["甲", "某" * 18, "[R/OL].", "x" * 40, "x" * 40, "x" * 10]


def test_title_and_sources_stand_in_the_file_and_fonts_are_named() -> None:
    root = _drawn(svg(Picture("各地 万人", ((Run("甲 1"),),), ("[1] 某厅. 就业报告[R]. " * 4,))))
    said = "".join(text for _, _, text in _texts(root))
    assert said.startswith("各地万人")
    assert said.count("就业报告") == 4
    wide = float(root.attrib["width"])
    assert all(places[-1] + 2 * CELL <= wide for places, _, _ in _texts(root))
    fonts = next(one.attrib["font-family"] for one in root.iter() if "font-family" in one.attrib)
    assert {"Noto Sans Mono CJK SC", "Microsoft YaHei", "PingFang SC"} <= set(re.findall(r"'([^']+)'", fonts))
    assert "url(" not in fonts


def test_hostile_text_is_text_and_the_file_is_xml() -> None:
    data = svg(Picture(HOSTILE, ((Run(HOSTILE, "bad"), Run("\ufffe\u00ad甲\u0301")),)))
    root = _drawn(data)
    assert {one.tag for one in root.iter()} <= {
        f"{SVG}{name}" for name in ("svg", "title", "rect", "g", "text")
    }
    for places, _, text in _texts(root):
        assert len(places) == len(text)
    assert b"http://x.example" not in data.replace(b"src=", b"") or b"&lt;img" in data


def test_in_a_page_colours_are_those_of_its_classes() -> None:
    inline = drawing(Picture("", ((Run("甲", "t4"), Run("█", "bar"), Run("乙", "newer")),)), styled=True)
    assert "fill=" not in inline
    assert {'class="g-t4"', 'class="r-t4"', 'class="r-bar"', 'class="r-plain"'} <= set(
        re.findall(r'class="[^"]+"', inline)
    )
