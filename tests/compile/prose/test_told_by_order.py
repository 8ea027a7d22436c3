"""What is told by its order, of two by 前者 and 后者, or twice by one name: each figure has a name of its own."""

from __future__ import annotations

import pytest

from tests.compile.prose.test_progress_reports import told

_HEAD = "赣州市2033年工作通报\n\n"


def rows(text: str, *names: str) -> list[tuple[object, ...]]:
    return told(_HEAD + text + "\n", *names)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "岗位需求中，章贡区以3.1万个位居首位，南康区以2.2万个紧随其后。",
            ["岗位需求 章贡区", "岗位需求 南康区"],
        ),
        ("软件业以16.2万元的年均工资稳居第一。", ["软件业年均工资"]),
    ],
)
def test_what_is_told_by_its_order_is_named_by_it(text: str, names: list[str]) -> None:
    assert [row[1] for row in rows(text, "subject")] == names


def test_the_former_and_the_latter_are_what_was_told_before_them() -> None:
    text = "工伤、失业保险参保分别为21万人、18万人，前者增长3.4%，后者下降1.2%。见习人员1.2万人、学徒0.6万人，前者留用率61%。"
    assert rows(text, "subject", "indicator_id")[2:4] == [
        ("3.4", "工伤保险参保增长", "injury_insured"),
        ("1.2", "失业保险参保下降", "unemployment_insured"),
    ]
    assert rows(text, "subject")[-1] == ("61", "见习人员 留用率")


def test_the_former_of_nothing_stays_as_it_is_printed() -> None:
    assert rows("前者增长3.4%。", "subject") == [("3.4", "前者增长")]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "救助城区困难户0.6万人，救助资金0.3亿元；救助乡村困难户1.8万人，救助资金0.7亿元。",
            ["救助城区困难户 救助资金", "救助乡村困难户 救助资金"],
        ),
        (
            "城区供养标准900元，月人均补差420元；乡村供养标准640元，月人均补差260元。",
            ["城区供养标准 月人均补差", "乡村供养标准 月人均补差"],
        ),
    ],
)
def test_one_name_told_twice_is_of_what_stands_before_it(text: str, names: list[str]) -> None:
    assert [row[1] for row in rows(text, "subject")][1::2] == names


def test_one_name_told_again_of_another_time_or_alone_stays() -> None:
    text = "2031年开展培训12场，参训人数600人；2032年开展培训15场，参训人数800人。"
    assert "参训人数" in {str(row[1]).rpartition(" ")[2] for row in rows(text, "subject")}
    assert [row[1] for row in rows("参训人数600人，参训人数800人。", "subject")] == ["参训人数"] * 2


def test_a_branch_alone_has_what_the_branch_before_it_has() -> None:
    text = "分行业看，纺织业用工4.2万人，增长2.1%；采矿业1.6万人，下降0.8%；失业人员0.9万人。"
    assert [row[1] for row in rows(text, "subject")] == [
        "纺织业用工",
        "纺织业用工增长",
        "采矿业用工",
        "采矿业用工下降",
        "失业人员",
    ]


@pytest.mark.parametrize(
    ("text", "periods"),
    [
        ("去年发放补贴3亿元，加上今年发放的4亿元，两年共7亿元。", ["2032", "2033", "2032/2033"]),
        ("2032年发放补贴3亿元，加上2031年的4亿元，两年共计7亿元。", ["2032", "2031", "2031/2032"]),
    ],
)
def test_what_is_added_of_another_year_is_the_same_of_that_year(text: str, periods: list[str]) -> None:
    records = rows(text, "subject", "period")
    assert [row[2] for row in records] == periods
    assert [row[1] for row in records] == ["发放补贴", "发放补贴", "发放补贴 两年"]


def test_what_is_added_to_a_standard_is_a_change() -> None:
    assert rows("护理补助标准新增了25元，达到每月165元。", "subject", "change")[0] == (
        "25",
        "护理补助标准新增了",
        "increase",
    )


@pytest.mark.parametrize("side", ["收、支总计", "收入、支出总计", "收入和支出总计"])
def test_the_two_sides_of_an_account_have_each_its_total(side: str) -> None:
    names = [row[1] for row in rows(f"2032年度{side}分别为620.5万元、618.4万元。", "subject")]
    assert names == ["收入总计", "支出总计"]


