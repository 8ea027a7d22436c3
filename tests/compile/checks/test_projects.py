"""Projects against their parts and the table of projects; tables by prefecture; performance tables."""

from tests.compile.checks.made import (
    budget,
    of_kind,
    outcomes,
    parts,
    performance,
    prefectures,
    project,
    run,
)

ROWS = [
    (0, None, "甲单位", {"total": "18.00"}, "甲单位"),
    (3, "2080199", "考务", {"total": "3.00"}, "甲单位"),
    (3, "2080199", "培训", {"total": "4.00"}, "甲单位"),
    (3, "2080799", "培训", {"total": "1.00"}, "甲单位"),
    (3, "2300248", "培训", {"total": "10.00"}, "甲单位"),
    (0, None, "总计", {"total": "18.00"}),
]


def test_a_project_is_the_sum_of_its_parts() -> None:
    def status(amount: str, *items: str) -> list[str]:
        found = run([project(1, "考务", amount), *parts(1, *items)])
        return [check.status for check in of_kind(found, "project_parts")]

    assert status("3.00", "甲 1", "乙 2") == ["exact"]
    assert status("3.00", "甲 1", "乙 2.01") == ["rounding"]
    assert status("3.00", "甲 1", "乙 2.1") == ["fails"]
    assert status("3.00") == []


def test_parts_of_parts_count_once() -> None:
    found = run([project(1, "考务", "3.00"), *parts(1, "甲 1", "乙 2", "丙 0.5 < 乙", "丁 1.6 < 乙")])
    assert outcomes(found, "project_parts") == {"project-1": "exact"}
    (check,) = of_kind(found, "project_subparts")
    assert (check.status, check.left, check.right) == ("fails", 20_000, 21_000)


def test_a_project_that_no_row_is_of_is_compared_with_the_rows_of_its_unit_and_name() -> None:
    table = budget("general_public_projects", ROWS[1:2])
    assert outcomes(run(table, [project(1, "考 务", "3.00")]), "project_table") == {"project-1": "exact"}
    assert outcomes(run(table, [project(1, "考务", "3.01")]), "project_table") == {"project-1": "rounding"}
    assert outcomes(run(table, [project(1, "考务", "4.00")]), "project_table") == {"project-1": "fails"}


def test_another_name_with_the_same_amount_joins_and_nothing_else_does() -> None:
    table = budget("general_public_projects", ROWS[1:2])
    found = of_kind(run(table, [project(1, "考试", "3.00")]), "project_table")
    assert [(check.status, "考务" in check.description) for check in found] == [("exact", True)]
    (other,) = of_kind(run(table, [project(1, "考试", "3.01")]), "project_table")
    assert other.status == "not_checkable"
    (elsewhere,) = of_kind(run(table, [project(1, "考试", "3.00", "乙单位")]), "project_table")
    assert elsewhere.status == "not_checkable"


def test_projects_that_share_a_name_are_each_compared_with_the_rows_that_are_of_them() -> None:
    table = budget("general_public_projects", ROWS[2:5])
    same = [project(1, "培训", "5.00"), project(2, "培训", "10.00")]
    found = of_kind(run(table, same), "project_table")
    assert [(check.status, check.left, check.right) for check in found] == [
        ("exact", 50_000, 50_000),  # 4.00 + 1.00
        ("exact", 100_000, 100_000),
    ]
    assert len({check.description for check in found}) == 2
    across = [project(1, "培训", "11.00"), project(2, "培训", "4.00")]  # 1.00 of 208 and 10.00 of 230
    assert outcomes(run(table, across), "project_table") == {"project-1": "exact", "project-2": "exact"}


def test_where_nothing_tells_which_rows_are_of_which_they_are_compared_together() -> None:
    table = budget("general_public_projects", ROWS[2:5])
    assert outcomes(
        run(table, [project(1, "培训", "6.00"), project(2, "培训", "9.00")]), "project_table"
    ) == {
        "project-1": "exact",  # 15.00 together
        "project-1/one": "not_checkable",
        "project-2/one": "not_checkable",
    }
    less = run(table, [project(1, "培训", "6.00"), project(2, "培训", "8.00")])
    assert outcomes(less, "project_table")["project-1"] == "fails"


