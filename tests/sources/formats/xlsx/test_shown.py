"""What a cell shows for a number, as Excel and WPS show it."""

import pytest

from hrss_tui.sources.formats.xlsx.shown import ink, shown, shown_text, unknown

CASES = [
    ("31.5", "General", "31.5"),
    ("936.40000000000009", "General", "936.4"),
    ("0.333333333333333", "General", "0.333333333"),
    ("123456789012", "General", "123456789012"),
    ("1E-3", "General", "0.001"),
    ("0", "General", "0"),
    ("0.28499999999999998", "0.00", "0.29"),
    ("31214205.8", "#,##0.00", "31,214,205.80"),
    ("1234.5", "#,##0.00_ ", "1,234.50 "),
    ("-38.9", "#,##0.00_ ;[Red]\\-#,##0.00\\ ", "-38.90 "),
    ("-38.9", "0.00_);[Red]\\(0.00\\)", "(38.90)"),
    ("-38.9", "#,##0.00_ ;[Red]!-#,##0.00!  ", "-38.90  "),
    ("-38.9", "0.0", "-38.9"),
    ("-38.9", "0.00;-0.00", "-38.90"),
    ("-38.9", "0.00_ ;[Red]0.00\\ ", "-38.90 "),
    ("-38.9", "#,##0.0;[Red]¥#,##0.0", "-¥38.9"),
    ("38.9", "0.00_ ;[Red]0.00\\ ", "38.90 "),
    ("-38.9", '"增加"0.0;"减少"0.0', "减少38.9"),
    ("0", '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', " - "),
    ("5120300.5", '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', " 5,120,300.50 "),
    ("0.0526", "0.00%", "5.26%"),
    ("0.05", "0%", "5%"),
    ("0.0526", "General%", "5.26%"),
    ("0.0526", 'General"%"', "0.0526%"),
    ("1", "00", "01"),
    ("7", "000", "007"),
    ("0.5", "#.00", ".50"),
    ("12", "0.##", "12."),
    ("12.3", "0.0#", "12.3"),
    ("31500", "#,##0.00,", "31.50"),
    ("31500", '0.0,"千元"', "31.5千元"),
    ("12.5", '0.00"万元"', "12.50万元"),
    ("12.5", "¥#,##0.00", "¥12.50"),
    ("12.5", "[$¥-804]#,##0.00", "¥12.50"),
    ("3", '[>=100]"多";[<5]"少 "0;0', "少 3"),
    ("-7.25", '[<0]"减少"0.0;"增加"0.0', "减少7.3"),
    ("-7.25", "[>=0]0.0;0.0", "-7.3"),
    ("50", '[>=100]"多";[<5]"少 "0;0', "50"),
    ("3", ";;;", ""),
    ("12345678", "0!.0,", "1234.6"),
    ("-12345678", '#"."0000', "-1234.5678"),
    ("12345678", "0\\.00,", "123.46"),
    ("45", "0!.0000", "0.0045"),
    ("0", "0!.0,", "0.0"),
    ("7", "000-00", "000-07"),
    ("8", "@", "8"),
    ("2031", 'General"年"', "2031年"),
    ("123456", "0.00E+00", "1.23E+05"),
    ("45000", "yyyy/m/d", "2023/3/15"),
    ("45000", 'yyyy"年"m"月"d"日"', "2023年3月15日"),
    ("45000", "[$-804]yyyy\\-mm\\-dd;@", "2023-03-15"),
    ("45000.75", "yyyy-mm-dd hh:mm:ss", "2023-03-15 18:00:00"),
    ("45000.75", '上午/下午h"时"mm"分"', "下午6时00分"),
    ("1.5", "[h]:mm", "36:00"),
    ("45000", "aaaa", "星期三"),
    ("45000", '[DBNum1][$-804]yyyy"年"m"月"d"日"', "二〇二三年三月十五日"),
    ("120", "[DBNum1]General", "一百二十"),
    ("60", "yyyy/m/d", "1900/2/28"),
]


@pytest.mark.parametrize(("value", "code", "text"), CASES)
def test_a_number_is_shown_by_its_format(value: str, code: str, text: str) -> None:
    assert shown(value, code) == text


def test_days_may_count_from_1904() -> None:
    assert shown("0", "yyyy/m/d", epoch_1904=True) == "1904/1/1"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("abc", "0"),
        ("1E999", "0"),
        ("1e99999999", "0"),
        ("-3", "yyyy"),
        ("0.5", "# ?/?"),
        ("NaN", "0"),
        ("12345", "#,##0!.0,"),
    ],
)
def test_what_is_not_known_is_none(value: str, code: str) -> None:
    assert shown(value, code) is None


@pytest.mark.parametrize(
    "code", ["[", '"', "\\", "_", "*", ";;;;;;", "0" * 5000, "[$", "e" * 300, "0.0.0", ",", "%"]
)
def test_no_code_breaks_it(code: str) -> None:
    assert shown("-12.5", code) is None or isinstance(shown("-12.5", code), str)


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("0;0;0;General", "社会12"),
        ("G/通用格式;G/通用格式;G/通用格式;G/通用格式", "社会12"),
        ('0;0;0;"第"@"号"', "第社会12号"),
        ("0;0;0;", ""),
    ],
)
def test_a_text_stands_where_the_section_for_texts_has_it(code: str, text: str) -> None:
    assert shown_text("社会12", code) == text


@pytest.mark.parametrize(
    ("value", "code", "said"),
    [("8430", "#,##0!.0,", "8430(#,##0!.0,)"), ("0.25", "# ?/?%", "0.25(# ?/?%)"), ("0.25", "# ?/?", "0.25")],
)
def test_a_number_that_an_unknown_format_scales_is_none(value: str, code: str, said: str) -> None:
    assert shown(value, code) is None
    assert unknown(value, code) == said


@pytest.mark.parametrize(
    ("value", "code", "color"),
    [
        ("7", "[White]0;[Red]0", "FFFFFF"),
        ("-7", "[White]0;[Red]0", "FF0000"),
        ("7", "[Color 2]0", "FFFFFF"),
        ("7", "[Color14]0", "color14"),
        ("7", "[$-804]0", ""),
        ("社会", "0;0;0;[White]@", "FFFFFF"),
        ("社会", "[White]0", ""),
    ],
)
def test_a_format_may_name_the_colour_of_its_letters(value: str, code: str, color: str) -> None:
    assert ink(value, code, is_text=value == "社会") == color
