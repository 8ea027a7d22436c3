"""The narrative of a budget against its tables: amounts, changes, shares."""

import msgspec
import pytest

from tests.compile.checks.made import block, budget, change, document, of_kind, outcomes, run, said

INCOME = "二、关于某厅收入预算情况说明"
SPENDING = "三、关于某厅支出预算情况说明"
PUBLIC = "五、关于某厅一般公共预算当年拨款情况说明 / （一）规模变化情况"
ITEMS = "五、关于某厅一般公共预算当年拨款情况说明 / （三）具体使用情况"
TABLE = budget(
    "general_public",
    [
        (1, "205", "教育支出", {"total": "4.00"}),
        (3, "2050303", "技校教育", {"total": "4.00"}),
        (1, "208", "社会保障和就业支出", {"total": "6.00"}),
        (3, "2080101", "行政运行", {"total": "6.00"}),
        (0, None, "总计", {"total": "10.00", "basic": "6.00", "project": "4.00"}),
    ],
)


def test_an_item_is_the_row_of_its_code_and_a_code_that_is_gone_is_nothing() -> None:
    found = run(
        TABLE,
        [
            change(10, "技校教育", "4.00", "+1.00", section=ITEMS, code="2050303"),
            change(11, "行政运行", "6.01", "+1.00", section=ITEMS, code="2080101"),
            change(12, "行政运行", "7.00", "+1.00", section=ITEMS, code="2080101"),
            change(13, "劳动保障监察", "0.00", "-3.00", section=ITEMS, code="2080105"),
            change(14, "别的", "1.00", "-3.00", section="一、概况"),
        ],
    )
    assert outcomes(found, "narrative_amount") == {
        "10.1": "exact",
        "11.1": "rounding",
        "12.1": "fails",
        "13.1": "exact",
        "14.1": "not_checkable",
    }


@pytest.mark.parametrize(
    ("of_all", "told", "section", "status"),
    [
        ("6.00", "6.00", "一、支出情况说明", "exact"),
        ("6.00", "7.00", "一、支出情况说明", "fails"),
        ("6.50", "7.00", "一、支出情况说明", "not_checkable"),
        ("6.00", "7.00", "二、项目支出情况", "not_checkable"),
    ],
)
def test_below_a_heading_of_no_table_a_code_is_what_both_tables_print_alike(
    of_all: str, told: str, section: str, status: str
) -> None:
    """Where all spending and the appropriations differ, which of them is told is open; so is a part of them."""
    every = budget("expenditure", [(3, "2080101", "行政运行", {"total": of_all})])
    found = run(TABLE, every, [change(10, "行政运行", told, "+1.00", section=section, code="2080101")])
    assert outcomes(found, "narrative_amount") == {"10.1": status}


def test_a_table_of_nothing_but_a_total_says_nothing_of_a_code() -> None:
    every = budget("expenditure", [(0, None, "合计", {"total": "6.00", "basic": "6.00"})])
    told = change(10, "行政运行", "6.00", "+1.00", section=SPENDING, code="2080101")
    assert outcomes(run(every, [told]), "narrative_amount") == {"10.1": "not_checkable"}


@pytest.mark.parametrize(
    ("section", "status"),
    [
        ("五、财政拨款支出预算情况说明", "exact"),
        ("五、财政拨款支出预算表情况说明 / （一）教育（类）", "exact"),
        ("七、一般公共预算财政拨款支出预算情况说明", "fails"),
    ],
)
def test_a_section_on_the_spending_of_appropriations_is_of_their_table(section: str, status: str) -> None:
    of_appropriations = budget("fiscal_expenditure", [(3, "2050303", "技校教育", {"total": "5.00"})])
    told = change(10, "技校教育", "5.00", "+1.00", section=section, code="2050303")
    assert outcomes(run(TABLE, of_appropriations, [told]), "narrative_amount") == {"10.1": status}


