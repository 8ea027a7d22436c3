"""Times of what adds up quarters, months or years that were told before, and of weeks and days that no period is known of."""

import pytest

from tests.compile.prose.reader import Built

_PLAN = "枫桥市2036年人社工作安排\n\n"
_NEWS = "枫桥市人社局：招聘服务进校园\n2036年4月16日\n\n"


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "一季度安置残疾人就业 90 人，二季度累计安置 210 人，三季度累计安置 340 人。",
            ["2036-01/2036-03", "2036-01/2036-06", "2036-01/2036-09"],
        ),
        (
            "全市二季度认定技能大师 12 名，四季度累计认定 31 名。",
            ["2036-04/2036-06", "2036"],
        ),
        (
            "3月征缴工伤保险费 140 万元，4月累计征缴 610 万元。",
            ["2036-03", "2036-01/2036-04"],
        ),
        (
            "二季度失业人员再就业累计 0.9 万人，其中当季 0.3 万人。",
            ["2036-01/2036-06", "2036-04/2036-06"],
        ),
    ],
)
def test_what_adds_to_an_earlier_part_of_the_year_is_of_all_since_january(
    built: Built, text: str, periods: list[str]
) -> None:
    assert [row[1] for row in built(_PLAN + text, "period")] == periods


@pytest.mark.parametrize(
    "text",
    [
        "二季度认定大师 12 名，三季度累计走访企业 60 家。",
        "二季度认定大师 45 名，三季度累计认定 31 名。",
        "二季度走访企业 40 家，三季度走访 60 家。",
    ],
)
def test_what_adds_to_nothing_told_before_is_of_its_own_quarter(built: Built, text: str) -> None:
    assert [row[1] for row in built(_PLAN + text, "period")] == ["2036-04/2036-06", "2036-07/2036-09"]


def test_what_came_together_behind_what_a_quarter_gave_did_so_by_its_end(built: Built) -> None:
    text = f"{_PLAN}三季度新建零工驿站 14 家，累计建成 52 家。"
    assert [row[1] for row in built(text, "period")] == ["2036-07/2036-09", "2036-09-30"]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        (
            "去年全市培训家政人员 3,100 人，前年 2,900 人，三年共培训 8,600 人。",
            ["2035", "2034", "2033/2035"],
        ),
        (
            "2035年发放创业补贴 460 万元，2034年 420 万元，四年累计发放 1,590 万元。",
            ["2035", "2034", "2032/2035"],
        ),
        ("2034年认定品牌 5 个，2035年 6 个，两年合计 11 个。", ["2034", "2035", "2034/2035"]),
    ],
)
def test_years_are_counted_back_from_the_latest_that_was_told(
    built: Built, text: str, periods: list[str]
) -> None:
    assert [row[1] for row in built(_NEWS + text, "period")] == periods


@pytest.mark.parametrize(
    "text",
    [
        "上周，全市举办双选会 7 场。",
        "本周六将在文化宫举办专场双选会，提供岗位 640 个。",
        "昨天上门走访企业 26 家。",
        "在上周末的双选会上签约 140 人。",
    ],
)
def test_of_a_week_or_day_beside_that_of_the_text_no_period_is_known(built: Built, text: str) -> None:
    assert [row[1] for row in built(_NEWS + text, "period")] == [None]


def test_the_time_before_such_a_week_holds_again_behind_its_sentence(built: Built) -> None:
    text = f"{_NEWS}一季度，全市新增就业 0.8 万人。上周走访企业 30 家。一季度末，技能人才 12 万人。每周办双选会 2 场。"
    assert [row[1] for row in built(text, "period")] == [
        "2036-01/2036-03",
        None,
        "2036-03-31",
        "2036-01/2036-03",
    ]


def test_the_day_in_a_bracket_behind_such_a_word_is_its_day(built: Built) -> None:
    text = f"{_NEWS}下周二（4月22日）起开展送岗下乡，提供岗位 2,600 个。"
    assert [row[1] for row in built(text, "period")] == ["2036-04-22"]


@pytest.mark.parametrize("word", ["昨天下午", "上周六上午", "前天晚上", "明天一早"])
def test_the_hours_of_such_a_day_are_no_name(built: Built, word: str) -> None:
    assert built(f"{_NEWS}{word}举办夜市双选会 3 场。", "period", "subject") == [
        ("3", None, "举办夜市双选会")
    ]


def test_a_week_in_a_name_is_no_time(built: Built) -> None:
    assert built(f"{_NEWS}“明日之星”行动资助学徒 85 人，每周集训 2 次。", "period")[0] == ("85", "2036")
