"""Kinds that real bulletins, work reports and plans showed, with invented places and figures."""

from __future__ import annotations

import pytest

from tests.compile.prose.reader import observe
from tests.compile.prose.test_progress_reports import told


def of_summary(*lines: str) -> str:
    return "\n\n".join(("荷塘市2032年工作总结", "一、2032年工作情况", *lines)) + "\n"


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("2031年全市经济平稳运行，工业产值增长8%。", "2031"),
        ("2031年基金运营稳健，工业产值增长8%。", "2031"),
        ("2031年企业在降本增效的基础上，工业产值增长8%。", "2031"),
        ("在2031年平稳运行的基础上，工业产值增长8%。", "2032"),
        ("2031年车间正式运行，用工80人。", "2032"),
    ],
)
def test_a_year_at_the_head_of_words_without_figures_holds_behind_them(sentence: str, period: str) -> None:
    assert [row[1] for row in told(of_summary(sentence), "period", kind="report")] == [period]


def test_what_is_expected_of_the_year_that_a_paper_looks_back_on_is_no_target() -> None:
    text = "荷塘市2032年计划执行情况\n\n{}\n"
    done = text.format("2032年完成各项任务，预计全市生产总值512亿元，增长7%。")
    assert [row.kind for row in observe(done, "report", 2032)] == ["actual", "actual"]
    aimed = text.format("2033年预计全市生产总值550亿元。2032年力争全市新增就业3万人。")
    assert [row.kind for row in observe(aimed, "report", 2032)] == ["target", "target"]


def test_the_year_of_aims_holds_below_the_colon_also_behind_who_sets_them() -> None:
    text = (
        "荷塘市“十五五”就业规划\n\n规划提出，到2030年，要实现以下目标：\n\n"
        "“十五五”时期城镇新增就业5万人以上。\n\n技能劳动者总量达到17万人，新增劳动力平均受教育年限达到13.5年，参保率达到95%。\n"
    )
    whole, *periods = [row.period for row in observe(text, "plan", 2026)]
    assert whole == "2026/2030"
    assert len(set(periods)) == 1
    assert str(periods[0]).startswith("2030")


@pytest.mark.parametrize(
    ("sentence", "names"),
    [
        ("金融机构存、贷款余额分别增长8%、9%。", ["金融机构存款余额增长", "金融机构贷款余额增长"]),
        ("中、小学在校生分别为3万人、2万人。", ["中学在校生", "小学在校生"]),
        ("高中、小学在校生分别为3万人、2万人。", ["高中在校生", "小学在校生"]),
        ("进、出口总额分别为3亿元、4亿元。", ["进口总额", "出口总额"]),
    ],
)
def test_what_a_list_prints_one_character_of(sentence: str, names: list[str]) -> None:
    assert [row[1] for row in told(of_summary(sentence), "subject", kind="report")] == names


def test_parts_that_are_more_than_a_mean_are_of_what_was_told_before_it() -> None:
    text = of_summary(
        "全县生产总值9亿元，人均生产总值5万元。其中，第一产业增加值2亿元。",
        "全县农民总收入9亿元，人均收入5万元。其中，工资性收入3万元。",
    )
    names = [row[1] for row in told(text, "subject", kind="report")]
    assert names[2] == "生产总值 第一产业增加值"
    assert names[5].endswith("人均收入 工资性收入")


def test_circles_and_stations_are_called_after_how_far_they_are() -> None:
    text = of_summary("建成“城区10分钟、农村6公里”服务圈，共建36小时社保服务站，服务3万人次。")
    assert [row[0] for row in told(text, kind="report")] == ["3"]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
def test_a_short_numbered_line_with_a_comma_is_the_title_of_what_is_below_it(gap: str) -> None:
    text = (
        "荷塘市2032年工作总结\n\n一、2032年工作情况\n1.强化落实，筑牢就业“压舱石”"
        f"{gap}全年城镇新增就业8765人，失业人员再就业4321人，就业困难人员实现就业1234人，开展职业技能培训5678人次，各项指标超额完成。\n"
    )
    names = [row[1] for row in told(text, "subject", kind="report")]
    assert names[:2] == ["城镇新增就业", "失业人员再就业"]
