"""Figures whose names stand before them once for several: lists, brackets, labels, and what was done of an aim."""

from pathlib import Path

import pytest

from tests.compile.prose.reader import observe
from tests.compile.prose.test_progress_reports import told
from tests.variants import compile_text

_REPORT = "河东县2033年工作通报\n\n"


def subjects(text: str) -> list[object]:
    return [row[1] for row in told(_REPORT + text, "subject")]


def test_a_list_with_brackets_behind_its_figures_names_each() -> None:
    names = subjects("分乡镇看，东山镇 310 人（31%）、西山镇 260 人（26%）、北山乡 430 人（43%）。")
    assert [str(name)[:3] for name in names] == ["东山镇"] * 2 + ["西山镇"] * 2 + ["北山乡"] * 2


def test_what_stands_behind_the_last_of_a_list_is_of_all() -> None:
    names = subjects("对博士、硕士、本科生分别给予 900 元、600 元、300 元生活补贴。")
    assert [str(name)[-8:] for name in names] == [
        f"{grade}" for grade in (str(names[0])[-8:], str(names[1])[-8:], str(names[2])[-8:])
    ]
    assert ["博士" in str(names[0]), "硕士" in str(names[1]), "本科" in str(names[2])] == [True] * 3


@pytest.mark.parametrize("said", ["全部实现就业", "均实现就业", "全部纳入帮扶"])
def test_what_is_said_of_a_list_at_its_end_is_no_name(said: str) -> None:
    assert (
        subjects(f"帮扶困难家庭 16 户、21 人{said}。")[1] == subjects(f"帮扶困难家庭 16 户、21 人{said}。")[0]
    )


def test_shares_behind_a_colon_are_of_those_listed_before() -> None:
    names = subjects("研究生 310 人，本科生 460 人，专科生 230 人，占比分别为：31%、46%、23%。")
    assert [str(name)[:3] for name in names[3:]] == ["研究生", "本科生", "专科生"]


def test_what_stands_before_a_bracket_with_figures_is_what_they_are_of() -> None:
    names = subjects("紧缺职业有：焊工（需求 310 人，求职 120 人）、钳工（需求 260 人）。")
    assert [str(name)[:2] for name in names] == ["焊工", "焊工", "钳工"]


@pytest.mark.parametrize("deed", ["新增发放", "累计发放", "全年发放"])
def test_a_bare_deed_is_of_the_label(deed: str) -> None:
    assert str(subjects(f"（一）创业担保贷款。{deed} 6000 万元。")[0]).startswith("创业担保贷款")


def test_how_a_text_divides_its_figures_is_no_name() -> None:
    names = subjects("三年累计培训 1860 人次；分年度看，2031年 520 人次，2032年 610 人次，2033年 730 人次。")
    assert all("培训" in str(name) and "看" not in str(name) for name in names)


@pytest.mark.parametrize("told_so", ["达到全年高点", "降至年内最低值", "受毕业季影响回升至"])
def test_a_level_that_was_reached_is_of_what_was_named_before(told_so: str) -> None:
    assert str(subjects(f"城镇调查失业率 4.6%。2月份{told_so} 5.2%。")[1]).startswith("城镇调查失业率")


@pytest.mark.parametrize(
    "task", ["提前一个季度完成全年 {} 的目标任务", "提前超额完成 {} 的规划目标", "圆满完成 {} 的年度任务"]
)
def test_a_task_that_was_fulfilled_is_of_what_was_done(task: str) -> None:
    names = subjects(f"城镇新增就业 3100 人，{task.format('2800 人')}。")
    assert all(str(name).startswith("城镇新增就业") for name in names)


def test_the_name_of_a_place_that_begins_like_a_mark_is_whole() -> None:
    assert "和田籍" in str(subjects("组织 320 名和田籍劳动力进京务工。")[0])


