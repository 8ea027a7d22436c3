"""Narratives of budgets and final accounts, talks and news: who speaks, whose budget, which project, which year; invented."""

from pathlib import Path

import pytest

from tests.compile.prose.reader import observe
from tests.variants import compile_text

_ACCOUNT = "石泉县就业局2031年度部门决算\n\n"


def told(
    text: str, *columns: str, kind: str = "budget", head: str = _ACCOUNT, year: int = 2031
) -> list[tuple[object, ...]]:
    rows = observe(head + text, kind, year)
    return [tuple(getattr(row, column) for column in ("printed", *columns)) for row in rows]


@pytest.mark.parametrize("budget", ["年初预算", "全年预算数", "预算", "调整预算数"])
def test_what_was_done_of_a_budget_is_named_with_it(budget: str) -> None:
    rows = told(f"培训支出 36 万元，完成{budget} 40 万元的 90%。", "subject", "kind", "against")
    assert rows == [
        ("36", "培训支出", "amount", None),
        ("40", f"培训支出{budget}", "amount", None),
        ("90", f"培训支出完成{budget}", "amount", budget),
    ]


def test_the_rate_of_what_was_done_of_a_budget_is_checked(tmp_path: Path) -> None:
    text = (
        f"{_ACCOUNT}培训支出36万元，完成年初预算40万元的{{}}%。\n\n会议费支出9万元，完成预算12万元的75%。\n"
    )
    for rate, status in (("90", "exact"), ("80", "fails")):
        found = compile_text(text.format(rate), tmp_path / rate)["checks"]
        assert [row["status"] for row in found if row["kind"] == "stated_completion"] == [status, "exact"]


@pytest.mark.parametrize("score", ["绩效自评得分为", "自评得分", "绩效自评综合得分为"])
def test_what_was_spent_on_a_project_that_was_judged_is_of_the_project(score: str) -> None:
    text = f"自评覆盖率达到100%。其中，“零工驿站”项目{score}93.5分，全年预算数为52万元，执行数为49.4万元，完成预算的95%。"
    names = [str(row[1]) for row in told(text, "subject")][1:]
    assert names == [
        f"“零工驿站”项目{score.removesuffix('为')}",
        "“零工驿站”项目 全年预算数",
        "“零工驿站”项目 执行数",
        "“零工驿站”项目 执行数完成预算",
    ]


def test_the_project_that_a_paragraph_judges_is_named_once() -> None:
    text = "“零工驿站”项目绩效自评综述：根据设定的目标，项目自评得分为91分。项目全年预算数为52万元，执行数为49.4万元。"
    names = [str(row[1]) for row in told(text, "subject")]
    assert [name.partition(" ")[0] for name in names] == ["“零工驿站”项目"] * 3
    assert [name.partition(" ")[2] for name in names] == ["自评得分", "全年预算数", "执行数"]


def test_parts_behind_a_budget_and_what_was_spent_are_of_what_was_spent(tmp_path: Path) -> None:
    text = "部门支出年初预算为80万元，支出决算为95万元，完成年初预算的118.8%。其中：基本支出60万元，项目支出35万元。"
    found = compile_text(_ACCOUNT + text, tmp_path)["checks"]
    assert [row["status"] for row in found if row["kind"] == "stated_parts"] == ["exact"]


def test_a_share_of_all_spending_is_none_of_one_class(tmp_path: Path) -> None:
    text = (
        "2031年本单位收入总额250万元。\n\n支出包括：208社会保障和就业支出200万元，占总支出的80%；"
        "210卫生健康支出20万元，占8%；303对个人和家庭的补助30万元，占12%。"
    )
    tables = compile_text("石泉县就业局2031年单位预算公开\n\n" + text, tmp_path)
    assert [row for row in tables["checks"] if row["status"] == "fails"] == []
    assert [row["printed"] for row in tables["observations"] if row["unit"] == "对"] == []


@pytest.mark.parametrize("code", ["（213类）", "（21301款）", "（2130104项）", "(类213)"])
def test_the_level_of_a_code_is_no_figure(code: str) -> None:
    assert told(f"农林水支出{code}52万元。") == [("52",)]


def test_so_many_items_in_brackets_are_one() -> None:
    assert ("12",) in told("组织技能竞赛（12项）。")


def test_who_is_left_out_of_a_count_is_not_its_name() -> None:
    rows = told("共接待国内公务团组18个，146人次（不包括陪同人员）。", "subject")
    assert rows[1] == ("146", "接待国内公务团组")