@pytest.mark.parametrize("since", ["较年初预算完成", "比全年预算完成", "较年初计划实际完成"])
def test_how_much_of_a_budget_was_done_says_that_it_was(since: str) -> None:
    whole = since[1:].removesuffix("完成").removesuffix("实际")
    assert rows(f"道路养护支出120万元，{since}91%。", "subject", "against")[1] == (
        "91",
        f"道路养护支出完成{whole}",
        whole,
    )


@pytest.mark.parametrize(
    "deed", ["定下四项实事项目", "确定了4件民生实事", "下达四项目标任务", "明确四项指标"]
)
def test_what_was_promised_is_no_outcome(deed: str) -> None:
    text = f"2033年年初，市政府{deed}，分别为：转移就业6000人，新建驿站3个。"
    assert [row[1:] for row in rows(text, "subject", "kind", "period")][-2:] == [
        ("转移就业", "target", "2033"),
        ("新建驿站", "target", "2033"),
    ]


@pytest.mark.parametrize("deed", ["完成四项实事项目", "推出四项便民举措"])
def test_what_was_done_is_no_promise(deed: str) -> None:
    text = f"2032年，市政府{deed}，分别为：转移就业6000人，新建驿站3个。"
    assert [row[1] for row in rows(text, "kind")][-2:] == ["actual", "actual"]


def test_what_is_set_by_the_year_before_is_a_part_of_its_level() -> None:
    text = "2034年，见习补贴按2032年见习1.4万人次的110%安排，开发岗位500个。"
    assert rows(text, "subject", "period", "kind") == [
        ("1.4", "见习补贴 见习", "2032", "actual"),
        ("110", "见习补贴按2032年见习的安排", "2034", "target"),
        ("500", "开发岗位", "2034", "target"),
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("转移就业计划6000人，实际完成6400人。", ["target", "actual"]),
        ("转移就业年计划6000人，上半年完成3400人。", ["target", "actual"]),
        ("转移就业6400人（任务6000人）。", ["actual", "target"]),
        ("转移就业6400人（目标任务数6000人），完成年度目标任务的106%。", ["actual", "target", "actual"]),
        ("转移就业6400人超额完成目标任务。", ["actual"]),
        ("实现6000人的目标任务。", ["target"]),
        ("实施“银发学堂”培训计划300人。", ["actual"]),
        ("实施技能培训计划3期，执行年度计划12项。", ["actual", "actual"]),
    ],
)
def test_plans_and_tasks_are_aims_and_what_meets_them_is_none(text: str, kinds: list[str]) -> None:
    assert [row[1] for row in told("赣州市2032年工作通报\n\n" + text + "\n", "kind")] == kinds


def test_by_how_much_a_task_was_exceeded_is_no_level() -> None:
    text = "城镇新增就业6400人，超任务400人。工伤保险参保3.2万人，超额完成0.2万人。"
    assert rows(text, "change", "indicator_id")[1:] == [
        ("400", "increase", "urban_new_jobs"),
        ("3.2", None, "injury_insured"),
        ("0.2", None, None),
    ]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        (
            "审议通过《工作报告》，确定实施转移就业2万人、新建驿站30个、改造道路200公里等实事。",
            ["target"] * 3,
        ),
        ("预计转移就业将破12万人。", ["target"]),
        ("作为用工大市，赣州今年要大力发展家具业，培育企业20家。", ["target"]),
        ("年初市下达危房改造230户，实施了260户。", ["target", "actual"]),
        ("去年计划新增驿站110家，最终确认新增122家。", ["target", "actual"]),
        ("12项年度目标任务如期完成。", ["actual"]),
        ("今年生产总值预期目标增长6.5%左右。", ["target"]),
        (
            "近日，市人社局印发《2032年事业发展计划》，明确了各项目标。《发展计划》提出，转移就业2万人。工伤保险参保达21万人。"
            "截至目前，失业保险参保12万人。",
            ["target", "target", "actual"],
        ),
        ("完成5300人年计划的61%。", ["target", "actual"]),
        (
            "《2032年事业发展计划》提出，转移就业2万人。工伤保险参保达21万人。\n\n在技能方面，培训3万人。\n\n该市常住人口42万人，面积900平方公里。\n\n注册企业500家。",
            ["target"] * 3 + ["actual"] * 3,
        ),
        ("《工作要点》明确，全力稳岗。人社局局长说，登记失业人员3.2万人，培训4万人。", ["actual"] * 2),
    ],
)
def test_what_is_to_come_is_an_aim_and_what_came_of_it_is_none(text: str, kinds: list[str]) -> None:
    assert [row[1] for row in told("赣州市2032年工作通报\n\n" + text + "\n", "kind")] == kinds


