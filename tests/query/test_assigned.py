"""Money by prefecture: outermost shares, what goes to none, ranks, tables of transfers, sums by document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from hrss_tui.cli.run import run
from hrss_tui.errors import NothingFoundError, UsageError
from hrss_tui.pack.read import Pack, open_pack
from hrss_tui.query.assigned import Pot, assigned, receivers, sums, unnamed
from hrss_tui.query.prefecture import as_rows, one_prefecture
from hrss_tui.records import Project, ProjectAllocation
from tests.query.handmade import WAN, filled, line, pack_of, prefecture, value


def project(name: str, amount: int, doc_id: str = "d") -> Project:
    return filled(
        Project, project_id=f"{doc_id}:{name}", name=name, amount=amount * WAN, doc_id=doc_id, line_start=1
    )


def part(
    of: str, item: str, amount: int, code: str | None = None, over: str | None = None, doc: str = "d"
) -> Any:
    return filled(
        ProjectAllocation, allocation_id=f"{doc}:{of}:{item}:{amount}", project_id=f"{doc}:{of}", item=item,
        amount=amount * WAN, prefecture_code=code, parent_item=over, doc_id=doc, line_start=2,
    )  # fmt: skip


def wan(pot: Pot) -> tuple[int, int, int, int]:
    return tuple(amount // WAN for amount in (pot.assigned, pot.here, pot.unassigned, pot.unlisted))  # type: ignore[return-value]


def test_what_goes_to_prefectures_and_what_to_none_add_up_to_the_whole() -> None:
    pack = pack_of(
        project("甲", 100),
        part("甲", "补助", 60),
        part("甲", "东州", 25, "9901", "补助"),
        part("甲", "西州", 30, "9902", "补助"),
        part("甲", "核查", 28),
        project("乙", 7),
        part("乙", "会议", 7),
    )
    (pot,) = assigned(pack, "9902")
    assert wan(pot) == (55, 30, 45, 12)
    assert [(one.item, one.amount // WAN) for one in pot.rest] == [("补助", 5), ("核查", 28)]
    (share,) = pot.shares
    assert (share.item, share.rank, share.of) == ("补助", 1, 2)
    assert [row.name for row in unnamed(pack, [pot])] == ["乙"]


def test_a_part_within_a_part_of_a_prefecture_is_not_counted_twice() -> None:
    pack = pack_of(
        project("甲", 50),
        part("甲", "东州", 40, "9901"),
        part("甲", "东州一县", 15, "990101", "东州"),
        part("甲", "西州", 10, "9902"),
    )
    assert [wan(pot) for pot in assigned(pack, "9901")] == [(50, 40, 0, 0)]
    assert [wan(pot)[:2] for pot in assigned(pack, "990101")] == [(50, 15)]


def test_money_for_counties_is_of_these_and_no_pot_of_prefectures() -> None:
    """The budget of a prefecture gives to its counties: of the prefecture beside it nothing is said."""
    pack = pack_of(project("甲", 50), part("甲", "一县", 40, "990101"), part("甲", "会议", 10))
    assert [wan(pot)[:2] for pot in assigned(pack, "990101")] == [(40, 40)]
    assert [wan(pot)[:2] for pot in assigned(pack, "990102")] == [(40, 0)]
    assert assigned(pack, "9901") == []


def test_the_money_of_another_province_is_none_that_a_place_is_told_of() -> None:
    pack = pack_of(project("甲", 50), part("甲", "东州", 40, "9901"), part("甲", "会议", 10))
    assert [wan(pot)[:2] for pot in assigned(pack, "9902")] == [(40, 0)]
    assert assigned(pack, "9801") == []


def test_parts_that_exceed_the_whole_are_not_hidden() -> None:
    pack = pack_of(project("甲", 50), part("甲", "东州", 40, "9901"), part("甲", "核查", 30))
    (pot,) = assigned(pack, "9901")
    assert wan(pot) == (40, 40, 10, -20)


def test_parts_of_one_name_keep_their_own_parts() -> None:
    pack = pack_of(
        project("甲", 90),
        part("甲", "补助", 30),
        part("甲", "东州", 30, "9901", "补助"),
        part("甲", "补助", 60),
        part("甲", "东州", 20, "9901", "补助"),
    )
    (pot,) = assigned(pack, "9901")
    assert wan(pot) == (50, 50, 40, 0)
    assert [one.amount // WAN for one in pot.rest] == [40]


def test_sums_of_two_documents_stay_apart() -> None:
    pack = pack_of(
        project("甲", 5),
        part("甲", "东州", 5, "9901"),
        project("甲", 8, "e"),
        part("甲", "东州", 3, "9901", doc="e"),
        part("甲", "西州", 5, "9902", doc="e"),
    )
    assert sums(assigned(pack, "9901")) == {"d": 5 * WAN, "e": 3 * WAN}
    assert sums(assigned(pack, "9903")) == {}


def test_a_table_of_transfers_gives_by_area() -> None:
    def cell(name: str, amount: int, area: str | None, at: int, level: int) -> Any:
        return line(
            None,
            amount,
            doc_id="d",
            table_kind="transfers",
            name=name,
            unit_name=area,
            level=level,
            line_start=at,
        )

    pack = pack_of(
        cell("合计", 90, None, 3, 0),
        cell("合计", 40, "昆明市", 3, 0),
        cell("扶持", 90, None, 4, 2),
        cell("扶持", 40, "昆明市", 4, 2),
        cell("扶持", 35, "曲靖市", 4, 2),
    )
    (pot,) = assigned(pack, "5303")
    assert (pot.name, wan(pot)) == ("扶持", (75, 35, 15, 15))
    assert [(share.rank, share.of) for share in pot.shares] == [(2, 2)]


@pytest.fixture(scope="module")
def pack() -> Pack:
    return pack_of(
        *(prefecture(f"990{n}", name, order=n) for n, name in enumerate(("东", "南", "西"), 1)),
        value("9901", "7.5"),
        value("9902", "/"),
        value("9903", "9"),
        project("甲", 100),
        part("甲", "东地区", 25, "9901"),
    )


def test_a_rank_is_among_those_that_have_a_value(pack: Pack) -> None:
    one = one_prefecture(pack, "东")
    assert [(row.row.printed, row.row.rank, row.of) for row in one.standings] == [("7.5", 2, 2)]
    assert one_prefecture(pack, "9902").standings[0].row.rank is None


def test_the_page_as_rows_says_everything_once(pack: Pack) -> None:
    rows = [
        (row.kind, row.name, row.value, row.amount, row.rank, row.of)
        for row in as_rows(one_prefecture(pack, "东"))
    ]
    assert rows == [
        ("target", "指标jobs", "7.5", None, 2, 2),
        ("share", "甲", None, 25 * WAN, 1, 1),
        ("sum", "东", None, 25 * WAN, None, None),
        ("pot", "甲", None, 100 * WAN, None, None),
        ("assigned", "甲", None, 25 * WAN, None, None),
        ("unassigned", "甲", None, 75 * WAN, None, None),
    ]


def test_a_name_that_means_none_or_several_is_refused(pack: Pack) -> None:
    with pytest.raises(UsageError):
        one_prefecture(pack, "北")
    with pytest.raises(UsageError):
        one_prefecture(pack, "全部")


def test_a_package_without_prefectures_has_no_page_of_one() -> None:
    with pytest.raises(NothingFoundError) as caught:
        one_prefecture(pack_of(project("甲", 1)), "东")
    assert caught.value.hint


def test_what_each_prefecture_gets_of_a_project_in_all() -> None:
    rows = [
        part("甲", "基地建设", 900),
        part("甲", "东州", 500, "9901", "基地建设"),
        part("甲", "西市", 400, "9902", "基地建设"),
        part("甲", "园区补贴", 300),
        part("甲", "西市", 200, "9902", "园区补贴"),
        part("甲", "西市某园", 50, "9902", "西市"),
    ]
    assert receivers(rows) == {"9902": 600 * WAN, "9901": 500 * WAN}


TABLE = """2036年就业补助资金分配表