@pytest.mark.parametrize("marks", ["80至90分", "80分—90分", "85-95分"])
def test_a_class_of_marks_is_no_figure(marks: str) -> None:
    rows = told(f"自评平均得分93分，其中{marks}的项目3个。")
    assert rows == [("93",), ("3",)]


_NEWS = "河东市就业新闻\n\n2032-03-16\n\n"


@pytest.mark.parametrize("speaker", ["【嘉宾】", "【局长 李明】", "[主持人]:"])
def test_who_speaks_is_no_part_of_what_is_said(speaker: str) -> None:
    rows = told(f"{speaker}2030年，引进人才210人。", "subject", "period", kind="interview", head=_NEWS)
    assert rows == [("210", "引进人才", "2030")]


@pytest.mark.parametrize("label", ["访谈时间", "直播时间", "采访日期", "召开时间"])
def test_the_day_of_a_talk_is_that_of_the_document(label: str, tmp_path: Path) -> None:
    text = f"河东市人社局局长做客在线访谈\n\n{label}：2033年5月6日\n\n今年一季度，城镇新增就业2.1万人。\n"
    tables = compile_text(text, tmp_path)
    assert tables["documents"][0]["date"] == "2033-05-06"
    assert [row["period"] for row in tables["observations"]] == ["2033-01/2033-03"]


def test_all_of_a_year_told_before_it_is_over_is_the_year_before() -> None:
    columns = ("period", "kind")
    text = "该市成立调解中心，全年处理争议620件，涉及职工1450人。\n\n全年计划培训800人。"
    rows = told(text, *columns, kind="other", head=_NEWS, year=2032)
    assert rows == [
        ("620", "2031", "actual"),
        ("1450", "2031", "actual"),
        ("800", "2032", "target"),
    ]
    late = told(
        "全年处理争议620件。", *columns, kind="other", head=_NEWS.replace("03-16", "12-28"), year=2032
    )
    assert late == [("620", "2032", "actual")]


def test_a_place_that_will_do_something_plans_it() -> None:
    rows = told("2032年，赣州将新建驿站30家。", "kind", kind="other", head=_NEWS, year=2032)
    assert rows == [("30", "target")]


def test_a_place_alone_has_what_the_place_before_it_has_in_that_unit() -> None:
    text = "其中，喀什市处理案件310件，追回工资86万元；莎车县140件，追回工资41万元，伽师县90件。"
    names = [(row[0], row[1]) for row in told(text, "subject", kind="other", head=_NEWS, year=2032)]
    assert [name for printed, name in names if printed in ("140", "90")] == [
        "莎车县处理案件",
        "伽师县处理案件",
    ]


@pytest.mark.parametrize(
    "words", ["实现在建项目覆盖率", "实现有组织输出占比", "项目前期完成率", "适当前移比例"]
)
def test_a_word_that_only_holds_a_word_of_now_names_no_time(words: str) -> None:
    rows = told(f"2030年，{words}97%。", "period", kind="other", head=_NEWS, year=2032)
    assert rows == [("97", "2030")]


def test_a_level_of_an_earlier_budget_is_of_its_year() -> None:
    rows = told("培训费45万元，比2030年预算数30万元增加15万元。", "period", "change", kind="other")
    assert rows[1:] == [("30", "2030", None), ("15", "2031", "increase")]


def test_a_project_that_was_judged_is_named_by_its_marks_too() -> None:
    text = "开展了部门评价。“零工驿站”项目自评得分97分，项目全年预算数52万元，执行数49万元。"
    names = [str(row[1]) for row in told(text, "subject")]
    assert [name.partition("项目")[0] for name in names] == ["“零工驿站”"] * 3
    assert names[1].endswith(" 全年预算数")


def test_what_there_is_under_a_heading_of_what_is_arranged_is_no_aim() -> None:
    head = "石泉县就业局2031年部门预算说明\n\n一、经费预算安排情况\n\n"
    text = "单位现有执法车7辆，其中：轿车3辆。\n\n（一）绩效目标。编制目标的项目9个，涉及资金620万元。"
    rows = told(text, "kind", head=head)
    assert [row for row in rows if row[0] != "9"] == [("7", "actual"), ("3", "actual"), ("620", "amount")]


def test_those_who_fill_posts_are_no_part_of_them(tmp_path: Path) -> None:
    text = "在职人员编制31人，其中：事业编制31人；在职实有27人；离退休人员14人。"
    assert [row[1] for row in told(text, "subject")][2] == "在职实有"
    checks = compile_text(_ACCOUNT + text, tmp_path)["checks"]
    assert [row for row in checks if row["status"] == "fails"] == []


