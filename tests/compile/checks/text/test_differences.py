"""Where a sentence states level, base and change, the change is the difference; anything less sure is not said to fail."""

from __future__ import annotations

from pathlib import Path

import pytest

from hrss_tui.compile.checks.text import differences
from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.records import Check

TITLE = "2036年岭北市就业工作情况\n\n"


def checked(text: str, folder: Path) -> list[Check]:
    (folder / "a.txt").write_text(TITLE + text + "\n", "utf-8")
    return [row for row in compile_folder(folder).tables["checks"] if isinstance(row, Check)]


def of(kind: str, found: list[Check]) -> list[tuple[str, float | None, float | None]]:
    return [(row.status, row.left, row.right and round(row.right, 2)) for row in found if row.kind == kind]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全市参保45万人，比上年的30万人增加20万人。", ("fails", 200_000.0, 150_000.0)),
        ("全市参保45万人，比上年的30万人增加15万人。", ("exact", 150_000.0, 150_000.0)),
        ("受理案件630件，较2035年的710件减少90件。", ("fails", -90.0, -80.0)),
        ("受理案件630件，较2035年的710件减少80件。", ("exact", -80.0, -80.0)),
        ("全市登记招聘会340场，上年为290场，同比增加60场。", ("fails", 60.0, 50.0)),
        ("运行经费340.20万元，2034年为290.10万元，较2034年增加60.10万元。", ("fails", 601_000.0, 501_000.0)),
        (
            "运行经费340.20万元，2034年决算数为290.10万元，比2034年度增加50.10万元。",
            ("exact", 501_000.0, 501_000.0),
        ),
        ("低保标准由每人每月510元提高到570元，提高50元。", ("fails", 50.0, 60.0)),
        ("低保标准由每人每月510元提高到570元，提高60元。", ("exact", 60.0, 60.0)),
        ("全市缴费基数8400元，比上年的8000元上浮500元。", ("fails", 500.0, 400.0)),
        ("外出务工由2031年的92万人增至2035年的98万人，四年净增9万人。", ("fails", 90_000.0, 60_000.0)),
        ("外出务工由2031年的92万人增至2035年的98万人，四年净增6万人。", ("exact", 60_000.0, 60_000.0)),
        ("登记失业率由3.5%下降到3.2%，下降0.5个百分点。", ("fails", -0.5, -0.3)),
        ("2030年全县新增参保420人，2031年全县新增参保465人，比上年增加35人。", ("fails", 35.0, 45.0)),
        ("2030年新增参保420人，2031年为465人，较上年增加45人。", ("exact", 45.0, 45.0)),
        (
            "2030年发放补贴4.6亿元，2031年发放补贴4.1亿元，同比减少0.8亿元。",
            ("fails", -80_000_000.0, -50_000_000.0),
        ),
        ("登记失业率3.2%，比上年的3.5%下降0.3个百分点。", ("exact", -0.3, -0.3)),
        ("基金收入4.25亿元，比上年的3.90亿元增加3600万元。", ("rounding", 36_000_000.0, 35_000_000.0)),
    ],
)
def test_a_change_is_held_against_the_level_and_the_base_beside_it(
    sentence: str, expected: tuple[str, float, float], tmp_path: Path
) -> None:
    assert of("stated_change", checked(sentence, tmp_path)) == [expected]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("全市参保45万人，比上年的30万人增加15万人，增长50%。", ("exact", 50.0, 50.0)),
        ("全市参保460人，比上年的400人增加60人，增长25%。", ("fails", 25.0, 15.0)),
        ("低保标准由每人每月500元提高到560元，提高60元，增幅12%。", ("exact", 12.0, 12.0)),
        ("受理案件460件，比上年同期的400件增加60件，同比增长25%。", ("fails", 25.0, 15.0)),
        ("受理案件460件，比2031年的400件增加60件，同比增长15%。", ("exact", 15.0, 15.0)),
    ],
)
def test_a_rate_behind_such_a_change_is_the_change_by_the_base(
    sentence: str, expected: tuple[str, float, float], tmp_path: Path
) -> None:
    assert of("stated_growth", checked(sentence, tmp_path)) == [expected]


