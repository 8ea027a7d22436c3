"""The invented documents of the tests: eight provinces' layouts, budgets and final accounts, three of them over two years."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, count, islice

import msgspec

from tests.documents import traits
from tests.documents.amounts import Money
from tests.documents.described import Described
from tests.documents.errors import ERRORS, faulty
from tests.documents.layouts import accounts, beijing, chongqing, hunan, shanghai, tibet, xinjiang, yunnan
from tests.documents.layouts.common import Department
from tests.documents.lines import ordinal

PASTURE = Department(
    "xj-pasture",
    "自治区草畜资源监测局",
    "新疆维吾尔自治区",
    11,
    ("21301",),
    ("自治区饲草中心", "自治区牧业信息中心"),
    own=True,
    carried=True,
)
LABOUR = Department(
    "xj-labour",
    "沙泉地区人力资源和社会保障局",
    "沙泉地区",
    12,
    ("20801", "20807"),
    ("沙泉地区公共就业服务中心",),
    size=200,
)
CULTURE = Department(
    "xj-culture",
    "沙泉地区文化体育广播电视和旅游局",
    "沙泉地区",
    13,
    ("20701", "20703"),
    ("沙泉地区图书馆",),
    funds=("22960",),
)
WATER = Department(
    "sh-water",
    "上海市青屿区水务局",
    "上海市青屿区",
    21,
    ("21303", "21301"),
    ("青屿区河道管理所", "青屿区水利工程站"),
    funds=("2120801",),
)
TOWN = Department(
    "sh-town",
    "上海市青屿区人民政府芦汀街道办事处",
    "上海市青屿区",
    22,
    ("20103", "21201", "21205", "20802"),
    ("芦汀街道社区服务中心",),
)
PARK = Department(
    "yn-park",
    "云岭州自然资源和规划局",
    "云岭州",
    31,
    ("22001",),
    ("云岭州不动产登记中心",),
    own=True,
    size=150,
)
SCHOOL = Department(
    "yn-school",
    "云岭州教育体育局",
    "云岭州",
    32,
    ("20501", "20502", "20503", "20703"),
    ("云岭州第一中学",),
    funds=("22960",),
    carried=True,
)
COUNTY = Department(
    "hn-office",
    "沅岭县政府办公室",
    "沅岭县",
    41,
    ("20103",),
    ("沅岭县机关事务中心",),
    size=120,
    state_capital=True,
)
FARM = Department(
    "hn-farm",
    "沅岭县农业农村局",
    "沅岭县",
    42,
    ("21301", "21303"),
    ("沅岭县农技推广站", "沅岭县畜牧站"),
    carried=True,
)
TRADE = Department(
    "bj-trade",
    "北京市松陵区商务局",
    "北京市松陵区",
    51,
    ("20113",),
    ("松陵区商务促进中心",),
    own=True,
    funds=("2120803",),
)
HEALTH = Department(
    "bj-health",
    "北京市松陵区卫生健康委员会",
    "北京市松陵区",
    52,
    ("21001", "21004"),
    ("松陵区疾病预防控制中心",),
    size=600,
)
HIGHLAND = Department(
    "xz-labour",
    "雪川市人力资源和社会保障局",
    "雪川市",
    61,
    ("20801",),
    ("雪川市社会保险中心",),
    funds=("22960",),
    size=90,
)
AIR = Department(
    "xz-air",
    "雪川市生态环境局",
    "雪川市",
    62,
    ("21101", "21103"),
    ("雪川市环境监测站",),
    own=True,
    carried=True,
)
HILL = Department(
    "cq-hill", "重庆市巴岭区应急管理局", "重庆市巴岭区", 71, ("22401",), ("巴岭区应急救援中心",)
)
ROAD = Department(
    "cq-road",
    "重庆市巴岭区交通运输局",
    "重庆市巴岭区",
    72,
    ("21401",),
    ("巴岭区公路事务中心",),
    size=900,
    carried=True,
)

_PLAIN = shanghai.Year()
_WHOLE = shanghai.Year(decimals=0, spending="0", split="", yearly=True, note="注：", continuation="header")
_FIRST = msgspec.structs.replace(accounts.REGION, marks="", code_label="功能分类科目编码")
_YUAN = msgspec.structs.replace(
    accounts.NATIONAL, money=Money("元"), numbers="栏次", codes="three", code_label="支出功能分类科目编码"
)
_GLUED = msgspec.structs.replace(
    accounts.DISTRICT, codes="glued", money=Money("万元"), first=True, continuation="titled"
)
_THREE_BLOCKS = msgspec.structs.replace(
    accounts.NATIONAL,
    blocks=(("301", "303"), ("302",), ("310",)),
    nothing_spent="0.00",
    continuation="header",
)


def documents() -> Iterator[Described]:
    """Every document, in a fixed order; each is made once, when it is asked for at first."""
    for at in count():
        if at == len(_MADE):
            _MADE.extend(islice(_MAKING, 1))
        if at == len(_MADE):
            return
        yield _MADE[at]


_AREAS = ("甲河县", "乙山县", "丙江区")
_FUNCTIONAL = ("income", "expenditure", "general_public")
_DEPARTMENT_WORDS = ("编报单位", "填报单位", "公开单位", "单位名称", "部门名称")
_UNIT_WORDS = (
    "单位：人民币{unit}",
    "金额单位：人民币{unit}",
    "计量单位：{unit}",
    "货币单位：{unit}",
    "单 位：{unit}",
    "单位：{unit}（保留两位小数）",
    "（单位：{unit}）",
)


def _captions(number: int) -> traits.Change:
    """Department and unit in other words, on one line or two."""
    department = _DEPARTMENT_WORDS[number % len(_DEPARTMENT_WORDS)] + "：{department}"
    unit = _UNIT_WORDS[number % len(_UNIT_WORDS)]
    return traits.captioned((department, unit)) if number % 2 else traits.captioned((department,), (unit,))


def faulty_documents() -> Iterator[Described]:
    """Documents with one true error each."""
    for name in ERRORS:
        yield faulty(
            shanghai.budget(TOWN, 2025, _PLAIN)
            if "note" in name or "code" in name
            else xinjiang.region(PASTURE, 2026),
            name,
        )


def _budgets() -> Iterator[Described]:
    """Budgets: what is printed plainly, and the same forms with what publishing does to them."""
    yield xinjiang.region(PASTURE, 2026)
    yield traits.with_traits(
        xinjiang.region(PASTURE, 2025),
        cut=(traits.cut_names, ("income", "general_public")), lone_total=(traits.lone_total, ("general_public_basic",)),
        spaced=(traits.spaced_names, ("three_public",)), lost=(traits.lost_items, ("expenditure",)),
    )  # fmt: skip
    yield xinjiang.prefecture(LABOUR, 2020)
    yield traits.with_traits(
        xinjiang.prefecture(CULTURE, 2021),
        broken=(traits.broken_names, _FUNCTIONAL), captions=(_captions(0), ()), unruled=(traits.unruled, ("three_public", "general_public")),
    )  # fmt: skip
    yield shanghai.budget(WATER, 2025, _PLAIN)
    yield traits.with_traits(
        shanghai.budget(WATER, 2024, _WHOLE),
        blank=(traits.blank_rows, ("fiscal_overview",)),
        titled=(traits.titled, ("general_public",)),
    )
    yield traits.with_traits(
        shanghai.budget(TOWN, 2023, _WHOLE),
        headless=(traits.headless, ("income", "expenditure")), lone_total=(traits.lone_total, ("general_public",)),
        narrow=(traits.narrow, ("general_public_basic",)), captions=(_captions(1), ()),
    )  # fmt: skip
    yield traits.with_traits(yunnan.budget(PARK, 2026, _AREAS), narrow=(traits.narrow, _FUNCTIONAL))
    yield traits.with_traits(
        yunnan.budget(SCHOOL, 2025), captions=(_captions(3), ()), paged=(traits.paged, ("expenditure",))
    )
    yield hunan.budget(COUNTY, 2022)
    yield traits.with_traits(
        hunan.budget(FARM, 2024),
        unmerged=(traits.unmerged_header, ("income", "general_public")),
        spaced=(traits.spaced_names, _FUNCTIONAL),
    )
    yield beijing.budget(TRADE, 2025)
    yield traits.labelled(lambda number, title: (f"附表{number}", title))(
        traits.with_traits(
            beijing.budget(HEALTH, 2023), captions=(_captions(4), ()), sideways=(traits.on_its_side, ())
        )
    )
    yield tibet.budget(HIGHLAND, 2015)
    yield traits.with_traits(
        tibet.budget(AIR, 2019), captions=(_captions(5), ()), narrow=(traits.narrow, _FUNCTIONAL)
    )
    yield chongqing.budget(HILL, 2021)
    yield traits.with_traits(chongqing.budget(ROAD, 2024), dotted=(traits.dotted_codes, ()))


def _accounts() -> Iterator[Described]:
    """Final accounts, likewise."""
    yield accounts.final(PASTURE, 2018, accounts.REGION)
    yield traits.with_traits(
        accounts.final(LABOUR, 2022, _FIRST),
        joint=(traits.total_in_header_row, ("income", "expenditure")),
        captions=(_captions(2), ()),
    )
    yield traits.with_traits(
        accounts.final(WATER, 2024, accounts.DISTRICT), narrow=(traits.narrow, _FUNCTIONAL)
    )
    yield traits.with_traits(
        accounts.final(WATER, 2023, accounts.DISTRICT), headless=(traits.headless, _FUNCTIONAL)
    )
    yield accounts.final(PARK, 2025, accounts.NATIONAL)
    yield traits.with_traits(
        accounts.final(SCHOOL, 2024, _YUAN), unmerged=(traits.unmerged_header, ("income", "expenditure"))
    )
    yield traits.labelled(lambda number, title: (f"表{ordinal(number)}：", title))(
        traits.with_traits(
            accounts.final(FARM, 2023, accounts.NATIONAL), broken=(traits.broken_names, _FUNCTIONAL)
        )
    )
    yield accounts.final(TRADE, 2024, _GLUED)
    yield traits.with_traits(accounts.final(HIGHLAND, 2021, _THREE_BLOCKS), captions=(_captions(6), ()))
    yield accounts.final(ROAD, 2023, accounts.NATIONAL)
    yield traits.labelled(lambda number, title: (f"{number}.", title))(
        accounts.final(ROAD, 2022, accounts.NATIONAL)
    )


_MADE: list[Described] = []
_MAKING = chain(_budgets(), _accounts())