@pytest.mark.parametrize("paid", ["财政全额供养66人", "财政差额补助52人，经费自理14人"])
def test_the_retired_are_no_part_of_those_whom_the_treasury_pays(paid: str) -> None:
    text = f"在职实有66人，其中：{paid}。离退休人员29人，其中：离休2人，退休27人。"
    names = [str(row[1]) for row in told(text, "subject")]
    assert names[-3:] == ["离退休人员", "离退休人员 离休", "离退休人员 退休"]


@pytest.mark.parametrize("quota", ["车辆编制", "核定车辆编制数", "车辆定编", "执法执勤用车编制"])
def test_how_many_vehicles_there_may_be_is_not_how_many_there_are(quota: str) -> None:
    rows = told(f"{quota}9辆，实有车辆8辆。", "indicator_id")
    assert rows == [("9", None), ("8", "asset_vehicles")]


def test_parts_that_make_up_the_whole_leave_what_stands_behind_them_beside_it(tmp_path: Path) -> None:
    text = "2031年建成驿站30个，其中：城区驿站18个；乡镇驿站12个；流动驿站9个。"
    checks = compile_text(_ACCOUNT + text, tmp_path)["checks"]
    assert [row["status"] for row in checks if row["kind"] == "stated_parts"] in ([], ["not_checkable"])
    wrong = compile_text(_ACCOUNT + text.replace("12个；流动驿站9个", "15个"), tmp_path / "wrong")["checks"]
    assert [row["status"] for row in wrong if row["kind"] == "stated_parts"] == ["fails"]


def test_a_change_against_what_it_is_compared_with_is_of_the_sentence_before() -> None:
    rows = told("2031年财务总收入136万元。与上年对比增加6万元。", "subject", "change")
    assert rows[1] == ("6", "财务总收入与上年对比增加", "increase")


@pytest.mark.parametrize("said", ["215类社会保险事务", "236类人社事务", "208类政务服务事项支出"])
def test_kinds_that_are_counted_are_no_class_of_the_classification(said: str) -> None:
    assert told(f"全省梳理{said}，20个县开通网上办理。")[0][0] == said[:3]


def test_pairs_that_are_counted_are_no_economic_code() -> None:
    assert [row[0] for row in told("撮合310对企业和人才签约，资助303对个人项目。")] == ["310", "303"]


@pytest.mark.parametrize("label", ["【失业保险】", "【工资增长】", "[市长热线]"])
def test_what_is_counted_stands_in_brackets_too(label: str) -> None:
    rows = told(f"{label}参保30万人。", "subject")
    assert [value for value, _ in rows] == ["30"]
    assert label.strip("【】[]") in rows[0][1]


@pytest.mark.parametrize(
    "done",
    [
        "奖励资金500万元全部发放到位",
        "资助资金300万元拨付各县区",
        "服务窗口12个整合为一",
        "转移支付资金3亿元下达各县",
    ],
)
def test_what_something_was_done_with_is_no_plan(done: str) -> None:
    rows = told(f"2030年，全市将{done}。", "kind")
    assert [kind for _, kind in rows] == ["actual"] * len(rows)
    assert rows


def test_a_place_alone_takes_no_thing_that_another_figure_came_behind() -> None:
    rows = told("东山县处理案件260件；全市立案90件，河口县40件。", "subject")
    assert rows[2][1] == "河口县"
    rows = told("2030年，东山县城镇新增就业1.2万人，失业人员再就业0.5万人，河口县0.9万人。", "subject")
    assert "新增就业" not in rows[2][1]
    rows = told("东山县处理案件260件，河口县40件。", "subject")
    assert rows[1][1] == "河口县处理案件"


def test_a_year_of_which_so_much_is_already_done_is_not_the_year_before() -> None:
    text = "全年开展活动200场，现已举办30场。"
    rows = told(text, "period", kind="other", head=_NEWS, year=2032)
    assert [value for value, _ in rows] == ["200", "30"]
    assert all(period is None or period.startswith("2032") for _, period in rows)


_BUDGET = "石泉县就业局2031年部门预算\n\n"


