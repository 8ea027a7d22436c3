"""Figures of prose against each other: parts, shares, growth, means, stated numbers, targets."""

from pathlib import Path

import msgspec
import pytest

from hrss_tui.records import Observation
from tests.compile.checks.made import (
    block,
    budget,
    of_kind,
    outcomes,
    performance,
    prefectures,
    project,
    run,
    said,
)
from tests.variants import compile_text


def _insured(whole: str, employees: str, residents: str | None, **rest: str) -> list[Observation]:
    rows = [
        said(10, "基本养老保险人数", whole, "万人", indicator_id="pension_insured", **rest),
        said(11, "职工基本养老保险人数", employees, "万人", indicator_id="employee_pension_insured", **rest),
    ]
    if residents:
        rows.append(
            said(
                12, "居民基本养老保险人数", residents, "万人", indicator_id="resident_pension_insured", **rest
            )
        )
    return rows


def test_an_indicator_is_the_sum_of_its_parts() -> None:
    def status(whole: str, employees: str, residents: str | None) -> list[str]:
        return [
            check.status for check in of_kind(run(_insured(whole, employees, residents)), "indicator_sum")
        ]

    assert status("1336.88", "603.06", "733.82") == ["exact"]
    assert status("1336.89", "603.06", "733.82") == ["rounding"]  # three figures of 0.01 allow 0.015
    assert status("1336.91", "603.06", "733.82") == ["fails"]
    assert status("1336.89", "603.06", None) == ["not_checkable"]


def test_changes_of_the_parts_make_the_change_of_the_whole() -> None:
    rows = _insured("24.11", "16.53", "7.58", change="increase", against="上年末")
    assert [check.status for check in of_kind(run(rows), "indicator_sum")] == ["exact"]
    fewer = _insured("24.11", "31.69", None, change="increase", against="上年末")
    fewer.append(
        said(
            12,
            "居民",
            "7.58",
            "万人",
            indicator_id="resident_pension_insured",
            change="decrease",
            against="上年末",
        )
    )
    assert [check.status for check in of_kind(run(fewer), "indicator_sum")] == ["exact"]


def test_open_parts_may_fall_short_but_not_exceed() -> None:
    def status(whole: str) -> list[str]:
        rows = [
            said(10, "职业技能培训", whole, "万人次", indicator_id="vocational_training"),
            said(11, "农村", "5", "万人次", indicator_id="rural_training"),
            said(12, "失业", "2", "万人次", indicator_id="unemployed_training"),
            said(13, "企业", "3", "万人次", indicator_id="enterprise_training"),
        ]
        return [check.status for check in of_kind(run(rows), "indicator_sum")]

    assert status("10") == ["exact"]
    assert status("20") == ["not_checkable"]
    assert status("7") == ["fails"]


def test_a_part_does_not_exceed_its_whole() -> None:
    def status(part: str) -> list[str]:
        rows = [
            said(10, "累计结存", "17.44", "亿元", indicator_id="injury_fund_balance"),
            said(11, "储备金", part, "亿元", indicator_id="injury_fund_reserve"),
        ]
        return [check.status for check in of_kind(run(rows), "indicator_part")]

    assert (status("2.64"), status("17.45"), status("18.00")) == (["exact"], ["rounding"], ["fails"])


def test_stated_parts_make_their_whole_and_lists_are_taken_apart() -> None:
    whole = said(10, "某厅结转结余", "4.00", "万元", kind="amount")
    beside = [
        said(10, "某厅结转结余 财政拨款", "4.00", "万元", kind="amount", column=20),
        said(10, "某厅结转结余 非财政拨款", "0.00", "万元", kind="amount", column=30),
    ]
    listed = [
        said(12, "结转结余 甲项目", "3.00", "万元", kind="amount"),
        said(13, "结转结余 乙项目", "1.01", "万元", kind="amount"),
    ]
    blocks = [
        block(10, "某厅结转结余 4.00 万元，财政拨款 4.00 万元，非财政拨款 0.00 万元"),
        block(12),
        block(13),
    ]
    own = [said(9, "结转结余", "4.00", "万元", kind="amount")]
    found = run(blocks, [whole, *beside, *own, *listed])
    assert outcomes(found, "stated_parts") == {"10.1": "exact", "9.1/list": "rounding"}


