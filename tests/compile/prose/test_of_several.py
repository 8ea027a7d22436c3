"""Shares of one thing in several wholes, what of several has most, and percentages nobody can be sure of: made-up sentences."""

import pytest

from tests.compile.prose.reader import observe


def told(text: str, *columns: str, kind: str = "bulletin") -> list[tuple[object, ...]]:
    return [
        tuple(getattr(row, column) for column in ("printed", *columns)) for row in observe(text + "\n", kind)
    ]


@pytest.mark.parametrize(
    ("text", "wholes"),
    [
        (
            "就业补助支出8亿元，占社会保障支出和一般公共预算支出的比重分别为9.1%和1.7%。",
            ["社会保障支出", "一般公共预算支出"],
        ),
        ("女性职工4.1万人，分别占在岗职工、常住人口的38%、2.5%。", ["在岗职工", "常住人口"]),
        (
            "小微企业贷款余额60亿元，占企业贷款、全部贷款及存款的比例依次为52%、31%、18%。",
            ["企业贷款", "全部贷款", "存款"],
        ),
    ],
)
def test_each_share_of_one_thing_has_its_own_whole(text: str, wholes: list[str]) -> None:
    assert [row[1] for row in told(text, "against")[1:]] == wholes


def test_shares_of_two_things_are_of_one_whole() -> None:
    text = "男性和女性分别占从业人员总数的54%和46%。"
    assert told(text, "subject", "against") == [
        ("54", "男性占从业人员总数", "从业人员总数"),
        ("46", "女性占从业人员总数", "从业人员总数"),
    ]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("在岗职工9.4万人，其中建筑业最多，为2.6万人。", "在岗职工 建筑业"),
        ("调解案件940件，其中劳动报酬最多，达260件。", "调解案件 劳动报酬"),
        ("在岗职工9.4万人，其中建筑业最多，为3.6万人；批发业次之，为2.6万人。", "在岗职工 批发业"),
        ("登记企业940户，其中私营企业最多，占26%。", "私营企业占登记企业"),
    ],
)
def test_what_has_most_is_a_part_of_what_was_told(text: str, subject: str) -> None:
    assert told(text, "subject")[-1][1] == subject


def test_a_branch_that_has_most_of_nothing_told_is_named_as_it_stands() -> None:
    assert told("建筑业最多，为2.6万人。", "subject") == [("2.6", "建筑业最多")]


def test_the_place_that_has_most_has_what_several_places_had_together() -> None:
    text = "2033年，玉溪市、昭通市、普洱市新增就业9.4万人，其中昭通市最多，为4.1万人。"
    assert told(text, "subject", "scope") == [
        ("9.4", "玉溪市、昭通市、普洱市新增就业", None),
        ("4.1", "新增就业", "昭通市"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "培训农民工2.6万人，超过州下达任务的17%。",
        "发放贷款2.6亿元，高于年度计划的17%。",
        "帮扶困难人员260人，低于省定目标的17%。",
    ],
)
def test_a_percentage_beyond_or_of_a_plan_is_declared(text: str) -> None:
    assert len(told(text)) == 1


def test_a_rate_that_is_its_own_target_is_read() -> None:
    assert told("登记失业率3.1%，低于年度控制目标的4.5%。", "kind") == [("3.1", "actual"), ("4.5", "target")]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("工伤保险基金收入根据征缴情况调整为2.6亿元。", "工伤保险基金收入"),
        ("工伤保险基金收入3亿元，支出按照实际进度相应调减为2.6亿元。", "工伤保险基金 支出"),
    ],
)
def test_why_a_side_of_an_account_was_adjusted_is_no_part_of_its_name(text: str, subject: str) -> None:
    assert told(text, "subject")[-1][1] == subject


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("就业补助资金9亿元，比上年增加安排2.6亿元。", "increase"),
        ("培训经费9亿元，较2032年减少投入2.6亿元。", "decrease"),
        ("新增安排2.6亿元。", None),
    ],
)
def test_what_is_allotted_more_than_last_year_is_a_change(text: str, change: str | None) -> None:
    assert told(text, "change")[-1][1] == change


def test_a_rate_is_none_of_those_that_have_changed_by_per_cent_where_the_others_are_as_many() -> None:
    text = "受理举报 3120 条，办结率 98.4%，为 2150 名工人追回欠款 4120 万元，同比分别下降 11%、7%、9%。"
    told = [(row.subject, row.printed) for row in observe(text) if row.change]
    assert [name.startswith("办结率") for name, _ in told] == [False] * 3
    assert told[0][0].startswith("受理举报")


@pytest.mark.parametrize("before", ["上年下降", "2031年减少", "上年的"])
def test_by_how_much_what_turned_had_changed_the_year_before_is_none_of_this_year(before: str) -> None:
    rows = observe(f"2033年，全县进出口总额 86 亿元，由{before} 2.7%转为增长 9.4%；新增就业 0.4 万人。")
    assert [row.printed for row in rows] == ["86", "0.4"]
