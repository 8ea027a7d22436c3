"""The same sentence with any area, year, fund and form of number gives the same record but for these."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from hrss_tui.records import Observation
from tests.compile.prose.reader import observe

AREAS = st.sampled_from(["全省", "全市", "全县", "全州", "全区", "全旗", "全盟", "全国"])
YEARS = st.integers(2010, 2033)
FUNDS = st.sampled_from(
    ["失业保险", "工伤保险", "生育保险", "城乡居民基本养老保险", "企业职工基本养老保险", "职工医保"]
)
VERBS = st.sampled_from(
    [
        ("增加", "increase"),
        ("减少", "decrease"),
        ("净增", "increase"),
        ("回落", "decrease"),
        ("增", "increase"),
    ]
)
BOUNDS = st.sampled_from(
    [
        ("约{}", "~"),
        ("{}左右", "~"),
        ("超过{}", ">"),
        ("不低于{}", ">="),
        ("{}以上", ">="),
        ("{}以内", "<="),
        ("{}", "="),
    ]
)
MINUS = st.sampled_from("-−－–")


def of(record: Observation) -> tuple[object, ...]:
    return record.period, record.kind, record.operator, record.base_value, record.base_unit, record.change


@settings(max_examples=60, deadline=None)
@given(area=AREAS, year=YEARS, fund=FUNDS, value=st.integers(1, 9_999))
def test_any_area_year_and_fund(area: str, year: int, fund: str, value: int) -> None:
    first, second, third = observe(
        f"{year}年，{area}{fund}基金收入{value}万元，支出{value}万元，年末累计结余{value}万元。"
    )
    assert {record.scope for record in (first, second, third)} == {area}
    assert (first.subject, second.subject) == (f"{fund}基金收入", f"{fund}基金 支出")
    assert third.subject.startswith(fund)
    assert [record.period for record in (first, second, third)] == [str(year), str(year), f"{year}-12-31"]
    assert {record.base_value for record in (first, second, third)} == {float(value * 10_000)}


@settings(max_examples=60, deadline=None)
@given(tens=st.integers(1, 9), ones=st.integers(1, 9), year=YEARS)
def test_any_form_of_a_number(tens: int, ones: int, year: int) -> None:
    """34,000 in digits, with one multiplier, with two, and in Chinese numerals."""
    han = "〇一二三四五六七八九"
    forms = [
        f"{tens}{ones}000人",
        f"{tens}{ones},000人",
        f"{tens}.{ones}万人",
        f"{tens}万{ones}千人",
        f"{han[tens]}万{han[ones]}千人",
        f"{han[tens]}万{han[ones]}人",
    ]
    records = [observe(f"{year}年，全县新增就业{form}。") for form in forms]
    assert {of(record) for (record,) in records} == {
        (str(year), "actual", "=", float(tens * 10_000 + ones * 1_000), "人", None)
    }


@settings(max_examples=40, deadline=None)
@given(verb=VERBS, value=st.integers(1, 999), bound=BOUNDS)
def test_any_verb_of_change_and_any_bound(verb: tuple[str, str], value: int, bound: tuple[str, str]) -> None:
    printed = bound[0].format(f"{value}人")
    _, change = observe(f"全县新增就业5200人，比上年{verb[0]}{printed}。")
    assert (change.change, change.operator, change.value, change.against) == (
        verb[1],
        bound[1],
        value,
        "上年",
    )


@settings(max_examples=40, deadline=None)
@given(sign=MINUS, tenths=st.integers(1, 99))
def test_any_minus_sign(sign: str, tenths: int) -> None:
    value = f"{tenths / 10:.1f}"
    (record,) = observe(f"全年工伤保险基金支出增长{sign}{value}%。")
    assert (record.value, record.change) == (-float(value), "increase")


@settings(max_examples=40, deadline=None)
@given(
    low=st.integers(1, 40),
    more=st.integers(1, 9),
    dash=st.sampled_from(["-", "—", "~", "～", "至", "到"]),
    both=st.booleans(),
)
def test_any_range_is_two_bounds_in_one_unit(low: int, more: int, dash: str, both: bool) -> None:
    first, second = observe(f"失业率{low}{'%' if both else ''}{dash}{low + more}%之间。")
    assert [(record.value, record.operator, record.unit) for record in (first, second)] == [
        (low, ">=", "%"),
        (low + more, "<=", "%"),
    ]
    assert first.subject == second.subject == "失业率"


@settings(max_examples=40, deadline=None)
@given(year=st.integers(2012, 2032), count=st.integers(2, 9))
def test_years_that_lie_back_end_with_the_last_whole_one(year: int, count: int) -> None:
    numeral = "〇一二三四五六七八九"[count]
    (record,) = observe(f"{year}年政府工作报告\n\n{numeral}年来，全市建成学校26所。", "report", year)
    assert record.period == f"{year - count}/{year - 1}"


PARTS = st.sampled_from([("六成", 60), ("七成半", 75), ("三分之一", 33.33), ("四分之三", 75), ("一半", 50)])
SAID = st.sampled_from([("约占", "~"), ("超过", ">"), ("不足", "<"), ("将近", "~")])


@settings(max_examples=40, deadline=None)
@given(part=PARTS, said=SAID, year=YEARS)
def test_any_part_in_words_under_any_operator(
    part: tuple[str, float], said: tuple[str, str], year: int
) -> None:
    (record,) = observe(f"{year}年，返乡人员{said[0]}{part[0]}。", "report", year)
    assert (record.value, record.unit, record.operator, record.period) == (part[1], "%", said[1], str(year))


@settings(max_examples=40, deadline=None)
@given(
    year=st.integers(2012, 2032),
    word=st.sampled_from(
        [("上年末", -1), ("去年年底", -1), ("当年末", 0), ("本年底", 0), ("上年度末", -1), ("年末", 0)]
    ),
    fund=FUNDS,
)
def test_any_end_of_a_year(year: int, word: tuple[str, int], fund: str) -> None:
    (record,) = observe(f"{year}年社会保险情况\n\n{word[0]}，全市{fund}参保人数5.2万人。", "bulletin", year)
    assert (record.period, record.scope) == (f"{year + word[1]}-12-31", "全市")


@settings(max_examples=30, deadline=None)
@given(order=st.permutations(range(4)), area=AREAS)
def test_sentences_in_any_order_say_the_same(order: list[int], area: str) -> None:
    sentences = [
        f"2031年，{area}城镇新增就业5200人，比上年增长4.1%。",
        f"2030年末，{area}参加失业保险3.4万人。",
        "截至2032年6月底，累计发放补贴860万元。",
        f"2029年，{area}举办招聘会36场，约六成的企业参加。",
    ]
    expected = {of(record) for record in observe("".join(sentences), "report")}
    assert {of(record) for record in observe("".join(sentences[i] for i in order), "report")} == expected


@settings(max_examples=30, deadline=None)
@given(at=st.integers(14, 60))
def test_a_line_that_wraps_anywhere_says_the_same(at: int) -> None:
    text = "2031年，全市城镇新增就业5.2万人，比上年增长4.1%；年末参加失业保险31.4万人，约占六成，支出1亿2千万元。"
    wrapped = observe(f"{text[:at]}\n{text[at:]}", "report")
    assert [(of(record), record.subject) for record in wrapped] == [
        (of(record), record.subject) for record in observe(text, "report")
    ]


def test_half_width_marks_and_traditional_characters_say_the_same() -> None:
    text = "2031年，全市城镇新增就业5.2万人，比上年增长4.1%；参加失业保险31.4万人，支出1.2亿元（含补贴600万元）。"
    simple = [of(record) for record in observe(text, "report")]
    narrow = text.translate(str.maketrans("，；（）", ",;()"))
    assert [of(record) for record in observe(narrow, "report")] == simple
    old = text.translate(str.maketrans("镇业万长参险亿补贴", "鎮業萬長參險億補貼"))
    assert [of(record) for record in observe(old, "report")] == simple
