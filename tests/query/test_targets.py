"""Targets beside last year's results, written by hand."""

from typing import Any

import pytest

from hrss_tui.errors import NothingFoundError
from hrss_tui.pack.read import Pack
from hrss_tui.query.policies import glossary, policies
from hrss_tui.query.targets import Wanted, targets
from hrss_tui.records import (
    Correction,
    GlossaryTerm,
    PerformanceTable,
    PerformanceTarget,
    Project,
    ProjectBasis,
)
from tests.query.handmade import filled, pack_of


def target(number: int, operator: str, value: str, unit: str, **other: Any) -> PerformanceTarget:
    values = {"indicator": f"指标{number}", "table_id": "t", "line_start": number, **other}
    return filled(
        PerformanceTarget, target_id=f"d:{number}", operator=operator, value=value, unit=unit, **values
    )


@pytest.fixture(scope="module")
def pack() -> Pack:
    return pack_of(
        filled(PerformanceTable, table_id="t", amount=123_00, project="某项目"),
        target(1, ">=", "21", "万人", previous="21.4 万人", previous_value=21.4, previous_unit="万人"),
        target(2, "<=", "5", "%", previous="3%", previous_value=3.0, previous_unit="%"),
        target(3, ">=", "1.2", "万人", previous="9000人", previous_value=9000.0, previous_unit="人"),
        target(4, "=", "7", "个", previous="7个", previous_value=7.0, previous_unit="个"),
        target(5, ">=", "7", "个", previous="60%", previous_value=60.0, previous_unit="%"),
        target(6, ">=", "80", "%", previous="-"),
        target(7, "text", "明显改善", "", previous="有所改善"),
    )


def test_a_difference_is_in_the_unit_of_the_target_and_has_a_direction(pack: Pack) -> None:
    found = {row.indicator: (row.difference, row.direction) for row in targets(pack, Wanted())}
    assert found["指标1"] == (-0.4, "less")
    assert found["指标2"] == (2.0, "less")
    assert found["指标3"] == (0.3, "more")
    assert found["指标4"] == (0.0, "same")


def test_what_cannot_be_compared_has_no_difference(pack: Pack) -> None:
    found = {row.indicator: row.difference for row in targets(pack, Wanted())}
    assert [found[f"指标{number}"] for number in (5, 6, 7)] == [None, None, None]


def test_filters(pack: Pack) -> None:
    def names(**wanted: Any) -> list[str]:
        return [row.indicator for row in targets(pack, Wanted(**wanted))]

    assert names(below_last_year=True) == ["指标1", "指标2"]
    assert names(no_last_year=True) == ["指标6", "指标7"]
    assert names(other_unit=True) == ["指标5"]
    assert names(not_a_number=True) == ["指标7"]
    assert names(pattern="指标3") == ["指标3"]
    with pytest.raises(NothingFoundError):
        targets(pack, Wanted(pattern="没有的"))


def test_a_mended_figure_keeps_what_is_printed() -> None:
    def mend(line: int, printed: str, reading: str) -> Correction:
        place = {"doc_id": "d", "line_start": line, "line_end": line}
        return filled(
            Correction, correction_id=f"c{line}", printed=printed, reading=reading, reason="某因", **place
        )

    pack = pack_of(
        target(1, "<=", "251.4", "万元", doc_id="d", printed="<=25.1.4万元"),
        target(2, "<=", "9.75", "万元", doc_id="d", printed="< =9.7 5万元"),
        target(3, ">=", "9", "%", doc_id="d", printed="$>=9\\%$"),
        mend(1, "<=25.1.4万元", "<=251.4万元"),
        mend(2, "< | =9.7 5万元", "<=9.75万元"),
        mend(3, "$>=9\\%$", ">=9%"),
    )
    found = {row.line_start: (row.printed, row.mended) for row in targets(pack, Wanted())}
    assert found == {1: ("<=25.1.4万元", "某因"), 2: (None, None), 3: (None, None)}


def test_a_target_knows_the_money_of_its_project(pack: Pack) -> None:
    assert {row.amount for row in targets(pack, Wanted())} == {123_00}


def test_a_policy_stands_once_with_everybody_who_rests_on_it() -> None:
    rows = [
        ("a", "《办法》", "某发〔2030〕1号"),
        ("b", "《办法》", "某发〔2030〕 1号"),
        ("b", "《意见》", None),
    ]
    pack = pack_of(
        filled(Project, project_id="a", name="甲项目"),
        filled(Project, project_id="b", name="乙项目"),
        *(
            filled(ProjectBasis, project_id=project, ordinal=place, title=title, doc_number=number)
            for place, (project, title, number) in enumerate(rows, 1)
        ),
    )
    first, second = policies(pack)
    assert (first.title, first.projects) == ("《办法》", ("甲项目", "乙项目"))
    assert (second.title, second.projects) == ("《意见》", ("乙项目",))
    assert policies(pack, "意见") == [second]
    with pytest.raises(NothingFoundError):
        policies(pack, "条例")


def test_the_basis_of_a_target_is_a_policy_with_the_projects_that_rest_on_it() -> None:
    pack = pack_of(
        filled(Project, project_id="a", name="甲项目"),
        filled(ProjectBasis, project_id="a", ordinal=1, title="办法", doc_number="某政发〔2030〕1号"),
        target(1, ">=", "9", "%", basis="某厅《办法》某政发〔2030〕 1 号"),
        target(2, ">=", "9", "%", basis="转发《意见》（某函〔2031〕7号）", doc_id="d"),
        target(3, ">=", "9", "%", basis="历史标准"),
    )
    first, second = policies(pack)
    assert (first.name, first.projects, first.targets) == ("某政发〔2030〕1号 办法", ("甲项目",), ("指标1",))
    assert (first.resting, first.cited) == (2, 2)
    assert (second.name, second.projects, second.target_ids) == ("某函〔2031〕7号 意见", (), ("d:2",))
    assert (second.doc_id, second.line_start) == ("d", 2)
    assert policies(pack, "指标2") == [second]


def test_a_term_is_found_by_a_part_of_it() -> None:
    pack = pack_of(
        filled(GlossaryTerm, doc_id="d", term="机关运行经费", definition="指…"),
        filled(GlossaryTerm, doc_id="d", term="结转", definition="指…"),
    )
    assert [row.term for row in glossary(pack, "运行")] == ["机关运行经费"]
    assert len(glossary(pack)) == 2


def test_that_a_package_has_none_of_them_is_said_otherwise_than_that_a_word_finds_none(pack: Pack) -> None:
    empty = pack_of(filled(PerformanceTable, table_id="t", amount=1, project="某项目"))
    for said, ask in (
        ("绩效目标", lambda: targets(empty, Wanted())),
        ("政策文件", lambda: policies(empty)),
        ("名词解释", lambda: glossary(empty)),
    ):
        with pytest.raises(NothingFoundError, match=f"数据包中没有.*{said}"):
            ask()
    with pytest.raises(NothingFoundError, match="没有这样的绩效目标"):
        targets(pack, Wanted(pattern="没有的词"))