@pytest.mark.parametrize(("share", "status"), [("50", "exact"), ("60", "fails")])
def test_a_share_of_all_spending_of_the_year_is_of_the_table_of_it_in_any_section(
    share: str, status: str
) -> None:
    section = "五、财政拨款支出预算情况说明"
    every = budget("expenditure", [(0, None, "合计", {"total": "12.00"})])
    appropriations = budget("fiscal_expenditure", [(0, None, "合计", {"total": "6.00"})])
    figures = [
        said(50, "财政拨款预算支出", "6.00", "万元", kind="amount"),
        said(51, "财政拨款预算支出占本年支出合计", share, "%", kind="amount", against="本年支出合计"),
    ]
    blocks = [block(line, section=section) for line in (50, 51)]
    assert outcomes(run(every, appropriations, blocks, figures), "share") == {"51.1": status}


def test_the_headings_tell_which_basic_spending_is_meant() -> None:
    other = budget("expenditure", [(0, None, "总计", {"basic": "7.00"})])
    found = run(
        TABLE,
        other,
        [
            change(10, "基本支出", "7.00", "+1.00", section=SPENDING),
            change(11, "基本支出", "6.00", "+1.00", section=PUBLIC),
        ],
    )
    checks = of_kind(found, "narrative_amount")
    assert [(check.status, check.records[1].split(":")[1]) for check in checks] == [
        ("exact", "t3"),
        ("exact", "t5"),
    ]


def test_a_percentage_is_the_change_by_the_amount_before() -> None:
    def status(amount: str, changed: str, percent: str) -> str:
        return outcomes(run([change(10, "甲", amount, changed, percent)]), "change_percent")["10.1"]

    assert status("4787.55", "-12.69", "0.26") == "exact"  # 12.69 / 4800.24 = 0.2644 %
    assert status("1.00", "+0.10", "11.12") == "rounding"  # 0.10 / 0.90 = 11.11 %, each of the two ± 0.005
    assert status("4787.55", "-12.69", "0.36") == "fails"
    assert status("30.00", "+30.00", "100.00") == "not_checkable"  # nothing the year before
    assert status("0.00", "-30.00", "100.00") == "exact"


def test_changes_add_up_to_the_change_of_the_whole() -> None:
    whole = [
        change(20, "基本支出", "6.00", "+1.00", section=PUBLIC),
        change(21, "项目支出", "4.00", "-3.00", section=PUBLIC),
    ]

    def status(*changed: str) -> dict[str, str]:
        items = [
            change(30, "技校教育", "4.00", changed[0], section=ITEMS, code="2050303"),
            change(31, "行政运行", "6.00", changed[1], section=ITEMS, code="2080101"),
        ]
        return outcomes(run(TABLE, whole, items), "change_sum")

    assert status("-4.00", "+2.00") == {"20.1/items": "exact"}
    assert status("-4.00", "+2.01") == {"20.1/items": "rounding"}
    assert status("-4.00", "+5.00") == {"20.1/items": "not_checkable"}


def test_shares_are_of_the_total_of_their_table_and_make_100_percent() -> None:
    table = budget(
        "income",
        [(0, None, "总计", {"total": "10.00", "general_public_budget": "9.00", "unit_funds": "1.00"})],
    )

    def found(one: str, other: str) -> dict[str, str]:
        rows = [
            change(10, "一般公共预算", "9.00", "+1.00", section=INCOME, share_printed=one),
            change(11, "单位资金", "1.00", "+1.00", section=INCOME, share_printed=other),
        ]
        checks = run(table, rows)
        return outcomes(checks, "share") | {
            f"sum {place}": status for place, status in outcomes(checks, "share_sum").items()
        }

    assert found("90.00", "10.00") == {"10.1": "exact", "11.1": "exact", "sum 10.1": "exact"}
    assert found("90.01", "10.00")["sum 10.1"] == "rounding"
    assert found("91.00", "10.00") == {"10.1": "fails", "11.1": "exact", "sum 10.1": "fails"}


