"""What the share of a place is of: what its table prints of the whole, and nothing where that is not known."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.cli.run import run
from hrss_tui.pack.read import Pack, open_pack
from hrss_tui.query.compare import Comparison, compare
from hrss_tui.query.indicators import indicators
from hrss_tui.query.outcomes import disagreements
from hrss_tui.query.prefecture import one_prefecture

HEAD = """台州市人力资源和社会保障局关于下达2033年就业工作目标任务的通知

各县（市、区）人力资源和社会保障局：

2033年全市城镇新增就业6.4万人。

台州市人力资源和社会保障局
2033年2月6日

2033年各县（市、区）就业工作目标任务分解表

单位：人

"""
SOME = (("椒江区", "9000"), ("黄岩区", "6000"), ("路桥区", "5000"))
OTHERS = (("温岭市", "8000"), ("临海市", "7000"), ("玉环市", "4000"), ("天台县", "3000"), ("仙居县", "2000"), ("三门县", "1000"))  # fmt: skip


def built(folder: Path, rows: tuple[tuple[str, str], ...], *, turned: bool = False) -> Pack:
    cells = [("县（市、区）", "城镇新增就业"), *rows]
    lines = ["\t".join(each) for each in (zip(*cells, strict=True) if turned else cells)]
    (folder / "plan.txt").write_text(HEAD + "\n".join(lines) + "\n", "utf-8")
    out = folder / "plan.msgpack"
    assert run(["build", str(folder / "plan.txt"), "-o", str(out)]) == 0
    return open_pack(out)


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("rows", "share", "of", "ranked"),
    [
        ((*SOME, ("全市", "64000")), 14.0625, "region", "1/3"),
        ((("台州市", "50000"), *SOME), 18.0, "region", "1/3"),
        ((*SOME, ("湾区新城", "5000"), ("合计", "25000")), 36.0, "table", "1/3"),
        (SOME, None, None, "1/3"),
        ((*SOME, *OTHERS), 20.0, "region", "1"),
        ((*SOME, *OTHERS, ("市直", "5000"), ("合计", "50000")), 18.0, "region", "1"),
    ],
)
def test_a_share_is_of_what_the_table_prints(
    tmp_path: Path,
    rows: tuple[tuple[str, str], ...],
    share: float | None,
    of: str | None,
    ranked: str,
    turned: bool,
) -> None:
    pack = built(tmp_path, rows, turned=turned)
    row = next(each for each in compare(pack, Comparison()) if each.prefecture == "椒江区")
    assert (row.share, row.share_of, row.ranked, row.of) == (
        share,
        of,
        ranked,
        int(ranked.partition("/")[2] or 9),
    )
    assert row.lacks_whole is (share is None)
    standing = one_prefecture(pack, "椒江区").standings[0]
    assert (standing.row.share, standing.of) == (share, row.of)


def test_it_is_said_what_shares_are_of(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = built(tmp_path, (*SOME, ("合计", "20000"))).path
    assert run(["compare", "--as", "share", "--pack", path]) == 0
    assert "占表中合计比重" in capsys.readouterr().out
    path = built(tmp_path, SOME).path
    for asked in (["compare", "--format", "json"], ["prefecture", "椒江"]):
        assert run([*asked, "--pack", path, "--lang", "en"]) == 0
        assert "1 metrics have no share: their table prints no figure of the city" in capsys.readouterr().err


def test_the_total_of_some_places_is_not_of_the_whole(tmp_path: Path) -> None:
    """The text says 64,000 of the city; 合计 of three districts says nothing of it, 全市 does."""
    some = indicators(built(tmp_path, (*SOME, ("合计", "20000"))), None)
    total = next(row for row in some if row.printed == "20000")
    assert (total.place, total.scope) == (None, "所列地方")
    assert not disagreements(some)
    every = indicators(built(tmp_path, (*SOME, ("全市", "70000"))), None)
    assert next(row.place for row in every if row.printed == "70000") == "3310"
    assert [each.indicator_id for each in disagreements(every)] == ["urban_new_jobs"]


def test_money_that_a_sentence_gives_to_places_is_all_they_get(pack: Pack) -> None:
    asked = Comparison(kind="allocation", year=2026)
    rows = [each for each in compare(pack, asked) if "技能大师" in each.metric_label]
    shares = {each.prefecture: round(each.share, 2) for each in rows if each.share is not None}
    assert shares["伊犁州"] == 32.79  # 400 of 1220
    assert shares["哈密市"] == 0.82  # 10 of 1220
    assert sum(each.share for each in rows if each.share is not None) == pytest.approx(100, abs=0.01)
