"""Documents in traditional script and with radicals: read in ordinary characters, stored as printed."""

import pytest

from hrss_tui.compile.basics.money import decimal
from hrss_tui.sources.document import parse
from hrss_tui.sources.formats.limits import Limits
from hrss_tui.sources.formats.pdf.radicals import unified
from hrss_tui.sources.formats.text.reader import read

TRADITIONAL = "甲縣人力資源和社會保障事業發展統計公報\n\n2031年，全縣城鎮新增就業0.3萬人，比上年增長2%。\n\n全縣人力資源和社會保障系統堅持以人民為中心，不斷改進作風、優化流程，讓政策更好地惠及群眾，為經濟社會發展提供保障。\n\n項目\t金額\n就業\t3\n"


def test_traditional_script_is_read_as_simplified_and_kept_as_printed() -> None:
    (document,) = parse(read(TRADITIONAL.encode(), "a.txt", Limits()))
    texts = [block.text.text for block in document.blocks]
    assert texts[1].startswith("2031年，全县城镇新增就业0.3万人")
    assert [document.as_printed(block.text) for block in document.blocks] == [
        line for line in TRADITIONAL.split("\n") if line
    ]
    assert document.tables[0].rows[0].texts() == ["项目", "金额"]


def test_the_radical_of_households_is_the_character_of_a_simplified_text() -> None:
    line = "2031年，全市走访⻛险企业342⼾。"
    (document,) = parse(read(line.encode(), "a.txt", Limits()))
    assert document.blocks[0].text.text == "2031年，全市走访风险企业342户。"
    assert unified(line) == document.blocks[0].text.text


def test_radicals_are_read_as_characters_and_kept_as_printed() -> None:
    line = "全市城镇新增就业0.64万⼈，⽐上年增加。"
    (document,) = parse(read(line.encode(), "a.txt", Limits()))
    assert document.blocks[0].text.text == "全市城镇新增就业0.64万人，比上年增加。"
    assert document.as_printed(document.blocks[0].text) == line


def test_a_name_in_old_characters_changes_nothing() -> None:
    file = read("乾隆年间的著作，于右任後人捐赠，全县新增就业九百人。".encode(), "a.txt", Limits())
    assert parse(file)[0].file is file


def test_digits_of_other_scripts_are_read_as_digits_and_kept_as_printed() -> None:
    line = "全市城镇新增就业١٬٢٣٤٫٥万人，比上年增长१२%、𝟏𝟐%。"
    (document,) = parse(read(line.encode(), "a.txt", Limits()))
    assert document.blocks[0].text.text == "全市城镇新增就业1,234.5万人，比上年增长12%、12%。"
    assert document.as_printed(document.blocks[0].text) == line


@pytest.mark.parametrize("ten", "٠۰०๐０𝟎")
def test_an_amount_in_any_digits_is_that_amount(ten: str) -> None:
    figure = "".join(chr(ord(ten) + int(digit)) if digit != "." else "." for digit in "40.00")
    (document,) = parse(
        read(f"支出表\n编码,名称,合计\n208,就业,{figure}\n210,卫生,1.00\n".encode(), "a.csv", Limits())
    )
    (row,) = [row for row in document.tables[0].rows if row.texts()[0] == "208"]
    assert decimal(row.texts()[2]) == 40
