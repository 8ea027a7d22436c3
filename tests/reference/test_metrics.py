"""Metrics of prefectures: found under their printed headers, with the unit of their column."""

import pytest

from hrss_tui.reference import indicators, metric_for_label, metrics
from hrss_tui.reference.metrics import metric_by_key, told_metric
from hrss_tui.reference.quantities import find_indicator


def test_keys() -> None:
    assert [metric.key for metric in metrics()][:8] == [
        "urban_new_jobs",
        "hardship_employed",
        "unemployed_reemployed",
        "new_startups",
        "startup_jobs",
        "vocational_training",
        "rural_labour_transfer",
        "organised_transfer_inland",
    ]


@pytest.mark.parametrize(
    ("label", "key", "unit"),
    [
        ("城镇新增 就业人数", "urban_new_jobs", "人"),
        ("就业困难实现 就业人数", "hardship_employed", "人"),
        ("就业转失业 再就业人数", "unemployed_reemployed", "人"),
        ("新增创业 人 数", "new_startups", "人"),
        ("带动就业 人 数", "startup_jobs", "人"),
        ("职业技能培训数 (万人次)", "vocational_training", "人次"),
        ("农村富余劳动力转移 就业总数 (万人次)", "rural_labour_transfer", "人次"),
        ("有组织转移内地 省市就业 (万人)", "organised_transfer_inland", "人"),
    ],
)
def test_printed_headers(label: str, key: str, unit: str) -> None:
    metric = metric_for_label(label)
    assert metric is not None
    assert (metric.key, metric.unit) == (key, unit)


def test_a_spanning_header_is_no_metric() -> None:
    assert metric_for_label("创业及带动就业数") is None


def test_no_label_means_two_metrics() -> None:
    labels = [label for metric in metrics() for label in metric.labels]
    assert len(labels) == len(set(labels))


def test_every_metric_is_an_indicator() -> None:
    known = {entry.indicator_id for entry in indicators()}
    assert {metric.indicator for metric in metrics()} <= known
    assert all(metric_by_key(metric.key) is metric for metric in metrics())


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("企业职工基本养老保险参保人数（人）", "enterprise_pension_insured"),
        ("企业职工养老保险 参保人数 (万人)", "enterprise_pension_insured"),
        ("城镇职工养老保险参保人数（人）", "employee_pension_insured"),
    ],
)
def test_the_insurance_of_enterprises_is_a_part_of_that_of_all_employees(label: str, key: str) -> None:
    metric = metric_for_label(label)
    assert metric is not None
    assert metric.indicator == key
    found = find_indicator(metric.name, metric.unit)
    assert found is not None
    assert found.indicator_id == key


def test_a_label_that_names_its_metric_in_other_words_is_not_doubled() -> None:
    assert told_metric("urban_new_jobs:01-09", "新增城镇就业 1—9月完成")[0] == "新增城镇就业 1—9月完成"
    assert told_metric("urban_new_jobs:rate", "完成率")[0] == "城镇新增就业人数 完成率"
