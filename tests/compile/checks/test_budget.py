"""Identities within and between budget tables, on made-up tables whose outcome is computed by hand."""

import msgspec
import pytest

from hrss_tui.records import BudgetLine, Unread
from tests.compile.checks.made import budget, of_kind, outcomes, run

CLASSES = [
    (1, "205", "教育支出", {"total": "10.00", "basic": "4.00", "project": "6.00"}),
    (2, "20503", "职业教育", {"total": "10.00", "basic": "4.00", "project": "6.00"}),
    (3, "2050302", "中等职业教育", {"total": "3.33", "basic": "1.33", "project": "2.00"}),
    (3, "2050303", "技校教育", {"total": "6.68", "basic": "2.67", "project": "4.00"}),
    (1, "208", "社会保障和就业支出", {"total": "5.00", "basic": "5.00"}),
    (0, None, "总计", {"total": "16.00", "basic": "9.00", "project": "6.00"}),
]


def test_a_row_is_the_sum_of_its_columns() -> None:
    rows = outcomes(run(budget("expenditure", CLASSES)), "row_sum")
    assert rows == {
        "t3:300.total/basic": "exact",
        "t3:301.total/basic": "exact",
        "t3:302.total/basic": "exact",
        "t3:303.total/basic": "rounding",  # 6.68 against 2.67 + 4.00 = 6.67
        "t3:304.total/basic": "exact",
        "t3:305.total/basic": "fails",  # 16.00 against 9.00 + 6.00
    }


def test_a_column_without_parts_is_no_row_check() -> None:
    found = run(budget("overview", [(0, None, "支出总计", {"total": "1.00"})]))
    assert of_kind(found, "row_sum") == []


def test_a_part_that_a_row_does_not_print_is_replaced_by_its_own_parts() -> None:
    row = (1, "301", "工资福利支出", {"total": "9.00", "personnel": "8.00", "operating": "1.00"})
    assert outcomes(run(budget("general_public_basic", [row])), "row_sum") == {"t6:600.total/basic": "exact"}


def test_levels_add_up_and_the_lowest_level_makes_the_whole() -> None:
    found = run(budget("expenditure", CLASSES))
    levels = outcomes(found, "level_sum")
    assert levels["t3:300.total"] == "exact"
    assert levels["t3:301.total"] == "rounding"  # 10.00 against 3.33 + 6.68
    assert levels["t3:301.project"] == "exact"
    assert levels["t3:305.total"] == "fails"  # 16.00 against 10.00 + 5.00
    assert levels["t3:305.basic"] == "exact"
    lowest = outcomes(found, "leaf_sum")
    assert lowest["t3:300.project"] == "exact"
    assert lowest["t3:305.total"] == "fails"
    assert "t3:304.total" not in lowest


def test_what_a_blank_cell_stands_above_must_be_nothing() -> None:
    rows = [
        (1, "205", "教育支出", {"total": "1.00"}),
        (2, "20503", "职业教育", {"total": "1.00", "basic": "1.00"}),
    ]
    (check,) = [each for each in of_kind(run(budget("expenditure", rows)), "level_sum") if each.left == 0]
    assert (check.status, check.right, check.line_start) == ("fails", 10_000, 301)


def test_items_without_their_digits_are_not_added_to_their_own_group() -> None:
    rows = [
        (1, "205", "教育支出", {"total": "1.00"}),
        (2, "20503", "职业教育", {"total": "1.00"}),
        (2, "20503", "某项教育", {"total": "1.00"}),
    ]
    (check,) = of_kind(run(budget("expenditure", rows)), "level_sum")
    assert check.status == "not_checkable"
    assert check.reason and "编码" in check.reason


def test_amounts_of_a_document_without_decimals_were_rounded_to_what_it_prints() -> None:
    rows = [
        (0, None, "合计", {"total": "33", "basic": "21", "project": "11"}),
        (1, "205", "教育支出", {"total": "11", "basic": "7", "project": "3"}),
        (1, "208", "社会保障和就业支出", {"total": "25", "basic": "14", "project": "8"}),
    ]
    found = run(budget("expenditure", rows))
    assert outcomes(found, "row_sum") == {
        "t3:300.total/basic": "rounding",  # 33 against 21 + 11 = 32
        "t3:301.total/basic": "rounding",
        "t3:302.total/basic": "fails",  # 25 against 14 + 8 = 22
    }
    assert outcomes(found, "level_sum")["t3:300.total"] == "fails"  # 33 against 36
    rows[1][3]["project"] = "3.25"
    assert outcomes(run(budget("expenditure", rows)), "row_sum")["t3:300.total/basic"] == "fails"