def test_behind_an_opener_stand_the_parts_of_the_part_before_it() -> None:
    text = "项目 20 万元，预算资金 6 万元纳入他处，具体为：甲 1 万元；乙 2 万元、丙 3 万元。"
    rows = [
        said(10, "项目", "20", "万元", kind="amount"),
        said(10, "项目 预算资金", "6", "万元", kind="amount", column=2),
        said(10, "项目 甲", "1", "万元", kind="amount", column=3),
        said(10, "项目 乙", "2", "万元", kind="amount", column=4),
        said(10, "项目 丙", "3", "万元", kind="amount", column=5),
    ]
    assert outcomes(run([block(10, text)], rows), "stated_parts") == {"10.2": "exact"}


def test_a_list_that_begins_anew_divides_the_same_whole(tmp_path: Path) -> None:
    text = "荆城2031年社会保险情况\n\n年末参加养老保险50万人，其中：职工30万人，离退休20万人。其中，企业{}万人，机关10万人。"
    for first, status in (("40", "exact"), ("44", "fails")):
        rows = compile_text(text.format(first), tmp_path)["checks"]
        assert [row["status"] for row in rows if row["kind"] == "stated_parts"] == ["exact", status]


@pytest.mark.parametrize(("first", "status"), [("七万六千", "exact"), ("八万六千", "fails")])
def test_parts_in_several_multipliers_or_words_make_up_their_whole(
    first: str, status: str, tmp_path: Path
) -> None:
    text = (
        f"2031年，外出务工人员11万8千人，其中省外务工{first}人、省内务工4万2千人，劳务收入三十一亿四千万元。"
    )
    rows = compile_text(f"荆城2031年劳务协作情况\n\n{text}\n", tmp_path)["checks"]
    assert [row["status"] for row in rows if row["kind"] == "stated_parts"] == [status]


@pytest.mark.parametrize(
    ("title", "status"),
    [("荆城调整最低工资标准", "not_checkable"), ("荆城2033年最低工资标准", "exact")],
)
def test_of_two_levels_without_a_time_it_is_not_known_which_a_rate_is_of(
    title: str, status: str, tmp_path: Path
) -> None:
    text = "最低工资标准由1600元/月上调至2000元/月，上调400元，涨幅25%。"
    rows = compile_text(f"{title}\n\n{text}\n", tmp_path)["checks"]
    assert [row["status"] for row in rows if row["kind"] == "growth_rate"] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("支出 142.5 亿元，其中统筹内 139.8 亿元；省级拨付 84.6 亿元。", "not_checkable"),
        ("支出 142.5 亿元，其中：统筹内 139.8 亿元；省级拨付 84.6 亿元。", "fails"),
        ("支出 142.5 亿元，其中统筹内 139.8 亿元，省级拨付 84.6 亿元。", "fails"),
    ],
)
def test_what_stands_behind_a_semicolon_is_surely_a_part_only_in_a_list(text: str, status: str) -> None:
    rows = [
        said(10, "支出", "142.5", "亿元", kind="amount"),
        said(10, "支出 统筹内", "139.8", "亿元", kind="amount", column=2),
        said(10, "支出 省级拨付", "84.6", "亿元", kind="amount", column=3),
    ]
    assert outcomes(run([block(10, text)], rows), "stated_parts") == {"10.1": status}


def test_an_incomplete_list_is_not_added_up_and_too_much_contradicts() -> None:
    rows = [
        said(10, "车辆", "5", "辆"),
        said(10, "车辆 甲", "2", "辆", column=2),
        said(10, "车辆 乙", "2", "辆", column=3),
    ]
    assert outcomes(run(rows), "stated_parts") == {"10.1": "not_checkable"}
    rows[0] = said(10, "车辆", "3", "辆")
    assert outcomes(run(rows), "stated_parts") == {"10.1": "fails"}


@pytest.mark.parametrize(
    ("whole", "parts", "status"),
    [
        ("教职工", ("专任教师", "具有高级职称的"), "not_checkable"),
        ("职工", ("女职工", "党员"), "not_checkable"),
        ("企业用工", ("小微企业用工", "劳动密集型企业用工"), "not_checkable"),
        ("企业用工", ("小微企业用工", "大型企业用工"), "fails"),
        ("农民工", ("本地农民工", "外出农民工"), "fails"),
    ],
)
def test_persons_told_apart_by_what_they_are_may_be_counted_twice(
    whole: str, parts: tuple[str, str], status: str
) -> None:
    rows = [said(10, whole, "5.00", "万人")]
    rows += [said(10, f"{whole} {part}", "3.00", "万人", column=2 + i) for i, part in enumerate(parts)]
    assert outcomes(run(rows), "stated_parts") == {"10.1": status}