def test_a_step_on_the_way_to_an_aim_is_of_its_own_clause() -> None:
    head = "石泉县2031年就业工作方案\n\n"
    for step, period in (
        ("其中一至三季度累计完成0.8万人", "2031-01/2031-09"),
        ("其中上半年完成0.5万人", "2031-01/2031-06"),
        ("上半年完成0.5万人", "2031-01/2031-06"),
    ):
        text = (
            f"2031年主要预期目标是：城镇新增就业1.1万人，{step}；新增技能人才0.3万人，社保卡持卡率达到98%。"
        )
        rows = told(text, "period", "kind", kind="plan", head=head)
        assert [row[1:] for row in rows] == [
            ("2031", "target"),
            (period, "target"),
            *[("2031", "target")] * 2,
        ]


def test_what_is_planned_in_a_reason_plans_nothing_behind_it() -> None:
    text = "“三公”经费9万元。其中：出国费2万元，比上年增加2万元，主要原因是拟安排赴境外培训；用车费6万元（购置费0万元，运行费6万元）；接待费1万元，主要原因是报废车辆1辆。"
    rows = told(f"二、“三公”经费安排情况\n\n{text}", "kind", head=_BUDGET)
    assert [row[1] for row in rows] == ["amount"] * 7 + ["actual"]


def test_what_the_books_say_is_of_the_things_just_counted() -> None:
    text = "固定资产85万元，包括：房屋360平方米、账面原值52万元，车辆3辆、账面净值18万元。处置设备4台，原值2万元。"
    names = [str(row[1]) for row in told(text, "subject", head=_BUDGET)]
    assert names == [
        "固定资产",
        "固定资产 房屋",
        "固定资产 房屋 账面原值",
        "固定资产 车辆",
        "固定资产 车辆 账面净值",
        "处置设备",
        "处置设备 原值",
    ]


def test_the_year_of_a_budget_is_not_the_one_at_whose_end_things_were_counted() -> None:
    text = (
        "截至2030年12月31日，固定资产85万元。本年度拟购置固定资产7万元。与上年相比，本年资产总额增加3万元。"
    )
    assert [row[1] for row in told(text, "period", head=_BUDGET)] == ["2030-12-31", "2031", "2030"]


def test_a_sentence_names_the_budget_behind_it_and_the_one_before() -> None:
    text = (
        "2031年“三公”经费财政拨款预算9万元，比2030年“三公”经费财政拨款预算11万元减少2万元。其中：\n\n"
        "1.公务接待费。2031年预算数3万元，比2030年预算数4万元减少1万元。\n\n"
        "2.公务用车购置和运行维护费。2031年预算数6万元，其中，公务用车购置费2031年预算数0万元；其他费用1万元。2030年末公务用车保有量4辆。"
    )
    rows = told(text, "subject", "period", "kind", head=_BUDGET)
    assert rows == [
        ("9", "“三公”经费财政拨款预算", "2031", "amount"),
        ("11", "“三公”经费财政拨款预算", "2030", "amount"),
        ("2", "“三公”经费财政拨款预算比2030年“三公”经费财政拨款预算减少", "2031", "amount"),
        ("3", "公务接待费 预算数", "2031", "amount"),
        ("4", "公务接待费 预算数", "2030", "amount"),
        ("1", "公务接待费 预算数比2030年预算数减少", "2031", "amount"),
        ("6", "公务用车购置和运行维护费 预算数", "2031", "amount"),
        ("0", "公务用车购置和运行维护费 预算数 公务用车购置费预算数", "2031", "amount"),
        ("1", "公务用车购置和运行维护费 预算数 其他费用", "2031", "amount"),
        ("4", "公务用车保有量", "2030-12-31", "actual"),
    ]


def test_rates_behind_a_list_are_of_its_members_in_their_order() -> None:
    head = "石泉县2031年就业工作情况\n\n"
    text = "脱贫人口、残疾人分别就业0.7万人、0.2万人，完成年度任务的104%、98.5%，占全市的12%、9%。"
    rows = told(text, "subject", kind="report", head=head)
    assert [str(row[1]) for row in rows[2:]] == [
        "脱贫人口就业完成年度任务",
        "残疾人就业完成年度任务",
        "脱贫人口就业占全市",
        "残疾人就业占全市",
    ]


@pytest.mark.parametrize("mark", ["×", "*", "＊", "x"])
def test_a_formula_is_no_figure(mark: str) -> None:
    assert told(f"注：达标率=达标数/目标数{mark}100%；增幅＝增量÷基数{mark}100％。") == []


