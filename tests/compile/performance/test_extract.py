"""Performance tables of a made-up department: whole, and damaged in every way that typesetting damages them."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hrss_tui.compile.basics.facts import Source
from hrss_tui.compile.performance.extract import goal_texts
from hrss_tui.compile.performance.targets import _previous
from hrss_tui.compile.performance.values import Target
from tests.made_performance import FIELDS, HEADER, ROWS, WHOLE, form, read

Tables = dict[str, list[dict[str, Any]]]


def rows_with(number: int, *lines: str) -> list[str]:
    """The rows with one of them printed otherwise."""
    return [*ROWS[:number], *lines, *ROWS[number + 1 :]]


def test_a_whole_table_is_read_as_printed() -> None:
    made = read(form())
    (table,) = made.tables
    assert (table.project, table.unit_name, table.year) == ("某专项", "某省某中心", 2033)
    assert (table.amount, table.fiscal, table.other) == (1_234_500_000, 1_000_000_000, 234_500_000)
    assert table.goal == "2033 年完成培训 46 次。"
    assert made.corrections == []
    assert made.unread == []
    first, second, *_rest, text, _last = made.targets
    assert (first.level1, first.level2, first.indicator) == ("产出指标", "数量指标", "培训次数")
    assert (first.operator, first.value, first.unit, first.previous) == (">=", "46", "次", "41 次")
    assert (first.weight, first.scoring, first.evidence) == (15, "按照完成比例赋分", "工作资料")
    assert (second.value, second.unit, second.previous, second.level2) == ("3200", "册", "-", "数量指标")
    assert (text.operator, text.value, text.unit) == ("text", "有效提升", None)
    assert sum(row.weight or 0 for row in made.targets) == 90


@pytest.mark.parametrize(
    ("number", "lines"),
    [
        (0, [ROWS[0].replace("46 次", "4 6 次")]),
        (0, [ROWS[0].replace(">=46 次", "> = 46 次")]),
        (0, [ROWS[0].replace(">=46 次", "$\\geq 46$ 次")]),
        (0, [ROWS[0].replace(">=46 次", "≥46 次")]),
        (2, [ROWS[2].replace(">=93.5%", "$>=93.5\\%$")]),
        (2, [ROWS[2].replace("93.5", "93 .5")]),
        (2, [ROWS[2].replace("\t质量指标\t", "质量指标\t\t")]),
        (2, [ROWS[2].replace("\t质量指标\t", "质量指标\t质量指标\t")]),
        (1, [ROWS[1].replace("赋分\t工作", "赋分 工作")]),
        (1, [ROWS[1].replace("赋分\t工作", "赋分工作")]),
        (1, [ROWS[1].replace("计划标准\t-\t", "计划标准 -\t")]),
        (1, [ROWS[1].replace("\t15\t按照", "\t15 按照")]),
        (1, [ROWS[1].removeprefix("\t\t").replace("数量\t", "数量\t\t") + "\t"]),
        (1, [ROWS[1].removeprefix("\t\t") + "\t\t"]),
        (1, [ROWS[1].removeprefix("\t") + "\t"]),
        (1, [ROWS[1].replace("按照完成比例赋分", "按照完成\t比例赋分")]),
        (0, [ROWS[0].removeprefix("产出指标\t") + "\t"]),
        (3, ["成本指标\t经济成本指标\t人均\t<=\t预算支出标准\t-\t20\t按照完成比例赋分\t原始凭证", "",
             "\t\t培训费\t480 元/人\t\t\t\t\t"]),
        (3, ["成本指标\t经济成本指标\t人均培训费\t<=480\t预算支出标准\t-\t20\t按照完成比例赋分\t原始凭证", "",
             "\t\t\t元/人\t\t\t分\t"]),
        (3, ["成本指标\t经济成本指标\t人均培训\t<=480 元/\t\t\t\t\t", "",
             "\t\t费\t人\t预算支出标准\t-\t20\t按照完成比例赋分\t原始凭证"]),
        (3, ["成本指标\t经济成本指标\t人均培训费\t<=480 元/人\t预算支出标\t-\t20\t按照完成比例\t原始凭证", "",
             "\t\t\t\t准\t\t\t赋分\t"]),
        (3, ["成本指标\t经济成本\t人均培训费\t<=480 元/人\t预算支出标准\t-\t20\t按照完成比例赋分\t原始凭证", "",
             "\t指标\t\t\t\t\t\t\t"]),
    ],
    ids=[
        "gap-in-number", "gap-in-sign", "tex-sign", "one-character-sign", "tex", "gap-before-point",
        "level-misplaced", "level-twice", "tab-missing", "no-space-either", "basis-and-previous", "weight-and-rule",
        "left-but-blank", "left-by-two", "left-by-one", "tab-too-many", "level1-lost", "cut-name-and-value",
        "cut-unit-short-row", "cut-head-above", "cut-words", "cut-level",
    ],
)  # fmt: skip
def test_a_damaged_row_is_read_as_the_whole_one(number: int, lines: list[str]) -> None:
    assert read(form(rows_with(number, *lines))).facts() == WHOLE


@pytest.mark.parametrize(
    ("number", "lines", "printed", "reading", "reason"),
    [
        (0, [ROWS[0].replace("46 次", "4 6 次")], ">=4 6 次", ">=46次", "空格"),
        (2, [ROWS[2].replace(">=93.5%", "$>=93.5\\%$")], "$>=93.5\\%$", ">=93.5%", "TeX"),
        (2, [ROWS[2].replace("\t质量指标\t", "质量指标\t\t")], "质量指标",
         "一级指标 产出指标，二级指标 质量指标", "一级指标列"),
        (1, [ROWS[1].replace("赋分\t工作", "赋分 工作")], "按照完成比例赋分 工作资料",
         "按照完成比例赋分 | 工作资料", "制表符"),
        (3, ["成本指标\t经济成本指标\t人均\t<=480 元/人\t预算支出标准\t-\t20\t按照完成比例赋分\t原始凭证", "",
             "\t\t培训费\t\t\t\t\t\t"], "人均 | 培训费", "人均培训费", "分页"),
    ],
    ids=["gap", "tex", "level", "tab", "cut"],
)  # fmt: skip
def test_every_repair_is_on_record(
    number: int, lines: list[str], printed: str, reading: str, reason: str
) -> None:
    (found,) = read(form(rows_with(number, *lines))).corrections
    assert (found.type, found.printed, found.reading) == ("extraction", printed, reading)
    assert reason in found.reason


def test_a_shifted_row_is_on_record_once() -> None:
    made = read(form(rows_with(1, ROWS[1].removeprefix("\t\t").replace("数量\t", "数量\t\t") + "\t")))
    (found,) = made.corrections
    assert "三级指标 编印手册数量" in found.reading
    assert found.line_start == made.targets[1].line_start


def test_a_table_set_beside_its_header_throughout_is_no_damage() -> None:
    made = read(form(["\t" + row for row in ROWS], header=HEADER))
    assert made.facts() == WHOLE
    assert made.corrections == []


def test_lines_of_a_cut_row_span_both_pages() -> None:
    cut = [
        "成本指标\t经济成本指标\t人均\t<=480 元/人\t预算支出标准\t-\t20\t按照完成比例赋分\t原始凭证",
        "",
        "\t\t培训费\t\t\t\t\t\t",
    ]
    row = read(form(rows_with(3, *cut))).targets[3]
    assert (row.line_end - row.line_start, row.target_id) == (2, f"made:target:{row.line_start}")


@given(st.integers(1, len(ROWS) - 1), st.sampled_from(["blank", "header", "title", "title without header"]))
def test_a_page_may_break_between_any_rows(number: int, repeated: str) -> None:
    again = {
        "blank": [""],
        "header": ["", "\t".join(HEADER)],
        "title": ["", "项目支出绩效目标表", "", "\t".join(HEADER)],
        "title without header": ["", "项目支出绩效目标表", ""],
    }[repeated]
    made = read(form([*ROWS[:number], *again, *ROWS[number:]]))
    assert made.facts() == WHOLE
    assert len(made.tables) == 1


@given(st.integers(1, 99_999), st.integers(0, 99), st.sampled_from([">=", "<=", "="]))
def test_any_figure_is_read_whatever_breaks_it(whole: int, hundredths: int, sign: str) -> None:
    figure = f"{whole}.{hundredths:02}"
    cut = len(figure) // 2
    for printed in (f"{sign}{figure} 份", f"{sign} {figure[:cut]} {figure[cut:]}份", f"${sign}{figure}$ 份"):
        row = read(form(rows_with(0, ROWS[0].replace(">=46 次", printed)))).targets[0]
        assert (row.operator, row.value, row.unit) == (sign, figure, "份")


def test_a_blank_weight_is_no_damage() -> None:
    rows = rows_with(1, ROWS[1].replace("\t15\t", "\t\t"))
    made = read(form(rows))
    assert [row.weight for row in made.targets] == [15, None, 10, 20, 20, 10]
    assert [row.indicator for row in made.targets] == [row["indicator"] for row in WHOLE]


def test_a_row_of_totals_is_no_indicator() -> None:
    made = read(form([*ROWS, "合计\t\t\t\t\t\t90\t\t"]))
    assert made.facts() == WHOLE
    assert made.unread == []


def test_a_row_without_a_value_is_left_out_and_said() -> None:
    made = read(form([*ROWS, "满意度指标\t\t\t\t计划标准\t-\t5\t满意度赋分\t工作资料"]))
    assert made.facts() == WHOLE
    (row,) = made.unread
    assert (row.kind, row.reason, row.table_kind) == ("row", "unknown_row", "performance_targets")
    assert "计划标准" in row.printed


class TestFewerAndMoreColumns:
    def test_a_table_of_six_columns(self) -> None:
        header = ("一级指标", "二级指标", "三级指标", "指标值", "指标设定依据", "分值权重")
        fields = [
            "部门名称（盖章）\t某省某厅本级\t\t\t\t",
            "部门联系人\t孙小红\t联系电话\t7654321\t\t",
            "年度绩效目标\t做好工作。\t\t\t\t",
            "年度预算(万元)\t资金来源\t\t\t资金总额（万元）\t",
            "\t财政资金（万元）\t上级安排\t\t10.00\t",
            "\t\t本级安排\t\t200.50\t",
            "\t其他资金（万元）\t其他\t\t3.00\t",
            "\t合计：\t\t\t213.50\t",
        ]
        rows = [
            "履职效能\t数量指标\t服务人数\t>=7 万人\t《某省规划》某发〔2031〕8 号\t50",
            "\t质量指标\t办结率\t>=91%\t《某省规划》某发〔2031〕8 号\t40",
        ]
        made = read(form(rows, fields, header, "部门整体绩效目标表"))
        (table,) = made.tables
        assert (table.project, table.unit_name) == (None, "某省某厅本级")
        assert (table.amount, table.fiscal_superior, table.fiscal_own) == (
            213_500_000,
            10_000_000,
            200_500_000,
        )
        assert (table.other, table.fiscal) == (3_000_000, None)
        assert [(row.level1, row.level2, row.weight) for row in made.targets] == [
            ("履职效能", "数量指标", 50),
            ("履职效能", "质量指标", 40),
        ]
        numbers = [claim for claim in made.harvest.claims if claim.by == "document_number"]
        assert len(numbers) == 2 and not any(claim.fact for claim in numbers)

    def test_sign_and_unit_in_columns_of_their_own(self) -> None:
        header = ("一级指标", "二级指标", "三级指标", "指标性质", "指标值", "计量单位", "权重")
        rows = [
            "产出指标\t数量指标\t培训次数\t≥\t46\t次\t50",
            "\t质量指标\t工作水平\t定性\t优良\t\t40",
        ]
        found = read(form(rows, header=header)).targets
        assert [(row.operator, row.value, row.unit) for row in found] == [
            (">=", "46", "次"),
            ("text", "优良", None),
        ]

    def test_blank_cells_between_labels_and_values_do_not_matter(self) -> None:
        narrow = [re.sub(r"^([^\t]+)\t\t", r"\1\t", field) for field in FIELDS]
        assert read(form(fields=narrow)).tables == read(form()).tables


CELLS = st.sampled_from(
    [
        "",
        "",
        "产出指标",
        "数量指标",
        "培训",
        "次数",
        ">=",
        ">=4 6 次",
        "5.6.7万元",
        "计划标准",
        "-",
        "10",
        "赋分",
        "按照完成比例赋分 资料",
    ]
)


@given(st.lists(st.lists(CELLS, min_size=2, max_size=12).map("\t".join) | st.just(""), max_size=8))
def test_whatever_the_cells_a_row_stands_where_it_says(rows: list[str]) -> None:
    made = read(form(rows))
    lines = made.source.parsed.file.lines
    assert len({row.target_id for row in made.targets}) == len(made.targets)
    for row in made.targets:
        printed = "".join(lines[row.line_start - 1 : row.line_end])
        assert all(char in printed for char in row.printed + row.indicator)


def test_rows_of_absurd_size_are_read_by_position_and_quickly() -> None:
    wide = "\t".join([*ROWS[0].split("\t"), *["多余 的 格"] * 3000])
    long = ROWS[1].replace("编印手册数量", "编印 手册 " * 3000 + "数量")
    made = read(form([wide, long, *ROWS[2:]]))
    assert [row.value for row in made.targets] == [row["value"] for row in WHOLE]


def test_only_the_first_of_two_columns_with_one_header_is_read() -> None:
    header = [*HEADER[:4], "指标值", *HEADER[4:]]
    rows = ["\t".join([*cells[:4], ">=1 次", *cells[4:]]) for cells in (row.split("\t") for row in ROWS)]
    assert [row.value for row in read(form(rows, header=header)).targets] == [row["value"] for row in WHOLE]


class TestMoney:
    def test_the_unit_is_that_of_the_label(self) -> None:
        fields = [field.replace("(万元)", "（元）").replace("1,234.50", "12,345,000") for field in FIELDS]
        assert read(form(fields=fields)).tables[0].amount == 1_234_500_000

    def test_an_amount_without_any_unit_is_not_guessed(self) -> None:
        made = read(form(fields=[field.replace("(万元)", "") for field in FIELDS]))
        assert made.tables[0].amount is None
        assert [(row.reason, row.measure) for row in made.unread] == [
            ("no_unit", "amount"), ("no_unit", "fiscal"), ("no_unit", "other"),
        ]  # fmt: skip


class TestStrayPoint:
    ROW = rows_with(3, ROWS[3].replace("<=480 元/人", "<=2731.8.6万元"))

    def test_the_documents_own_amount_decides(self) -> None:
        made = read("本级安排资金 27,318.60 万元。", form(self.ROW))
        (fix,) = made.corrections
        assert (made.targets[3].value, made.targets[3].unit) == ("27318.6", "万元")
        assert "27,318.60" in fix.reason and fix.printed == "<=2731.8.6万元"

    def test_the_other_point_may_be_the_stray_one(self) -> None:
        assert read("本级安排资金 2731.86 万元。", form(self.ROW)).targets[3].value == "2731.86"

    @pytest.mark.parametrize(
        "evidence",
        ["本级安排资金 27,319.60 万元。", "共 27318.6 人。", "安排 27,318.60 万元，另有 2,731.86 万元。"],
        ids=["other-amount", "no-money", "both"],
    )
    def test_without_evidence_it_stays_a_text(self, evidence: str) -> None:
        made = read(evidence, form(self.ROW))
        assert (made.targets[3].operator, made.targets[3].value) == ("text", "<=2731.8.6万元")
        assert made.corrections == []
        (cell,) = made.unread
        assert (cell.kind, cell.name, cell.measure) == ("cell", made.targets[3].indicator, "value")
        assert "2731.8.6" in cell.printed

    def test_an_amount_of_a_table_is_evidence_too(self) -> None:
        table = "某表\n\n单位：万元\n\n项目\t金额\n某项\t27,318.60"
        assert read(table, form(self.ROW)).targets[3].value == "27318.6"


class TestMisprints:
    def rows(self, *names: str) -> list[str]:
        return [ROWS[0].replace("培训次数", name) for name in names]

    def test_a_missing_character_is_recorded_and_not_changed(self) -> None:
        made = read(form(self.rows("综合服务平台运维数量", "综合服务平台运成本")))
        (fix,) = made.corrections
        assert (fix.type, fix.printed, fix.reading) == (
            *("misprint", "综合服务平台运成本", "综合服务平台运维成本"),
        )
        assert made.targets[1].indicator == "综合服务平台运成本"

    @pytest.mark.parametrize(
        "names",
        [
            ("综合服务平台运维数量", "综合服务平台运维成本"),
            ("综合服务平台运维数量", "综合服务平台建设成本"),
            ("培训班数量", "培训数量"),
            ("综合服务平台运维数量", "综合服务平台运成本", "综合服务平台运数量"),
        ],
        ids=["same", "other-thing", "too-short", "has-a-sibling"],
    )
    def test_names_that_differ_for_a_reason_are_left_alone(self, names: tuple[str, ...]) -> None:
        assert read(form(self.rows(*names))).corrections == []


class TestClaims:
    def test_every_figure_but_those_of_the_goal_is_claimed(self) -> None:
        rows = [*ROWS, "\t\t12399 热线满意度\t>=81%\t计划标准\t=80%\t5\t满意度赋分\t工作资料"]
        made = read(form(rows, [*FIELDS, "部门联系人\t李小花\t联系电话\t7654321"]))
        goal = goal_line(made.source)
        claimed = {
            (c.span.line, column) for c in made.harvest.claims for column in range(c.span.start, c.span.end)
        }
        (table,) = made.tables
        for number in range(table.line_start - 2, table.line_end + 1):
            line = made.source.parsed.file.lines[number - 1]
            free = {m.group() for m in re.finditer(r"\d+", line) if (number, m.start()) not in claimed}
            assert free == ({"2033", "46"} if number == goal else set())

    def test_what_a_figure_is(self) -> None:
        rows = [*ROWS, "\t\t12399 热线满意度\t>=81%\t计划标准\t=80%\t5\t满意度赋分\t工作资料"]
        made = read(form(rows))
        by = {
            made.source.parsed.file.lines[c.span.line - 1][c.span.start : c.span.end]: (c.by, c.fact)
            for c in made.harvest.claims
        }
        assert by["12399"] == ("hotline", False)
        assert by["钱小明"] == ("name", False)
        assert by["2033"] == ("year", False)
        assert by[">=81%"] == (made.targets[-1].target_id, True)
        assert by["1,234.50"] == (made.tables[0].table_id, True)


def goal_line(source: Source) -> int:
    ((_table, _project, text),) = goal_texts(source)
    return text.line_start


def test_goals_are_given_with_their_place() -> None:
    made = read(form())
    ((table_id, project, text),) = goal_texts(made.source)
    assert (table_id, project) == (made.tables[0].table_id, "某专项")
    at = text.text.index("46")
    line, column = text.locate(at)
    assert made.source.parsed.file.lines[line - 1][column : column + 2] == "46"


def test_a_goal_cut_by_a_page_is_one_text() -> None:
    fields = [*FIELDS[:3], "项目总体目标\t\t2033 年完成培\t\t\t\t\t\t", "", "\t\t训 46 次。\t\t\t\t\t\t"]
    assert read(form(fields=fields)).tables[0].goal == "2033 年完成培训 46 次。"


def test_two_tables_keep_their_own_fields_and_rows() -> None:
    other = [field.replace("某专项", "另一专项").replace("某中心", "某院") for field in FIELDS]
    made = read(form(), form(ROWS[:2], other))
    assert [(t.project, t.unit_name) for t in made.tables] == [
        ("某专项", "某省某中心"),
        ("另一专项", "某省某院"),
    ]
    assert [row.project for row in made.targets] == ["某专项"] * 6 + ["另一专项"] * 2
    assert {row.table_id for row in made.targets} == {table.table_id for table in made.tables}


def test_other_tables_are_left_alone() -> None:
    made = read("收费项目目录\n\n项目\t标准\t依据\n考试费\t50 元\t某发〔2031〕8 号")
    assert made.harvest == type(made.harvest)()


def test_no_contact_and_no_telephone_is_in_a_structured_table(compiled: Any, tables: Tables) -> None:
    people = private_cells(compiled)
    assert len(people) == 12  # ten people at the head of eleven projects, a contact, a telephone
    texts = [
        str(value)
        for name, rows in tables.items()
        if name != "blocks"
        for row in rows
        for value in row.values()
    ]
    assert not [cell for cell in people if any(cell in text for text in texts)]


def private_cells(compiled: Any) -> set[str]:
    """What stands behind 部门联系人, 项目负责人 and 联系电话 in the sources."""
    lines = [line for document in compiled.documents for line in document.source.parsed.file.lines]
    labels = re.compile(r"(?:部门联系人|项目负责人|联系电话)\t+([^\t]+)")
    return {cell for line in lines for cell in labels.findall(line)}


@pytest.mark.parametrize(
    ("printed", "aim", "unit"),
    [
        ("0.92", "85", None),  # 92 of a hundred, or less than one
        ("1", "95", None),
        ("0.92%", "85", "%"),
        ("0.9", "0.8", "%"),
        ("0", "85", "%"),
        ("88.5", "85", "%"),
    ],
)
def test_a_bare_part_of_one_beside_parts_in_a_hundred_has_no_known_unit(
    printed: str, aim: str, unit: str | None
) -> None:
    found = _previous(printed, "%", Target(">=", aim, "%"))
    assert found is not None
    assert (found.value, found.unit) == (printed.rstrip("%"), unit)


def test_last_years_result_is_a_figure_beside_its_print() -> None:
    facts = {row["previous"]: (row["previous_value"], row["previous_unit"]) for row in WHOLE}
    assert all((value is None) == (unit is None) or value is not None for value, unit in facts.values())
    read_as = _previous("=39.5 万人", "万人")
    assert read_as is not None
    assert (read_as.value, read_as.unit) == ("39.5", "万人")
    plain = _previous("120", "个")
    assert plain is not None
    assert (plain.value, plain.unit) == ("120", "个")
    assert _previous("有效促进", "%") is None
    assert _previous("-", "%") is None
    assert _previous("", "%") is None


def test_names_of_levels_that_only_this_department_uses_stay_in_their_column() -> None:
    header = ("一级指标", "二级指标", "三级指标", "指标值")
    rows = [
        "管理水平\t制度建设\t修订制度数量\t≥7个",
        "\t队伍建设\t业务骨干轮训率\t≥93%",
        "\t内控管理\t差错率\t≤0%",
    ]
    made = read(form(rows=rows, header=header))
    assert [(row.level1, row.level2, row.indicator, row.value) for row in made.targets] == [
        ("管理水平", "制度建设", "修订制度数量", "7"),
        ("管理水平", "队伍建设", "业务骨干轮训率", "93"),
        ("管理水平", "内控管理", "差错率", "0"),
    ]


def test_the_sum_of_the_tasks_is_the_money_of_a_department() -> None:
    tasks = [
        "部门名称\t\t某省某中心\t\t\t",
        "年度主要任务\t任务名称\t主要内容\t预算金额（万元）\t\t",
        "\t\t\t总额\t财政拨款\t其他资金",
        "\t任务一\t办班\t41.50\t40.00\t1.50",
        "\t任务二\t检查\t8.00\t8.00\t",
    ]
    (table,) = read(form(fields=[*tasks, "\t金额合计\t\t49.50\t48.00\t1.50"])).tables
    assert (table.amount, table.fiscal, table.other) == (49_500_000, 48_000_000, 1_500_000)
    (table,) = read(form(fields=tasks)).tables
    assert (table.amount, table.fiscal, table.other) == (None, None, None)


def test_dates_of_a_project_are_no_part_of_its_name() -> None:
    fields = [
        "项目名称\t某专项\t\t项目类别\t特定目标类\t",
        "项目起始时间\t2033年1月1日\t\t项目终止时间\t2033年12月31日\t",
    ]
    assert [table.project for table in read(form(fields=[*fields, *FIELDS[2:]])).tables] == ["某专项"]


def test_money_of_the_year_with_its_sources_below_it() -> None:
    fields = [
        "项目名称\t\t某专项\t\t",
        "项目资金（万元）\t\t年度资金总额：\t\t31.00",
        "\t\t其中：财政拨款\t\t29.00",
        "\t\t其他资金\t\t2.00",
    ]
    (table,) = read(form(fields=fields)).tables
    assert (table.amount, table.fiscal, table.other) == (31_000_000, 29_000_000, 2_000_000)


def test_a_cell_may_state_a_field_and_its_amount() -> None:
    fields = [
        "部门名称\t某省某中心\t\t\t",
        "年度预算申请（万元）\t资金总额：52.40\t\t\t",
        "\t按收入性质分：\t\t按支出性质分：\t",
        "\t其中：一般公共预算：\t40.40\t其中：基本支出：\t30.00",
        "\t政府性基金拨款：\t7.00\t项目支出：\t22.40",
        "\t其他资金：\t5.00\t\t",
    ]
    made = read(form(fields=fields))
    (table,) = made.tables
    assert (table.amount, table.fiscal, table.other) == (52_400_000, 47_400_000, 5_000_000)
    assert made.unread == []
