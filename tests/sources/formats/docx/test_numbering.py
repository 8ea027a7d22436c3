"""How lists count."""

import pytest

from hrss_tui.sources.formats.docx.numbering import written
from hrss_tui.sources.formats.numerals import digit_by_digit, spelled

CASES = [
    (12, "chineseCounting", "十二"), (21, "chineseCountingThousand", "二十一"), (3, "chineseLegalSimplified", "叁"),
    (2, "ideographTraditional", "乙"), (3, "decimalEnclosedCircle", "③"), (2, "decimalEnclosedParen", "⑵"),
    (25, "decimalEnclosedCircle", "25"), (4, "decimalFullWidth", "４"), (28, "lowerLetter", "bb"), (3, "upperLetter", "C"),
    (14, "upperRoman", "XIV"), (7, "decimalZero", "07"), (5, "unheard", "5"), (5, "none", ""), (0, "lowerLetter", "0"),
    (10, "ideographDigital", "一〇"),
]  # fmt: skip


@pytest.mark.parametrize(("number", "style", "text"), CASES)
def test_a_number_is_written_in_its_style(number: int, style: str, text: str) -> None:
    assert written(number, style) == text


def test_numbers_in_chinese() -> None:
    told = {0: "零", 10: "十", 11: "十一", 20: "二十", 103: "一百零三", 110: "一百一十", 1005: "一千零五", 12000: "一万二千",
            10086: "一万零八十六", 100_000_000: "一亿", 100_100_000: "一亿零一十万"}  # fmt: skip
    assert {number: spelled(number) for number in told} == told
    assert digit_by_digit(2031) == "二〇三一"
