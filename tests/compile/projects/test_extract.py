"""Projects of a narrative: documents of other departments, printed in other ways."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hrss_tui.compile.basics.dates import stretch
from hrss_tui.sources.text import fold
from tests.variants import BUDGET, compile_text, rewrapped

Rows = list[dict[str, Any]]

HEAD = "某省水利厅2031年部门预算公开\n\n第三部分 2031年部门预算情况说明\n\n七、关于某省水利厅2031年项目支出情况说明\n\n"
FIELDS = {
    "项目名称": "水库除险加固",
    "设立的政策依据": "《水法》、《关于印发〈水库管理办法〉的通知》（水建〔2029〕12号）",
    "预算安排规模": "1,250.50万元",
    "项目承担单位": "某省水利厅本级",
    "资金分配情况": "项目总额1250.5万元，其中：勘测费1000万元、监理费250.5万元。",
    "资金执行时间": "2031年3月1日至2032年2月29日",
}


def narrative(*projects: dict[str, str]) -> str:
    """A narrative of these projects; each overrides FIELDS, an empty value takes the label away."""
    text = HEAD
    for number, project in zip("一二三四五", projects, strict=False):
        fields = {label: value for label, value in (FIELDS | project).items() if value}
        text += f"（{number}）" + "\n\n".join(f"{label}：{value}" for label, value in fields.items()) + "\n\n"
    return text + "八、关于政府性基金的说明\n\n某省水利厅2031年没有政府性基金预算。\n"


def facts(row: dict[str, Any]) -> dict[str, Any]:
    """What a row says, apart from where it stands and from white space."""
    places = ("allocation_id", "line_start", "line_end")
    return {k: fold(v) if isinstance(v, str) else v for k, v in row.items() if k not in places}


def parts(rows: Rows) -> list[tuple[str, int, str | None]]:
    return [(row["item"], row["amount"], row["parent_item"]) for row in rows]


def test_a_project_is_read_from_its_labels(tmp_path: Path) -> None:
    found = compile_text(narrative({}), tmp_path)
    (project,) = found["projects"]
    assert (project["name"], project["unit_name"], project["amount"], project["printed"]) == (
        "水库除险加固", "某省水利厅本级", 1_250_500_000, "1,250.50",
    )  # fmt: skip
    assert (project["starts"], project["ends"], project["year"]) == ("2031-03-01", "2032-02-29", 2031)
    assert (project["line_start"], project["line_end"]) == (7, 17)
    assert parts(found["project_allocations"]) == [
        ("勘测费", 1_000_000_000, None),
        ("监理费", 250_500_000, None),
    ]
    assert [(row["ordinal"], row["title"], row["doc_number"]) for row in found["project_basis"]] == [
        (1, "水法", None),
        (2, "关于印发〈水库管理办法〉的通知", "水建〔2029〕12号"),
    ]


def test_projects_of_one_name_keep_their_own_parts(tmp_path: Path) -> None:
    second = {"资金分配情况": "抢险 7 万元。", "预算安排规模": "7.00万元"}
    found = compile_text(narrative({}, second), tmp_path)
    first, other = found["projects"]
    assert first["name"] == other["name"]
    assert first["project_id"] != other["project_id"]
    of_second = [row for row in found["project_allocations"] if row["project_id"] == other["project_id"]]
    assert parts(of_second) == [("抢险", 7_000_000, None)]


@pytest.mark.parametrize("number", ["（一）", "一", "1.", "① ", ""])
def test_a_project_may_be_numbered_in_any_way(number: str, tmp_path: Path) -> None:
    text = narrative({}).replace("（一）项目名称", f"{number}项目名称")
    (project,) = compile_text(text, tmp_path)["projects"]
    assert (project["name"], project["amount"]) == ("水库除险加固", 1_250_500_000)


@pytest.mark.parametrize(
    ("printed", "fen"),
    [
        ("１，２５０．５０万元", 1_250_500_000),
        ("12505000元", 1_250_500_000),
        ("12,505,000.00 元", 1_250_500_000),
        ("1250.5 万元", 1_250_500_000),
        ("1.25亿元", 12_500_000_000),
    ],
)
def test_amounts_may_be_printed_in_any_way(printed: str, fen: int, tmp_path: Path) -> None:
    (project,) = compile_text(narrative({"预算安排规模": printed}), tmp_path)["projects"]
    assert project["amount"] == fen


def test_the_unit_may_stand_with_the_label(tmp_path: Path) -> None:
    text = narrative({}).replace("预算安排规模：1,250.50万元", "预算安排规模（万元）：1,250.50")
    (project,) = compile_text(text, tmp_path)["projects"]
    assert (project["amount"], project["printed"]) == (1_250_500_000, "1,250.50")


def test_other_labels_and_half_width_marks_are_the_same(tmp_path: Path) -> None:
    text = (
        narrative({})
        .replace("设立的政策依据", "政策依据")
        .replace("项目承担单位", "实施单位")
        .replace("资金执行时间", "执行时间")
        .translate(str.maketrans("：（），；", ":(),;"))
    )
    found = compile_text(text, tmp_path)
    (project,) = found["projects"]
    assert (project["unit_name"], project["amount"], project["ends"]) == (
        "某省水利厅本级", 1_250_500_000, "2032-02-29",
    )  # fmt: skip
    assert len(found["project_basis"]) == len(found["project_allocations"]) == 2


def test_a_project_without_an_amount_is_kept_as_text_with_a_note(tmp_path: Path) -> None:
    found = compile_text(narrative({"预算安排规模": "待定"}), tmp_path)
    assert found["projects"] == found["project_basis"] == found["project_allocations"] == []
    assert any("待定" in block["text"] for block in found["blocks"])


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("甲地5万元，乙地6万元。", [("甲地", 5_000_000, None), ("乙地", 6_000_000, None)]),
        (
            "渠道 30 万元（其中：干渠 10 万元，支渠 20 万元）；泵站 9 万元。",
            [("渠道", 30_000_000, None), ("干渠", 10_000_000, "渠道"), ("支渠", 20_000_000, "渠道"), ("泵站", 9_000_000, None)],
        ),
        (
            "渠道30万元，其中：干渠10万元；支渠20万元；泵站9万元。",
            [("渠道", 30_000_000, None), ("干渠", 10_000_000, "渠道"), ("支渠", 20_000_000, "渠道"), ("泵站", 9_000_000, None)],
        ),
        (
            "渠道30万元，其中：干渠10万元；泵站9万元。",
            [("渠道", 30_000_000, None), ("干渠", 10_000_000, "渠道"), ("泵站", 9_000_000, None)],
        ),
        ("共计1250.5万元，其中1000万元用于勘测，250.5万元用于监理。", [("勘测", 1_000_000_000, None), ("监理", 250_500_000, None)]),
        ("勘测安排1000万元用于购买服务，监理安排 250.5 万元。", [("勘测", 1_000_000_000, None), ("监理", 250_500_000, None)]),
        ("调查、评估及咨询费 3 万元；2031年“三防”活动（省级）４０，０００元。", [
            ("调查、评估及咨询费", 3_000_000, None), ("2031年“三防”活动（省级）", 4_000_000, None)]),
        ("待评审后拨付。", []),
        ("项目总额 1250.5 万元，主要用于商品和服务支出。", []),
        ("1250.5 万元。", []),
        ("按每人每月 800元发放生活补助。", []),
        ("按5万元/人补助。", []),
    ],
)  # fmt: skip
def test_parts_of_the_money(sentence: str, expected: list[Any], tmp_path: Path) -> None:
    found = compile_text(narrative({"资金分配情况": sentence}), tmp_path)
    assert parts(found["project_allocations"]) == expected


def test_a_part_without_yuan_is_marked_and_recorded_as_damaged(tmp_path: Path) -> None:
    found = compile_text(narrative({"资金分配情况": "勘测费1000万；监理费250.5万元。"}), tmp_path)
    assert [(row["printed"], row["unit_inferred"]) for row in found["project_allocations"]] == [
        ("1000万", True),
        ("250.5万元", False),
    ]
    (correction,) = found["corrections"]
    assert (correction["type"], correction["printed"], correction["reading"]) == (
        "misprint",
        "1000万",
        "1000万元",
    )
    assert "各部分之和与项目金额相等" in correction["reason"]


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ("喀什地区", "6531"),
        ("巴州", "6528"),
        ("和田地区渠道维修", "6532"),
        ("分配和田地区", "6532"),
        ("下达给喀什地区", "6531"),
        ("拨付博州", "6527"),
        ("补助哈密市渠道维修", "6505"),
        ("分配市县", None),
        ("哈密市场调查", None),
        ("昌吉市", None),
        ("喀什市管网", None),
        ("南疆渠道", None),
    ],
)
def test_a_part_that_names_a_prefecture_goes_there(item: str, code: str | None, tmp_path: Path) -> None:
    found = compile_text(narrative({"资金分配情况": f"{item} 10 万元，其他 5 万元。"}), tmp_path)
    assert [row["prefecture_code"] for row in found["project_allocations"]] == [code, None]


@pytest.mark.parametrize(
    ("item", "code"),
    [
        ("分配莎车县", "653125"),
        ("下达给喀什市", "653101"),
        ("塔县", "653131"),
        ("补助英吉沙县渠道维修", "653123"),
        ("和田市", None),
        ("喀什市场调查", None),
        ("县市", None),
    ],
)
def test_a_part_in_the_budget_of_a_prefecture_goes_to_its_county(
    item: str, code: str | None, tmp_path: Path
) -> None:
    """和田市 lies in another prefecture: as a county of the giver it is none."""
    text = narrative({"资金分配情况": f"{item} 10 万元，其他 5 万元。"}).replace("某省", "喀什地区")
    found = compile_text(text, tmp_path)
    assert [row["prefecture_code"] for row in found["project_allocations"]] == [code, None]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("《甲法》《乙条例》", [("甲法", None), ("乙条例", None)]),
        (
            "《关于印发《丙办法》的通知》（财规〔2030〕1号）",
            [("关于印发《丙办法》的通知", "财规〔2030〕1号")],
        ),
        ("《关于印发<丙办法>的通知》(财规[2030]1号)", [("关于印发<丙办法>的通知", "财规[2030]1号")]),
        ("根据财规〔2030〕第 1 号文件执行", [("财规〔2030〕第1号", "财规〔2030〕第1号")]),
        ("国发〔2030〕7号《关于丁的意见》", [("关于丁的意见", "国发〔2030〕7号")]),
        ("《戊条例》（国务院令第 724 号）", [("戊条例", "国务院令第724号")]),
        ("《己纲要》财规〔2030〕2号、《庚细则》", [("己纲要", "财规〔2030〕2号"), ("庚细则", None)]),
        ("三定方案和收费文件", []),
    ],
)
def test_documents_a_project_rests_on(sentence: str, expected: list[Any], tmp_path: Path) -> None:
    found = compile_text(narrative({"设立的政策依据": sentence}), tmp_path)
    assert [(row["title"], row["doc_number"]) for row in found["project_basis"]] == expected


def test_a_mark_that_is_never_closed_opens_no_title(tmp_path: Path) -> None:
    sentence = "《省委办公厅、省政府办公厅《关于印发〈辛方案〉的通知》（办〔2030〕3号）；《壬法》。"
    found = compile_text(narrative({"设立的政策依据": sentence}), tmp_path)
    assert [row["title"] for row in found["project_basis"]] == ["关于印发〈辛方案〉的通知", "壬法"]
    (correction,) = found["corrections"]
    assert correction["printed"] == "《省委办公厅、省政府办公厅《"
    assert correction["reading"] == "省委办公厅、省政府办公厅《"


def test_a_word_between_title_and_number_is_recorded(tmp_path: Path) -> None:
    found = compile_text(narrative({"设立的政策依据": "《癸要点》的通知（办函〔2030〕4号）。"}), tmp_path)
    (row,) = found["project_basis"]
    assert (row["title"], row["doc_number"]) == ("癸要点", "办函〔2030〕4号")
    (correction,) = found["corrections"]
    assert correction["reading"] == "《癸要点》（办函〔2030〕4号"


@pytest.mark.parametrize("width", [20, 37, 60])
def test_another_wrapping_width_gives_the_same_projects(
    width: int, tables: dict[str, Rows], tmp_path: Path
) -> None:
    found = compile_text(rewrapped(BUDGET.read_text("utf-8"), width), tmp_path)
    for table in ("projects", "project_basis", "project_allocations"):
        assert list(map(facts, found[table])) == list(map(facts, tables[table])), table


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026 年 1 月 1 日至 2026 年 12 月 31 日", ("2026-01-01", "2026-12-31")),
        ("２０２６年１月１日—１２月３１日", ("2026-01-01", "2026-12-31")),
        ("2028年2月", ("2028-02-01", "2028-02-29")),
        ("2026年1-11月", ("2026-01-01", "2026-11-30")),
        ("2026年度", ("2026-01-01", "2026-12-31")),
        ("2026-01-01至2027-06-30。", ("2026-01-01", "2027-06-30")),
        ("2026.3.1-2026.4.15", ("2026-03-01", "2026-04-15")),
        ("2026年3月1日至15日", ("2026-03-01", "2026-03-15")),
        ("2026年3月起", ("2026-03-01", None)),
        ("2026年11月底前", (None, "2026-11-30")),
        ("2026年2月30日", (None, None)),
        ("全年", (None, None)),
        ("", (None, None)),
    ],
)
def test_stretch_of_time(text: str, expected: tuple[str | None, str | None]) -> None:
    assert stretch(text) == expected