单位：万元

市（州）\t就业补助资金\t其中：中央资金
西宁市\t5,200\t4,100
海东市\t3,900\t3,000
玉树州\t2,400\t2,000
合计\t11,500\t9,100
"""


def test_money_of_a_table_by_place_is_told_on_the_page_of_the_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A table that gives money to places is no project: it was said that none is assigned."""
    told = "青海省人力资源和社会保障厅关于下达2036年就业补助资金的通知\n\n青海省人力资源和社会保障厅\n\n2036年2月2日\n\n"
    (tmp_path / "money.txt").write_text(told + TABLE, "utf-8")
    out = str(tmp_path / "money.msgpack")
    assert run(["build", str(tmp_path / "money.txt"), "-o", out]) == 0
    one = one_prefecture(open_pack(out), "海东")
    own = [(each.row.kind, each.row.printed, each.row.rank, each.of) for each in one.standings]
    assert own == [("allocation", "3,900", 2, 3), ("allocation", "3,000", 2, 3)]
    assert [(row.kind, row.value, row.unit) for row in as_rows(one)] == [
        ("allocation", "3,900", "万元"),
        ("allocation", "3,000", "万元"),
    ]
    for lang, denied in (("zh", "没有写明给哪个地州的资金"), ("en", "No money is assigned")):
        capsys.readouterr()
        assert run(["prefecture", "海东", "--pack", out, "--lang", lang]) == 0
        shown = capsys.readouterr().out
        assert "3,900" in shown
        assert denied not in shown


def test_money_of_projects_is_told_once() -> None:
    pack = pack_of(
        prefecture("9901", "东州", order=1),
        project("甲", 100),
        part("甲", "东州", 25, "9901"),
        value("9901", "25", metric="d:甲", kind="allocation"),
    )
    one = one_prefecture(pack, "东州")
    assert one.standings == ()
    assert [row.kind for row in as_rows(one) if row.amount == 25 * WAN and row.kind == "share"] == ["share"]