@pytest.mark.parametrize("words", ["每辆专车 3 趟，开行专车 186 辆次", "开行专列 12 列次"])
def test_journeys_are_counted(words: str) -> None:
    assert told(_REPORT + words, "unit")[-1][1] in ("辆次", "列次")


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        ("批发业、仓储和邮政业增加值分别增长4.2%、6.1%。", ["批发业增加值增长", "仓储和邮政业增加值增长"]),
        (
            "五金和电料类、家具类和书报类零售额分别增长2.2%、3.1%和1.4%。",
            ["五金和电料类零售额增长", "家具类零售额增长", "书报类零售额增长"],
        ),
        (
            "第一、二、三产业增加值占生产总值的比重为11.2%、40.3%和48.5%。",
            ["第一产业增加值占生产总值", "第二产业增加值占生产总值", "第三产业增加值占生产总值"],
        ),
    ],
)
def test_a_mark_inside_the_name_of_a_member_parts_nothing(text: str, subjects: list[str]) -> None:
    assert [
        row[1] for row in told(f"临江市2033年统计公报\n\n{text}\n", "subject", kind="bulletin")
    ] == subjects


def test_what_goes_on_of_several_is_of_each_of_them() -> None:
    text = "家具业、电子业产值分别增长21.4%、6.3%，高于全部工业增速16.4个、1.3个百分点。"
    rows = told(f"临江市2033年统计公报\n\n{text}\n", "subject", kind="bulletin")
    assert [row[1] for row in rows] == [
        "家具业产值增长",
        "电子业产值增长",
        "家具业产值高于全部工业增速",
        "电子业产值高于全部工业增速",
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("城乡低保标准提高到每月620元和410元。", ["城镇低保标准提高到", "农村低保标准提高到"]),
        ("每千人床位数、护士数增至6.2张、3.1个。", ["每千人床位数", "护士数增至"]),
        ("企业、个体户新增2万家、5万户。", ["企业", "个体户新增"]),
    ],
)
def test_things_that_a_mark_parts_are_counted_in_units_of_their_own(text: str, names: list[str]) -> None:
    assert subjects(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "从增速看，月薪增幅最大的 3 个行业依次为住宿业，交通、仓储和邮政业，文化业，分别增长 9.4%、8.6%和 7.3%。",
            ["月薪 住宿业增长", "月薪 交通、仓储和邮政业增长", "月薪 文化业增长"],
        ),
        (
            "月薪最低的两个行业分别是林业、牧业 3100 元，居民服务、修理业 3300 元，分别为全县平均水平的 61%和 65%。",
            ["月薪 林业、牧业", "月薪 居民服务、修理业", "月薪 林业、牧业为全县平均水平", "月薪 居民服务、修理业为全县平均水平"],
        ),
        (
            "分乡镇看，参保人数由高到低依次为：东山镇 310 人、北山乡 280 人。",
            ["参保人数 东山镇", "参保人数 北山乡"],
        ),
        (
            "月薪增速排前两位的行业依次为林业，牧业，增速分别为 4.1%和 3.2%；增速排后两位的行业依次为渔业，矿业，增速分别为 0.4%和 0.3%。",
            ["月薪 林业增速为", "月薪 牧业增速为", "月薪 渔业增速为", "月薪 矿业增速为"],
        ),
        (
            "月薪最高的是林业 9000 元；参保人数最多的是渔业，有 310 人；工伤人数最少的是牧业，有 6 人。",
            ["月薪 林业", "参保人数 渔业", "工伤人数 牧业"],
        ),
        ("最低的是林业 3000 元，最高的是渔业 9000 元。", ["最低的是林业", "最高的是渔业"]),
        (
            "降幅最大的两个行业是林业、牧业，分别下降 9%和 8%。",
            ["降幅最大的两个行业 林业下降", "降幅最大的两个行业 牧业下降"],
        ),
        (
            "城镇居民人均可支配收入 4 万元，农村居民人均可支配收入 2 万元，恩格尔系数 31%。",
            ["城镇居民人均可支配收入", "农村居民人均可支配收入", "恩格尔系数"],
        ),
        ("债券规模 9 亿元，基金规模 3 亿元，规模总量 12 亿元。", ["债券规模", "基金规模", "规模总量"]),
        ("去年发放补贴 3 亿元，加上今年的贷款 4 亿元。", ["发放补贴", "加上今年的贷款"]),
        ("月薪最高的是金融业 9000 元，其次是采矿业 8000 元。", ["月薪 金融业", "月薪 采矿业"]),
    ],
)  # fmt: skip
def test_those_that_rank_first_or_last_are_named_with_what_they_rank_by(text: str, names: list[str]) -> None:
    assert subjects(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "有城镇户籍 210 人、农村户籍 340 人享受临时救助。",
            ["城镇户籍享受临时救助", "农村户籍享受临时救助"],
        ),
        (
            "享受临时救助的城镇人数 210 人，农村人数 340 人。",
            ["享受临时救助的城镇人数", "享受临时救助的农村人数"],
        ),
        (
            "城镇居民人均可支配收入 4.1 万元、增长 5%，人均消费支出 2.9 万元。",
            ["城镇居民人均可支配收入", "城镇居民人均可支配收入增长", "城镇居民人均消费支出"],
        ),
        ("农村居民人均纯收入 3100 元，消费支出 2400 元。", ["农村居民人均纯收入", "农村居民人均消费支出"]),
        (
            "结案 310 件，另有其他争议 12 件，占比 4%（详见图 3）。",
            ["结案", "另有其他争议", "另有其他争议 占比"],
        ),
        (
            "再就业 36 人，完成年度任务 40 人的 90%，而去年同期为 84%。",
            ["再就业", "再就业年度任务", "再就业完成年度任务", "再就业完成年度任务"],
        ),
        ("参加失业保险职工 310 人；参加生育保险职工 260 人。", ["参加失业保险职工", "参加生育保险职工"]),
        ("调查失业率下降，二季度均值为 4.8%。", ["调查失业率下降 均值"]),
    ],
)
def test_what_several_share_and_a_connecting_word_leave_no_half_a_name(text: str, names: list[str]) -> None:
    assert subjects(text) == names


