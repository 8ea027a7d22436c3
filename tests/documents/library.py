"""The invented documents of the tests, by id."""

from __future__ import annotations

from collections.abc import Iterator

from tests.documents.described import Described
from tests.documents.layouts import accounts, shanghai, xinjiang, yunnan
from tests.documents.layouts.common import Department

PASTURE = Department(
    "xj-pasture", "自治区草畜资源监测局", "新疆维吾尔自治区", 11, ("21301",), ("自治区饲草中心", "自治区牧业信息中心"),
    own=True, carried=True,
)  # fmt: skip
LABOUR = Department(
    "xj-labour",
    "沙泉地区人力资源和社会保障局",
    "沙泉地区",
    12,
    ("20801", "20807"),
    ("沙泉地区公共就业服务中心",),
    size=200,
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


def documents() -> Iterator[Described]:
    """Every document, in a fixed order."""
    yield xinjiang.region(PASTURE, 2026)
    yield xinjiang.prefecture(LABOUR, 2020)
    yield shanghai.budget(WATER, 2025, shanghai.Year())
    yield shanghai.budget(
        WATER, 2024, shanghai.Year(decimals=0, spending="0", split="", yearly=True, note="注：")
    )
    yield yunnan.budget(PARK, 2026)
    yield accounts.final(WATER, 2024, accounts.DISTRICT)
    yield accounts.final(PARK, 2025, accounts.NATIONAL)
    yield accounts.final(PASTURE, 2018, accounts.REGION)