@pytest.mark.parametrize(
    "sentence",
    [
        "全市参保约45万人，比上年的30万人增加20万人。",
        "运行经费340.20万元，2034年为290.10万元，较2033年增加60.10万元。",
        "全市参保45万人，比上年的近30万人增加20万人。",
        "2030年新增参保420人，2031年转移就业465人，比上年增加35人。",
        "2029年参保420人，2031年参保465人，比上年增加35人。",
        "2030年参保420人，2031年参保465人，比2029年增加35人。",
        "全市参保45万人，比上年的30万人增加20余万人。",
        "基金收入45亿元、支出20亿元，比上年的30亿元增加15亿元。",
        "基金收入和支出分别为45亿元、20亿元，比上年的30亿元分别增加15亿元、减少1亿元。",
        "低保标准由每人每月500元提高到560元，比上年提高20元。",
        "低保标准由每人每月500元提高到560元，年均提高20元。",
        "现有车间45家，比上年的30家新增20家。",
        "城镇新增就业45万人，比全省平均增速高3个百分点，比上年增加20万人。",
        "甲县45人、乙县30人，共增加20人。",
        "城市、农村低保标准由每月500元、400元提高到560元、470元，分别提高12%和17.5%。",
        "年末在册62人，比上年的60人增加7人、减少5人。",
        "岗位由60个增加到62个，增加7个，减少5个。",
        "一级技师35名、二级技师65名，比上年的90名增加10名。",
        "基金收入36亿元，比预算数30亿元增加6亿元，同比增长15%。",
        "基金收入由2031年的30亿元增加到36亿元，增加6亿元，比上年增长5%。",
        "全年亏损3万元，比上年盈利2万元减少5万元。",
        "今年超支3万元，比上年的结余1万元减少4万元。",
    ],
)
def test_what_is_not_surely_of_one_thing_is_not_said_to_fail(sentence: str, tmp_path: Path) -> None:
    assert [row.description for row in checked(sentence, tmp_path) if row.status == "fails"] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "全市培训6万人次以上，其中农民工1.5万人次，占24.5%。",
        "全市超过60万人参保，其中女性参保15万人，占全市参保人数的24.5%。",
    ],
)
def test_a_share_of_a_mere_bound_is_neither_exact_nor_rounded(sentence: str, tmp_path: Path) -> None:
    shares = [row for row in checked(sentence, tmp_path) if row.kind in {"share", "stated_share"}]
    assert {row.status for row in shares} <= {"not_checkable"}


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("应届生4.1万人，已就业3.6万人，已签约2.7万人。", "not_checkable"),
        ("全市有驿站6家，再建4家，新建3家。", "not_checkable"),
        ("全市驿站6家，其中新建4家、改造3家。", "fails"),
        ("单位编制数39人，实有人数37人，其中：在职37人；退休14人。", "not_checkable"),
        ("单位编制数39人，实有人数37人，其中：在编30人；聘用7人；离退休14人。", "not_checkable"),
        ("单位编制数39人，实有人数37人，其中：在职35人；退休14人。", "fails"),
    ],
)
def test_what_was_done_beside_a_figure_is_no_part_of_it(sentence: str, status: str, tmp_path: Path) -> None:
    assert of("stated_parts", checked(sentence, tmp_path))[0][0] == status


def test_the_work_of_a_sentence_grows_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made, count = differences._difference, 0

    def counted(*asked: object) -> Check:
        nonlocal count
        count += 1
        return made(*asked)  # type: ignore[arg-type]

    monkeypatch.setattr(differences, "_difference", counted)
    work = []
    for times in (20, 40):
        count = 0
        checked("，".join(f"参保{400 + at}人，比上年的{300 + at}人增加7人" for at in range(times)), tmp_path)
        work.append(count)
    assert work[0] > 0
    assert work[1] < 2.5 * work[0]


def test_a_share_of_a_task_is_of_the_whole_whose_parts_stand_before_it(tmp_path: Path) -> None:
    """The pupils alone are 24000 of 16000: the percentage is that of all who are insured."""
    text = "全市居民医保参保27200人，其中成年居民3200人，学生儿童24000人，占年度目标任务16000人的170%。"
    assert [row[0] for row in of("stated_share", checked(text, tmp_path))] == ["exact"]
    false = text.replace("170%", "190%")
    assert not of("stated_share", checked(false, tmp_path))  # of which of the three is not said


def test_a_text_in_traditional_characters_is_checked_as_one_in_simplified(tmp_path: Path) -> None:
    text = "全縣參加失業保險8160人，完成年度目標任務8000人的102%，徵繳基金147萬元；參加工傷保險3100人，占年度目標任務的104.5%。"
    found = checked(text, tmp_path)
    assert [row[0] for row in of("stated_completion", found)] == ["exact"]
    assert not [row for row in found if row.status == "fails"]
    wrong = checked(text.replace("102%", "120%"), tmp_path)
    assert [row[0] for row in of("stated_completion", wrong)] == ["fails"]
