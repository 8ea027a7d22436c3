"""Lists of statistical bulletins: of which whole their parts are, where they end, and when what they tell is true."""

from __future__ import annotations

import pytest

from tests.compile.prose.test_progress_reports import told

_BULLETIN = "临江市2033年国民经济和社会发展统计公报\n\n"


def _told(text: str, *columns: str) -> list[tuple[object, ...]]:
    return told(_BULLETIN + text, *columns, kind="bulletin")


def test_parts_opened_at_the_end_of_a_paragraph_end_where_a_sentence_is_of_the_whole_area() -> None:
    text = (
        "年末户籍人口212.4万人，其中：\n\n城镇人口80.1万人，乡村人口132.3万人。全市出生率为6.2‰，死亡率为5.9‰。\n\n"
        "全市人均生产总值41230元。\n"
    )
    assert _told(text, "subject", "period") == [
        ("212.4", "户籍人口", "2033-12-31"),
        ("80.1", "户籍人口 城镇人口", "2033-12-31"),
        ("132.3", "户籍人口 乡村人口", "2033-12-31"),
        ("6.2", "出生率", "2033"),
        ("5.9", "死亡率", "2033"),
        ("41230", "人均生产总值", "2033"),
    ]


def test_a_sentence_counted_otherwise_is_no_part_of_the_list_its_paragraph_began() -> None:
    text = "年末户籍人口212.4万人，其中：\n\n城镇人口80.1万人，乡村人口132.3万人。人口出生率为6.2‰。\n"
    assert _told(text, "subject")[-1] == ("6.2", "人口出生率")


@pytest.mark.parametrize("words", ["按9月2日汇率折算约", "以2030年平均汇率计算约"])
def test_the_day_of_prices_is_not_that_of_what_they_value(words: str) -> None:
    text = f"全年人均生产总值41230元，{words}5894美元。\n\n居民消费价格比上年上涨1.2%。\n"
    assert {row[1] for row in _told(text, "period")} == {"2033"}


def test_what_is_made_and_carried_flows_beside_what_there_is_at_the_end_of_the_year() -> None:
    text = (
        "年末生猪存栏61.2万头，下降1.4%；生猪出栏90.7万头，增长2.2%；禽蛋产量4.1万吨。年末通航里程310公里。\n\n"
        "全市货物周转量27.3亿吨公里。\n"
    )
    assert _told(text, "period") == [
        ("61.2", "2033-12-31"),
        ("1.4", "2033-12-31"),
        ("90.7", "2033"),
        ("2.2", "2033"),
        ("4.1", "2033"),
        ("310", "2033-12-31"),
        ("27.3", "2033"),
    ]


def test_what_there_is_now_is_of_the_day_its_sentence_names() -> None:
    text = "截至2033年末，全市现有经营主体21.6万户，增长4.1%。2033年新登记经营主体3.2万户。\n"
    assert _told(text, "period") == [("21.6", "2033-12-31"), ("4.1", "2033-12-31"), ("3.2", "2033")]


@pytest.mark.parametrize("name", ["公路总里程", "财政总收入", "医院床位", "中学在校生"])
def test_what_an_area_has_is_named_without_it(name: str) -> None:
    assert _told(f"全市{name}8000个。\n", "subject", "scope") == [("8000", name, "全市")]


def test_each_of_several_wholes_has_the_parts_behind_it() -> None:
    text = "年末有省级工程中心31个，其中国家级4个；省级重点实验室22个，其中国家级3个；企业技术站9个。\n"
    assert _told(text, "subject") == [
        ("31", "有省级工程中心"),
        ("4", "有省级工程中心 国家级"),
        ("22", "省级重点实验室"),
        ("3", "省级重点实验室 国家级"),
        ("9", "企业技术站"),
    ]


def test_parts_of_parts_stay_within_the_list() -> None:
    text = "年末从业人员100万人，其中：城镇60万人，其中女性30万人；乡村40万人，其中女性20万人。\n"
    assert [row[1] for row in _told(text, "subject")][3:] == [
        "乡村",
        "乡村 女性",
    ]


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        (
            "全年油菜播种面积21.3万亩，总产量3.4万吨。其中，春油菜播种面积9.1万亩，总产量1.5万吨；冬油菜播种面积12.2万亩，总产量1.9万吨。",
            [
                "油菜播种面积",
                "油菜 总产量",
                "油菜播种面积 春油菜播种面积",
                "油菜播种面积 春油菜 总产量",
                "油菜播种面积 冬油菜播种面积",
                "油菜播种面积 冬油菜 总产量",
            ],
        ),
        (
            "年末有卫生院71个，床位3180张；其中中心卫生院20个，床位1300张。",
            ["有卫生院", "有卫生院 床位", "有卫生院 中心卫生院", "有卫生院 中心卫生院 床位"],
        ),
        (
            "全年接待游客412万人次；旅游总收入31.6亿元。其中，接待国内游客405万人次。",
            ["接待游客", "旅游总收入", "接待游客 接待国内游客"],
        ),
        (
            "全市经营主体8.3万户，其中企业2.1万户，民营经济增加值72.4亿元。",
            ["经营主体", "经营主体 企业", "民营经济增加值"],
        ),
        (
            "年末失业保险参保30万人，其中：企业参保22万人，参保在职职工20万人；机关参保8万人，参保在职职工7万人。",
            [
                "失业保险参保",
                "失业保险参保 企业参保",
                "失业保险参保 企业 参保在职职工",
                "失业保险参保 机关参保",
                "失业保险参保 机关 参保在职职工",
            ],
        ),
        (
            "新增省道通车里程81公里，总里程达640公里。",
            ["新增省道通车里程", "省道 总里程"],
        ),
    ],
)
def test_parts_are_of_what_was_counted_alike(text: str, subjects: list[str]) -> None:
    assert [row[1] for row in _told(text + "\n", "subject")] == subjects


def test_the_mark_of_a_note_is_no_part_of_the_name_of_what_changed() -> None:
    text = "全年规模以上工业增加值[3]比上年增长6.1%。固定资产投资④下降2.2%。\n"
    assert _told(text, "subject", "indicator_id") == [
        ("6.1", "规模以上工业增加值比上年增长", "industrial_value_added"),
        ("2.2", "固定资产投资下降", "fixed_investment"),
    ]
