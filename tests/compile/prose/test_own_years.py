"""本年末 beside the end of another year, years 间, and who is insured in what: made-up sentences to observations."""

import pytest

from tests.compile.prose.reader import observe


def told(text: str, *columns: str, kind: str = "bulletin") -> list[tuple[object, ...]]:
    return [
        tuple(getattr(row, column) for column in ("printed", *columns)) for row in observe(text + "\n", kind)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "失业保险基金2032年末累计结余41亿元，本年末累计结余46亿元。",
        "2032年底在册职工41万人；本年底在册职工46万人。",
        "2032年末供养对象为41户，截至本年末供养对象为46户。",
        "工伤保险2032年征收41亿元，本年征收46亿元。",
    ],
)
def test_this_year_beside_the_year_before_is_that_of_the_paper(text: str) -> None:
    assert [str(row[1])[:4] for row in told(text, "period")] == ["2032", "2033"]


def test_an_end_beside_that_of_a_year_far_before_is_of_no_known_year() -> None:
    assert told("2029年末累计结余41亿元，本年末累计结余46亿元。", "period")[1] == ("46", None)


def test_this_year_behind_a_year_that_tells_something_else_is_that_year() -> None:
    assert told("2032年参保41万人，本年支出46亿元。", "period") == [("41", "2032"), ("46", "2032")]


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("十年间，全县新建公寓42个。", "2024/2033"),
        ("这三年间，帮扶残疾人42人。", "2031/2033"),
        ("8年间，开办食堂42个。", "2026/2033"),
    ],
)
def test_years_between_are_the_last_ones(text: str, period: str) -> None:
    assert told(text, "period") == [("42", period)]


def test_years_between_of_a_plan_are_its_own() -> None:
    assert told("五年间，将新建公寓42个。", "period", kind="plan") == [("42", "2033")]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("全县累计开展培训5.2万人次，参保人数增加1.2万人。", "参保人数增加"),
        ("发放稳岗返还资金480万元。参保人数1.2万人。", "参保人数"),
        ("失业保险扩面3万人，参保人数1.2万人。", "失业保险扩面 参保人数"),
        ("工伤保险基金收入3亿元，参保人数1.2万人。", "工伤保险基金 参保人数"),
    ],
)
def test_people_are_insured_in_nothing_that_is_no_insurance(text: str, subject: str) -> None:
    assert told(text, "subject")[-1] == ("1.2", subject)


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2029年，建成食堂41个，次年收治46人。", "2030"),
        ("2029年，建成食堂41个，翌年收治46人。", "2030"),
        ("2029年，建成食堂41个，次年上半年收治46人。", "2030-01/2030-06"),
        ("2029年，建成食堂41个，次年8月收治46人。", "2030-08"),
        ("2029年，建成食堂41个，次年1-8月收治46人。", "2030-01/2030-08"),
    ],
)
def test_the_year_behind_the_one_that_was_named(text: str, period: str) -> None:
    assert told(text, "period", "kind") == [("41", "2029", "actual"), ("46", period, "actual")]


@pytest.mark.parametrize("year", ["去年全年", "上年全年", "上年度全年", "2032年全年"])
def test_the_whole_of_another_year_beside_a_half(year: str) -> None:
    text = f"上半年，发放创业担保贷款41亿元，{year}为46亿元。"
    half, whole = told(text, "subject", "period", kind="report")
    assert half == ("41", "发放创业担保贷款", "2033-01/2033-06")
    assert whole == ("46", "发放创业担保贷款", "2032")


@pytest.mark.parametrize("level", ["低于全国46%的平均水平", "明显高于全国46%的水平", "优于全国46%的总体水平"])
def test_what_there_is_in_a_larger_area_is_of_it(level: str) -> None:
    text = f"全市城镇登记失业率为41%，{level}。"
    assert told(text, "subject", "scope", "change") == [
        ("41", "城镇登记失业率", "全市", None),
        ("46", "城镇登记失业率", "全国", None),
    ]


def test_by_how_much_it_is_below_a_larger_area_is_no_level() -> None:
    assert told("全市城镇登记失业率为41%，低于全国平均水平4.6个百分点。", "change")[1] == ("4.6", "decrease")


def test_what_was_outdone_of_the_whole_year_before() -> None:
    text = "上半年，发放创业担保贷款46亿元，已超过去年全年41亿元的水平。"
    assert told(text, "subject", "period", kind="report")[1] == ("41", "发放创业担保贷款", "2032")


def test_a_rate_of_a_budget_is_of_the_year_behind_what_was_left_at_its_end() -> None:
    assert told("2032年安排资金46亿元，当年末结余4亿元，年度预算执行率91%。", "period", kind="report") == [
        ("46", "2032"),
        ("4", "2032-12-31"),
        ("91", "2032"),
    ]