@pytest.mark.parametrize(
    ("whole", "parts", "unit", "status"),
    [
        ("整改单位", ("未公示价格的", "超范围经营的"), "家", "not_checkable"),
        ("有问题的工地", ("欠缴工伤保险费", "无应急预案"), "个", "not_checkable"),
        ("抽检电梯", ("未按期维保", "有缺陷的"), "台", "not_checkable"),
        ("处罚餐馆", ("克扣小费的", "瞒报收入的"), "家", "not_checkable"),
        ("新建养老机构", ("公办", "民办"), "家", "fails"),
        ("查处违法案件", ("无证经营", "虚假宣传"), "件", "fails"),
    ],
)
def test_who_has_one_fault_may_have_another(
    whole: str, parts: tuple[str, str], unit: str, status: str
) -> None:
    """A case is of one kind; a firm may be found with two faults."""
    rows = [said(10, whole, "50", unit)]
    rows += [said(10, f"{whole} {part}", "30", unit, column=2 + i) for i, part in enumerate(parts)]
    assert outcomes(run(rows), "stated_parts") == {"10.1": status}


@pytest.mark.parametrize(
    ("whole", "parts", "status"),
    [
        ("40", ("52", "36"), "not_checkable"),  # of something else: a part is larger than it
        ("88", ("52", "360"), "fails"),  # a part printed ten times too large
        ("8.8", ("52", "36"), "fails"),  # the whole printed ten times too small
    ],
)
def test_a_part_larger_than_the_whole_is_of_something_else_unless_one_slip_made_it_so(
    whole: str, parts: tuple[str, str], status: str
) -> None:
    rows = [said(10, "培训", whole, "万人次")]
    rows += [
        said(10, f"培训 {name}", part, "万人次", column=2 + i)
        for i, (name, part) in enumerate(zip("甲乙", parts, strict=True))
    ]
    assert outcomes(run(rows), "stated_parts") == {"10.1": status}


@pytest.mark.parametrize(
    ("total", "status"), [("4845.5", "exact"), ("4845.6", "rounding"), ("4846.5", "fails")]
)
def test_the_two_together_are_the_two_figures_before(total: str, status: str) -> None:
    rows = [
        said(10, "社会保障支出", "2943.6", "亿元", kind="cumulative"),
        said(10, "卫生健康支出", "1901.9", "亿元", kind="cumulative", column=2),
        said(10, "两项支出合计", total, "亿元", kind="cumulative", column=3),
    ]
    assert outcomes(run(rows), "stated_parts") == {"10.3/before": status}
    assert outcomes(run(rows[1:]), "stated_parts") == {"10.3/before": "not_checkable"}


@pytest.mark.parametrize("parts", [2, 5, 7])
def test_the_level_of_a_rate_may_stand_before_a_list_of_its_parts(parts: int, tmp_path: Path) -> None:
    named = "、".join(f"{name}{amount}万元" for name, amount in zip(_FUNDS, _AMOUNTS[parts], strict=False))
    text = f"2032年部门财务总收入840万元，其中：{named}。与上年对比增加40万元，增长5%。"
    rows = compile_text(f"某县水利局2032年部门预算公开\n\n三、收入情况\n\n{text}", tmp_path)["checks"]
    assert [row["status"] for row in rows if row["kind"] == "growth_rate"] == ["exact"]


_FUNDS = [
    "一般公共预算",
    "政府性基金",
    "国有资本经营收益",
    "财政专户收入",
    "事业收入",
    "经营收入",
    "其他收入",
]
_AMOUNTS = {2: [800, 40], 5: [700, 40, 60, 30, 10], 7: [700, 40, 40, 20, 10, 10, 20]}


