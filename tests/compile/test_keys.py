"""The tables of measures and metrics name every key that the package uses."""

from __future__ import annotations

from typing import Any

from hrss_tui.compile.keys import measures, metrics
from hrss_tui.pack.read import Pack
from hrss_tui.records import BudgetLine, Measure, Metric, PrefectureValue, Unread


def made(record: type[Any], **values: object) -> Any:
    return record(**dict.fromkeys(record.__struct_fields__) | values)


def test_every_key_of_the_package_is_there(pack: Pack) -> None:
    assert set(pack.column("budget_lines", "measure")) <= set(pack.column("measures", "measure"))
    used = {*pack.column("prefecture_values", "metric"), *pack.column("prefecture_totals", "metric")}
    assert used == set(pack.column("metrics", "metric"))
    assert all(pack.column("measures", "name_en"))


def test_a_measure_nobody_knows_is_called_as_it_is_printed() -> None:
    lines = [
        made(BudgetLine, measure="basic", measure_label="基本支出合计"),
        made(BudgetLine, measure="weather", measure_label="天气"),
    ]
    unread = [made(Unread, measure="project"), made(Unread)]
    assert measures({"budget_lines": lines, "unread": unread}) == [
        Measure(measure="basic", name="基本支出", name_en="Basic spending"),
        Measure(measure="project", name="项目支出", name_en="Projects"),
        Measure(measure="weather", name="天气", name_en=None),
    ]


def value(metric: str, label: str, unit: str) -> PrefectureValue:
    found: PrefectureValue = made(PrefectureValue, metric=metric, metric_label=label, unit=unit)
    return found


def test_a_metric_has_a_unit_where_its_values_have_one_and_says_when_it_is_a_change() -> None:
    rows = [
        value("new_startups", "新增创业人数", "人"),
        value("new_startups", "新增创业", "万人"),
        value("new_startups:change", "增幅", "%"),
        value("new_startups:2", "新增创业", "人"),
        value("河长", "河长", "公里"),
        value("河长", "河长", "人"),
        value("budget-2031:project-1", "河道清淤", "万元"),
    ]
    found = metrics({"prefecture_values": rows})
    assert [(one.metric, one.name, one.name_en, one.unit) for one in found] == [
        ("budget-2031:project-1", "河道清淤", None, "元"),
        ("new_startups", "新增创业人数", "New entrepreneurs", "人"),
        ("new_startups:2", "新增创业人数（2）", "New entrepreneurs (2)", "人"),
        ("new_startups:change", "新增创业人数（变动）", "New entrepreneurs (change)", "%"),
        ("河长", "河长", None, None),
    ]
    assert isinstance(found[0], Metric)
