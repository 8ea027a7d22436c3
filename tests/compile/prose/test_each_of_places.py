"""分别 behind a list of places: what each of them has besides."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.compile.prose.reader import Built
from tests.variants import compile_text

TITLE = "六安市2034年农民工工作情况\n"
PLACES = {"5.2": "341502", "3.1": "341524", "2.4": "341525"}


@pytest.mark.parametrize(
    "text",
    [
        "金安区26万人、金寨县19万人、霍山县11万人；其中返乡创业分别为5.2万人、3.1万人、2.4万人。",
        "省外务工金安区26万人、金寨县19万人、霍山县11万人。其中妇女分别有5.2万人、3.1万人、2.4万人。",
        "建成车间：金安区26家、金寨县19家、霍山县11家，吸纳就业分别为5.2万人、3.1万人和2.4万人。",
        "转移就业：金安区26万人、金寨县19万人、霍山县11万人；取得证书分别达5.2万人、3.1万人、2.4万人。",
        "城镇新增就业：金安区26万人、金寨县19万人、霍山县11万人，失业人员再就业分别为5.2万人、3.1万人、2.4万人。",
    ],
)
def test_what_each_place_has_besides_is_of_it(built: Built, text: str) -> None:
    found = built(TITLE + text, "place_code", "subject")
    assert {row[0]: row[1] for row in found if row[0] in PLACES} == PLACES
    assert all("金寨县" in str(row[2]) for row in found if row[1] == "341524")


def test_parts_of_what_each_place_has_are_of_it_too(built: Built) -> None:
    text = "建成车间：金安区26家、金寨县19家，吸纳就业分别为5.2万人、3.1万人，其中妇女3万人、2万人。"
    assert built(TITLE + text, "place_code")[-2:] == [("3", "341502"), ("2", "341524")]


def test_parts_of_several_places_are_no_sum_of_the_last(tmp_path: Path) -> None:
    text = "省外务工金安区26万人、霍山县11万人。其中广东分别为9万人、7万人。"
    assert compile_text(TITLE + text, tmp_path / "text")["checks"] == []


def test_more_figures_than_places_are_not_read(built: Built) -> None:
    text = "省外务工：金安区26万人、霍山县11万人；其中妇女分别为9万人、7万人、5万人。"
    assert [row[0] for row in built(TITLE + text)] == ["26", "11"]