def _growth(percent: str, **rest: str) -> list[Observation]:
    given = {"indicator_id": "unemployment_fund_income", "against": "上年"} | rest
    return [
        said(10, "基金收入", "100.00", "亿元", indicator_id="unemployment_fund_income"),
        said(11, "基金收入比上年增加", "20.08", "亿元", change="increase", **given),
        said(12, "基金收入比上年增长", percent, "%", change="increase", **given),
    ]


def test_growth_is_the_change_by_the_level_before() -> None:
    def status(rows: list[Observation], *notes: str) -> dict[str, str]:
        return outcomes(run(rows, [block(90, note, kind="note") for note in notes]), "growth_rate")

    assert status(_growth("25.13")) == {"12.1": "exact"}  # 20.08 / 79.92 = 25.125 %
    assert status(_growth("25.12")) == {"12.1": "rounding"}
    assert status(_growth("25.20")) == {"12.1": "fails"}
    noted = "增量及增长率根据四舍五入前数据计算。"
    assert status(_growth("25.20"), noted) == {"12.1": "rounding"}
    assert status(_growth("25.30"), noted) == {"12.1": "fails"}
    assert status(_growth("25.13")[::2]) == {"12.1": "not_checkable"}


def test_a_share_is_the_part_by_the_whole_that_is_named() -> None:
    def status(share: str, against: str = "衔接资金总量") -> dict[str, str]:
        rows = [
            said(10, "下达财政衔接资金", "10.50", "亿元"),
            said(11, "安排至县的资金", "7.66", "亿元"),
            said(11, f"安排至县的资金占{against}", share, "%", against=against, column=2),
        ]
        return outcomes(run(rows), "share")

    assert status("72.95") == {"11.2": "exact"}  # 7.66 / 10.50 = 72.952 %
    assert status("72.90") == {"11.2": "rounding"}  # the two amounts allow 0.083
    assert status("72.80") == {"11.2": "fails"}
    assert status("72.95", "一般公共预算支出") == {"11.2": "not_checkable"}


def test_a_share_is_of_the_whole_of_its_own_section_and_uncertain_where_two_have_its_name() -> None:
    def status(share: str) -> list[str]:
        rows = [
            said(10, "五项基金收入", "90.00", "亿元"),
            said(20, "失业保险基金收入", "2.00", "亿元"),
            said(20, "失业保险基金支出", "1.50", "亿元", column=2),
            said(20, "失业保险基金支出占收入", share, "%", against="收入", column=3),
        ]
        blocks = [block(10, section="一、基金"), block(20, section="二、失业保险")]
        return [check.status for check in of_kind(run(blocks, rows), "share")]

    assert status("75.0") == ["exact"]
    assert status("1.7") == ["exact"]  # of the other total, which has the name, too
    assert status("71.0") == ["not_checkable"]  # a slip, or of a third: nobody knows


def test_the_rate_of_a_target_is_rounded_like_any_other_and_one_of_two_is_not_known() -> None:
    def status(*rates: str) -> list[str]:
        level, change, _ = _growth(rates[0], kind="target")
        given = {
            "indicator_id": level.indicator_id,
            "against": "上年",
            "change": "increase",
            "kind": "target",
        }
        stated = [
            said(12, "基金收入比上年增长", rate, "%", column=at, **given) for at, rate in enumerate(rates)
        ]
        return [check.status for check in of_kind(run([level, change, *stated]), "growth_rate")]

    assert status("25.1") == ["exact"]  # 20.08 / 79.92 = 25.125 %
    assert status("25.6") == ["fails"]
    assert status("25.1", "25.6") == ["exact", "not_checkable"]


@pytest.mark.parametrize(("place", "status"), [("65", "fails"), ("nation", "not_checkable")])
def test_a_change_in_the_nation_is_not_that_of_a_level_beside_it(place: str, status: str) -> None:
    level, change, stated = _growth("25.6")
    elsewhere = msgspec.structs.replace(change, place=place)
    found = of_kind(run([level, elsewhere, stated]), "growth_rate")
    assert [check.status for check in found] == [status]


@pytest.mark.parametrize(("told", "checks"), [("4年里", 0), ("", 1)])
def test_a_mean_over_the_steps_between_years_is_not_held_against_all_of_them(told: str, checks: int) -> None:
    rows = [
        said(10, f"{told}减贫人数", "800", "万人", period="2032/2036", kind="cumulative"),
        said(10, f"{told}减贫人数 年均", "200", "万人", period="2032/2036", column=2),
    ]
    assert len(of_kind(run(rows), "average")) == checks


