"""Year-on-year statements: documents of other departments, said and printed in other ways."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from hrss_tui.compile.changes.extract import is_reclassified
from hrss_tui.sources.text import fold
from tests.variants import BUDGET, compile_text, rewrapped, scaled

Rows = list[dict[str, Any]]

TEXT = BUDGET.read_text("utf-8")
HEAD = "某省水利厅2031年部门预算公开\n\n第三部分 2031年部门预算情况说明\n\n二、关于某省水利厅2031年预算情况说明\n\n"
TABLE = """\
第二部分 2031年部门预算公开表

表 3

部门支出总体情况表

编制部门：某省水利厅

单位：万元

项目\t\t\t支出总计\t\t
功能分类科目编码\t\t功能分类科目名称\t合计\t基本支出\t项目支出
类\t款\t\t\t\t
213\t\t农林水支出\t300.00\t100.00\t200.00
213\t03\t水利\t300.00\t100.00\t200.00
213\t03\t01 行政运行\t100.00\t100.00\t
213\t03\t77 河湖新事\t200.00\t\t200.00
合计\t\t\t300.00\t100.00\t200.00

"""


def changes(text: str, folder: Path) -> Rows:
    return compile_text(HEAD + text + "\n\n三、其他说明\n\n没有其他事项。\n", folder)["budget_changes"]


def said(row: dict[str, Any]) -> tuple[Any, ...]:
    return row["name"], row["amount"], row["change"], row["percent"]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("项目支出 30 万元，占 60%，比上年预算增加 10 万元，增长 50%，主要原因是新建水库。", ("项目支出", 30_000_000, 10_000_000, 50.0)),
        ("2031年的差旅费预算为３０万元，较上年减少1,000元，下降0.33％。", ("差旅费", 30_000_000, -100_000, -0.33)),
        ("某省水利厅 2031 年基本支出合计 30 万元，比 2030 年预算数减少 10 万元，降低 25%。", ("基本支出", 30_000_000, -10_000_000, -25.0)),
        ("本部门一般公共预算 30 万元，与上年相比，增加 10 万元。", ("一般公共预算", 30_000_000, 10_000_000, None)),
        ("培训费 30 万元，比上年预算增加 0.00 万元，增长 0.00%，主要原因是与上年无变动。", ("培训费", 30_000_000, 0, 0.0)),
        ("会议费 30 万元，与上年持平，主要原因是会议不变。", ("会议费", 30_000_000, 0, None)),
        ("办公费3,000,000元，比上年预算增加2,000,000元，增长8,567.60%，由于搬迁。", ("办公费", 300_000_000, 200_000_000, 8567.6)),
        ("会议费比上年预算减少 5 万元，下降 20%。", ("会议费", None, -5_000_000, -20.0)),
        ("机关运行经费 30 万元，2030年为 20 万元，较2030年增加 10 万元，增加50%。", ("机关运行经费", 30_000_000, 10_000_000, 50.0)),
        ("公务接待费 30 万元，比上年增长 50%，增加 10 万元。", ("公务接待费", 30_000_000, 10_000_000, 50.0)),
        ("印刷费３０万元，较2030年下降２５ ％，减少１０万元，主要是无纸化办公。", ("印刷费", 30_000_000, -10_000_000, -25.0)),
    ],
)  # fmt: skip
def test_a_statement_is_read_however_it_is_said(
    sentence: str, expected: tuple[Any, ...], tmp_path: Path
) -> None:
    (row,) = changes(sentence, tmp_path)
    assert said(row) == expected
    assert row["previous_amount"] == (None if expected[1] is None else expected[1] - expected[2])
    assert (row["code"], row["line_start"], row["line_end"]) == (None, 7, 7)


@pytest.mark.parametrize(
    "sentence",
    [
        "水费 30 万元，比上年增长 50%，用水量大的单位增加 10 万元。",
        "项目支出 30 万元，占 60%。",
        "人员增加 10 人，增长 5%。",
        "每人比上年增加 5 元/人。",
        "主要原因是工资比上年预算增加 10 万元。",
        "用水量比上年下降 5%。",
    ],
)
def test_other_sentences_state_no_change_of_money(sentence: str, tmp_path: Path) -> None:
    assert changes(sentence, tmp_path) == []


def test_a_comparison_inside_a_reason_belongs_to_the_reason(tmp_path: Path) -> None:
    text = (
        "项目支出 30 万元，比上年预算增加 10 万元，增长 50%，主要原因是水库较上年预算增加 6 万元；渠道"
        "较上年预算增加 4 万元。"
    )
    (row,) = changes(text, tmp_path)
    assert row["reason"] == "水库较上年预算增加 6 万元；渠道较上年预算增加 4 万元"


def test_a_list_of_reasons_is_one_reason(tmp_path: Path) -> None:
    text = (
        "项目支出 30 万元，比上年预算增加 10 万元，增长 50%，主要原因是：一是水库比上年增加 6 万元，增长 9%；"
        "二是渠道比上年增加 4 万元，增长 8%。"
    )
    (row,) = changes(text, tmp_path)
    assert row["reason"].startswith("一是水库")
    assert row["reason"].endswith("增长 8%")


def test_statements_behind_of_which_inherit_the_comparison_and_find_their_amounts(tmp_path: Path) -> None:
    text = (
        "2031年“三公”经费数为 9.00 万元，其中：公务接待费 4.00 万元，公务用车购置 5.00 万元。\n\n"
        "2031年“三公”经费预算比上年预算减少 1.00 万元，下降 10.00%，其中：公务接待费减少 3.00 万元，下降 42.86%，"
        "主要原因是厉行节约；公务用车购置增加 2.00 万元，增长 66.67%，主要原因是更新。"
    )
    found = changes(text, tmp_path)
    assert [said(row) for row in found] == [
        ("“三公”经费", 9_000_000, -1_000_000, -10.0),
        ("公务接待费", 4_000_000, -3_000_000, -42.86),
        ("公务用车购置", 5_000_000, 2_000_000, 66.67),
    ]
    assert [row["reason"] for row in found] == [None, "厉行节约", "更新"]
    assert {(row["line_start"], row["line_end"]) for row in found} == {(7, 9)}


def test_an_amount_of_another_section_is_not_borrowed(tmp_path: Path) -> None:
    text = "会议费 9.00 万元。\n\n三、会议费的变化\n\n会议费比上年预算减少 1.00 万元，下降 10.00%。"
    (row,) = changes(text, tmp_path)
    assert row["amount"] is None


def test_codes_come_from_the_tables_and_then_from_the_classification(tmp_path: Path) -> None:
    items = [
        "1. 农林水支出（类）水利（款）行政运行（项）：2031年预算数为100.00万元，比上年预算增加1.00万元，增长1.01%。",
        "2. 农林水支出(类)水利(款)河湖新事(项)：2031年预算数为200.00万元，比上年预算增加1.00万元，增长0.50%。",
        "3. 社会保障和就业支出（类）就业补助（款）促进创业补贴（项）：2031年预算数为0.00万元，比上年预算减少1.00万元，下降100.00%。",
        "4. 农林水支出（类）水利（款）从未有过（项）：2031年预算数为3.00万元，比上年预算增加1.00万元，增长50.00%。",
        "5. 农林水支出（类）水利（款）：2031年预算数为300.00万元，比上年预算增加1.00万元，增长0.33%。",
        "6. 农林水支出（213）水利（03）河湖新事（77）：2031年预算数为200.00万元，比上年预算增加1.00万元，增长0.50%。",
        "7. 农林水支出（213）水利（03）旧事（78）：2031年预算数为0.00万元，比上年预算减少1.00万元，下降100.00%。",
    ]
    head, rest = HEAD.split("第三部分", 1)
    text = head + TABLE + "第三部分" + rest + "\n".join(items) + "\n"
    found = compile_text(text, tmp_path)["budget_changes"]
    assert [(row["name"], row["code"], row["code_restored"]) for row in found] == [
        ("行政运行", "2130301", False),
        ("河湖新事", "2130377", False),
        ("促进创业补贴", "2080713", True),
        ("从未有过", None, False),
        ("水利", "21303", False),
        ("河湖新事", "2130377", False),
        ("旧事", "2130378", True),
    ]


@pytest.mark.parametrize("item", ["{}-{}", "{}{}", "{} {}", "{}（{}）", "[{}]{}", "{}——{}"])
def test_a_code_may_stand_before_its_name(item: str, tmp_path: Path) -> None:
    known, other = item.format("2130377", "河湖新事"), item.format("2080112", "劳动人事争议调解仲裁")
    items = [
        f"（一）{known}200.00万元。主要用于河湖治理，较上年增加1.00万元，增长0.50%。",
        f"（二）{other}30.00万元，与上年持平。",
        "（三）2031777人次补助30.00万元，与上年持平。",
    ]
    head, rest = HEAD.split("第三部分", 1)
    text = head + TABLE + "第三部分" + rest + "\n\n".join(items) + "\n"
    found = compile_text(text, tmp_path)["budget_changes"]
    assert [
        (row["name"], row["code"], row["code_restored"], row["amount"], row["change"]) for row in found
    ] == [
        ("河湖新事", "2130377", False, 200_000_000, 1_000_000),
        ("劳动人事争议调解仲裁", "2080112", True, 30_000_000, 0),
        ("2031777人次补助", None, False, 30_000_000, 0),
    ]


def test_what_money_is_for_names_no_change_where_several_amounts_stand_before(tmp_path: Path) -> None:
    assert changes("甲项目20.00万元，乙项目9.00万元。主要用于培训，较上年增加1.00万元。", tmp_path) == []
    (row,) = changes("甲项目20.00万元。其主要用途为培训，较上年增加1.00万元。", tmp_path)
    assert said(row) == ("甲项目", 20_000_000, 1_000_000, None)


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("支出功能分类科目进行了调整", True),
        ("因调整功能分类科目", True),
        ("预算科目变更", True),
        ("信息化建设项目支出科目调整至“甲（类）乙（款）”填列", True),
        ("根据业务调整，未安排此项预算", False),
        ("结合业务工作安排调整自治区就业补助资金", False),
        ("经济分类科目调整", False),
        ("由“科目（类）调整（款）”支付", False),
    ],
)
def test_a_reason_may_say_that_money_moved_between_codes(reason: str, expected: bool) -> None:
    assert is_reclassified(reason) is expected


def test_other_kinds_of_document_state_observations_instead(tmp_path: Path) -> None:
    text = "2031年度统计公报\n\n本公报各项数据均为初步统计。\n\n基金收入 30 亿元，比上年增加 10 亿元，增长 50%。\n"
    assert compile_text(text, tmp_path)["budget_changes"] == []


def facts(row: dict[str, Any], factor: int = 1) -> dict[str, Any]:
    """What a row says, apart from where it stands, from white space, and from how amounts are printed."""
    left_out = (
        "doc_id",
        "change_id",
        "line_start",
        "line_end",
        "section",
        "printed",
        "change_printed",
        "reason",
        "year",
    )
    kept = {k: fold(v) if isinstance(v, str) else v for k, v in row.items() if k not in left_out}
    return kept | {key: kept[key] * factor for key in ("amount", "change", "previous_amount")}


@pytest.mark.parametrize("width", [23, 37, 60])
def test_another_wrapping_width_gives_the_same_changes(
    width: int, tables: dict[str, Rows], tmp_path: Path
) -> None:
    found = compile_text(rewrapped(TEXT, width), tmp_path)["budget_changes"]
    assert [facts(row) for row in found] == [facts(row) for row in tables["budget_changes"]]


def test_other_figures_year_and_department_give_the_changed_changes(
    tables: dict[str, Rows], tmp_path: Path
) -> None:
    text = scaled(TEXT, Decimal(3)).replace("2026", "2031").replace("人力资源和社会保障厅", "水利厅")
    found = compile_text(text, tmp_path)["budget_changes"]
    assert [facts(row) for row in found] == [facts(row, 3) for row in tables["budget_changes"]]
    assert {row["year"] for row in found} == {2031}


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ("其中拨款收入 70.00 万元、事业收入 20.00 万元", ("收入预算", 90_000_000)),
        ("包括：拨款收入 70.00 万元，其他收入 20.00 万元", ("收入预算", 90_000_000)),
        ("其中拨款收入 70.00 万元、事业收入 15.00 万元", ("事业收入", 15_000_000)),
        ("其中拨款收入 70.00 万元", ("拨款收入", 70_000_000)),
    ],
)
def test_the_change_behind_all_parts_is_of_their_whole(
    parts: str, expected: tuple[str, int], tmp_path: Path
) -> None:
    (row,) = changes(f"2031年收入预算 90.00 万元，{parts}，较上年增加 8.00 万元。", tmp_path)
    assert (row["name"], row["amount"]) == expected


def _changes(text: str, folder: Path) -> list[tuple[object, ...]]:
    """Name, code and printed figures of the changes of an invented narrative."""
    rows = compile_text(text, folder)["budget_changes"]
    return [(row["name"], row["code"], row["printed"], row["change_printed"]) for row in rows]


@pytest.mark.parametrize(
    ("told", "name", "code"),
    [
        ("1.2080106就业管理事务2032年预算数为65万元，", "就业管理事务", "2080106"),
        ("2.就业管理事务2032年预算安排65万元，", "就业管理事务", None),
        ("公务接待费2032年决算数65万元，", "公务接待费", None),
        ("（三）培训费。2032年预算支出65万元，", "培训费", None),
        ("（三）会议费：2032年一般公共预算安排65万元，", "会议费", None),
        ("（一）差旅费支出情况\n\n2032年安排65万元，", "差旅费", None),
        ("（一）一般公共预算支出情况说明\n\n我单位2032年实际支出65万元，", "一般公共预算支出", None),
        ("（一）收支预算总体情况\n\n2032年支出65万元，", "支出", None),
        ("2032年部门收支总预算65万元，", "收支总预算", None),
        ("为保障运转而开支的机关运行经费，合计65万元，", "机关运行经费", None),
        ("“三公”经费支出预算70万元，支出决算65万元，", "“三公”经费支出决算", None),
        (
            "1.社会保障和就业支出（类）人力资源和社会保障管理事务（款）行政运行（项）。年初预算为60万元，支出决算为65万元，",
            "行政运行",
            "2080101",
        ),
    ],
)
def test_a_change_is_named_by_what_changed(told: str, name: str, code: str | None, tmp_path: Path) -> None:
    text = f"石泉县就业局2032年部门预算公开\n\n一、情况说明\n\n{told}比2031年增加15万元，增长30%。\n"
    assert _changes(text, tmp_path) == [(name, code, "65", "15")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("收入预算48210.123456万元，比2030年48000.123456万元增加210.000000万元，增长0.44%。", ("收入预算", 48_210_123_456, 210_000_000, 0.44)),
        ("2031年“三公”经费财政拨款预算31.5万元，比2030年“三公”经费财政拨款预算33万元减少1.5万元。", ("“三公”经费", 31_500_000, -1_500_000, None)),
        ("2.公务接待费。2031年预算数6万元，比2030年预算数8万元减少2万元。主要原因：压减接待。", ("公务接待费", 6_000_000, -2_000_000, None)),
        ("1.因公出国（境）费用。2031年预算数4万元，2030年预算数4万元，与上年持平。", ("因公出国（境）费用", 4_000_000, 0, None)),
        ("培训费5万元（其中：师资费2万元，比上年减少1万元）。", ("师资费", 2_000_000, -1_000_000, None)),
    ],
)  # fmt: skip
def test_the_amount_of_the_year_before_stands_beside_that_of_the_year(
    sentence: str, expected: tuple[Any, ...], tmp_path: Path
) -> None:
    (row,) = changes(sentence, tmp_path)
    assert said(row) == expected


def test_a_reason_ends_where_another_sum_is_named_or_its_bracket_closes(tmp_path: Path) -> None:
    text = (
        "“三公”经费20万元，比上年减少3万元，主要原因是压减接待。其中：出国费2万元，比上年增加2万元，主要原因是拟赴境外培训；"
        "用车费15万元（购置费0万元，与上年持平；运行费15万元，比上年减少4万元，主要原因是报废车辆1辆）；"
        "接待费3万元，比上年减少1万元，主要原因分析：一是压减批次；二是标准下调；会议并入培训。"
    )
    assert [(row["name"], row["change"], row["reason"]) for row in changes(text, tmp_path)] == [
        ("“三公”经费", -3_000_000, "压减接待"),
        ("出国费", 2_000_000, "拟赴境外培训"),
        ("购置费", 0, None),
        ("运行费", -4_000_000, "报废车辆1辆"),
        ("接待费", -1_000_000, "一是压减批次；二是标准下调；会议并入培训"),
    ]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("本单位2031年度收入总计820万元，支出总计820万元，与2030年度相比，各减少40万元，下降4.65%。", ("支出总计", 820_000_000, -40_000_000, -4.65)),
        ("机关运行经费支出90万元，比年初预算数减少6万元，下降6.25%，比2030年度增加5万元，增长5.88%。", ("机关运行经费支出", 90_000_000, 5_000_000, 5.88)),
        ("“三公”经费支出全年预算为12万元，支出决算为9万元，完成预算的75%。\n\n决算数比2030年度减少1万元，下降10%。其中：公务接待费支出决算为3万元。", ("“三公”经费决算数", 9_000_000, -1_000_000, -10.0)),
    ],
)  # fmt: skip
def test_what_a_change_is_of_may_stand_before_another_comparison_or_a_paragraph(
    sentence: str, expected: tuple[Any, ...], tmp_path: Path
) -> None:
    (row,) = changes(sentence, tmp_path)
    assert said(row) == expected


def test_parts_in_a_bracket_are_not_what_changed(tmp_path: Path) -> None:
    text = "机关运行经费预算安排90万元（其中：办公费20万元、差旅费（含补助）70万元），较2030年预算100万元减少10万元，下降10%。"
    (row,) = changes(text, tmp_path)
    assert said(row) == ("机关运行经费", 90_000_000, -10_000_000, -10.0)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "水质监测费9万元（其中：设备费4万元，试剂费5万元），比上年减少1万元，下降10%。",
            ("水质监测费", 9_000_000, -1_000_000, -10.0),
        ),
        (
            "会议费3万元，与上年持平；船艇购置及运行费9万元（购置费4万元，运行费5万元），比上年减少1万元，下降10%。",
            ("船艇购置及运行费", 9_000_000, -1_000_000, -10.0),
        ),
        (
            "接待费6万元（含外宾接待1万元），较上年增加2万元，增长50%。",
            ("接待费", 6_000_000, 2_000_000, 50.0),
        ),
        ("培训费（含师资费2万元）6万元，比上年增加2万元，增长50%。", ("培训费", 6_000_000, 2_000_000, 50.0)),
    ],
)
def test_what_a_bracket_holds_is_not_what_has_changed(
    text: str, expected: tuple[Any, ...], tmp_path: Path
) -> None:
    assert said(changes(text, tmp_path)[-1]) == expected


def test_what_was_spent_has_the_name_of_the_budget_before_it(tmp_path: Path) -> None:
    rows = changes(
        "培训费预算数为32.5万元，决算支出数为30.4万元，较2030年决算数28.4万元增加2万元，增长7.04%。", tmp_path
    )
    assert [said(row) for row in rows] == [("培训费决算支出", 30_400_000, 2_000_000, 7.04)]
    text = "一、“三公”经费决算情况说明\n\n公务接待费预算数为32.5万元，决算支出数为30.4万元，较2030年决算数28.4万元增加2万元，增长7.04%。"
    assert [row["name"] for row in changes(text, tmp_path)] == ["公务接待费决算支出"]
    listed = "一、“三公”经费决算情况说明\n\n（一）因公出国（境）费。2031年度支出决算0万元。\n\n（二）公务接待费支出情况\n\n2031年支出7万元，比上年减少2万元，下降22.22%。主要是压减开支。"
    assert [row["name"] for row in changes(listed, tmp_path)] == ["公务接待费"]


@pytest.mark.parametrize(
    "base",
    [
        "较年初预算数",
        "比全年预算",
        "较调整后预算数",
        "与年初预算相比，",
        "同全年预算数相比，",
        "与调整预算对比，",
    ],
)
def test_a_sentence_that_measures_against_a_budget_is_no_change_on_last_year(
    base: str, tmp_path: Path
) -> None:
    text = f"差旅费84.5万元，较上年决算数增加14.5万元，增长20.71%。主要原因是出差增加。{base}减少26.5万元，下降23.87%。"
    assert [said(row) for row in changes(text, tmp_path)] == [("差旅费", 84_500_000, 14_500_000, 20.71)]
    two = f"差旅费84.5万元，较上年增加14.5万元，增长20.71%，主要原因是出差增加；{base}减少26.5万元，下降23.87%。"
    assert [row["reason"] for row in changes(two, tmp_path)] == ["出差增加"]


@pytest.mark.parametrize(
    "said_before", ["增减相抵后，", "本年度", "按与上年统计口径一致相比，今年", "剔除不可比因素后，"]
)
def test_what_names_no_sum_is_no_name_of_a_change(said_before: str, tmp_path: Path) -> None:
    text = f"{said_before}比上年减少8.4万元，下降4.2%，主要原因是编制减少。"
    assert changes(text, tmp_path) == []


@pytest.mark.parametrize("nought", ["为0", "0", "是0.00", "为 0"])
def test_nothing_needs_no_unit_and_is_no_part_of_a_name(nought: str, tmp_path: Path) -> None:
    assert [said(row) for row in changes(f"公务用车购置费{nought}，与上年持平。", tmp_path)] == [
        ("公务用车购置费", None, 0, None)
    ]


@pytest.mark.parametrize("cause", ["增加原因，一是", "减少原因：一是", "增减变化原因是一是"])
def test_a_cause_is_told_without_a_verb_too(cause: str, tmp_path: Path) -> None:
    text = f"差旅费12万元，与上年相比增加3万元，增长33.33%。{cause}下乡次数增加。"
    assert [row["reason"] for row in changes(text, tmp_path)] == ["一是下乡次数增加"]


def test_what_was_arranged_of_an_item_is_of_the_item_and_of_its_own_year(tmp_path: Path) -> None:
    text = (
        "3.“农林水支出（类）水利（款）河湖新事（项）”200.00万元，主要用于河湖新事。2030年当年预算执行数为200.00万元，"
        "2031年预算安排200.00万元，与2030年预算执行数持平。主要原因是：河湖新事经费不变。"
    )
    whole = TABLE + HEAD + text + "\n\n三、其他说明\n\n没有其他事项。\n"
    [row] = compile_text(whole, tmp_path)["budget_changes"]
    assert (row["code"], row["name"], row["year"]) == ("2130377", "河湖新事", 2031)
    assert (row["amount"], row["change"], row["reason"]) == (200_000_000, 0, "河湖新事经费不变")


@pytest.mark.parametrize(
    ("heading", "item", "code"),
    [
        ("（一）农林水支出（类）", "水利（款）河湖新事（项）支出", "2130377"),
        ("（一）农林水（类）", "水利（款）河湖新事（项）", "2130377"),
        ("（一）农林水支出（类）", "河湖新事（项）支出", "2130377"),
        ("（一）农林水支出（类）", "水利（款）水资源节约管理与保护（项）", "2130311"),
        ("（一）教育支出（类）", "水利（款）河湖新事（项）", None),
        ("（一）农林水支出（类）", "林业（款）河湖新事（项）", None),
    ],
)
def test_an_item_below_the_heading_of_its_class_has_its_code(
    heading: str, item: str, code: str | None, tmp_path: Path
) -> None:
    text = f"{heading}\n\n1．{item}200万元，与上年相比增加50万元，增长33.33%。"
    whole = TABLE + HEAD + text + "\n\n三、其他说明\n\n没有其他事项。\n"
    [row] = compile_text(whole, tmp_path)["budget_changes"]
    assert (row["code"], row["amount"]) == (code, 200_000_000)


def test_a_list_of_changes_is_none_of_what_it_lists_together(tmp_path: Path) -> None:
    text = "收入、支出总计分别为52.5万元、44.3万元，与上年相比，各减少2.8万元、5.9万元，各下降5.06%、11.75%。"
    assert changes(text, tmp_path) == []


def test_a_statement_that_begins_with_another_year_is_of_that_year(tmp_path: Path) -> None:
    text = "2030年会议费3.5万元，比2029年增加0.5万元，增长16.67%。2031年会议费4.5万元，比上年增加1万元，增长28.57%。"
    assert [(row["year"], row["amount"]) for row in changes(text, tmp_path)] == [
        (2030, 3_500_000),
        (2031, 4_500_000),
    ]


def test_what_compares_both_sides_is_named_without_each(tmp_path: Path) -> None:
    text = "差旅费1万元，比上年减少1万元，下降50%。收、支总计59.7万元。与上年相比，收、支总计各增加5.4万元，增长9.94%。"
    assert [said(row) for row in changes(text, tmp_path)][1:] == [("收、支总计", 59_700_000, 5_400_000, 9.94)]


@pytest.mark.parametrize("alike", ["同口径", "按同口径", "按可比口径"])
def test_that_a_change_is_on_the_same_terms_is_no_part_of_a_name(alike: str, tmp_path: Path) -> None:
    text = f"会议费{alike}比2030年减少38万元，{alike}比2030年下降7.4%。"
    assert [said(row) for row in changes(text, tmp_path)] == [("会议费", None, -38_000_000, -7.4)]


def test_what_another_year_spent_is_no_amount_of_this_one(tmp_path: Path) -> None:
    text = (
        "2030年度接待经费合计支出20.12万元，其中：公务接待12.39万元。\n\n"
        "2031年度接待经费预算增加，其中公务接待较上年同期减少0.58万元，下降4.68%。"
    )
    assert [said(row) for row in changes(text, tmp_path)] == [("公务接待", None, -580_000, -4.68)]


@pytest.mark.parametrize(
    "planned",
    [
        "完成预算12.50万元的80%",
        "完成年初预算12.50万元的80.00%",
        "年初预算12.50万元",
        "预算数为12.50万元",
        "全年预算12.50万元，完成预算的80%",
    ],
)
@pytest.mark.parametrize("spent", ["会议费支出", "会议费支出决算为", "会议费决算数"])
def test_what_was_set_for_what_was_just_told_is_not_what_changed(
    spent: str, planned: str, tmp_path: Path
) -> None:
    """The change is of what was spent; measured by the budget beside it its rate would not hold."""
    (row,) = changes(f"{spent}10.00万元，{planned}，比上年减少2.50万元，下降20.00%。", tmp_path)
    assert (row["amount"], row["change"], row["previous_amount"]) == (10_000_000, -2_500_000, 12_500_000)
    assert row["name"].startswith("会议费")
    assert "完成" not in row["name"]


def test_a_budget_alone_is_what_changed(tmp_path: Path) -> None:
    text = "会议费预算12.50万元，比上年增加2.50万元，增长25.00%。"
    assert [said(row) for row in changes(text, tmp_path)] == [("会议费", 12_500_000, 2_500_000, 25.0)]


@pytest.mark.parametrize("between", ["", "完成预算数的87.5%，", "下降12.5%，"])
def test_what_changed_against_the_budget_is_not_what_changed_against_last_year(
    between: str, tmp_path: Path
) -> None:
    text = f"公务接待费支出决算为21万元，较年初预算数24万元减少3万元，{between}比上年减少2万元，下降8.7%。"
    found = [(row["name"], row["printed"], row["change_printed"]) for row in changes(text, tmp_path)]
    assert found[-1] == ("公务接待费支出决算", "21", "2")


def test_how_much_of_a_budget_was_spent_names_no_change(tmp_path: Path) -> None:
    text = (
        "一般公共预算“三公”经费支出决算汇总数为1021.35万元，较年初预算数1124.18万元减少102.83万元，"
        "完成预算数的90.85%，较上年减少22.14万元，下降2.12%。"
    )
    found = compile_text(f"云溪县2033年“三公”经费情况\n\n{text}\n", tmp_path / "text")
    names = [row["name"] for row in found["budget_changes"]]
    told = [row["subject"] for row in found["observations"] if row["printed"] == "22.14"]
    assert names == [] and told == ["一般公共预算“三公”经费支出决算汇总数较上年减少"]


def test_what_an_office_has_is_named_without_the_office(tmp_path: Path) -> None:
    text = "云溪县水利局2033年部门预算\n\n2033年，云溪县水利局的机关运行经费预算为 48 万元，较2032年预算增加 16 万元，增长 50%。\n"
    found = compile_text(text, tmp_path / "text")["budget_changes"]
    assert [row["name"] for row in found] == ["机关运行经费"]


def test_an_outcome_behind_one_against_the_budget_is_still_of_what_was_budgeted(tmp_path: Path) -> None:
    text = (
        "“三公”经费财政拨款支出预算为9万元，支出决算为7万元，完成预算的77.8%。决算数较预算数减少2万元，主要原因是节约。"
        "决算数较上年减少3万元，主要原因是来访减少。"
    )
    (row,) = changes(text, tmp_path)
    assert (row["name"], row["printed"], row["change_printed"]) == ("“三公”经费财政拨款决算数", "7", "3")