def test_few_amounts_do_not_tell_that_decimals_were_left_out() -> None:
    rows = [(1, "205", "教育支出", {"total": "11", "basic": "7", "project": "3"})]
    assert set(outcomes(run(budget("expenditure", rows)), "row_sum").values()) == {"fails"}


@pytest.mark.parametrize(
    ("amounts", "status"),
    [
        (["9.00", "7.00", "4.00", "3.00", "2.00"], "not_checkable"),  # 7 = 4 + 3
        (["9.00", "9.00", "9.00"], "not_checkable"),  # every level once
        (["9.00", "6.00", "4.00"], "fails"),
        (["9.00", "5.00", "3.00"], "fails"),
        (["9.00", "6.00", "3.00"], "exact"),
    ],
)
def test_rows_without_codes_may_hold_levels_of_their_own(amounts: list[str], status: str) -> None:
    names = ["合计", "就业管理", "机关运行", "其他就业管理", "住房改革"]
    rows = [
        (int(at > 0), None, name, {"total": amount})
        for at, (name, amount) in enumerate(zip(names, amounts, strict=False))
    ]
    assert outcomes(run(budget("expenditure", rows)), "level_sum") == {"t3:300.total": status}


def test_a_row_without_a_name_is_of_no_level_and_fails_no_sum() -> None:
    def status(name: str) -> str:
        rows = [
            (1, None, "三、机动经费", {"total": "2.00"}),
            (2, None, name, {"total": "9.00"}),
            (0, None, "支出总计", {"total": "2.00"}),
        ]
        return outcomes(run(budget("overview", rows)), "level_sum")["t1:100.total"]

    assert (status(""), status("应急支出")) == ("not_checkable", "fails")


def test_an_open_list_of_parts_is_not_added_up() -> None:
    rows = [(1, None, "一、本年收入", {"total": "5.00"}), (2, None, "其中：一般财力", {"total": "3.00"})]
    (check,) = of_kind(run(budget("overview", rows, side="income")), "level_sum")
    assert check.status == "not_checkable"
    rows[1] = (2, None, "其中：一般财力", {"total": "7.00"})
    (check,) = of_kind(run(budget("overview", rows, side="income")), "level_sum")
    assert check.status == "fails"


def test_income_equals_spending() -> None:
    income = budget("overview", [(0, None, "收入总计", {"total": "5.00"})], side="income")
    spending = budget("overview", [(0, None, "支出总计", {"total": "5.01"})])
    assert outcomes(run(income, spending), "balance") == {"t1:150.total": "rounding"}


def test_tables_agree_code_by_code() -> None:
    income = [(1, "205", "教育支出", {"total": "10.00"}), (1, "208", "社会保障", {"total": "5.02"})]
    spending = [*CLASSES[:5], (1, "210", "卫生健康支出", {"total": "1.00"})]
    found = run(budget("income", income), budget("expenditure", spending))
    assert (
        outcomes(found, "income_expenditure")
        == {
            "t2:200.total/expenditure": "exact",
            "t2:201.total/expenditure": "fails",  # 5.02 against 5.00
            "t3:305.total/expenditure": "not_checkable",  # the income table lacks 210; 款 and 项 it does not list at all
        }
    )


def test_appropriations_are_not_compared_where_a_table_of_theirs_is_missing() -> None:
    funds = {
        "total": "9.00",
        "fiscal_subtotal": "9.00",
        "general_public_budget": "5.00",
        "government_fund": "4.00",
    }
    income = budget("income", [(1, "208", "社会保障", funds)])
    public = budget("general_public", [(1, "208", "社会保障", {"total": "5.00"})])
    other = budget("government_fund", [(1, "208", "社会保障", {"total": "4.00"})])
    assert outcomes(run(income, public), "appropriation_codes") == {}
    assert outcomes(run(income, public, other), "appropriation_codes") == {"t5:500.total/income": "exact"}


def test_basic_spending_equals_its_economic_classes_only_in_total() -> None:
    public = budget("general_public", [(0, None, "总计", {"basic": "5.00"})])
    basic = budget("general_public_basic", [(0, None, "总计", {"total": "5.00"})])
    assert outcomes(run(public, basic), "basic_economic") == {"t5:500.basic/general_public_basic": "exact"}