def test_units_and_the_whole_are_the_sum_of_the_projects() -> None:
    table = budget("general_public_projects", ROWS)
    found = run(table, [project(1, "考务", "3.00"), project(2, "培训", "15.01")])
    assert outcomes(found, "project_total") == {"t7:700.total": "rounding", "t7:705.total": "rounding"}


def test_a_column_by_prefecture_adds_up_to_the_finest_digit() -> None:
    assert [c.status for c in run(prefectures("46", {"6501": "45.984", "6502": "0.016", "6504": "/"}))] == [
        "exact"
    ]
    (check,) = run(prefectures("46", {"6501": "45.983", "6502": "0.016"}))
    assert (check.status, check.unit) == ("rounding", "人")
    assert round(check.tolerance, 6) == 15  # three cells of 0.001 万人
    assert [c.status for c in run(prefectures("46", {"6501": "45.9", "6502": "0.2"}))] == ["rounding"]
    assert [c.status for c in run(prefectures("46", {"6501": "45.9", "6502": "0.3"}))] == ["fails"]


def test_the_money_of_a_performance_table_is_that_of_its_sources() -> None:
    def status(**sources: str) -> str:
        return outcomes(run(performance("考务", "5.00", **sources)), "performance_money")["performance-考务"]

    assert status(fiscal="3.00", other="2.00") == "exact"
    assert status(fiscal="3.00", other="2.01") == "rounding"
    assert status(fiscal="3.00", other="1.00") == "fails"
    assert of_kind(run(performance("考务", "5.00")), "performance_money") == []


def test_the_department_has_the_money_of_its_income_table() -> None:
    totals = {
        "total": "9.00",
        "general_public_budget": "5.00",
        "superior_general_transfer": "1.00",
        "unit_funds": "2.00",
        "fiscal_carryover": "1.00",
    }
    income = budget("income", [(0, None, "总计", totals)])
    money = {"fiscal_superior": "1.00", "fiscal_own": "5.99", "other": "3.00"}
    assert outcomes(run(income, performance(None, "9.00", **money)), "performance_department") == {
        "performance-all/amount": "exact",
        "performance-all/fiscal_superior": "exact",
        "performance-all/fiscal_own": "rounding",  # 5.00 + 1.00 carried over
        "performance-all/other": "fails",
    }


def test_weights_add_up_to_the_usual_whole() -> None:
    def table(name: str, *weights: float) -> list:  # type: ignore[type-arg]
        return performance(name, "1.00", [("产出指标", f"指标{w}", "1", "个", w) for w in weights])

    found = run(table("甲", 50, 40), table("乙", 45, 45), table("丙", 50, 50))
    assert outcomes(found, "performance_weights") == {
        "performance-甲": "exact",
        "performance-乙": "exact",
        "performance-丙": "fails",
    }
    assert [c.status for c in run(table("甲", 50, 30)) if c.kind == "performance_weights"] == [
        "not_checkable"
    ]


def test_costs_stay_within_the_money_and_costs_per_head_are_no_sums() -> None:
    costs = [
        ("成本指标", "招聘会成本", "3", "万元", 10.0),
        ("成本指标", "邮寄费", "1.5", "万元", 10.0),
        ("成本指标", "人均工作经费", "500", "万元", 10.0),
        ("成本指标", "特培成本", "5", "万元/人", 10.0),
        ("产出指标", "带动投资", "900", "万元", 10.0),
    ]
    (check,) = of_kind(run(performance("甲", "5.00", costs)), "performance_costs")
    assert (check.status, check.left, check.right, check.difference) == ("exact", 45_000, 50_000, 0)
    (check,) = of_kind(run(performance("甲", "4.00", costs)), "performance_costs")
    assert (check.status, check.difference) == ("fails", 5_000)


def test_a_performance_table_of_the_same_name_and_unit_has_the_projects_money() -> None:
    table = performance("考务", "5.00", fiscal="5.00")
    assert outcomes(run(table, [project(1, "考务", "5.00")]), "performance_project") == {
        "performance-考务": "exact"
    }
    assert outcomes(run(table, [project(1, "考务", "6.00")]), "performance_project") == {
        "performance-考务": "fails"
    }
    assert outcomes(run(table, [project(1, "考务", "6.00", "乙单位")]), "performance_project") == {}
