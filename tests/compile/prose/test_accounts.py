"""Explanations of final accounts, item by item of the classification, with invented places and figures."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import Built, observe

HEAD = "随州市就业局2031年度部门决算\n\n二、支出决算具体情况\n\n"
WHOLE = (
    "2031年一般公共预算财政拨款支出年初预算为310.5万元，支出决算为298.2万元，完成年初预算的96.04%。"
    "决算数小于预算数的主要原因：{reason}。其中：\n\n"
)


def told(text: str, *names: str) -> list[tuple[object, ...]]:
    """The printed figures of a final account with the columns that are asked for."""
    return [
        (record.printed, *(getattr(record, name) for name in names))
        for record in observe(HEAD + text, kind="budget", year=2031)
    ]


@pytest.mark.parametrize(
    "item",
    [
        "教育支出（类）职业教育（款）技校教育（项）",
        "社会保障和就业支出（类）就业补助（款）",
        "住房保障支出(类)住房改革支出(款)住房公积金(项)",
    ],
)
@pytest.mark.parametrize(
    "reason", ["人员减少", "部分项目未达到年初预期", "培训（类）支出减少，其中项目进度较年初放缓"]
)
def test_each_paragraph_is_about_the_item_it_names_first(item: str, reason: str) -> None:
    text = WHOLE.format(reason=reason) + (
        f"1、{item}。主要用于：日常开支。年初预算为52.4万元，支出决算为49.1万元，完成年初预算的93.70%。\n\n"
        "2、卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）。主要用于：医疗保险。年初预算为7.3万元，支出决算为7.3万元。\n"
    )
    other = "卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）"
    assert told(text, "subject", "kind")[3:] == [
        ("52.4", f"{item} 年初预算", "amount"),
        ("49.1", f"{item} 支出决算", "amount"),
        ("93.70", f"{item} 支出决算完成年初预算", "amount"),
        ("7.3", f"{other} 年初预算", "amount"),
        ("7.3", f"{other} 支出决算", "amount"),
    ]


def test_an_item_on_a_line_of_its_own_is_what_the_paragraph_below_is_about() -> None:
    text = WHOLE.format(reason="人员减少") + (
        "1、住房保障支出（类）住房改革支出（款）购房补贴（项）。\n\n主要用于：发放补贴。年初预算为52.4万元，支出决算为49.1万元。\n\n"
        "完成年初预算的93.70%。\n\n（四）其他情况\n\n年初预算为6.1万元。\n"
    )
    item = "住房保障支出（类）住房改革支出（款）购房补贴（项）"
    assert told(text, "subject")[3:] == [
        ("52.4", f"{item} 年初预算"),
        ("49.1", f"{item} 支出决算"),
        ("93.70", f"{item}完成年初预算"),
        ("6.1", "年初预算"),
    ]


def test_accounts_are_of_what_was_planned_and_no_part_of_the_plan() -> None:
    assert told(WHOLE.format(reason="人员减少"), "subject") == [
        ("310.5", "一般公共预算财政拨款支出年初预算"),
        ("298.2", "一般公共预算财政拨款支出 支出决算"),
        ("96.04", "一般公共预算财政拨款支出 支出决算完成年初预算"),
    ]


def test_what_was_foreseen_and_missed_makes_no_figure_a_target() -> None:
    text = "城乡社区支出（类）未达到年初预期，其中规划服务项目完成81%。\n"
    assert told(text, "kind") == [("81", "actual")]


@pytest.mark.parametrize("outcome", ["决算数", "支出决算数", "决算支出数"])
def test_what_was_spent_is_of_what_the_budget_before_it_names(outcome: str) -> None:
    text = (
        f"印刷费预算数为6.5万元，{outcome}为5.2万元，完成年初预算数的80%。其中：公务用车购置及运行费预算数为9万元，"
        f"{outcome}为8万元，完成预算的88.89%，其中：公务用车运行费预算数为4万元，{outcome}为3万元，完成预算的75%。\n"
    )
    subjects = dict(told(text, "subject"))
    assert subjects["5.2"] == f"印刷费 {outcome}"
    assert subjects["80"] == f"印刷费 {outcome}完成年初预算数"
    assert subjects["8"].endswith(f"公务用车购置及运行费 {outcome}")
    assert subjects["4"].endswith(f"公务用车购置及运行费 {outcome} 公务用车运行费预算数")
    assert subjects["3"].endswith(f" 公务用车运行费 {outcome}")


@pytest.mark.parametrize("base", ["比上年累计支出", "较2030年支出", "比上年决算支出数"])
def test_what_was_spent_the_year_before_is_of_that_year(base: str) -> None:
    text = f"印刷费支出12.5万元，{base}14.8万元减少2.3万元，下降15.54%。\n"
    assert told(text, "period", "change")[:2] == [("12.5", "2031", None), ("14.8", "2030", None)]


def test_lists_of_two_sides_have_each_its_change() -> None:
    text = "2031年度收入、支出总计分别为52.5万元、44.3万元，与2030年相比，各减少2.8万元、5.9万元，各下降5.06%、11.75%。\n"
    assert told(text, "subject", "against") == [
        ("52.5", "收入总计", None),
        ("44.3", "支出总计", None),
        ("2.8", "收入总计与2030年相比各减少", "2030年"),
        ("5.9", "支出总计与2030年相比各减少", "2030年"),
        ("5.06", "收入总计与2030年相比各下降", "2030年"),
        ("11.75", "支出总计与2030年相比各下降", "2030年"),
    ]


@pytest.mark.parametrize("base", ["上年", "上年度", "去年同期"])
def test_a_comparison_that_lacks_its_second_word_is_one(base: str) -> None:
    text = f"会议费决算23万元，与{base}下降7.6%。\n"
    assert told(text, "subject", "change", "against")[1:] == [
        ("7.6", f"会议费决算与{base}下降", "decrease", base)
    ]


def test_what_a_comparison_is_against_ends_where_it_says_so() -> None:
    text = "收入、支出总计59.77万元，与上年相比收、支总计各增加5.43万元，增长9.99%。\n"
    assert [row[1] for row in told(text, "against")] == [None, "上年", "上年"]


def test_what_money_goes_to_is_part_of_it() -> None:
    text = "2031年支出64.9万元，主要用于以下方面：教育支出7.6万元，占11.71%；农林水支出57.3万元，占88.29%。\n"
    assert told(text, "subject", "against")[1:3] == [
        ("7.6", "支出 教育支出", None),
        ("11.71", "教育支出占支出", "支出"),
    ]


def test_a_reason_is_neither_a_name_nor_the_whole_of_what_follows_it() -> None:
    text = (
        "本院支出总计174.7万元，完成年初预算97%，决算数小于预算数5.4万元，主要原因：32名职工退休。其中：\n\n"
        "1.教育支出159.9万元。\n\n支出变动较大的主要原因是新增了60.9万元设备款。\n"
    )
    assert told(text, "subject")[2:] == [
        ("5.4", "本院 决算数小于预算数"),
        ("32", "职工退休"),
        ("159.9", "本院支出总计 教育支出"),
        ("60.9", "新增了设备款"),
    ]


@pytest.mark.parametrize("joint", ["；", "。"])
def test_what_spending_includes_is_no_part_of_income(joint: str) -> None:
    text = (
        f"2031年收支总预算92.7万元。收入包括：拨款收入62.7万元、其他收入30万元{joint}支出包括：教育支出46.1万元、农林水支出46.6万元。\n"
        "按功能分类，包括教育支出46.1万元，农林水支出46.6万元。\n"
    )
    assert [row[1] for row in told(text, "subject")][1:] == [
        "收入 拨款收入",
        "收入 其他收入",
        "支出 教育支出",
        "支出 农林水支出",
        "教育支出",
        "农林水支出",
    ]


@pytest.mark.parametrize("joint", ["，", "、"])
def test_a_list_that_gives_each_its_own_may_have_commas(joint: str) -> None:
    text = f"货物、工程、服务采购额分别为86.5万元{joint}15.3万元和94.6万元，占采购总额的44.04%、7.79%和48.17%。\n"
    assert [row[1].partition("占")[0] for row in told(text, "subject")] == ["货物", "工程", "服务采购额"] * 2


def test_assets_counted_otherwise_behind_a_semicolon_are_no_part_of_those_before() -> None:
    text = (
        "本部门共有车辆9辆，其中：机要通信用车4辆、其他用车5辆；单价60万元以上设备2台（套）。\n"
        "共有房屋3栋，其中办公用房2栋、其他用房1栋；车辆6辆，其中一般公务用车6辆；设备7台。\n"
    )
    assert [row[1] for row in told(text, "subject")] == [
        "本部门车辆",
        "本部门车辆 机要通信用车",
        "本部门车辆 其他用车",
        "单价60万元以上设备",
        "房屋",
        "房屋 办公用房",
        "房屋 其他用房",
        "车辆",
        "车辆 一般公务用车",
        "设备",
    ]


def test_a_change_on_the_same_terms_is_of_what_was_told_before() -> None:
    text = (
        "会议费、培训费预算为32.8万元。其中，会议费5万元。同口径比2030年减少8.3万元，按同口径同比下降20%。\n"
    )
    rows = told(text, "subject", "change", "against")
    assert [row[2:] for row in rows[2:]] == [("decrease", "2030年"), ("decrease", "同比")]
    assert not any("口径" in row[1].partition("比")[0] for row in rows)


@pytest.mark.parametrize(
    ("text", "subject", "against", "change"),
    [
        (
            "林果收入 35 万元，较年初预算 41 万元，短收 6 万元",
            "林果收入较年初预算短收",
            "年初预算",
            "decrease",
        ),
        ("林果收入 35 万元，较上年 30 万元，增加 5 万元", "林果收入较上年增加", "上年", "increase"),
        ("林果收入 35 万元，比年初预算超收 5 万元", "林果收入比年初预算超收", "年初预算", "increase"),
        ("车辆费用 2.9 万元，比去年 3.1 万元少 0.2 万元", "车辆费用比去年少", "去年", "decrease"),
        ("接待费用 4 万元，同比去年 1 万元增加 3 万元", "接待费用同比去年增加", "去年", "increase"),
        ("培训费 4 万元，与上年决算数下降 8.6%", "培训费与上年决算数下降", "上年决算数", "decrease"),
        ("培训费支出 4 万元，决算数大于年初预算数 1 万元", "决算数大于年初预算数", "年初预算数", "increase"),
        ("全年支出决算低于预算 2.5 亿元", "支出决算低于预算", "预算", "decrease"),
        (
            "林果收入（同口径）完成 35 万元，增长 4%，增收 1.4 万元",
            "林果收入（同口径）增收",
            None,
            "increase",
        ),
        ("林果收入 35 万元，增长幅度为 4%", "林果收入增长幅度为", None, "increase"),
    ],
)
def test_what_a_change_is_against_may_stand_apart(
    text: str, subject: str, against: str | None, change: str
) -> None:
    row = observe(f"{text}。")[-1]
    assert row.subject.endswith(subject)
    assert (row.against, row.change) == (against, change)


def test_a_level_that_a_change_is_against_has_its_own_time_and_name() -> None:
    rows = observe(
        "车辆费用 2.9 万元，比去年 3.1 万元少 0.2 万元。林果收入 35 万元，较年初预算 41 万元减少 6 万元。"
    )
    assert [(row.subject, row.period) for row in rows[1::3]] == [
        ("车辆费用", "2032"),
        ("林果收入年初预算", "2033"),
    ]
    rows = observe(
        "甲险基金收入预算数 90 万元，决算数 80 万元。其中，保险费收入预算数 60 万元，决算数 50 万元，完成预算的 83.3%；利息收入预算数 30 万元。本年支出预算数 70 万元。"
    )
    assert rows[-2].subject == "甲险基金收入 决算数 利息收入预算数"
    assert rows[-1].subject == "甲险基金 支出预算数"


@pytest.mark.parametrize("added", ["加上", "加", "再加上", "加:", "连同"])
@pytest.mark.parametrize(
    ("other", "side"),
    [("转移性收入", "收入"), ("上级补助收入", "收入"), ("上解支出", "支出"), ("调入资金", "收入")],
)
def test_what_is_added_to_an_account_is_named_without_the_word_that_adds(
    added: str, other: str, side: str
) -> None:
    words = f"2031年，全市政府性基金{side}61.5亿元，{added}{other}20亿元，{side}合计81.5亿元。\n"
    assert [name for _, name in told(words, "subject")] == [f"政府性基金{side}", other, f"{side}合计"]


def test_what_adds_to_a_deed_is_told_as_before() -> None:
    words = "2031年，全市发放创业贷款61.5亿元，加大投放力度20次，加上班次3个。\n"
    assert [name for _, name in told(words, "subject")][1:] == ["加大投放力度", "加上班次"]


@pytest.mark.parametrize(
    ("owner", "kind"),
    [("", "预算"), ("", "合计"), ("", "决算"), ("失业保险基金", "预算"), ("失业保险基金", "合计")],
)
def test_the_other_side_of_an_account_is_no_part_of_what_the_first_was_made_of(kind: str, owner: str) -> None:
    words = (
        f"2031年{owner}收入{kind}90万元，其中：一般公共预算拨款60万元，事业收入30万元。"
        f"支出{kind}80万元，其中：人员经费50万元，项目支出30万元。\n"
    )
    side = f"{owner} 支出{kind}".strip()
    assert [name for _, name in told(words, "subject")][3:] == [side, f"{side} 人员经费", f"{side} 项目支出"]


@pytest.mark.parametrize(("side", "flow"), [("收入", "转移性收入"), ("支出", "转移性支出")])
def test_the_sum_of_an_account_and_what_is_added_in_a_sentence_of_its_own_is_of_both(
    side: str, flow: str
) -> None:
    text = f"随州市2031年预算执行报告\n\n全市政府性基金{side}61.5亿元，增长4.2%。加上{flow}20亿元，{side}合计81.5亿元。\n"
    names = [record.subject for record in observe(text, kind="report", year=2031)]
    assert names[2:] == [flow, f"{side}合计"]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (
            "失业保险基金预算收入 5.5 亿元，预算支出 5.1 亿元",
            ["unemployment_fund_income", "unemployment_fund_expenditure"],
        ),
        (
            "工伤保险基金收入预算 3.2 亿元，支出预算 2.9 亿元",
            ["injury_fund_income", "injury_fund_expenditure"],
        ),
        (
            "社会保险基金预算安排收入 81 亿元，年末滚存结余 96 亿元",
            ["social_insurance_fund_income", "social_insurance_fund_balance"],
        ),
    ],
)
def test_what_is_budgeted_of_a_fund_is_its_aim_and_none_of_what_came_of_it(
    built: Built, words: str, found: list[str]
) -> None:
    done = f"一、2035年执行情况\n\n2035年，{words}。"
    text = f"关于北川县2035年社会保险基金预算执行情况和2036年预算草案的报告\n\n{done}\n\n二、2036年预算草案\n\n2036年，{words}。\n"
    rows = built(text, "kind", "period", "indicator_id")
    assert rows[0][3] is None
    assert [row[3] for row in rows[2:]] == found
    assert {row[1] for row in rows[2:]} == {"target"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (  # a part whose name begins like a verb, behind the colon of its list; the other side behind the list is of the fund
            "失业保险基金总收入 7.2 亿元，其中：征缴收入 5.1 亿元，财政补贴 2.1 亿元；总支出 6.4 亿元，其中稳岗返还 2.2 亿元；当期结余 0.8 亿元。",
            [
                "失业保险基金总收入",
                "失业保险基金总收入 征缴收入",
                "失业保险基金总收入 财政补贴",
                "失业保险基金 总支出",
                "失业保险基金 总支出 稳岗返还",
                "失业保险基金 当期结余",
            ],
        ),
        (  # what is left is of the fund whose parts the sentence before told
            "工伤保险基金总支出 4.3 亿元，其中医疗费 3.1 亿元、伤残津贴 1.2 亿元。当期缺口 0.4 亿元。",
            [
                "工伤保险基金总支出",
                "工伤保险基金总支出 医疗费",
                "工伤保险基金总支出 伤残津贴",
                "工伤保险基金 当期缺口",
            ],
        ),
        (  # of those who pay a fund is none
            "工伤保险缴费人数 31.5 万人，基金收入 2.4 亿元，支出 2.1 亿元。",
            ["工伤保险缴费人数", "工伤保险 基金收入", "工伤保险 支出"],
        ),
    ],
)
def test_the_sides_of_an_account_are_of_its_fund(text: str, names: list[str]) -> None:
    assert [one.subject for one in observe(text)] == names


def test_what_a_fund_took_in_and_spent_so_far_are_its_income_and_spending() -> None:
    found = observe("失业保险基金累计收入 5.7 亿元、累计支出 4.9 亿元、累计结余 12.3 亿元。")
    assert [one.indicator_id for one in found] == [
        "unemployment_fund_income",
        "unemployment_fund_expenditure",
        "unemployment_fund_balance",
    ]
    spent = observe("安排就业补助资金 5.7 亿元，累计支出 4.9 亿元。")
    assert spent[1].indicator_id != "unemployment_fund_expenditure"