def test_an_aim_that_was_not_exceeded_is_a_bound() -> None:
    head = "石泉县2031年就业工作情况\n\n"
    text = "城镇调查失业率5.1%，控制在5.3%左右的控制目标以内。"
    rows = told(text, "operator", "kind", kind="report", head=head)
    assert rows == [("5.1", "=", "actual"), ("5.3", "<=", "target")]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("6月底、9月底、11月底进度分别不低于50%、75%、100%。", ["2031-06-30", "2031-09-30", "2031-11-30"]),
        ("上半年培训0.2万人次，年底前培训0.5万人次；新增就业1万人。", ["2031-01/2031-06", "2031-12-31", "2031"]),
        ("下半年，新增就业0.6万人，年底前培训0.3万人次；举办招聘会18场。", ["2031-07/2031-12", "2031-12-31", "2031-07/2031-12"]),
        ("上半年新增就业0.6万人；举办招聘会18场。", ["2031-01/2031-06", "2031-01/2031-06"]),
    ],
)  # fmt: skip
def test_parts_of_the_year_of_a_plan_are_of_their_clauses(text: str, periods: list[str]) -> None:
    rows = told(text, "period", "kind", kind="plan", head="石泉县2031年就业工作方案\n\n")
    assert [row[1] for row in rows] == periods
    assert {row[2] for row in rows} == {"target"}


def test_what_the_books_say_is_of_the_thing_and_not_of_how_large_it_is() -> None:
    rows = observe("单位房屋2栋，面积860平方米，账面价值310万元。", kind="budget")
    assert [row.subject for row in rows][-1] == "单位房屋 账面价值"


def test_what_a_plan_sums_up_below_its_aims_is_aimed_at() -> None:
    text = "东河市技能提升行动方案\n\n一、目标任务\n\n到2035年，培训 6 万人次。累计实现新增就业 3 万人以上（含困难人员 1 万人）。"
    assert [row.kind for row in observe(text, "plan", None)] == ["target"] * 3


@pytest.mark.parametrize("deed", ["将选调", "将面向高校选调", "将招录"])
def test_whom_a_body_will_choose_is_planned(deed: str) -> None:
    (row,) = observe(f"东山县2033年选调工作\n\n今年，我县{deed} 120 名毕业生到基层工作。", "other")
    assert row.kind == "target"


@pytest.mark.parametrize(
    "names",
    [
        "主要包括：津贴、水费；",
        "具体为：差旅费、劳务费等；",
        "包括：奖金、社保、午餐补助，",
        "其中包括：补贴；",
    ],
)
def test_names_without_figures_end_at_their_mark(names: str, tmp_path: Path) -> None:
    text = (
        f"{_ACCOUNT}就业补助支出61万元，其中：创业补贴48万元，{names}见习补贴{{}}万元，主要用于：培训、见习。"
    )
    rows = told(text.format("13"), "subject", head="")
    assert [row[1] for row in rows] == ["就业补助支出", "就业补助支出 创业补贴", "就业补助支出 见习补贴"]
    found = compile_text(text.format("17"), tmp_path)["checks"]
    assert [row["status"] for row in found if row["kind"] == "stated_parts"] == ["fails"]


@pytest.mark.parametrize("said", ["2031年安排", "本单位2031年预算", "2031年度支出", "2031年预算数为"])
def test_a_sum_without_a_name_is_what_its_heading_names(said: str) -> None:
    rows = told(f"四、培训采购支出情况说明\n\n{said}70万元，其中货物40万元，服务支出30万元。", "subject")
    first, *parts = (str(row[1]) for row in rows)
    assert first.startswith("培训采购")
    assert parts == [f"{first} 货物", f"{first} 服务支出"]


def test_a_heading_of_all_income_and_spending_names_no_sum() -> None:
    rows = told("四、收支预算总体情况\n\n2031年预算支出70万元。", "subject")
    assert [row[1] for row in rows] == ["预算支出"]


@pytest.mark.parametrize("opened", ["中，", "，其中：", "。其中，"])
def test_what_each_part_changed_by_may_stand_in_the_next_sentence(opened: str) -> None:
    text = (
        f"会务经费预算9万元{opened}会议费5万元，培训费4万元。与2030年执行数相比，分别减少0.3万元、0.1万元。"
    )
    rows = told(text, "subject", "change")[3:]
    assert [(row[0], row[2]) for row in rows] == [("0.3", "decrease"), ("0.1", "decrease")]
    assert ["会议费" in str(row[1]) for row in rows] == [True, False]
    assert ["培训费" in str(row[1]) for row in rows] == [False, True]
