"""Money that goes to prefectures stands beside their targets, as read off the narrative by hand."""

from collections import Counter
from typing import Any

Tables = dict[str, list[dict[str, Any]]]


def test_parts_of_one_item_are_one_metric(tables: Tables) -> None:
    rows = [row for row in tables["prefecture_values"] if row["kind"] == "allocation"]
    # 第三部分 七（一）: all fourteen; （七）: six get training bases, five get industrial parks
    assert sorted(Counter(row["metric"] for row in rows).values()) == [5, 6, 14]
    assert {row["year"] for row in rows} == {2026} and {row["unit"] for row in rows} == {"万元"}


def test_amounts_are_those_printed_for_the_prefecture(tables: Tables) -> None:
    rows = {
        (row["prefecture_code"], row["metric_label"]): row
        for row in tables["prefecture_values"]
        if row["kind"] == "allocation"
    }
    assert rows["6531", "自治区社保经办机构业务费补助"]["value"] == 110.25
    assert rows["6540", "国家级、自治区级人力资源产业园补贴"]["value"] == 125.0
    base = next(row for (code, label), row in rows.items() if code == "6505" and "培训基地" in label)
    assert (base["value"], base["printed"], base["line_start"]) == (10.0, "10", 842)


def test_indicators_are_those_that_records_cite(tables: Tables) -> None:
    ids = {row["indicator_id"] for row in tables["indicators"]}
    cited = {row.get("indicator_id") for rows in tables.values() for row in rows if "indicator_id" in row} - {
        None
    }
    assert ids == cited
    assert (
        next(row["name"] for row in tables["indicators"] if row["indicator_id"] == "urban_new_jobs")
        == "城镇新增就业人数"
    )
