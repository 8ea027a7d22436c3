"""Lists of the indicators of several projects: columns beside the indicators say whose they are."""

from __future__ import annotations

from tests.made_performance import form, read

HEADER = (
    "序号",
    "预算单位",
    "项目名称",
    "预算金额",
    "一级指标",
    "二级指标",
    "三级指标",
    "指标值",
    "单位",
    "权重",
    "自评得分",
)
LISTED = (
    "1\t东山某中心\t甲类补贴\t310.50\t产出指标\t数量指标\t补贴人数\t≥820\t人\t60\t59",
    "\t\t\t\t效益指标\t社会效益指标\t稳定就业率\t≥91\t%\t40\t40",
    "2\t\t乙类培训\t42.00\t产出指标\t数量指标\t培训期数\t=7\t期\t100\t98",
    "3\t西山某中心\t丙类稽核\t18.00\t产出指标\t质量指标\t结案率\t≥96.5\t%\t100\t97",
)


def test_each_project_of_a_list_has_its_own_form_money_and_indicators() -> None:
    made = read(form(LISTED, ("单位：万元",), HEADER))
    assert [(row.project, row.unit_name, row.indicator, row.value, row.unit) for row in made.targets] == [
        ("甲类补贴", "东山某中心", "补贴人数", "820", "人"),
        ("甲类补贴", "东山某中心", "稳定就业率", "91", "%"),
        ("乙类培训", "东山某中心", "培训期数", "7", "期"),
        ("丙类稽核", "西山某中心", "结案率", "96.5", "%"),
    ]
    assert [(row.project, row.amount) for row in made.tables] == [
        ("甲类补贴", 310_500_000),
        ("乙类培训", 42_000_000),
        ("丙类稽核", 18_000_000),
    ]
    assert [row.printed for row in made.unread] == ["自评得分"]


def test_a_column_of_departments_beside_other_columns_holds_no_units() -> None:
    header = ("一级指标", "二级指标", "三级指标", "指标值", "权重", "单位")
    rows = (
        "产出指标\t数量指标\t补贴人数\t≥820\t60\t东山某中心",
        "效益指标\t社会效益指标\t覆盖乡镇\t≥9\t40\t东山某中心",
    )
    assert {row.unit for row in read(form(rows, (), header)).targets} == {None}