def test_a_mean_is_the_whole_by_the_years() -> None:
    def status(mean: str, operator: str = "=") -> dict[str, str]:
        rows = [
            said(10, "资金量", "818.33", "亿元", period="2021/2025", kind="cumulative"),
            said(10, "资金量 年均", mean, "亿元", period="2021/2025", operator=operator, column=2),
        ]
        return outcomes(run(rows), "average")

    assert status("163.67") == {"10.2": "exact"}  # 163.666
    assert status("163.66") == {"10.2": "rounding"}
    assert status("163.60") == {"10.2": "fails"}
    assert status("160", ">=") == {"10.2": "exact"}
    assert status("164.7", ">=") == {"10.2": "fails"}
    assert status("170", "<=") == {"10.2": "exact"}


@pytest.mark.parametrize("office", ["港务局本级", "港务局（机关）", "港务局机关", "航运集团本部"])
def test_the_own_office_of_a_body_is_none_of_its_subordinates(office: str) -> None:
    units = [block(6, "包括：")] + [
        block(7 + at, f"- {at + 1}.{name}", kind="list_item")
        for at, name in enumerate((office, "灯塔站", "引航站"))
    ]
    for stated, status in (("2", "exact"), ("3", "fails")):
        found = run([], units, [said(5, "下属预算单位", stated, "家")])
        assert [check.status for check in found if check.kind == "stated_count"] == [status]


def test_stated_numbers_are_those_of_the_records() -> None:
    carried = budget(
        "carryover",
        [(2, None, "甲项目", {"total": "1.00"}, "某厅"), (2, None, "乙项目", {"total": "1.00"}, "某厅")],
    )
    units = [block(6, "包括：")] + [
        block(7 + at, f"- {at + 1}.{name}", kind="list_item")
        for at, name in enumerate(("某厅本级", "甲校", "乙中心"))
    ]
    note = block(90, "1.甲、乙 2 项指标包含兵团。", kind="note")
    figures = [
        said(5, "某厅本级预算及下属预算单位", "2", "家"),
        said(20, "预算安排项目", "3", "个"),
        said(21, "整体预算绩效目标", "2", "个"),
        said(22, "上年结转项目", "2", "个"),
        said(23, "甲", "1", "万人", scope_note="包含兵团"),
        said(90, "甲、乙指标包含兵团", "2", "项"),
    ]
    found = run(
        carried,
        [*units, note],
        figures,
        [project(1, "甲", "1.00"), project(2, "乙", "1.00")],
        performance(None, "9.00"),
        performance("丙", "1.00", fiscal="0.00", other="1.00"),
        performance("甲", "1.00", fiscal="1.00", other="0.00"),
    )
    assert outcomes(found, "stated_count") == {
        "5.1": "exact",
        "20.1": "exact",  # two of the narrative, one without appropriations
        "21.1": "fails",
        "22.1": "exact",
        "90.1": "fails",
    }


def test_targets_of_the_text_are_the_totals_by_prefecture() -> None:
    annex = prefectures("46", {"6501": "46"})

    def status(target: str, **rest: str) -> dict[str, str]:
        given = {"indicator_id": "urban_new_jobs", "kind": "target"} | rest
        return outcomes(run(annex, [said(10, "城镇新增就业", target, "万人", **given)]), "prefecture_target")

    assert status("46") == {"10.1": "exact"}
    assert status("46.4") == {"10.1": "rounding"}  # the total prints whole 万
    assert status("47") == {"10.1": "fails"}
    assert status("46", period="2029") == {}
    assert status("41", operator=">=") == {"10.1": "exact"}
    assert status("47", operator=">=") == {"10.1": "fails"}
    assert status("47", operator="<=") == {"10.1": "exact"}
    assert status("41", operator="<=") == {"10.1": "fails"}
    assert status("41", operator="~") == {"10.1": "fails"}


def test_an_outcome_by_prefecture_is_not_held_against_the_target(tmp_path: Path) -> None:
    head = "关于下达2031年四川省就业目标任务的通知\n\n2030年，全省城镇新增就业86万人，完成年度目标80万人的107.5%。\n\n"
    rows = "附件\n\n2031年目标任务分解表\n\n市（州）\t城镇新增就业（万人）\t\n\t2030年完成\t2031年目标\n"
    found = compile_text(f"{head}{rows}成都市\t50\t49\n泸州市\t36\t35\n合计\t86\t84\n", tmp_path)["checks"]
    assert [row for row in found if row["kind"] == "prefecture_target"] == []
    assert {row["status"] for row in found if row["kind"] == "prefecture_sum"} == {"exact"}


