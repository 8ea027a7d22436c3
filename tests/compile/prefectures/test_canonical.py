"""Which canonical indicator the columns of a table by place are, as the same words are one in a text."""

from __future__ import annotations

import pytest

from hrss_tui.records import PrefectureTotal, PrefectureValue
from tests.compile.prefectures.test_extract import Tables, compiled, sums, unread

REPORT = "关于2029年四川省就业工作情况的通报"


def told(tables: Tables) -> list[tuple[str, str, str | None]]:
    """Metric, operator and indicator of the columns, as the first row has them."""
    rows = [row for row in tables.get("prefecture_values", []) if isinstance(row, PrefectureValue)]
    return [
        (row.metric, row.operator, row.indicator_id)
        for row in rows
        if row.prefecture_code == rows[0].prefecture_code
    ]


def labels(tables: Tables) -> list[str]:
    return [row.metric_label for row in tables["prefecture_totals"] if isinstance(row, PrefectureTotal)]


@pytest.mark.parametrize(
    ("label", "metric", "indicator"),
    [
        ("农村劳动力转移就业（万人次）", "rural_labour_transfer", "rural_labour_transfer"),
        ("农村劳动力外出务工（人次）", "rural_labour_transfer", "rural_labour_transfer"),
        ("城乡居民人均可支配收入（元）", "城乡居民人均可支配收入", "resident_income"),
        ("农村富余劳动力转移就业（人）", "rural_labour_transfer", "surplus_labour_transferred"),
        ("其中：引进高层次人才（人）", "引进高层次人才", None),
        ("农村劳动力转移就业帮扶车间（个）", "农村劳动力转移就业帮扶车间", None),
        ("疆外农村劳动力转移就业（人次）", "疆外农村劳动力转移就业", None),
    ],
)
def test_a_name_is_the_indicator_that_it_is_in_a_text(label: str, metric: str, indicator: str | None) -> None:
    tables, _ = compiled(f"市（州）\t{label}", "成都市\t31", "泸州市\t12", title=REPORT, unit="")
    assert told(tables) == [(metric, "=", indicator)]


def test_a_name_that_is_another_indicator_in_each_of_two_units_is_not_read() -> None:
    rows = ("市（州）\t农村劳动力转移就业\t引进高层次人才", "成都市\t31\t5", "泸州市\t12\t4")
    tables, _ = compiled(*rows, title=REPORT, unit="人、人次")
    assert told(tables) == [("引进高层次人才", "=", "talent_introduced")]
    assert unread(tables) == [("cell", "成都市", "31"), ("cell", "泸州市", "12")]


def test_target_outcome_and_rate_below_one_name_are_of_it() -> None:
    rows = (
        "市（州）\t农村劳动力转移就业\t\t\t",
        "\t目标（万人次）\t完成（万人次）\t完成率（%）\t排名",
        "成都市\t40\t30\t75\t2",
        "泸州市\t10\t9\t90\t1",
    )
    tables, _ = compiled(*rows, title=REPORT, unit="")
    assert told(tables) == [
        ("rural_labour_transfer", "=", "rural_labour_transfer"),
        ("rural_labour_transfer", "=", "rural_labour_transfer"),
        ("rural_labour_transfer:rate", "=", None),
        ("rural_labour_transfer:rank", "=", None),
    ]


def test_parts_below_a_name_are_not_all_of_it() -> None:
    rows = (
        "市（州）\t农村劳动力转移就业（人次）\t\t",
        "\t合计\t县内\t有组织输出",
        "成都市\t40\t30\t10",
        "泸州市\t10\t9\t1",
    )
    tables, _ = compiled(*rows, title=REPORT, unit="")
    assert [indicator for _, _, indicator in told(tables)] == ["rural_labour_transfer", None, None]


@pytest.mark.parametrize(
    ("label", "metric", "operator"),
    [
        ("城镇登记失业率控制在（%）", "urban_registered_unemployment_rate", "<="),
        ("城镇调查失业率不高于（%）", "urban_surveyed_unemployment_rate", "<="),
        ("失业保险参保人数不少于（万人）", "unemployment_insured", ">="),
        ("城镇新增就业达到（人）", "urban_new_jobs", "="),
        ("高校毕业生就业率达到（%以上）", "graduate_employment_rate", ">="),
        ("城镇登记失业率：≤（%）", "urban_registered_unemployment_rate", "<="),
        ("劳务协作签约（人）", "劳务协作签约", "="),
    ],
)
def test_what_a_label_ends_with_is_a_bound_and_no_part_of_the_name(
    label: str, metric: str, operator: str
) -> None:
    tables, _ = compiled(f"市（州）\t{label}", "成都市\t4", "泸州市\t5", title=REPORT, unit="")
    assert [(key, bound) for key, bound, _ in told(tables)] == [(metric, operator)]


def test_columns_that_share_their_leaf_are_told_with_what_stands_above_it() -> None:
    rows = (
        "市（州）\t失业保险（人）\t\t工伤保险（人）\t",
        "\t参保人数\t领取待遇人数\t参保人数\t其中：农民工",
        "成都市\t31\t5\t28\t6",
        "泸州市\t12\t4\t9\t2",
        "合计\t43\t9\t37\t8",
    )
    tables, _ = compiled(*rows, title=REPORT, unit="")
    assert labels(tables) == [
        "失业保险 参保人数",
        "失业保险 领取待遇人数",
        "工伤保险 参保人数",
        "工伤保险 其中：农民工",
    ]
    assert [indicator for *_, indicator in told(tables)] == [
        "unemployment_insured",
        None,
        "injury_insured",
        None,
    ]
    assert [status for status, _ in sums(tables)] == ["exact"] * 4


@pytest.mark.parametrize(
    ("title", "indicator"),
    [
        ("2029年各市州社会保险参保情况", "unemployment_insured"),
        ("2029年各市州社会保险待遇发放情况", None),
    ],
)
def test_an_insurance_alone_is_who_is_insured_where_the_title_says_so(
    title: str, indicator: str | None
) -> None:
    rows = ("市（州）\t失业保险（人）", "成都市\t31", "泸州市\t12")
    tables, _ = compiled(*rows, title=REPORT, table=title, unit="")
    assert [each for *_, each in told(tables)] == [indicator]


def test_a_title_of_some_persons_narrows_its_columns() -> None:
    rows = ("市（州）\t失业保险参保人数（人）", "成都市\t31", "泸州市\t12")
    tables, _ = compiled(*rows, title=REPORT, table="2029年成都平原农民工参加社会保险情况", unit="")
    ((metric, _, indicator),) = told(tables)
    assert indicator is None
    assert metric.endswith("农民工参加社会保险/失业保险参保人数")


def test_a_title_that_lists_its_columns_narrows_none() -> None:
    rows = ("市（州）\t城镇新增就业（人）\t高校毕业生就业率（%）", "成都市\t31\t90", "泸州市\t12\t88")
    tables, _ = compiled(*rows, title=REPORT, table="2029年各市州城镇新增就业和高校毕业生就业情况", unit="")
    assert [indicator for *_, indicator in told(tables)] == ["urban_new_jobs", "graduate_employment_rate"]


@pytest.mark.parametrize("title", ["2029年各市州跨省务工任务分解表", "2029年各市州脱贫人口务工任务分解表"])
def test_a_title_that_names_a_part_gives_no_column_the_whole(title: str) -> None:
    rows = ("市（州）\t农村劳动力转移就业（万人次）", "成都市\t31", "泸州市\t12")
    tables, _ = compiled(*rows, title=REPORT, table=title, unit="")
    assert [indicator for *_, indicator in told(tables)] == [None]
