"""Goals of performance tables against their rows; all tables together against the budget."""

from typing import Any

import msgspec

from hrss_tui.records import PerformanceTarget
from tests.compile.checks.made import block, budget, of_kind, outcomes, performance, run, said

ROWS = [
    ("产出指标", "培训次数（次）", "2", "次", 20.0),
    ("产出指标", "培训天数（天）", "9", "天", 20.0),
    ("产出指标", "招聘会举办场次", "31", "场次", 20.0),
    ("产出指标", "鉴定自受理之日起办理时限", "60", "日", 20.0),
    ("满意度指标", "服务单位的满意度", "90", "%", 10.0),
]


def _goal(subject: str, printed: str, unit: str) -> Any:
    goal = said(3000, subject, printed, unit, kind="target")
    checks = of_kind(run(performance("甲", "1.00", ROWS), [goal]), "performance_goal")
    return checks[0]


def test_a_goal_meets_the_row_of_its_name_and_unit() -> None:
    assert _goal("举办招聘会", "31", "场次").status == "exact"
    assert _goal("招聘会举办场次", "30", "场次").status == "fails"
    found = _goal("开展培训", "2", "次")
    assert (found.status, found.records[1]) == ("exact", "d:performance-甲.0")
    assert _goal("培训天数", "9", "天").records[1] == "d:performance-甲.1"


def test_a_name_that_is_only_like_the_rows_contradicts_nothing() -> None:
    assert _goal("总体满意度", "90", "%").status == "exact"
    assert _goal("总体满意度", "95", "%").status == "not_checkable"
    assert _goal("档案信息准确率", "100", "%").status == "not_checkable"


def test_days_of_work_are_not_days() -> None:
    found = _goal("鉴定自受理之日起办理时限", "60", "个工作日")
    assert (found.status, found.reason) == ("not_checkable", "单位不同：个工作日 与 日")


def test_all_tables_have_the_appropriations_and_the_other_money_of_the_budget() -> None:
    tables = performance("甲", "7.00", fiscal="6.00", other="1.00") + performance("乙", "2.00", fiscal="2.00")
    projects = budget("general_public_projects", [(0, None, "总计", {"total": "9.00"})])
    income = budget("income", [(0, None, "总计", {"total": "9.00", "unit_funds": "1.00"})])
    blocks = [
        block(70, "专项 3 万元，两项合计 1.50 万元，项目支出绩效目标表由相关单位编报。"),
        block(71, "不纳入本单位预算，0.50 万元由财政直接拨付，1.00 万元另列。"),
    ]
    figures = [
        said(70, "专项", "3.00", "万元", kind="amount"),
        said(70, "专项 两项合计", "1.50", "万元", kind="amount", column=2),
        said(71, "由财政直接拨付", "0.50", "万元", kind="amount"),
        said(71, "另列", "1.00", "万元", kind="amount", column=2),
    ]
    found = outcomes(run(projects, income, tables, blocks, figures), "performance_tables")
    assert found == {"t7:700.total/fiscal": "exact", "t2:200.unit_funds/other": "exact"}  # 8.00 + 1.50 - 0.50
    alone = outcomes(run(projects, tables), "performance_tables")
    assert alone == {"t7:700.total/fiscal": "not_checkable"}


def test_the_department_and_a_project_set_the_same_target_or_nothing_is_said() -> None:
    def status(value: str) -> list[str]:
        rows = [
            *performance(None, "1.00", [("效益", "城镇新增就业人数", "39", "万人", 90.0)]),
            *performance("甲", "1.00", [("效益", "城镇新增就业人数", value, "万人", 90.0)]),
        ]
        named = [
            msgspec.structs.replace(row, indicator_id="urban_new_jobs")
            if isinstance(row, PerformanceTarget)
            else row
            for row in rows
        ]
        return [check.status for check in of_kind(run(named), "performance_same")]

    assert (status("39"), status("30")) == (["exact"], ["not_checkable"])


def test_a_project_named_elsewhere_has_the_appropriation_of_its_performance_table() -> None:
    tables = performance("自治区就业项目", "20,000.00", fiscal="20,000.00")
    blocks = [block(70, "本单位财政拨款资金自治区就业项目 20000 万元。")]

    def outcome(subject: str, printed: str) -> dict[str, str]:
        figure = said(70, subject, printed, "万元", kind="amount")
        return outcomes(run(tables, blocks, [figure]), "narrative_amount")

    assert list(outcome("本单位财政拨款资金自治区就业项目", "20000").values()) == ["exact"]
    assert list(outcome("本单位财政拨款资金自治区就业项目", "18000").values()) == ["not_checkable"]
    assert outcome("别的项目", "20000") == {}


def test_a_rate_of_something_else_or_of_some_is_another_rate() -> None:
    rows = [
        ("产出指标", "证书发放准确率", "100", "%", 20.0),
        ("产出指标", "培训合格率", "90", "%", 20.0),
        ("效益指标", "结业学员就业率", "60", "%", 20.0),
    ]

    def goal(subject: str, printed: str) -> Any:
        found = run(performance("甲", "1.00", rows), [said(3000, subject, printed, "%", kind="target")])
        return of_kind(found, "performance_goal")[0]

    assert goal("证书发放率", "95").status == "not_checkable"
    assert goal("证书发放率", "100").right is None
    assert goal("就业率", "70").status == "not_checkable"
    assert goal("培训合格率", "95").status == "fails"
    assert goal("培训合格率", "90").status == "exact"