def test_project_spending_is_added_up_over_units_and_projects() -> None:
    public = budget("general_public", [(3, "2080199", "其他", {"project": "3.00"})])
    rows = [
        (3, "2080199", "其他", {"total": "1.00"}, "甲单位"),
        (3, "2080199", "其他", {"total": "2.00"}, "乙单位"),
    ]
    found = of_kind(run(public, budget("general_public_projects", rows)), "project_codes")
    assert [(check.status, len(check.records)) for check in found] == [("exact", 3)]


def _money(extra: dict[str, str], spending: dict[str, str], public: dict[str, str]) -> dict[str, str]:
    income = {
        "total": spending["total"],
        "fiscal_subtotal": public["total"],
        "general_public_budget": public["total"],
    }
    found = run(
        budget("income", [(1, "208", "社会保障", income | extra)]),
        budget("expenditure", [(1, "208", "社会保障", spending)]),
        budget("general_public", [(1, "208", "社会保障", public)]),
    )
    return outcomes(found, "other_funds") | outcomes(found, "fund_split")


def test_money_beyond_the_appropriations_explains_the_difference() -> None:
    public = {"total": "8.00", "basic": "5.00", "project": "3.00"}
    spending = {"total": "10.00", "basic": "5.00", "project": "5.00"}
    assert _money({"unit_funds": "2.00"}, spending, public) == {
        "t3:300.total": "exact",
        "t3:300.project": "exact",
    }
    assert _money({"unit_funds": "2.01"}, spending, public)["t3:300.total"] == "rounding"
    assert _money({"unit_funds": "1.00"}, spending, public)["t3:300.total"] == "fails"
    mixed = {"total": "10.00", "basic": "6.00", "project": "4.00"}
    assert _money({"unit_funds": "2.00"}, mixed, public)["t3:300.project"] == "not_checkable"


def test_spending_from_appropriations_alone_divides_alike_in_both_tables() -> None:
    public = {"total": "8.00", "basic": "5.00", "project": "3.00"}
    assert _money({}, public, public) == {"t3:300.basic": "exact", "t3:300.project": "exact"}
    other = {"total": "8.00", "basic": "4.00", "project": "4.00"}
    assert set(_money({}, other, public).values()) == {"fails"}


def test_sources_of_income_are_the_columns_of_the_income_table() -> None:
    overview = [
        (1, None, "一、本年收入", {"total": "9.00"}),
        (2, None, "1.一般公共预算拨款", {"total": "7.00"}),
        (3, None, "其中：一般财力", {"total": "6.00"}),
        (2, None, "5.单位资金", {"total": "2.00"}),
        (1, None, "二、上年结转结余", {"total": "1.00"}),
        (2, None, "1.财政拨款结转", {"total": "1.00"}),
        (3, None, "其中：一般公共预算拨款", {"total": "1.00"}),
    ]
    totals = {
        "total": "10.00",
        "fiscal_subtotal": "7.00",
        "general_public_budget": "6.00",
        "superior_general_transfer": "1.00",
        "unit_funds": "2.50",
        "fiscal_carryover": "1.00",
    }
    found = run(
        budget("overview", overview, side="income"),
        budget("income", [(0, None, "总计", totals)]),
        budget("carryover", [(0, None, "总计", {"total": "1.00", "fiscal_carryover": "1.00"})]),
    )
    assert outcomes(found, "overview_sources") == {
        "t1:150.total": "fails",  # 9.00 against 7.00 + 2.50
        "t1:151.total": "exact",
        "t1:152.total": "exact",
        "t1:153.total": "fails",
        "t1:154.total": "exact",
        "t1:155.total": "exact",  # the general public budget below it is carried over: another line
    }
    assert outcomes(found, "carryover_tables") == {
        "t12:1200.total": "exact",
        "t12:1200.fiscal_carryover/income": "exact",
    }


def test_three_public_expenses_may_exceed_basic_spending_but_not_fall_short() -> None:
    def status(three: str, basic: str, name: str = "公务接待费") -> str:
        found = run(
            budget("three_public", [(1, None, "公务接待费", {"total": three})]),
            budget("general_public_basic", [(2, "30217", name, {"total": basic})]),
        )
        return outcomes(found, "three_public_economic")["t10:1000.total"]

    assert status("0.90", "0.90") == "exact"
    assert status("0.90", "0.91") == "rounding"
    assert status("0.90", "1.90") == "fails"
    assert status("1.90", "0.90") == "not_checkable"
    assert (
        status("0.90", "1.90", "绿化养护费") == "not_checkable"
    )  # items numbered through: not what the code stands for


