"""English of what documents print: names of the reference data, notes of what figures include."""

from __future__ import annotations

import pytest

from hrss_tui.reference.english import english_of


@pytest.mark.parametrize(
    ("printed", "english"),
    [
        ("包含新疆生产建设兵团", "including Xinjiang Production and Construction Corps"),
        ("不包括喀什地区、和田地区", "not including Kashgar Prefecture, Hotan Prefecture"),
        ("含兵团和和田地区", "including Xinjiang Production and Construction Corps, Hotan Prefecture"),
    ],
)
def test_a_note_of_what_a_figure_includes_is_said_in_english(printed: str, english: str) -> None:
    assert english_of(printed) == english


@pytest.mark.parametrize("printed", ["含某项收入", "包括兵团和某项收入", "包含", "包含兵团、"])
def test_a_note_with_a_name_that_is_not_known_stays_as_it_is_printed(printed: str) -> None:
    assert english_of(printed) == ""
