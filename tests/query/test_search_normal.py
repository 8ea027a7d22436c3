"""The one normalisation: equal to a reader, equal here; and the way back to what is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrss_tui.query.search.normal import Folding, folding

FOLD = Folding({"會": "会", "障": "障"})
SIGNS = "社會保障就业 \t　,，.0123456789１２０aBé①㈠“”（）\u00a0\u200b\u0301—〔〕…"


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("社會 保障", "社会保障"),
        ("４６ 万人", "46万人"),
        ("1,222.08", "1222.08"),
        ("１，２２２．０８", "1222.08"),
        ("1,234,567元，2,000", "1234567元，2000"),
        ("2021,300", "2021，300"),
        ("12,34", "12，34"),
        ("其中：200，300人", "其中:200，300人"),
        ("BIM 技术", "bim技术"),
        ("human  resources", "human resources"),
        ("Ürümqi u\u0308", "urumqi u"),
        ("博 州\t1.05 ", "博州\t1.05"),
        ("“三支一扶”", '"三支一扶"'),
        ("新就发〔2021〕1号", "新就发[2021]1号"),
        ("2021—2025年", "2021-2025年"),
        ("≠", "≠"),
    ],
)
def test_normal_forms(printed: str, normal: str) -> None:
    assert FOLD.text(printed) == normal


@given(st.text(SIGNS, max_size=40))
def test_both_ways_of_normalising_agree_and_nothing_changes_twice(printed: str) -> None:
    normal = FOLD.mapped(printed)
    assert normal.text == FOLD.text(printed)
    assert len(normal.at) == len(normal.text)
    assert list(normal.at) == sorted(normal.at)
    assert FOLD.text(normal.text) == normal.text


@given(st.text(SIGNS, max_size=40), st.data())
def test_a_span_leads_back_to_what_was_printed(printed: str, data: st.DataObject) -> None:
    normal = FOLD.mapped(printed)
    if not normal.text:
        return
    start = data.draw(st.integers(0, len(normal.text) - 1))
    end = data.draw(st.integers(start + 1, len(normal.text)))
    first, last = normal.printed(start, end)
    assert 0 <= first < last <= len(printed)
    # the characters it leads to fold to the span, but for what is dropped or unfolds to more
    folded = "".join(FOLD[ord(char)] for char in printed[first:last]).replace(",", "，")
    wanted = iter(folded)
    assert all(char in wanted for char in normal.text[start:end])


@given(st.lists(st.text(SIGNS, max_size=12), min_size=1, max_size=5))
def test_blocks_are_normalised_together_as_they_are_alone(texts: list[str]) -> None:
    assert FOLD.text("\n".join(texts)).split("\n") == [FOLD.text(text) for text in texts]


@pytest.mark.parametrize(
    "lookup", [None, 1, {}, {"variants": "ab"}, {"variants": ["ab", 1]}, {"variants": []}]
)
def test_a_head_without_variants_folds_none(lookup: object) -> None:
    assert folding({"lookup": lookup}).text("會") == "會"