def test_outsourcing_stays_within_its_project() -> None:
    def status(outsourced: str, unit: str) -> list[str]:
        found = run(
            budget("outsourcing", [(2, None, "考务（甲）", {"total": outsourced}, "考试中心（本级）")]),
            budget("general_public_projects", [(3, "2080199", "考务(甲)", {"total": "5.00"}, unit)]),
        )
        return [check.status for check in of_kind(found, "outsourcing_project")]

    assert status("4.00", "考试中心(本级)") == ["exact"]
    assert status("5.01", "考试中心(本级)") == ["rounding"]
    assert status("6.00", "考试中心(本级)") == ["fails"]
    assert status("4.00", "别的单位") == ["not_checkable"]


def test_contributions_are_not_compared_across_the_classifications() -> None:
    found = run(
        budget("general_public", [(3, "2080505", "基本养老保险缴费", {"total": "9.00", "basic": "9.00"})]),
        budget("general_public_basic", [(2, "30108", "机关事业单位基本养老保险缴费", {"total": "9.36"})]),
    )
    assert {check.kind for check in found} == {"row_sum"}


def test_a_document_without_budget_tables_has_no_checks() -> None:
    assert run([]) == []


@pytest.mark.parametrize(
    "carried",
    [{"carryover": "6"}, {"fiscal_carryover": "4", "other_carryover": "2"}],
    ids=["undivided", "divided"],
)
def test_money_carried_over_counts_once_whether_or_not_its_column_is_divided(carried: dict[str, str]) -> None:
    income = {"total": "40", "general_public_budget": "31", "unit_funds": "3", **carried}
    spending = {"total": "40", "basic": "20", "project": "20"}
    granted = {"total": "31", "basic": "20", "project": "11"}
    found = run(
        budget("income", [(1, "213", "农林水支出", income)]),
        budget("expenditure", [(1, "213", "农林水支出", spending)]),
        budget("general_public", [(1, "213", "农林水支出", granted)]),
    )
    assert [check.status for check in of_kind(found, "other_funds")] == ["exact", "exact"]


def test_what_is_carried_over_may_be_spent_in_the_tables_of_appropriations() -> None:
    """All money together tells: nothing is left between both tables, so their rows count what is carried over."""
    income = {"total": "40", "general_public_budget": "34", "carryover": "6"}
    spending = {"total": "40", "basic": "20", "project": "20"}
    tables = [
        budget("income", [(1, "213", "农林水支出", income), (0, None, "合计", income)]),
        budget("expenditure", [(1, "213", "农林水支出", spending), (0, None, "合计", spending)]),
        budget("general_public", [(1, "213", "农林水支出", spending), (0, None, "合计", spending)]),
    ]
    found = run(*tables)
    assert [check.status for check in of_kind(found, "other_funds")] == []
    short = {"total": "39", "basic": "20", "project": "19"}
    found = run(*tables[:2], budget("general_public", [(0, None, "合计", short)]))
    assert "fails" in {check.status for check in of_kind(found, "other_funds")}


def test_economic_classes_beside_projects_stand_for_basic_spending() -> None:
    cells = {"total": "9.00", "economic_301": "5.00", "economic_303": "1.00", "project": "3.00"}
    row = (3, "2130101", "行政运行", cells)
    assert set(outcomes(run(budget("general_public", [row])), "row_sum").values()) == {"exact"}
    other = (3, "2130101", "行政运行", cells | {"project": "4.00"})
    assert set(outcomes(run(budget("general_public", [other])), "row_sum").values()) == {"fails"}
    parted = (
        3,
        "2130101",
        "行政运行",
        {"total": "9.00", "personnel": "4.00", "operating": "2.00", "project": "3.00"},
    )
    assert outcomes(run(budget("general_public", [parted])), "row_sum") == {"t5:500.total/basic": "exact"}
    divided = (
        3,
        "2130101",
        "行政运行",
        {"total": "9.00", "basic": "6.00", "economic_301": "6.00", "project": "3.00"},
    )
    assert outcomes(run(budget("general_public", [divided])), "row_sum") == {"t5:500.total/basic": "exact"}


def test_money_left_for_the_next_year_is_income_that_is_not_spent() -> None:
    income = budget("income", [(0, None, "合计", {"total": "9.00"})])
    spending = budget("expenditure", [(0, None, "合计", {"total": "7.50"})])

    def status(left: str) -> dict[str, str]:
        rows = [(0, None, "本年支出合计", {"total": "7.50"}), (1, None, "结转下年", {"total": left})]
        return outcomes(run(income, spending, budget("overview", rows)), "income_expenditure")

    assert set(status("1.50").values()) == {"not_checkable"}
    assert set(status("0.00").values()) == {"fails"}


