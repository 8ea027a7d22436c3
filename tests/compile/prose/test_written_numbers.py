"""Numbers as they are written, and what stands around them."""

from decimal import Decimal

import pytest

from hrss_tui.compile.prose.numerals import han
from hrss_tui.compile.prose.quantities import Quantity, quantities
from hrss_tui.compile.prose.squeezed import squeeze
from hrss_tui.compile.prose.tokens import tokens
from hrss_tui.sources.text import Piece, join_pieces
from tests.compile.prose.reader import observe


def read(text: str) -> list[Quantity]:
    folded = squeeze(join_pieces([Piece(1, 0, text)])).folded
    return quantities(folded, tokens(folded))


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("两百", 200),
        ("十五", 15),
        ("二十三", 23),
        ("一百零五", 105),
        ("三千零二十", 3020),
        ("十五万六千", 156_000),
        ("一百九十万零三千", 1_903_000),
        ("两亿三千万", 230_000_000),
        ("一万二", 12_000),
    ],
)
def test_a_chinese_numeral(text: str, value: int) -> None:
    number = han(text)
    assert number is not None
    assert number.value * number.factor == value


@pytest.mark.parametrize(
    ("text", "base", "unit"),
    [
        ("拨付资金2亿4千万元", "240000000", "元"),
        ("惠及6万8千户", "68000", "户"),
        ("拨付资金4亿7千2百万元", "472000000", "元"),
        ("拨付资金8千6百万元", "86000000", "元"),
        ("拨付资金7百4十3万元", "7430000", "元"),
        ("参保14万3人", "143000", "人"),
        ("参保3万零56人", "30056", "人"),
        ("用电2.6亿千瓦时", "260000000", "千瓦时"),
        ("拨付资金6千余万元", "60000000", "元"),
        ("拨付资金2.6个亿", "260000000", "元"),
        ("惠及4百多万人次", "4000000", "人次"),
        ("投入资金8千多亿元", "800000000000", "元"),
        ("举办讲座三百余场", "300", "场次"),
        ("合格率百分之八十七点五", "87.5", "%"),
        ("下降零点二个百分点", "0.2", "个百分点"),
        ("新建驿站十二个", "12", "个"),
        ("修路37公里", "37", "公里"),
        ("人均预期寿命79.3岁", "79.3", "岁"),
        ("城乡居民收入比为2.31:1", "2.31", "倍"),
        ("求人倍率为1.24。", "1.24", "倍"),
        ("补助每人每月860元", "860", "元/人/月"),
        ("补贴每亩240元", "240", "元/亩"),
        ("占比约六成", "60", "%"),
        ("六成企业参加", "60", "%"),
        ("惠及2.4万脱贫户", "24000", "户"),
        ("覆盖面达到九成五", "95", "%"),
        ("提前完成近七成半", "75", "%"),
        ("占总数的四分之三", "75", "%"),
        ("占三分之一", "33.33", "%"),
        ("女性过半，", "50", "%"),
        ("超过一半", "50", "%"),
        ("3成左右", "30", "%"),
        ("比上年翻两番", "2", "番"),
        ("增长三倍", "3", "倍"),
        ("惠及2.7万企业员工", "27000", "人"),
        ("惠及2.7万经营主体", "27000", "户"),
        ("发布3.4万岗位", "34000", "个"),
    ],
)
def test_a_quantity(text: str, base: str, unit: str) -> None:
    (found,) = read(text)
    assert (found.base_value, found.base_unit) == (Decimal(base), unit)


@pytest.mark.parametrize(
    "text",
    [
        "开展十项行动",
        "二十届三中全会",
        "“千人计划”",
        "万人培训行动",
        "居全国前2‰",
        "建设“10分钟便民圈”",
        "5人制足球赛",
        "百米跨栏、400米接力和10公里马拉松",
        "2031届毕业生",
        "就业服务热线12333",
        "5本年收入",
        "16岁以上人员",
        "世界500强企业",
        "第十二次会议",
        "7×24小时",
        "成立一家",
        "两成员单位",
        "三成年人",
        "以百倍的努力",
        "第三分之内",
    ],
)
def test_no_quantity(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "operator"),
    [
        ("选派800名以上指导员", ">="),
        ("安排60%以上的资金", ">="),
        ("投入3000万元以上资金", ">="),
        ("返还比例不高于上年缴费的50%", "<="),
        ("规模不低于2031年的3.2万人", ">="),
        ("失业率控制在5%左右", "~"),
        ("约有70%的脱贫户", "~"),
        ("约占总户数的35%", "~"),
        ("大约为640户", "~"),
        ("大致占三成", "~"),
        ("超过了640户", ">"),
        ("不少于有5所", ">="),
        ("每户至少领取补贴800元", ">="),
        ("最多可减免税费20万元", "<="),
        ("最少发放补助300元", ">="),
        ("最高给予创业补贴8000元", "<="),
        ("组织3万名以上农村妇女参加", ">="),
        ("培训2000人以上农村劳动力", ">="),
        ("占比超过三分之二", ">"),
        ("占三分之二", "~"),
        ("八成以上的企业", ">="),
    ],
)
def test_a_bound_that_is_a_figure(text: str, operator: str) -> None:
    (found,) = read(text)
    assert (found.operator, found.threshold) == (operator, False)


@pytest.mark.parametrize("text", ["对20人以上企业检查", "注册资本500万元以上公司", "单价80万元以上设备4台"])
def test_a_bound_that_sorts_what_is_named(text: str) -> None:
    assert read(text)[0].threshold


def test_a_page_number_at_the_head_is_debris() -> None:
    records = observe("3 人社系统支出25.4万元，比上年减少2.4万元。")
    assert [record.printed for record in records] == ["25.4", "2.4"]


def test_firms_of_a_hundred_million_are_no_amount() -> None:
    assert [row for row in read("引进16个亿元企业") if row.base_unit == "元" and row.value == 16] == []


@pytest.mark.parametrize(
    "text",
    ["留用率保持在41%和46%之间", "留用率在41与46%之间", "岗位介于41和46个之间", "收入处于41与46万元的区间"],
)
def test_two_bounds_between_which_a_figure_is(text: str) -> None:
    assert [(str(row.value), row.operator) for row in read(text)] == [("41", ">="), ("46", "<=")]


def test_two_shares_are_no_range() -> None:
    assert [row.operator for row in read("分别占41%和46%，")] == ["=", "="]
