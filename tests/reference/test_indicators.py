"""Canonical indicators: found under every phrasing, kept apart where quantities differ."""

import re

import pytest

from hrss_tui.reference import (
    Metric,
    base_unit,
    figure_words,
    find_changed,
    find_indicator,
    indicators,
    is_change,
    metrics,
    units,
)
from tests.goldens import read_tsv

FILES = ["bulletin", "plan", "budget", "interview", "article-livelihood", "article-poverty"]


def found(subject: str, unit: str) -> str | None:
    indicator = find_indicator(subject, unit)
    return indicator.indicator_id if indicator else None


def test_ids_and_english_names_are_english() -> None:
    ids = [entry.indicator_id for entry in indicators()]
    assert len(ids) == len(set(ids))
    assert all(re.fullmatch(r"[a-z][a-z0-9_]*", key) for key in ids)
    assert all(entry.name_en.isascii() for entry in indicators())


def test_units_are_base_units() -> None:
    per = set(figure_words().per_units)
    for entry in indicators():
        for unit in entry.admissible_units:
            head, *rest = unit.split("/")
            assert head in units(), entry.indicator_id
            assert set(rest) <= per, entry.indicator_id
            assert base_unit(unit) == unit


def test_a_narrowing_word_bars_only_indicators_without_it() -> None:
    assert found("高校毕业生就业困难人员就业人数", "人") is None
    assert found("应届高校毕业生就业率", "%") == "graduate_employment_rate"
    assert found("招募“三支一扶”高校毕业生", "人") == "grassroots_graduates"


def test_every_name_and_alias_finds_its_own_indicator() -> None:
    wrong = [
        (entry.indicator_id, name, found(name, unit))
        for entry in indicators()
        for unit in entry.admissible_units
        for name in (entry.name, *entry.aliases, *entry.names)
        if found(name, unit) != entry.indicator_id
    ]
    assert wrong == []


@pytest.mark.parametrize(
    "fund",
    ["企业职工养老保险", "机关事业单位养老保险", "城乡居民养老保险", "失业保险", "工伤保险", "职工医疗保险"],
)
def test_every_fund_has_each_side_of_its_account(fund: str) -> None:
    words = ("基金累计收入", "基金总支出", "基金本年结余", "基金当期缺口", "基金年末滚存结余")
    sides = [found(f"{fund}{word}", "元") for word in words]
    scheme = (sides[0] or "").removesuffix("_fund_income")
    sorts = ("income", "expenditure", "surplus", "deficit", "balance")
    assert sides == [f"{scheme}_fund_{sort}" for sort in sorts]
    assert found(f"{fund}缴费人数", "人") == f"{scheme}_contributors"
    assert found(f"{fund}待遇支出", "元") == f"{scheme}_benefit_spending"


@pytest.mark.parametrize(
    ("subject", "indicator"),
    [
        ("三项社会保险基金累计结余", "three_insurances_fund_balance"),
        ("三项社会保险基金当期结余", "three_insurances_fund_surplus"),
    ],
)
def test_three_insurances_have_what_is_left_of_their_funds(subject: str, indicator: str) -> None:
    assert found(subject, "元") == indicator