@pytest.mark.parametrize(
    ("all_money", "status"), [("8.00", "not_checkable"), ("3.00", "exact"), ("2.00", "fails")]
)
def test_what_is_left_of_appropriations_is_part_of_all_that_is_left(all_money: str, status: str) -> None:
    own = budget("fiscal_overview", [(1, None, "二、上年结转", {"total": "3.00"})], side="income")
    whole = budget("overview", [(1, None, "上年结转", {"total": all_money})], side="income")
    assert set(outcomes(run(own, whole), "appropriation_income").values()) == {status}


@pytest.mark.parametrize(("carried", "status"), [("2.00", "not_checkable"), ("1.00", "fails")])
def test_appropriations_spent_with_what_last_year_left_are_no_difference(carried: str, status: str) -> None:
    row = {"total": "9.00", "fiscal_subtotal": "7.00", "carryover": carried}
    income = budget("income", [(0, None, "合计", row)])
    spending = budget("general_public", [(0, None, "合计", {"total": "9.00"})])
    assert set(outcomes(run(income, spending), "appropriation_codes").values()) == {status}


@pytest.mark.parametrize(
    ("name", "status"), [("务支出", "not_checkable"), ("七、商务支出", "fails"), ("结转下年", "fails")]
)
def test_sums_beside_a_row_that_nothing_places_are_open(name: str, status: str) -> None:
    rows = [
        (1, "205", "教育支出", {"total": "4.00"}),
        (1, None, name, {"total": "3.00"}),
        (0, None, "支出总计", {"total": "5.00"}),
    ]
    assert set(outcomes(run(budget("overview", rows)), "level_sum").values()) == {status}


@pytest.mark.parametrize(("name", "status"), [("算拨款结余", "not_checkable"), ("上年结余", "fails")])
def test_a_grand_total_above_which_a_row_is_not_known_is_open(name: str, status: str) -> None:
    rows = [
        (0, None, "本年收入合计", {"total": "4.00"}),
        (1, None, name, {"total": "1.00"}),
        (1, None, "上年结转", {"total": "2.00"}),
        (0, None, "收入总计", {"total": "7.00" if status == "not_checkable" else "9.00"}),
    ]
    assert set(outcomes(run(budget("overview", rows, side="income")), "carried_total").values()) == {status}


@pytest.mark.parametrize(("spent", "status"), [("12.00", "exact"), ("10.00", "exact"), ("11.00", "fails")])
def test_money_carried_over_is_told_by_fund_and_part_of_it_spent_as_appropriations(
    spent: str, status: str
) -> None:
    """Columns of funds stand below 上年结转 too: that of 一般公共预算 may be spent in its table, that of the unit is not."""
    income = {
        "total": "17.00",
        "general_public_budget": "10.00",
        "other_income": "1.00",
        "carryover": "6.00",
        "general_public_carryover": "2.00",
        "unit_funds_carryover": "4.00",
    }
    found = run(
        budget("income", [(0, None, "合计", income)]),
        budget("expenditure", [(0, None, "合计", {"total": "17.00", "basic": "17.00"})]),
        budget("general_public", [(0, None, "合计", {"total": spent, "basic": spent})]),
        budget("overview", [(1, None, "上年结转", {"total": "6.00"})], side="income"),
    )
    assert [check.status for check in of_kind(found, "other_funds")][:1] == [status]
    assert [check.status for check in of_kind(found, "overview_sources")] == ["exact"]


@pytest.mark.parametrize(("page", "outcome"), [(1, "not_checkable"), (2, "fails")])
def test_a_column_that_a_page_lacks_is_not_added_up_over_all_pages(page: int, outcome: str) -> None:
    """On the page of the column not read nothing of the other one is known; where that is read, it is all there."""
    rows = [
        (1, "205", "教育支出", {"total": "10.00"}),
        (1, "208", "社会保障和就业支出", {"total": "5.00", "basic": "5.00"}),
        (0, None, "总计", {"total": "15.00", "basic": "9.00"}),
    ]
    table, *lines = budget("expenditure", rows)
    paged = [
        msgspec.structs.replace(line, page=1 if line.code == "205" else 2)
        for line in lines
        if isinstance(line, BudgetLine)
    ]
    lost = Unread(
        unread_id="u", kind="column", reason="unknown_column", title="", table_kind="expenditure", name=None,
        measure=None, printed="本年支出基本支出", doc_id="d", line_start=1, line_end=1, page=page,
    )  # fmt: skip
    found = outcomes(run([table], paged, [lost]), "level_sum")
    assert found["t3:302.total"] == "exact"
    assert found["t3:302.basic"] == outcome