def test_no_income_is_part_of_a_balance() -> None:
    text = "失业保险基金年末滚存结余 9 亿元。其中，失业保险费收入 2 亿元，增长 4%。"
    rows = told(_REPORT + text, "subject", "period")
    assert rows[1:] == [("2", "失业保险费收入", "2033"), ("4", "失业保险费收入增长", "2033")]


@pytest.mark.parametrize(
    "compared",
    [
        "比上年末增加 3 万人，增长 6%",
        "与上年末相比，增加 3 万人，增长 6%",
        "同比增长 6%",
        "较年初减少 3 万人",
    ],
)
@pytest.mark.parametrize(
    "parts", ["其中牧民 21 万人", "其中：牧民 21 万人，渔民 32 万人", "其中：牧民 21 万人、渔民 32 万人"]
)
def test_what_a_semicolon_sets_behind_parts_compares_their_whole(compared: str, parts: str) -> None:
    names = [
        str(name) for name in subjects(f"2033 年末，合作医疗参保 53 万人，{parts}；{compared}。牧场 6 个。")
    ]
    assert names[0] == "合作医疗参保"
    compares = [name for name in names if "增" in name or "减少" in name]
    assert compares
    assert all(name.startswith("合作医疗参保") and "民" not in name for name in compares)


def test_a_rate_of_so_many_cities_has_their_scope() -> None:
    rows = told(_REPORT + "31 个大城市城镇调查失业率为 5.1%。", "subject", "scope")
    assert rows == [("31", "大城市", None), ("5.1", "大城市城镇调查失业率", "31个大城市")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "特殊教育学校2所，在校学生140人。全市专任教师6300人，其中：小学3100人。",
            ["专任教师", "专任教师 小学"],
        ),
        (
            "20-29岁、30-49岁劳动力调查失业率分别为9.3%、4.2%。30-49岁劳动力中，高中学历劳动力调查失业率为5.1%。",
            ["30-49岁劳动力 高中学历劳动力调查失业率"],
        ),
        (
            "城镇救助2万人次，支出救助金600万元，年人均救助水平310元；农村救助3万人次，支持参保5万人，发放救助金900万元，年人均救助水平180元。",
            ["发放救助金 年人均救助水平"],
        ),
        (
            "乡镇卫生院320个，床位15万张，卫生人员16万人；服务中心90个，床位5万张，卫生人员8万人。",
            ["服务中心 卫生人员"],
        ),
    ],
)
def test_no_name_is_taken_from_a_neighbour_it_does_not_fit(text: str, names: list[str]) -> None:
    assert [row[1] for row in told(_REPORT + text + "\n", "subject")][-len(names) :] == names