def test_no_name_means_two_indicators_of_the_same_unit() -> None:
    names = [(name, entry.unit) for entry in indicators() for name in (entry.name, *entry.aliases)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("file", FILES)
def test_subjects_of_the_documents_find_what_a_reader_found(file: str) -> None:
    rows = [row for row in read_tsv(f"observations_{file}") if row["indicator"]]
    for row in rows:
        indicator = find_indicator(row["subject_words"], row["base_unit"])
        assert indicator is not None, row
        assert indicator.name == row["indicator"], row


@pytest.mark.parametrize("file", FILES)
def test_no_subject_of_the_documents_is_undecided(file: str) -> None:
    for row in read_tsv(f"observations_{file}"):
        subject = row["subject_words"].replace(" ", "")
        base = base_unit(row["base_unit"])
        scores = [entry.score(subject) for entry in indicators() if base in entry.admissible_units]
        best = max(scores, default=0)
        assert best == 0 or scores.count(best) == 1, row


@pytest.mark.parametrize("metric", metrics())
def test_a_metric_of_prefectures_belongs_to_an_indicator_of_the_same_unit(metric: Metric) -> None:
    by_id = {entry.indicator_id: entry for entry in indicators()}
    assert by_id[metric.indicator].unit == metric.unit


@pytest.mark.parametrize(
    ("subject", "unit", "indicator_id"),
    [
        ("全区 城镇新增就业", "人", "urban_new_jobs"),
        ("城镇累计新增就业", "人", "urban_new_jobs"),
        ("登记失业人员再就业", "人", "unemployed_reemployed"),
        ("城镇失业人员实现再就业", "人", "unemployed_reemployed"),
        ("城镇登记失业人员", "人", "registered_unemployed"),
        ("农村富余劳动力转移就业", "人次", "rural_labour_transfer"),
        ("农村劳动力外出务工", "人次", "rural_labour_transfer"),
        ("养老保险参保人数", "人", "pension_insured"),
        ("全区参加基本养老保险人数", "人", "pension_insured"),
        ("参加城镇职工基本养老保险人数", "人", "employee_pension_insured"),
        ("城镇职工基本养老保险执行企业制度参保人数", "人", "enterprise_system_pension_insured"),
        ("全年基本养老保险基金收入", "元", "pension_fund_income"),
        ("城镇职工基本养老保险基金总收入", "元", "employee_pension_fund_income"),
        ("三项社会保险基金收入合计", "元", "three_insurances_fund_income"),
        ("开展各类职业技能培训", "人次", "vocational_training"),
        ("年均开展职业技能培训", "人次", "vocational_training_average"),
        ("全年少数民族科技骨干", "名", "minority_specialists_trained"),
        ("财政拨款“三公”经费数", "元", "three_public_spending"),
        ("因公出国（境） 费用", "元", "official_travel_abroad"),
        ("农民工职业技能培训", "人次", "migrant_workers_trained"),
        ("各级劳动人事争议仲裁机构立案受理争议案件", "件", "dispute_cases"),
        ("全市各级劳动保障监察机构共查处各类劳动保障违法案件", "件", "labour_violations"),
        ("经人力资源社会保障部门审核备案有效集体合同", "份", "collective_contracts"),
        ("向企业发放稳岗补贴", "元", "job_retention_refund"),
        ("组织企业提供就业岗位", "个", "jobs_offered"),
        ("享受了生育保险待遇", "人次", "maternity_beneficiaries"),
        ("参加医疗保险的农民工人数", "人", "basic_medical_migrants"),
        ("失业保险基金收入完成", "元", "unemployment_fund_income"),
        ("工伤保险基金收入预算安排", "元", "injury_fund_income"),
        ("企业职工基本养老保险基金 收入 保险费收入", "元", "enterprise_pension_contribution_income"),
        ("已建工会企业集体合同签订率", "%", "collective_contract_rate"),
        ("本单位政府采购支出预算总额", "元", "procurement"),
        ("部门政府采购预算支出", "元", "procurement"),
    ],
)
def test_phrasings(subject: str, unit: str, indicator_id: str) -> None:
    assert found(subject, unit) == indicator_id


@pytest.mark.parametrize(
    ("subject", "unit"),
    [
        ("城镇新增就业", "人次"),
        ("公务接待费（国内）", "元"),
        ("国（境）外公务接待费", "元"),
        ("农村养老参保", "元"),
        ("下岗职工再就业培训", "户"),
        ("县外转移就业劳务", "人次"),
        ("企业职工基本养老保险基金收入利息收入", "元"),
        ("城乡居民基本养老保险欠费", "元"),
        ("城镇新增就业数据核查项目资金", "元"),
        ("农村富余劳动力转移就业补贴资金", "元"),
        ("三项社会保险参保", "人"),
        ("预算项目", "个"),
        ("", "人"),
        ("举办高级研修品牌项目个数", "个"),
        ("新建创业孵化基地", "个"),
        ("零就业家庭", "户"),
        ("普通高中在校学生", "人"),
        ("技工院校学生获得资助", "人"),
        ("为劳动者提供法律援助", "人次"),
        ("公开招聘特岗教师", "人"),
        ("三支一扶期满人员", "名"),
        ("企业年金缴费企业", "户"),
        ("技工院校毕业生就业率", "%"),
        ("青年调查失业率", "%"),
        ("12345热线来电总量", "次"),
        ("世界职业技能大赛奖牌", "个"),
        ("国家级技能大师工作室", "个"),
        ("银行服务网点", "个"),
        ("特殊困难家庭", "户"),
        ("农村劳动力省外转移就业", "人次"),
        ("新增博士后科研工作站", "个"),
        ("经营性人力资源服务机构", "家"),
        ("为小微企业减免社会保险费", "元"),
        ("专项设备采购支出预算", "元"),
    ],
)
def test_other_quantities_are_not_joined(subject: str, unit: str) -> None:
    assert found(subject, unit) is None


@pytest.mark.parametrize(
    "subject",
    [
        "失业保险参保人数比上年末增加",
        "基金收入合计较上年增长",
        "公务用车运行维护费减少",
        "参保人数较“十三五”末增长",
    ],
)
def test_a_change_is_no_value_of_its_indicator(subject: str) -> None:
    assert is_change(subject)
    assert found(subject, "人") is None
    assert found(subject, "元") is None


@pytest.mark.parametrize(
    "subject", ["技能提升补贴惠及职工", "减轻企业负担", "医保服务能力提升补助资金", "新增创业"]
)
def test_a_level_with_a_verb_in_its_name_is_no_change(subject: str) -> None:
    assert not is_change(subject)


@pytest.mark.parametrize(
    ("subject", "unit", "indicator_id"),
    [
        ("年末全市参加企业职工基本养老保险人数", "人", "enterprise_pension_insured"),
        ("企业职工基本养老保险 参保人数 在职职工", "人", "enterprise_pension_workers"),
        ("企业职工基本养老保险离退休人员", "人", "enterprise_pension_retirees"),
        ("农民工参加工伤保险人数", "人", "injury_migrants"),
        ("生育保险 基金总支出", "元", "maternity_fund_expenditure"),
        ("失业保险 滚存结余", "元", "unemployment_fund_balance"),
        ("工伤保险基金收支结余", "元", "injury_fund_surplus"),
        ("城镇职工基本养老保险基金总收入 征缴收入", "元", "employee_pension_contribution_income"),
        ("新农保参保人数", "人", "new_rural_pension_insured"),
        ("农村养老参保", "人", "rural_pension_insured"),
        ("全县下岗职工再就业", "人", "laid_off_reemployed"),
        ("五项社会保险（含城乡居民基本养老保险）基金收入", "元", "social_insurance_fund_income"),
        ("全省农民工总量", "人", "migrant_workers"),
        ("职业技能培训", "人", "training_people"),
        ("城乡居民人均可支配收入", "元", "resident_income"),
        ("企业劳动合同签订率", "%", "contract_rate"),
    ],
)
def test_whole_names_of_the_field_are_found(subject: str, unit: str, indicator_id: str) -> None:
    assert found(subject, unit) == indicator_id


def test_a_part_names_its_whole_and_a_scheme_its_years() -> None:
    by_id = {entry.indicator_id: entry for entry in indicators()}
    assert by_id["enterprise_pension_workers"].part_of == "enterprise_pension_insured"
    assert by_id["enterprise_pension_insured"].part_of == "employee_pension_insured"
    assert (by_id["maternity_insured"].until, by_id["new_rural_pension_insured"].since) == (2018, 2009)
    assert {entry.part_of for entry in indicators() if entry.part_of} <= set(by_id)


@pytest.mark.parametrize(
    ("subject", "indicator_id"),
    [
        ("地区生产总值", "gdp"),
        ("全市一般公共预算收入", "general_revenue"),
        ("失业保险基金支出", "unemployment_fund_expenditure"),
        ("职业技能培训", None),  # of persons or of person-times: the rate does not say
        ("规模以上服务业营业收入", None),
    ],
)
def test_what_a_growth_rate_without_a_level_is_of(subject: str, indicator_id: str | None) -> None:
    changed = find_changed(subject)
    assert (changed.indicator_id if changed else None) == indicator_id


def test_the_whole_does_not_hide_a_part_of_its_own_sort() -> None:
    whole, part = "城镇下岗失业人员实现再就业", "就业困难对象再就业"
    assert find_indicator(f"{whole} {part}", "人", part) == find_indicator(part, "人")
    assert find_indicator("职业培训 农民工", "人", "农民工") is None


@pytest.mark.parametrize(
    ("whole", "part", "indicator_id"),
    [
        ("开展补贴性职业技能培训", "残疾人培训", None),
        ("补贴性培训", "退役军人培训", None),
        ("失业保险参保人数", "新参保", None),
        ("职业技能培训", "补贴性培训", "subsidised_training"),
        ("失业保险基金", "收入", "unemployment_fund_income"),
    ],
)
def test_a_part_that_does_not_name_the_indicator_is_not_all_of_it(
    whole: str, part: str, indicator_id: str | None
) -> None:
    unit = "人次" if "培训" in part else "元" if part == "收入" else "人"
    found = find_indicator(f"{whole} {part}", unit, part)
    assert (found.indicator_id if found else None) == indicator_id


def test_buildings_that_are_built_or_sold_are_none_that_an_office_has() -> None:
    assert [find_indicator(f"房屋{deed}面积", "平方米") for deed in ("施工", "新开工", "竣工")] == [None] * 3
    own = find_indicator("房屋面积", "平方米")
    assert own is not None
    assert own.indicator_id == "asset_buildings_area"


@pytest.mark.parametrize("words", ["城镇低保标准", "城镇低保标准为", "城市低保标准达到"])
def test_the_living_allowance_of_towns_is_found_as_that_of_the_country_is(words: str) -> None:
    rural = words.replace("城镇", "农村").replace("城市", "农村")
    assert (found(words, "元/月"), found(rural, "元/月")) == (
        "urban_living_allowance",
        "rural_living_allowance",
    )