@pytest.mark.parametrize("mean", ["年均新增", "平均每年新增", "年平均净新增"])
def test_a_mean_of_what_is_new_is_of_what_was_told(mean: str) -> None:
    rows = told(f"2030—2033年，全市城镇新增就业累计46万人，{mean}11.5万人。", "subject", kind="report")
    assert rows[1] == ("11.5", f"城镇新增就业 {mean}")


def test_nobody_is_insured_in_a_rate_of_unemployment() -> None:
    assert told("全市城镇登记失业率为4%。全市参保46万人。", "subject")[1] == ("46", "参保")


def test_who_is_insured_behind_the_rate_of_them() -> None:
    rows = told("失业保险参保率为91%，参保人数46万人。", "subject", "indicator_id")
    assert rows[1] == ("46", "失业保险 参保人数", "unemployment_insured")


def test_a_flow_is_measured_against_no_end_of_a_year() -> None:
    text = "年末参加失业保险46万人，比上年末减少4万人；全年发放失业保险金41亿元，下降6%。"
    assert told(text, "subject", "against")[3] == ("6", "发放失业保险金比上年下降", "上年")


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("三月至九月，收治46人。", "2033-03/2033-09"),
        ("一至十一月，收治46人。", "2033-01/2033-11"),
        ("六月份，收治46人。", "2033-06"),
        ("十二月，收治46人。", "2033-12"),
        ("2032年十月收治46人。", "2032-10"),
        ("截至九月底，在册职工46人。", "2033-09-30"),
        ("连续三月，收治46人。", None),
        ("三月三活动收治46人。", None),
    ],
)
def test_months_in_words(text: str, period: str | None) -> None:
    assert told(text, "period", kind="report") == [("46", period)]


@pytest.mark.parametrize("words", ["近年来", "近几年", "多年来"])
def test_what_a_plan_tells_of_the_years_up_to_now_is_no_aim(words: str) -> None:
    rows = observe(f"{words}，全市农民工总量不断增长，2031年达到46万人。\n\n力争招收41人。\n", "plan", None)
    assert [(row.subject, row.period, row.kind) for row in rows] == [
        ("农民工总量", "2031", "actual"),
        ("招收", None, "target"),
    ]


def test_what_is_planned_in_such_a_sentence_is_an_aim() -> None:
    rows = observe("近年来，全市建成公寓46个，计划再建41个。\n", "plan", None)
    assert [row.kind for row in rows] == ["actual", "target"]


@pytest.mark.parametrize("state", ["覆盖面不断扩大", "覆盖范围持续扩大", "参保覆盖面稳步提升"])
def test_who_is_insured_behind_how_the_insurance_has_spread(state: str) -> None:
    rows = told(f"失业保险{state}，参保人数达到46万人。", "subject", "indicator_id", kind="report")
    assert rows == [("46", "失业保险 参保人数", "unemployment_insured")]


@pytest.mark.parametrize("verb", ["缩水", "萎缩", "滑落"])
def test_words_of_a_fall(verb: str) -> None:
    assert told(f"追发工资41万元，同比{verb}4.6%。", "change", kind="report")[1] == ("4.6", "decrease")


def test_what_an_item_is_about_may_end_with_dashes() -> None:
    rows = told("1.失业保险基金——收入46亿元，支出41亿元。", "subject", "indicator_id", kind="budget")
    assert rows == [
        ("46", "失业保险基金收入", "unemployment_fund_income"),
        ("41", "失业保险基金 支出", "unemployment_fund_expenditure"),
    ]


@pytest.mark.parametrize("who", ["领取失业保险金人员", "失业保险金领取人数", "领取失业金人员"])
def test_who_is_paid_unemployment_benefits(who: str) -> None:
    rows = told(f"年末，{who}46人。", "indicator_id")
    assert rows == [("46", "unemployment_benefit_recipients")]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("2033年初预算数为530.00万元。", "年初预算数"),
        ("职业培训2033年初预算安排230.00万元。", "职业培训年初预算安排"),
        ("2033年年初预算为500.00万元。", "年初预算"),
    ],
)
def test_a_year_before_the_budget_of_its_beginning_leaves_that_its_name(text: str, subject: str) -> None:
    assert [(row[1], row[2]) for row in told(text, "subject", "period", kind="budget")] == [(subject, "2033")]


def test_what_is_left_at_the_beginning_of_a_year_is_dated() -> None:
    assert [row[1:] for row in told("2033年初结余530.00万元。", "subject", "period")] == [
        ("结余", "2033-01-01")
    ]