def test_units_are_counted_in_the_section_that_states_their_number(tmp_path: Path) -> None:
    text = "2031年东岭县人社局部门预算\n\n一、预算单位构成\n\n本部门纳入编制范围的预算单位共5个。\n\n{}二、名词解释\n\n1.基本支出：指日常支出。\n\n2.项目支出：指专项支出。\n"
    for listed, statuses in (("", ["not_checkable"]), ("1.县局本级\n\n2.县社保中心\n\n", ["fails"])):
        found = compile_text(text.format(listed), tmp_path / str(len(listed)))["checks"]
        assert [row["status"] for row in found if row["kind"] == "stated_count"] == statuses


@pytest.mark.parametrize(
    "text",
    ["求人倍率为 1.32，其中技术工人 2.14，普工 1.18。", "平均年龄 39.4 岁，其中男性 40.1 岁，女性 38.2 岁。"],
)
def test_ratios_and_ages_of_parts_make_up_no_whole(tmp_path: Path, text: str) -> None:
    tables = compile_text(f"2031年东岭县就业工作情况\n\n{text}\n", tmp_path)
    assert len(tables["observations"]) == len(["whole", "part", "part"])
    assert [row for row in tables["checks"] if row["kind"] == "stated_parts"] == []


@pytest.mark.parametrize(("skills", "status"), [("600", "exact"), ("500", "not_checkable")])
def test_hours_of_parts_make_up_the_whole(tmp_path: Path, skills: str, status: str) -> None:
    text = f"培训 900 学时（技能培训 {skills} 学时、安全培训 300 学时）。"
    tables = compile_text(f"2031年东岭县就业工作情况\n\n{text}\n", tmp_path)
    assert [row["status"] for row in tables["checks"] if row["kind"] == "stated_parts"] == [status]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("年末全州技能人才突破80万人，其中高技能人才26.42万人，占技能人才的31.2%。", "share"),
        ("年末全州农民工总量50万人，其中外出农民工超过30万人，占农民工总量的62.3%。", "share"),
        ("年末全州就业人员60万人，其中城镇就业人员38万人，占全州就业人员的60%以上。", "stated_share"),
        ("全州招录公务员600余人，比上年增加60人，增长10.6%。", "growth_rate"),
    ],
)
def test_what_only_has_a_bound_does_not_fail(tmp_path: Path, sentence: str, kind: str) -> None:
    text = f"河东州2033年人力资源和社会保障事业发展统计公报\n\n{sentence}\n"
    rows = compile_text(text, tmp_path)["checks"]
    assert {row["status"] for row in rows if row["kind"] == kind} == {"not_checkable"}


def test_the_target_of_a_whole_is_not_that_of_some_of_its_divisions(tmp_path: Path) -> None:
    head = "关于下达2031年四川省就业目标任务的通知\n\n2031年，全省城镇新增就业目标为{}万人。\n\n附件\n\n2031年部分市州目标任务分解表\n\n"
    rows = "市（州）\t城镇新增就业（万人）\n成都市\t50\n泸州市\t36\n{}\t86\n"
    for target, name, status in (
        (120, "小计", "not_checkable"),
        (120, "合计", "not_checkable"),
        (60, "小计", "fails"),
    ):
        found = compile_text(head.format(target) + rows.format(name), tmp_path / f"{target}{name}")["checks"]
        assert [row["status"] for row in found if row["kind"] == "prefecture_target"] == [status]


@pytest.mark.parametrize(("of_all", "status"), [("900.5", "not_checkable"), ("500.5", "fails")])
def test_a_figure_of_the_nation_exceeds_those_of_some_provinces(
    of_all: str, status: str, tmp_path: Path
) -> None:
    text = "# 2033年部分地区工伤保险情况\n\n地区\t参加工伤保险人数（万人）\n全国\t{}\n河北\t310.5\n湖南\t240.5\n青海\t60.5\n"
    rows = compile_text(text.format(of_all), tmp_path)["checks"]
    assert [row["status"] for row in rows if row["kind"] == "prefecture_sum"] == [status]


