"""Bars of true lengths."""

from __future__ import annotations

from xml.etree import ElementTree

import pytest

from hrss_tui.export.shown.bars import Bar, bars
from hrss_tui.export.shown.change import change_picture
from hrss_tui.export.shown.drawing import CELL, svg, width
from hrss_tui.export.shown.sheet import Picture
from hrss_tui.query.real_change import real_changes
from tests.query.handmade import WAN, change, pack_of

SVG = "{http://www.w3.org/2000/svg}"


def drawn(picture: Picture) -> list[tuple[float, float]]:
    """Left and length of each bar, in pixels from where the bars begin."""
    root = ElementTree.fromstring(svg(picture))
    rects = [one for one in root.iter(f"{SVG}rect") if one.attrib.get("class") != "paper"]
    places = [(float(one.attrib["x"]), float(one.attrib["width"])) for one in rects]
    left = min(x for x, _ in places)
    return [(x - left, wide) for x, wide in places]


def test_bars_are_as_long_as_their_figures_however_small() -> None:
    rows = [Bar("甲", "57,000", 0, 57_000), Bar("乙乙", "-150", 56_000, 55_850), Bar("丙", "0", 0, 0)]
    found = drawn(Picture("", bars(rows)))
    assert found[0] == (0, 40 * CELL)
    assert found[1] == pytest.approx((55_850 / 57_000 * 40 * CELL, 150 / 57_000 * 40 * CELL), abs=0.02)
    assert len(found) == 2


def test_names_and_figures_stand_in_columns_and_what_is_below_nothing_has_room() -> None:
    lines = bars([Bar("甲", "-5", 0, -5), Bar("乙乙", "+15", 0, 15)])
    assert {width(name.text) for name, _, _ in lines} == {6}
    assert [figure.text for _, figure, _ in lines] == [" -5  ", "+15  "]
    assert [(bar.before, bar.long) for _, _, bar in lines] == [(0, 10), (10, 30)]


def test_a_change_is_drawn_as_its_steps_and_its_largest_items() -> None:
    pack = pack_of(
        change("2130101", 100, 40), change("2130102", 60, -10), change("2130103", 10, 5, reason="因人员划转")
    )
    [found] = real_changes(pack)
    picture = change_picture(
        found,
        "某厅 2029→2030",
        "最大的",
        lambda step: step.key,
        lambda item: item.first.code or "",
        lambda amount, signed: f"{amount / WAN:{'+' if signed else ''}g}",
    )
    said = ["".join(run.text for run in line).split() for line in picture.lines]
    assert said == [
        ["last", "135"], ["grew", "+40"], ["shrank", "-10"], ["open.hands", "+5"], ["this", "170"],
        [], ["最大的"], ["2130101", "+40"], ["2130102", "-10"],
    ]  # fmt: skip
    assert picture.title == "某厅 2029→2030"


def test_an_own_change_that_follows_from_the_sum_is_marked() -> None:
    pack = pack_of(
        change("2130101", 70, 30, reason="某局职能划入"),
        change("2130102", 20, 10, reason="某局职能划入增加 10 万元"),
        change(None, 90, 40, change_id="whole", reason="某局职能划入增加 32 万元"),
    )
    [found] = real_changes(pack)
    picture = change_picture(
        found,
        "",
        "",
        lambda step: step.key,
        lambda item: item.first.code or "",
        lambda amount, signed: f"{amount / WAN:{'+' if signed else ''}g}",
    )
    said = ["".join(run.text for run in line).split() for line in picture.lines]
    assert ["2130101", "≈+8"] in said
    assert not any("≈" in word for line in said for word in line if "2130101" not in line)