def test_a_ranking_keeps_the_area_it_was_made_in() -> None:
    text = _REPORT + "前三季度全国平均工资最高的2个行业是：金融业4万元，采矿业3万元。\n"
    assert [row[1:] for row in told(text, "scope", "subject")] == [
        ("全国", "平均工资 金融业"),
        ("全国", "平均工资 采矿业"),
    ]


def test_a_heading_that_is_nothing_but_a_figure_names_nothing() -> None:
    text = "民生看数\n\n一、36亿元\n\n方案近日出炉，提出建设9大工程，力争完成投资超36亿元。\n"
    assert told(text, "subject", kind="article")[-1][1] == "完成投资"


def test_a_bare_share_of_a_part_is_of_no_whole_that_has_its_own() -> None:
    text = f"{_REPORT}60 岁以上老人 80 万人，占总人口的 14%，其中城区老人 20 万人，占 16%。"
    rows = told(text, "against")
    assert [row[1] for row in rows] == [None, "总人口", None, None]


@pytest.mark.parametrize("months", ["元至 9 月", "元月至9月", "元—9月"])
def test_january_by_its_other_name(months: str) -> None:
    assert told(f"{_REPORT}{months}，培训 310 人。", "period") == [("310", "2033-01/2033-09")]


def test_a_title_that_tells_a_stock_is_no_paper_of_its_day(tmp_path: Path) -> None:
    text = "2033年基金年末累计结存4亿元\n\n年末累计结存4亿元。失业保险基金收入2亿元。"
    rows = compile_text(text, tmp_path)["observations"]
    assert [row["period"] for row in rows] == ["2033-12-31", "2033-12-31", "2033"]


@pytest.mark.parametrize("count", ["三项社会保险", "三项保险", "等三项社会保险"])
def test_insurances_listed_in_short_are_each_an_insurance_and_none_a_social_one(count: str) -> None:
    text = (
        f"青山市2033年统计公报\n\n年末全市基本养老、失业和工伤{count}参保人数分别为71万人、16万人、19万人。\n"
    )
    assert [(one.printed, one.subject, one.indicator_id) for one in observe(text)] == [
        ("71", "基本养老保险参保人数", "pension_insured"),
        ("16", "失业保险参保人数", "unemployment_insured"),
        ("19", "工伤保险参保人数", "injury_insured"),
    ]


def test_one_sum_of_all_social_insurances_keeps_its_name() -> None:
    text = "青山市2033年统计公报\n\n养老、失业、工伤三项社会保险基金收入71亿元。\n"
    assert [(one.printed, one.subject) for one in observe(text)] == [
        ("71", "养老、失业、工伤三项社会保险基金收入")
    ]


@pytest.mark.parametrize("deed", ["实现课间供餐全覆盖", "更新教学设备", "开展校舍加固"])
def test_what_is_invested_next_is_no_part_of_what_was_invested_before(deed: str) -> None:
    text = f"青山市2033年统计公报\n\n投资1.1亿元新建改造12处中小学，投资1400万元{deed}。\n"
    assert [one.subject for one in observe(text)] == [
        "投资新建改造中小学",
        "投资新建改造中小学",
        f"投资{deed}",
    ]