def test_lengths_were_measured_and_things_were_counted(tmp_path: Path) -> None:
    text = (
        "# 临江市2033年国民经济和社会发展统计公报\n\n"
        "公路总里程9001公里，其中：国道2000公里，省道3000公里，县道4002公里。"
        "桥梁901座，其中：国道200座，省道300座，县道402座。\n"
    )
    rows = compile_text(text, tmp_path)["checks"]
    statuses = {row["unit"]: row["status"] for row in rows if row["kind"] == "stated_parts"}
    assert statuses == {"公里": "rounding", "座": "fails"}


@pytest.mark.parametrize(("rate", "status"), [("50.63", "exact"), ("51.63", "fails")])
def test_growth_is_held_against_what_is_told_beside_it_under_its_own_name(
    rate: str, status: str, tmp_path: Path
) -> None:
    text = (
        "荆城水利局2033年部门预算\n\n一、支出情况\n\n工资福利支出预算905709.06元，同比增加21557.64元，增长2.44%。\n\n"
        f"商品和服务支出预算75800元，同比增加25478.51元，增长{rate}%。\n"
    )
    rows = [row for row in compile_text(text, tmp_path)["checks"] if row["kind"] == "growth_rate"]
    assert [row["status"] for row in rows] == ["exact", status]


def test_growth_without_an_amount_is_not_held_against_that_of_another_item(tmp_path: Path) -> None:
    text = (
        "荆城水利局2033年部门预算\n\n一、支出情况\n\n工资福利支出预算905709.06元，同比增加21557.64元，增长2.44%。\n\n"
        "商品和服务支出预算同比增长50.63%。\n"
    )
    rows = [row for row in compile_text(text, tmp_path)["checks"] if row["kind"] == "growth_rate"]
    assert [row["status"] for row in rows] == ["exact", "not_checkable"]


@pytest.mark.parametrize(
    ("text", "kind", "statuses"),
    [
        (
            "全市生产总值达到137亿元，较2030年的93亿元增加44亿元，增长33.6%。",
            "stated_growth",
            [],
        ),
        (
            "全市销售额达到137亿元，较2030年的93亿元增加44亿元，增长33.6%。",
            "stated_growth",
            ["fails"],
        ),
        (
            "年末经营主体3900户。其中，内资企业800户；外资企业10户；私营企业700户；个体工商户3080户。",
            "stated_parts",
            [],
        ),
        (
            "年末经营主体3900户。其中，内资企业800户；外资企业20户；个体工商户3095户。",
            "stated_parts",
            ["fails"],
        ),
    ],
)
def test_what_need_not_agree_does_not_fail(text: str, kind: str, statuses: list[str], tmp_path: Path) -> None:
    rows = compile_text(f"# 临江市2033年国民经济和社会发展统计公报\n\n{text}\n", tmp_path)["checks"]
    found = [row["status"] for row in rows if row["kind"] == kind]
    assert [status for status in found if status == "fails"] == statuses


def test_training_for_some_is_not_all_training(tmp_path: Path) -> None:
    text = "# 临江市2034年政府工作报告\n\n## 2034年民生实事\n\n为养老护理员开展职业技能培训5万人次。\n\n开展补贴性职业技能培训30万人次。\n"
    rows = compile_text(text, tmp_path)["checks"]
    assert [row["status"] for row in rows if row["kind"] == "indicator_part"] == ["not_checkable"]


@pytest.mark.parametrize(
    "text",
    [
        "收入合计100万元，其中：财政拨款收入80万元，占80%，其中一般公共预算60万元，占75%；其他收入20万元，占20%。",
        "公务用车费支出21万元，占75%，其中车辆运行费15万元、车辆购置费6万元；公务接待费支出7万元，占25%。",
    ],
)
def test_the_share_of_a_part_is_of_what_it_is_a_part_of(text: str, tmp_path: Path) -> None:
    rows = compile_text(f"# 临江市财政局2033年度部门决算公开说明\n\n{text}\n", tmp_path)["checks"]
    assert [row["description"] for row in rows if row["status"] == "fails"] == []