def test_aims_that_somebody_announces_are_of_the_year_they_are_for() -> None:
    text = "市人社局昨日还公布了明年工作目标：转移就业2万人，开发岗位600个。"
    assert rows(text, "subject", "period", "kind") == [
        ("2", "转移就业", "2034", "target"),
        ("600", "开发岗位", "2034", "target"),
    ]


def test_what_has_been_added_up_since_a_plan_began_is_of_all_its_years() -> None:
    text = "某地消息\n\n2024年11月20日\n\n“十四五”以来，截至今年9月底，转移就业累计达到62万人，超额完成55万人的目标任务。\n"
    assert [row[1:] for row in told(text, "period", "kind", kind="article")] == [
        ("2021/2024-09", "cumulative"),
        ("2021/2025", "target"),
    ]


def test_levels_of_earlier_years_that_are_listed_are_of_these_years() -> None:
    text = "共下达资金8.4亿元，较2031年3.7亿元、2032年5.2亿元分别增长127%、61.5%，惠及3万人。"
    assert rows(text, "subject", "period", "against")[:5] == [
        ("8.4", "下达资金", "2033", None),
        ("3.7", "下达资金", "2031", None),
        ("5.2", "下达资金", "2032", None),
        ("127", "下达资金较2031年增长", "2033", "2031年"),
        ("61.5", "下达资金较2032年增长", "2033", "2032年"),
    ]
    assert rows(text, "period")[5] == ("3", "2033")


def test_what_follows_several_earlier_levels_is_of_the_first_year() -> None:
    text = "2031年转移就业3万人，2030年为2.8万人，2029年为2.6万人。培训4万人。"
    assert [row[1] for row in rows(text, "period")] == ["2031", "2030", "2029", "2031"]


def test_levels_of_two_things_at_an_earlier_time_are_of_each_of_them() -> None:
    text = "2033年上半年，转移就业820人，新建驿站390个。与去年同期的650人和300个相比，分别增长26%和30%，培训3万人。"
    assert rows(text, "subject", "period")[2:] == [
        ("650", "转移就业", "2032-01/2032-06"),
        ("300", "新建驿站", "2032-01/2032-06"),
        ("26", "转移就业与去年同期相比增长", "2033-01/2033-06"),
        ("30", "新建驿站与去年同期相比增长", "2033-01/2033-06"),
        ("3", "培训", "2033-01/2033-06"),
    ]


def test_parts_of_a_part_that_is_named_like_the_whole_are_its_own() -> None:
    text = "供养对象2700人，其中集中供养900人，分散供养1800人，本级供养对象160人，其中集中供养60人，分散供养100人。"
    names = [row[1] for row in rows(text, "subject")]
    assert len(set(names)) == len(names)
    assert all("本级供养对象" in str(name) for name in names[-2:])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("省级补助资金下达5.4亿元。", "省级补助资金下达"),
        ("2032年转移就业12万人，虽然同比下降了0.8%。", "转移就业同比下降了"),
        ("失业率继续保持在3.1%。", "失业率"),
        ("支持县医院12家。", "支持县医院"),
        ("发放失业保险金630人次，发放金额68.1万元。", "发放失业保险金 发放金额"),
        ("建设养老中心100个、改造道路300公里。", "改造道路"),
    ],
)
def test_the_last_name_of_a_sentence_is_whole(text: str, name: str) -> None:
    *_, last = rows(text, "subject", "scope", "change")
    assert last[1] == name
    assert last[2] != "支持县"


def test_what_is_told_of_every_year_is_added_up_in_none() -> None:
    assert rows("2031年以来，转移就业每年超过9万人。", "kind") == [("9", "actual")]