def test_amounts_of_prose_are_found_in_the_tables_by_their_words() -> None:
    outsourcing = budget(
        "outsourcing",
        [
            (1, None, "甲单位", {"total": "3.00"}, "甲单位"),
            (2, None, "自治区考务", {"total": "3.00"}, "甲单位"),
            (0, None, "总计", {"total": "3.00"}),
        ],
    )
    section = "十一、关于某厅委托业务费支出情况说明"
    figures = [
        said(50, "委托业务费", "3.00", "万元", kind="amount"),
        said(51, "委托业务费 考务委托业务费", "3.01", "万元", kind="amount"),
        said(52, "委托业务费 阅卷", "3.00", "万元", kind="amount"),
        said(53, "一般公共预算当年拨款 教育支出（类）", "5.00", "万元", kind="amount"),
        said(54, "委托业务费", "3.00", "万元", kind="amount", change="increase"),
        said(55, "一般公共预算财政拨款支出", "11.00", "万元", kind="amount"),
    ]
    blocks = [block(line, section=section) for line in (50, 51, 52, 54, 55)] + [block(53, section=ITEMS)]
    found = run(TABLE, outsourcing, blocks, figures)
    assert outcomes(found, "narrative_amount") == {
        "50.1": "exact",
        "51.1": "rounding",
        "53.1": "fails",
        "55.1": "fails",
    }


def test_a_cell_left_blank_is_0_00() -> None:
    table = budget("three_public", [(0, None, "总计", {"total": "0.90"})])
    (check,) = of_kind(run(table, [change(10, "公务用车购置", "0.00", "+0.00")]), "narrative_amount")
    assert (check.status, check.left, check.right) == ("exact", 0, 0)
    assert check.records == ["d:10.1", "budget_tables/d/three_public"]


def test_a_table_of_totals_alone_leaves_none_of_its_parts_blank() -> None:
    def status(measures: dict[str, str]) -> str:
        table = budget("income", [(0, None, "收入总计", measures)])
        rows = [change(10, "政府性基金预算", "3.00", "+1.00", section=INCOME)]
        return outcomes(run(table, rows), "narrative_amount")["10.1"]

    assert status({"total": "9.00"}) == "not_checkable"
    assert status({"total": "9.00", "general_public_budget": "9.00"}) == "fails"
    assert status({"total": "9.00", "government_fund": "3.00"}) == "exact"


@pytest.mark.parametrize(
    ("against", "share", "status"),
    [
        ("“三公”经费", "25.00", "exact"),
        ("“三公”经费", "10.00", "fails"),
        ("“三公”经费支出", "25.00", "exact"),
        ("公务用车购置及运行维护费", "33.33", "exact"),
    ],
)
def test_a_share_of_an_item_of_three_public_is_of_its_row(against: str, share: str, status: str) -> None:
    """Under a heading that names 一般公共预算, whose table is another."""
    section = "八、一般公共预算“三公”经费、会议费、培训费支出预算情况说明"
    items = budget(
        "three_public",
        [
            (0, None, "合计", {"total": "10.00"}),
            (0, None, "“三公”经费", {"total": "4.00"}),
            (1, None, "公务用车购置及运行维护费", {"total": "3.00"}),
            (1, None, "公务接待费", {"total": "1.00"}),
            (1, None, "会议费", {"total": "6.00"}),
        ],
    )
    figures = [
        said(50, "公务接待费支出", "1.00", "万元", kind="amount", column=1),
        said(50, f"公务接待费支出占{against}", share, "%", kind="amount", against=against, column=9),
    ]
    found = run(TABLE, items, [block(50, section=section)], figures)
    assert outcomes(found, "share") == {"50.9": status}


def test_a_text_in_whole_ten_thousands_was_rounded_to_them() -> None:
    def status(printed: str, *others: str) -> dict[str, str]:
        blocks = [block(10, f"基本支出{printed}万元，比上年减少3万元。", section=PUBLIC)]
        blocks += [block(11 + at, f"安排{other}万元。", section=PUBLIC) for at, other in enumerate(others)]
        rows = [change(10, "基本支出", printed, "-3", section=PUBLIC)]
        figures = [said(19, "一般公共预算当年拨款 教育支出（类）", "4", "万元", kind="amount")]
        blocks += [block(19, "教育支出（类）4万元。", section=ITEMS)]
        table = budget(
            "general_public",
            [
                (1, "205", "教育支出", {"total": "4.49"}),
                (0, None, "总计", {"basic": "6.49", "total": "9.00"}),
            ],
        )
        return outcomes(run(table, blocks, rows, figures), "narrative_amount")

    assert status("6", "1,204", "71") == {"10.1": "rounding", "19.1": "rounding"}
    assert status("7", "1,204", "71")["10.1"] == "fails"
    assert status("6", "6", "0", "71") == {"10.1": "fails", "19.1": "fails"}  # too few to tell
    assert status("6", "1,204", "71", "88.50") == {
        "10.1": "fails",
        "19.1": "fails",
    }  # zeros of two decimals may be dropped