@pytest.mark.parametrize(
    ("text", "kind", "statuses"),
    [
        ("基本支出90万元，其中：人员经费70万元；公用经费15万元。", "stated_parts", ["fails"]),
        ("公务用车购置及运行费6万元，其中：购置费0万元，运行维护费9万元。", "stated_parts", ["fails"]),
        ("基本支出90万元，其中：在职人员经费70万元；公用经费15万元。", "stated_parts", []),
        ("全系统“三公”经费90万元，其中：局机关出国费1万元，公务用车购置及运行费6万元，公务接待费2万元。", "stated_parts", ["not_checkable"]),
        ("一般公共预算支出90万元，其中：人员经费70万元；公用经费15万元。", "stated_parts", ["not_checkable"]),
        ("收入总计90万元，其中：本年收入合计70万元，使用非财政拨款结余2万元，年初结转和结余18万元。", "stated_parts", ["exact"]),
        ("支出总计90万元，其中：本年支出合计70万元，结余分配2万元，年末结转和结余28万元。", "stated_parts", ["fails"]),
        ("年初预算数80万元，决算数76万元，预决算差异率-5%。", "stated_growth", ["exact"]),
        ("年初预算数80万元，决算数76万元，预决算差异率5%。", "stated_growth", ["exact"]),
        ("全年预算数80万元，决算数90万元，预决算差异率15.2%；年初预算0万元，决算数0万元，差异率0%。", "stated_growth", ["fails"]),
    ],
)  # fmt: skip
def test_sums_and_rates_of_a_narrative_of_accounts(
    text: str, kind: str, statuses: list[str], tmp_path: Path
) -> None:
    found = compile_text(f"石泉县就业局2031年度部门决算\n\n一、情况说明\n\n2031年度{text}\n", tmp_path)[
        "checks"
    ]
    assert [row["status"] for row in found if row["kind"] == kind] == statuses


@pytest.mark.parametrize(
    ("shares", "status"),
    [
        (("50.00", "30.00", "20.00"), ["exact"]),
        (("50.00", "30.00", "26.00"), ["fails"]),
        (("50.00", "33.00", "21.00"), []),  # of which two is wrong nobody knows
        (("62.50", "37.50", "66.67"), []),  # two that are all there is, and a part of one of them
    ],
)
def test_shares_line_by_line_are_of_one_whole(
    shares: tuple[str, ...], status: list[str], tmp_path: Path
) -> None:
    lines = (
        f"{place}.{name}支出{amount}万元，占{share}%。\n\n"
        for place, (name, amount, share) in enumerate(
            zip(("教育", "农林水", "住房保障"), (40, 24, 16), shares, strict=True), 1
        )
    )
    text = f"石泉县就业局2031年度部门决算\n\n（二）支出决算结构情况\n\n{''.join(lines)}"
    found = compile_text(text, tmp_path)["checks"]
    assert [row["status"] for row in found if "其他各项" in row["description"]] == status


@pytest.mark.parametrize(("share", "status"), [("31", "exact"), ("41", "fails")])
def test_a_share_that_is_aimed_at_is_rounded_as_printed(share: str, status: str, tmp_path: Path) -> None:
    text = (
        "荷塘市“十七五”技能人才规划\n\n到2035年，技能劳动者总量达到约2.9亿人，"
        f"其中高技能人才总量达到9000万人、占技能劳动者总量的比重达到{share}%。\n"
    )
    checks = compile_text(text, tmp_path)["checks"]
    assert [row["status"] for row in checks if row["kind"] == "share"] == [status]


@pytest.mark.parametrize("more", ["增加", "增加安排", "增加支出", "增加投入"])
@pytest.mark.parametrize(
    ("rate", "fails"),
    [("3.6", []), ("13", []), ("4.6", ["4.6"])],
    ids=["of the whole", "of the last part", "of neither"],
)
def test_a_rate_behind_parts_is_of_the_last_or_of_the_whole(
    more: str, rate: str, fails: list[str], tmp_path: Path
) -> None:
    text = (
        "荆城水利局2033年部门预算\n\n一、支出情况\n\n"
        f"2033年支出预算860.5万元，其中：基本支出600.5万元，项目支出260万元，比上年{more}30万元，增长{rate}%。\n"
    )
    rows = compile_text(text, tmp_path)["checks"]
    assert [f"{row['left']:g}" for row in rows if row["status"] == "fails"] == fails