@pytest.mark.parametrize("until", ["2033年截至8月底", "2033年，截止到8月底"])
def test_a_month_behind_a_year_is_of_that_year(until: str) -> None:
    text = f"2032年末，全区登记就业59万人。此外，{until}，全区参保21万人。"
    assert rows(text, "period") == [("59", "2032-12-31"), ("21", "2033-08-31")]


def test_the_past_year_is_the_one_that_was_named_before_it() -> None:
    text = "某市就业\n\n2033年8月6日\n\n2032年，全面推进各项工作。过去一年，我市政策不断完善，转移就业11509人。\n"
    assert told(text, "period", kind="article") == [("11509", "2032")]


@pytest.mark.parametrize(
    "text",
    [
        "今年，除了扩大就业外，全市民政工作还将进一步完善制度；积极探索机制，培养护理员6500人。",
        "据介绍，今年本市将完善政策。全年帮扶困难人员就业3万人。",
        "据介绍，今年本市将完善政策。抓好政策落实；全年发放贷款5亿元。",
    ],
)
def test_what_stands_behind_what_will_be_done_is_an_aim(text: str) -> None:
    found = told(f"某市会议\n\n2033年3月6日\n\n{text}\n", "period", "kind", kind="article")
    assert [row[1:] for row in found] == [("2033", "target")]


def test_by_how_much_it_rose_is_no_name_of_a_level() -> None:
    assert rows("累计转移就业达12万人同比增2万人。", "subject", "change") == [
        ("12", "累计转移就业", None),
        ("2", "累计转移就业同比增", "increase"),
    ]


@pytest.mark.parametrize("verb", ["高出", "多出", "领先", "高于"])
def test_an_area_that_is_measured_against_is_no_area_of_what_follows(verb: str) -> None:
    text = f"全市参保率达91.2%，{verb}全省0.4个百分点；转移就业2万人，增长3.1%。"
    assert {row[1] for row in rows(text, "scope")} == {"全市"}


def test_what_a_list_of_promises_sets_is_an_aim_where_what_came_of_it_follows() -> None:
    text = "2033年重点工作上半年完成情况的通报\n\n1.新建驿站不少于3个；开工车间100个。上半年，新建驿站2个；开工80个。\n"
    assert [row[1] for row in told(text, "kind")] == ["target", "target", "actual", "actual"]


def test_a_share_of_what_was_planned_is_no_plan() -> None:
    assert rows("累计拨付资金21亿元，占计划投入的91%，与上年同比增8.7%。", "kind", "change")[1:] == [
        ("91", "actual", None),
        ("8.7", "actual", "increase"),
    ]


def test_parts_are_of_the_topic_that_opens_their_sentence() -> None:
    text = "建成文化馆1个和文化站22个。河道治理，其中中小河道治理新开工3个。"
    assert rows(text, "subject")[2] == ("3", "河道治理 中小河道治理新开工")


def test_years_behind_a_verb_of_doing_are_the_time_of_what_is_done() -> None:
    assert rows("实现2034—2036年居民收入年均增长10%左右。", "period") == [("10", "2034/2036")]


def test_what_there_is_for_each_pupil_is_not_what_there_is_of_all() -> None:
    assert rows("小学生均公用经费515元，比上年增加35元。", "indicator_id") == [("515", None), ("35", None)]


@pytest.mark.parametrize(
    "text",
    [
        "三项社会保险参保人数分别达到61万人、40万人、38万人。",
        "全市五项社会保险基金收入分别为1亿元、2亿元、3亿元、4亿元和5亿元。",
        "两类补贴标准依次为900元、600元。",
        "各项补贴分别发放12亿元、3亿元。",
    ],
)
def test_nobody_knows_of_which_each_figure_is_where_they_are_only_counted(text: str) -> None:
    assert rows(text, "subject") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("养老、失业两项保险参保人数分别为61万人、40万人。", 2),
        ("2031年、2032年三项补贴合计分别为3亿元、4亿元。", 2),
        ("三项补贴合计为3亿元，其中车辆补贴2亿元。", 2),
        ("三项补贴分别为：车辆补贴2亿元、养老补贴1亿元、护理补贴1亿元。", 3),
    ],
)
def test_figures_of_what_is_named_are_told(text: str, count: int) -> None:
    assert len(rows(text, "subject")) == count