def test_what_was_planned_is_held_against_the_column_of_the_plan() -> None:
    table = budget("three_public", [(0, None, "合计", {"budget": "9.00", "total": "7.00"})])
    figures = [
        said(50, "“三公”经费支出预算", "9.00", "万元", kind="amount"),
        said(51, "“三公”经费支出", "9.00", "万元", kind="amount"),
    ]
    found = run(table, [block(50), block(51)], figures)
    assert outcomes(found, "narrative_amount") == {"50.1": "exact", "51.1": "fails"}


@pytest.mark.parametrize(
    ("name", "period", "statuses"),
    [
        ("“三公”经费预算", "2031", ["fails"]),
        ("“三公”经费预算", "2030", []),
        ("“三公”经费支出决算", "2031", []),
    ],
)
def test_what_is_of_another_year_or_of_its_outcome_is_not_held_against_a_budget(
    name: str, period: str, statuses: list[str]
) -> None:
    table = budget("three_public", [(0, None, "合计", {"total": "7.00"})])
    papers = [msgspec.structs.replace(document(), year=2031, phase="budget")]
    figures = [said(50, name, "9.00", "万元", kind="amount", period=period)]
    found = of_kind(run(papers, table, [block(50)], figures), "narrative_amount")
    assert [check.status for check in found] == statuses


@pytest.mark.parametrize(
    ("words", "printed", "status"),
    [
        ("人员与机构支出 行政运行（2080101）", "6.00", "exact"),
        ("行政运行（2080101）", "6.60", "fails"),
        ("教育支出（类） 技校教育（项）", "4.40", "fails"),
        ("事业运行（2080101）", "6.60", None),  # not the name of that code
        ("行政运行（2080199）", "6.60", None),
        ("行政运行（款）", "6.60", None),
        ("行政运行", "6.60", None),  # nothing says that the item is meant
        ("基本支出 行政运行（项）", "5.00", None),  # a part of what the row holds
    ],
)
def test_an_item_with_its_code_or_its_level_behind_it_is_its_row(
    words: str, printed: str, status: str | None
) -> None:
    figures = [said(50, words, printed, "万元", kind="amount")]
    found = run(TABLE, [block(50, section=ITEMS)], figures)
    assert outcomes(found, "narrative_amount").get("50.1") == status


def test_an_item_whose_name_two_groups_share_is_none_of_them() -> None:
    table = budget(
        "general_public",
        [
            (3, "2080101", "行政运行", {"total": "6.00"}),
            (3, "2082801", "行政运行", {"total": "2.00"}),
            (0, None, "总计", {"total": "8.00"}),
        ],
    )
    figures = [said(50, "行政运行（项）", "8.00", "万元", kind="amount")]
    assert not outcomes(run(table, [block(50, section=ITEMS)], figures), "narrative_amount")


@pytest.mark.parametrize("own", ["本单位", "本部门", "我局", "本中心"])
@pytest.mark.parametrize(("amount", "status"), [("10.00", "exact"), ("100.00", "fails")])
def test_what_a_department_says_of_itself_is_the_total_of_its_table(
    own: str, amount: str, status: str
) -> None:
    every = budget(
        "expenditure",
        [(1, "208", "社会保障和就业支出", {"total": "10.00"}), (0, None, "合计", {"total": "10.00"})],
    )
    told = change(10, f"{own}支出预算", amount, "+1.00", section="二、预算情况说明")
    assert outcomes(run(every, [told]), "narrative_amount") == {"10.1": status}


def test_what_may_be_one_of_several_units_is_not_held_against_all_of_them() -> None:
    rows = [(0, None, "合计", {"total": "10.00"}), (0, None, "甲单位", {"total": "6.00"}, "甲单位")]
    told = change(10, "本单位支出预算", "6.00", "+1.00", section="二、预算情况说明")
    found = run(budget("expenditure", rows), [told])
    assert outcomes(found, "narrative_amount") == {"10.1": "not_checkable"}
