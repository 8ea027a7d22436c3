"""Work reports that no headings divide: the year of the title is none of what was done, that of the aims holds behind them."""

import pytest

from hrss_tui.compile.one_file import compile_documents
from hrss_tui.records import Observation
from hrss_tui.sources.decode import decode

_DONE = "2032年，全县生产总值达到210亿元。\n\n民生持续改善。新建学校12所。\n"
_AIMED = "\n今年，全县生产总值增长6%左右。\n\n新建公寓15个。\n"


def told(text: str) -> list[tuple[str | None, str, str | None]]:
    (parsed,) = compile_documents(decode(text.encode(), "a.txt"))
    rows = [record for record in parsed.harvest.records if isinstance(record, Observation)]
    return [(row.printed, row.kind, row.period) for row in rows]


@pytest.mark.parametrize(
    "title", ["大河县2033年政府工作报告", "2033年大河县政府工作报告", "2033年大河县人民政府工作报告"]
)
def test_the_year_of_a_title_is_none_of_what_was_done(title: str) -> None:
    assert told(f"{title}\n\n各位代表：\n\n{_DONE}") == [
        ("210", "actual", "2032"),
        ("12", "actual", "2032"),
    ]


def test_what_follows_the_aims_of_the_year_is_aimed_at() -> None:
    assert told(f"大河县2033年政府工作报告\n\n各位代表：\n\n{_DONE}{_AIMED}")[2:] == [
        ("6", "target", "2033"),
        ("15", "target", "2033"),
    ]


def test_the_year_of_a_heading_holds_below_it() -> None:
    text = "大河县2033年政府工作报告\n\n一、2032年工作回顾\n\n新建学校12所。\n\n二、2033年工作安排\n\n新建公寓15个。\n"
    assert told(text) == [("12", "actual", "2032"), ("15", "target", "2033")]


@pytest.mark.parametrize(
    "given",
    [
        "——2032年1月12日在赣江市第九届人民代表大会第二次会议上\n市长 王某",
        "2032年1月12日在赣江市第九届人民代表大会第二次会议上\n赣江市人民政府代市长　王 某",
        "—2032年3月2日在全县经济工作会议上的讲话\n县委副书记、县长　阿不都·某某",
    ],
)
def test_who_gave_a_report_and_when_is_no_part_of_its_first_sentence(given: str) -> None:
    text = f"2032年赣江市政府工作报告\n{given}\n2031年，全市城镇新增就业3.2万人。\n2032年，城镇新增就业3万人以上。\n"
    assert told(text) == [("3.2", "actual", "2031"), ("3", "target", "2032")]
