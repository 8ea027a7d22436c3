"""Forms that set what came of a project beside what was planned: the plan is read, the rest declared."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.checks import checks
from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.records import Check, PerformanceTable, PerformanceTarget, Unread
from tests.made_performance import HEADER, ROWS, form, read

MONEY = (
    "项目名称\t\t甲类岗位补贴\t\t\t\t\t\t",
    "项目资金（万元）\t\t\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分",
    "\t\t年度资金总额\t620.00\t650.00\t598.40\t10\t92.06%\t9.21",
    "\t\t其中：当年财政拨款\t600.00\t610.00\t590.00\t—\t—\t—",
    "\t\t其他资金\t20.00\t40.00\t8.40\t—\t—\t—",
    "年度总体目标\t预期目标\t\t\t\t实际完成情况\t\t\t",
    "\t开发甲类岗位820个。\t\t\t\t全年开发甲类岗位835个。\t\t\t",
)
RESULTS = (
    "一级指标",
    "二级指标",
    "三级指标",
    "年度指标值",
    "实际完成值",
    "分值",
    "得分",
    "偏差原因",
    "改进措施",
)
EVALUATED = (
    "产出指标\t数量指标\t开发甲类岗位数\t≥820个\t835个\t20\t19.5\t\t",
    "\t质量指标\t人员资格符合率\t≥97%\t98%\t20\t20\t\t",
)

PAGE = "<html><body><p>2033年某厅项目支出绩效目标表</p><table>{rows}</table></body></html>"


def test_what_was_planned_is_read_and_what_came_of_it_declared() -> None:
    made = read(form(EVALUATED, MONEY, RESULTS))
    (table,) = made.tables
    assert (table.amount, table.fiscal, table.other) == (620_000_000, 600_000_000, 20_000_000)
    assert table.goal == "开发甲类岗位820个。"
    assert [(row.indicator, row.value, row.weight) for row in made.targets] == [
        ("开发甲类岗位数", "820", 20),
        ("人员资格符合率", "97", 20),
    ]
    assert [(row.kind, row.table_kind, row.printed) for row in made.unread] == [
        *(
            ("column", "performance_tables", name)
            for name in ("全年预算数", "全年执行数", "分值", "执行率", "得分")
        ),
        ("column", "performance_tables", "实际完成情况"),
        ("column", "performance_targets", "实际完成值"),
        ("column", "performance_targets", "得分"),
    ]


def test_one_column_of_money_is_that_of_the_plan() -> None:
    fields = (
        MONEY[0],
        "项目资金（万元）\t\t\t全年预算数\t执行率",
        "\t\t年度资金总额\t650.00\t92.06%",
        *MONEY[5:],
    )
    (table,) = read(form(EVALUATED, fields, RESULTS)).tables
    assert table.amount == 650_000_000


def test_a_column_of_words_that_nobody_knows_is_not_declared() -> None:
    header = (*HEADER[:4], "指标说明", *HEADER[5:])
    assert read(form(ROWS, header=header)).unread == []


def test_a_row_of_a_grid_without_its_value_is_no_part_of_the_row_above(tmp_path: Path) -> None:
    rows = [
        ["一级指标", "二级指标", "三级指标", "目标值", "计量单位"],
        ["产出指标", "数量指标", "招募人数", "≥24", "人"],
        ["", "质量指标", "发放合规率", "", "%"],
        ["", "时效指标", "发放及时率", "≥98", "%"],
    ]
    cells = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row) + "</tr>" for row in rows)
    (tmp_path / "a.html").write_text(PAGE.format(rows=cells), "utf-8")
    tables = compile_folder(tmp_path).tables
    found = [row for row in tables["performance_targets"] if isinstance(row, PerformanceTarget)]
    assert [(row.level2, row.indicator, row.value, row.unit) for row in found] == [
        ("数量指标", "招募人数", "24", "人"),
        ("时效指标", "发放及时率", "98", "%"),
    ]
    assert [row.name for row in tables["unread"] if isinstance(row, Unread)] == ["发放合规率"]


def test_a_result_beside_the_goal_contradicts_no_target(tmp_path: Path) -> None:
    text = "2033年某市某局项目支出绩效自评表\n\n" + form(EVALUATED, MONEY, RESULTS) + "\n"
    (tmp_path / "a.txt").write_text(text, "utf-8")
    tables = compile_folder(tmp_path).tables
    assert [row for row in tables["checks"] if isinstance(row, Check) and row.status == "fails"] == []
    assert len([row for row in tables["performance_tables"] if isinstance(row, PerformanceTable)]) == 1


@pytest.mark.parametrize(
    ("sources", "status", "lost"),
    [
        (("财政拨款\t560.00", "上级资金\t310.00", "本级资金\t250.00", "其他资金\t60.00"), "exact", []),
        (("中央补助\t310.00", "省级补助\t110.00", "本级安排\t200.00"), "exact", []),
        (("中央补助\t310.00", "省级补助\t110.00", "本级安排\t220.00"), "fails", []),
        (("中央补助\t310.00", "乡镇筹措\t310.00"), "not_checkable", ["310.00"]),
    ],
)
def test_money_is_that_of_its_sources_whatever_levels_they_are_of(
    sources: tuple[str, ...], status: str, lost: list[str]
) -> None:
    fields = (
        "项目名称\t甲类补贴\t",
        "项目资金（万元）\t年度资金总额\t620.00",
        *(f"\t{each}" for each in sources),
    )
    made = read(form(EVALUATED, fields))
    (table,) = made.tables
    found = checks({"performance_tables": [table], "unread": [*made.unread]})
    assert [check.status for check in found if check.kind == "performance_money"] == [status]
    assert [row.printed for row in made.unread if row.kind == "cell"] == lost


def test_a_form_of_a_stretch_and_its_year_is_read_for_the_year() -> None:
    fields = (
        "项目名称\t甲类基地\t实施周期年限\t2033年—2035年\t",
        "实施单位\t东山某中心\t资金规模\t930.00万元\t",
        "项目资金（万元）\t实施期资金总额\t930.00\t年度资金总额\t310.00",
        "\t其中：财政拨款\t720.00\t其中：财政拨款\t240.00",
        "\t其他资金\t210.00\t其他资金\t70.00",
        "总体目标\t实施期目标\t\t年度目标\t",
        "\t建成基地3个。\t\t建成基地1个。\t",
    )
    made = read(form(EVALUATED, fields))
    (table,) = made.tables
    assert (table.project, table.unit_name, table.goal) == ("甲类基地", "东山某中心", "建成基地1个。")
    assert (table.amount, table.fiscal, table.other) == (310_000_000, 240_000_000, 70_000_000)
    assert [row.printed for row in made.unread] == ["930.00万元", "实施期目标"]
    found = checks({"performance_tables": [table], "unread": [made.unread[1]]})
    assert [check.status for check in found if check.kind == "performance_money"] == ["exact"]


@pytest.mark.parametrize(
    ("goals", "values"),
    [("实施期目标\t\t\t年度目标", ["3", "98"]), ("年度目标\t\t\t实施期目标", ["9", "95"])],
)
def test_of_the_indicators_of_a_stretch_and_those_of_its_year_the_latter_are_read(
    goals: str, values: list[str]
) -> None:
    fields = (
        "项目名称\t甲类基地\t\t\t\t\t",
        f"总体目标\t{goals}\t\t",
        "\t建成基地9个。\t\t\t建成基地3个。\t\t",
    )
    header = ("一级指标", *("二级指标", "三级指标", "指标值") * 2)
    rows = (
        "产出指标\t数量指标\t建成基地数\t≥9个\t数量指标\t建成基地数\t≥3个",
        "\t质量指标\t验收合格率\t≥95%\t质量指标\t验收合格率\t≥98%",
    )
    made = read(form(rows, fields, header))
    found = [(row.level1, row.level2, row.indicator, row.value) for row in made.targets]
    assert found == [
        ("产出指标", "数量指标", "建成基地数", values[0]),
        ("产出指标", "质量指标", "验收合格率", values[1]),
    ]
    assert "指标值" in [row.printed for row in made.unread]


@pytest.mark.parametrize(
    ("label", "amount"),
    [
        ("资金（万元）", 620_000_000),
        ("预算执行情况（单位：万元）", 620_000_000),
        ("资金投入情况（元）", 62_000),
    ],
)
def test_the_unit_at_the_head_of_the_rows_is_that_of_their_money(label: str, amount: int) -> None:
    money = (MONEY[0], MONEY[1].replace("项目资金（万元）", label), *MONEY[2:])
    (table,) = read(form(EVALUATED, money, RESULTS)).tables
    assert table.amount == amount


def test_a_head_of_rows_without_a_unit_gives_none() -> None:
    money = (MONEY[0], MONEY[1].replace("项目资金（万元）", "资金"), *MONEY[2:])
    made = read(form(EVALUATED, money, RESULTS))
    assert [table.amount for table in made.tables] == [None]
    assert [row.printed for row in made.unread if row.reason == "no_unit"] == ["620.00", "600.00", "20.00"]


HALF_AND_WHOLE = (
    "产出指标\t数量指标\t职业技能评价人数\t≥1,300人\t≥2,900人",
    "\t质量指标\t证书合格率\t≥84%\t≥93%",
)
LEVELS = "一级指标\t二级指标\t三级指标\t"


@pytest.mark.parametrize(
    ("labels", "declared"),
    [
        (("指标值（半年）\t指标值（全年）",), "指标值（半年）"),
        (("上半年目标值\t年度目标值",), "上半年目标值"),
        (("指标值（1-9月）\t指标值",), "指标值（1-9月）"),
        (("目标值（第三季度）\t目标值（全年）",), "目标值（第三季度）"),
        (("指标值\t", "\t\t\t半年\t全年"), "指标值（半年）"),
    ],
)
def test_the_value_of_the_year_is_the_target_beside_that_of_a_part_of_it(
    labels: tuple[str, ...], declared: str
) -> None:
    header = (LEVELS + labels[0], *labels[1:])
    made = read("\n".join(("项目名称\t甲类评价\t\t\t", *header, *HALF_AND_WHOLE)))
    assert [(row.indicator, row.value) for row in made.targets] == [
        ("职业技能评价人数", "2900"),
        ("证书合格率", "93"),
    ]
    assert [row.printed for row in made.unread] == [declared]


def test_the_year_s_value_is_found_before_that_of_a_part_of_it_and_one_alone_is_kept() -> None:
    first = LEVELS + "指标值（全年）\t指标值（半年）"
    rows = ("产出指标\t数量指标\t职业技能评价人数\t≥2,900人\t≥1,300人",)
    made = read("\n".join(("项目名称\t甲类评价\t\t\t", first, *rows)))
    assert [row.value for row in made.targets] == ["2900"]
    alone = LEVELS + "指标值（半年）\t分值权重"
    rows = ("产出指标\t数量指标\t职业技能评价人数\t≥1,300人\t20",)
    made = read("\n".join(("项目名称\t甲类评价\t\t\t", alone, *rows)))
    assert [row.value for row in made.targets] == ["1300"]


@pytest.mark.parametrize(
    "label",
    ["转移支付（项目）名称", "专项转移支付名称", "专项资金名称", "项目（政策）名称", "补助资金名称"],
)
def test_money_handed_down_or_a_policy_is_judged_under_its_own_name(label: str) -> None:
    fields = (MONEY[0].replace("项目名称", label), "中央主管部门\t\t某部\t\t\t\t\t\t", *MONEY[1:])
    made = read(form(EVALUATED, fields, RESULTS))
    assert [table.project for table in made.tables] == ["甲类岗位补贴"]
    assert {row.project for row in made.targets} == {"甲类岗位补贴"}
