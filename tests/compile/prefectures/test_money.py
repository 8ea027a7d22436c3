"""Money that goes to prefectures stands beside their targets, as read off the narrative by hand."""

from collections import Counter
from pathlib import Path
from typing import Any

from tests.html_tables import compile_html, html_table

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


def test_a_place_in_an_order_is_no_money_that_is_allotted(tmp_path: Path) -> None:
    """A column 名次 beside the money of two years in a table of what is allotted."""
    page = "<h1>河北省2033年技工教育补助资金分配表</h1>" + html_table(
        "地区|2032年资金（万元）|2033年资金（万元）|增减额（万元）|名次",
        "石家庄市|820|900|80|1",
        "唐山市|610|590|-20|2",
        "合计|1430|1490|60|",
    )
    found = compile_html(page, tmp_path)
    values = {
        (row["metric_label"], row["year"], row["kind"], row["unit"]) for row in found["prefecture_values"]
    }
    assert values == {
        ("2032年资金", 2032, "allocation", "万元"),
        ("2033年资金", 2033, "allocation", "万元"),
        ("增减额", 2033, "change", "万元"),
        ("名次", 2033, "rank", ""),
    }
    assert not [row for row in found["checks"] if row["status"] == "fails"]
