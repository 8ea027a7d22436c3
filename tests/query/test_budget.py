"""Drill-down: the parts of a code, cross-sections, changes on last year, and refusals that say what there is."""

from __future__ import annotations

import pytest

from hrss_tui.errors import NothingFoundError, UsageError
from hrss_tui.pack.read import Pack
from hrss_tui.query.budget import BudgetRow, Drill, Question, budget, drill, lines_of, named, open_ledger
from hrss_tui.query.ledger import beside
from hrss_tui.records import Record
from tests.goldens import fen, read_tsv
from tests.query.handmade import WAN, change, line, pack_of


def golden(table: str, measure: str, level: str, parent: str = "") -> dict[str, tuple[int, int]]:
    """Code → (amount, source line) of a level of a table, as a person read it off the source."""
    return {
        row["code"]: (fen(row["printed"]), int(row["line"]))
        for row in read_tsv(table)
        if row["level"] == level and row["measure"] == measure and row["code"].startswith(parent)
    }


def found(drill: Drill) -> dict[str, tuple[int, int]]:
    return {row.code or "": (row.amount, row.line_start) for row in drill.rows}


def test_children_of_a_group_are_its_items_with_restored_codes(pack: Pack) -> None:
    answer = budget(pack, Question(code="20801"))
    assert found(answer) == golden("budget_t03", "total", "3", "20801")
    assert answer.opened.code == "20801"
    assert "20801" not in found(answer)
    assert {row.parent_code for row in answer.rows} == {"20801"}


def test_the_whole_consists_of_its_classes_and_adds_up(pack: Pack) -> None:
    answer = budget(pack, Question())
    assert found(answer) == golden("budget_t03", "total", "1")
    assert answer.opened.amount == golden("budget_t03", "total", "0")[""][0]
    assert sum(row.share or 0 for row in answer.rows) == pytest.approx(100, abs=0.01)


def test_two_levels_in_tree_order(pack: Pack) -> None:
    rows = budget(pack, Question(code="208", depth=2)).rows
    assert [row.depth for row in rows[:2]] == [1, 2]
    groups = {row.code: row for row in rows if row.depth == 1}
    for row in rows:
        if row.depth == 2:
            assert row.share == pytest.approx(row.amount * 100 / groups[row.parent_code].amount, abs=1e-4)


def test_an_item_has_no_parts_and_says_so(pack: Pack) -> None:
    assert budget(pack, Question(code="２０８ ０１　９９")).opened.code == "2080199"
    answer = budget(pack, Question(code="2080199"))
    assert answer.rows == ()
    assert not answer.opened.has_children
    assert (answer.opened.amount, answer.opened.line_start) == golden("budget_t03", "total", "3")["2080199"]


def test_a_measure_only_the_income_table_has_is_taken_from_there(pack: Pack) -> None:
    answer = budget(pack, Question(code="208", measure="fiscal_subtotal"))
    assert answer.table_kind == "income"
    assert found(answer) == golden("budget_t02", "fiscal_subtotal", "2", "208")


def test_units_and_projects_come_from_the_project_table(pack: Pack) -> None:
    answer = budget(pack, Question(by=("unit", "project"), depth=2))
    units = [row for row in read_tsv("budget_t07") if row["level"] == "0" and row["unit_name"]]
    totals = {row["unit_name"]: fen(row["printed"]) for row in units if row["measure"] == "total"}
    assert {row.unit_name: row.amount for row in answer.rows if row.depth == 1} == totals
    for unit, total in totals.items():
        assert sum(row.amount for row in answer.rows if row.depth == 2 and row.unit_name == unit) == total


def test_an_amount_no_row_prints_is_the_sum_of_what_is_printed(pack: Pack) -> None:
    answer = budget(pack, Question(code="20801", by=("item",), table="7"))
    row = next(row for row in answer.rows if row.code == "2080104")
    printed = [
        fen(entry["printed"])
        for entry in read_tsv("budget_t07")
        if entry["code"] == "2080104" and entry["measure"] == "total"
    ]
    assert len(printed) == 2
    assert row.amount == sum(printed)
    assert (row.line_id, row.printed, len(row.line_ids)) == (None, None, 2)


def test_economic_classes_of_a_project(pack: Pack) -> None:
    answer = budget(pack, Question(code="2080199", by=("project", "economic"), depth=2))
    wanted = {
        (entry["project"], entry["measure"][-3:]): fen(entry["printed"])
        for entry in read_tsv("budget_t07")
        if entry["code"] == "2080199" and entry["measure"].startswith("economic_")
    }
    assert {(row.project, row.code): row.amount for row in answer.rows if row.depth == 2} == wanted


def test_economic_codes_open_the_table_of_basic_spending(pack: Pack) -> None:
    assert found(budget(pack, Question(code="301"))) == golden("budget_t06", "total", "2", "301")
    assert found(budget(pack, Question(by=("economic",), table="6"))) == golden("budget_t06", "total", "1")


def test_rows_without_codes_drill_by_their_names(pack: Pack) -> None:
    answer = budget(pack, Question(table="1", classification="income", depth=3))
    wanted = [
        (row["name"], fen(row["printed"]))
        for row in read_tsv("budget_t01")
        if row["classification"] == "income" and row["level"] != "0"
    ]
    assert [(row.name, row.amount) for row in answer.rows] == wanted


def test_a_table_of_units_drills_by_unit_without_being_told(pack: Pack) -> None:
    answer = budget(pack, Question(table="11", depth=2))
    assert answer.by == ("unit", "project")
    wanted = [
        fen(row["printed"])
        for row in read_tsv("budget_t11")
        if row["level"] in "12" and row["measure"] == "total"
    ]
    assert [row.amount for row in answer.rows] == wanted


def test_a_code_may_be_written_with_gaps_or_as_its_name(pack: Pack) -> None:
    wanted = budget(pack, Question(code="20801"))
    assert budget(pack, Question(code="208 01")) == wanted
    assert budget(pack, Question(code="人力资源和社会保障管理事务")) == wanted


def project_lines() -> list[Record]:
    """Two projects of two units, one of which a table without codes has too, in other money."""
    of = {"table_kind": "general_public_projects", "table_no": 7}
    other = {"table_kind": "outsourcing", "table_no": 11, "classification": "outsourcing"}
    return [
        line(None, 100, **of),
        line("2130101", 40, unit_name="甲站", project="水利补助", **of),
        line("2130102", 20, unit_name="甲站", project="水利补助", **of),
        line("2130101", 30, unit_name="乙站", project="水利补助", **of),
        line("2130101", 10, unit_name="乙站", project="水利普查", **of),
        line(None, 900, name="总计", **other),
        line(None, 7, level=2, name="水利补助", unit_name="甲站", project="水利补助", **other),
    ]


def test_the_name_of_a_project_or_a_unit_opens_it_and_no_table_that_prints_it() -> None:
    ledger = open_ledger(pack_of(*project_lines()))
    answer = drill(ledger, Question(code="水利补助"))
    assert (answer.opened.name, answer.opened.amount) == ("水利补助", 90 * WAN)
    assert [(row.name, row.amount) for row in answer.rows] == [("甲站", 60 * WAN), ("乙站", 30 * WAN)]
    answer = drill(ledger, Question(code="水利普查"))
    assert [(row.code, row.amount) for row in answer.rows] == [("2130101", 10 * WAN)]
    answer = drill(ledger, Question(code="水利补助", table="11"))
    assert answer.opened.amount == 7 * WAN
    answer = drill(ledger, Question(code="乙站"))
    assert [(row.name, row.amount) for row in answer.rows] == [("水利补助", 30 * WAN), ("水利普查", 10 * WAN)]


def test_words_that_no_code_has_find_the_projects_that_have_them() -> None:
    ledger = open_ledger(pack_of(*project_lines()))
    assert [(row.name, row.amount) for row in named(ledger, Question(code="水利"))] == [
        ("水利补助", 90 * WAN),
        ("水利普查", 10 * WAN),
    ]
    assert named(ledger, Question(code="213")) == []


def test_all_amounts_of_a_code_over_all_tables(pack: Pack) -> None:
    lines = lines_of(open_ledger(pack), "budget-2026", "2080199")
    assert {line.table_no for line in lines} == {2, 3, 5}
    assert all(line.unit_name is None for line in lines)


@pytest.mark.parametrize(
    ("question", "error", "words"),
    [
        (Question(code="999"), NothingFoundError, "999"),
        (Question(year=1999), NothingFoundError, "2026"),
        (Question(table="8"), NothingFoundError, "空表"),
        (Question(table="44"), UsageError, "表"),
        (Question(by=("colour",)), UsageError, "economic"),
        (Question(measure="nonsense"), UsageError, "fiscal_subtotal"),
        (Question(by=("unit",), table="3"), UsageError, "7"),
        (Question(by=("unit",), measure="basic"), UsageError, "unit"),
        (Question(doc_id="budget-1999"), UsageError, "budget-2026"),
    ],
)
def test_what_cannot_be_answered_says_what_can(
    pack: Pack, question: Question, error: type[Exception], words: str
) -> None:
    with pytest.raises(error, match=words):
        budget(pack, question)


def test_a_package_without_budgets_says_so() -> None:
    with pytest.raises(NothingFoundError):
        budget(pack_of(), Question())


def rows(*records: Record, question: Question) -> tuple[BudgetRow, ...]:
    return budget(pack_of(*records), question).rows


def test_the_newest_year_is_opened_and_an_older_one_on_request() -> None:
    new = [line(None, 3), line("208", 3)]
    old = [line(None, 5, year=2029, doc_id="budget-2029"), line("208", 5, year=2029, doc_id="budget-2029")]
    assert [row.amount for row in rows(*new, *old, question=Question())] == [3 * WAN]
    assert [row.amount for row in rows(*new, *old, question=Question(year=2029))] == [5 * WAN]


def test_two_budgets_of_one_year_are_not_added_up() -> None:
    two = pack_of(line("208", 3), line("208", 5, doc_id="budget-2030-b"))
    with pytest.raises(UsageError, match="budget-2030-b"):
        budget(two, Question())
    assert budget(two, Question(doc_id="budget-2030-b")).rows[0].amount == 5 * WAN


def test_a_stated_change_joins_its_code() -> None:
    (row,) = rows(line("208", 30), line("20801", 30), change("20801", 30, 3), question=Question(code="208"))
    assert (row.change, row.previous_amount, row.percent, row.reclassified) == (
        3 * WAN,
        27 * WAN,
        10.0,
        False,
    )
    assert row.stated_amount == row.amount


def test_every_explained_change_is_shown_on_its_code(pack: Pack) -> None:
    rows = budget(pack, Question(by=("item",), table="5")).rows
    wanted = {
        row["code"]: (fen(row["change"]), row["reclassified"] == "true")
        for row in read_tsv("changes")
        if row["code"] and fen(row["printed"])
    }
    assert {row.code: (row.change, row.reclassified) for row in rows if row.change is not None} == wanted


def test_the_change_of_a_whole_column_is_found_by_its_name(pack: Pack) -> None:
    opened = budget(pack, Question(measure="basic", depth=0)).opened
    wanted = next(row for row in read_tsv("changes") if row["name"] == "基本支出")
    assert (opened.amount, opened.change) == (fen(wanted["printed"]), fen(wanted["change"]))


def test_a_change_of_the_public_budget_shows_of_which_amount_it_speaks() -> None:
    (row,) = rows(line("20801", 40), change("20801", 30, 3), question=Question(by=("group",)))
    assert (row.amount, row.stated_amount) == (40 * WAN, 30 * WAN)


@pytest.mark.parametrize(("public", "shown"), [(30, True), (38, False)])
def test_a_change_that_the_public_budget_contradicts_is_not_said_to_be_of_it(
    public: int, shown: bool
) -> None:
    """Its table prints 38: a statement of 30 is of no less money, it is wrong."""
    (row,) = rows(
        line("20801", 40),
        line("20801", public, table_kind="general_public", table_no=5),
        change("20801", 30, 3),
        question=Question(by=("group",)),
    )
    assert (row.change == 3 * WAN) is shown


def test_a_change_of_another_amount_is_not_shown_on_a_part() -> None:
    only_projects = {"measure": "project", "measure_label": "项目支出"}
    (row,) = rows(
        line("20801", 10, **only_projects),
        change("20801", 30, 3),
        question=Question(by=("group",), measure="project"),
    )
    assert row.change is None
    assert row.stated_amount is None


def test_a_change_is_never_shown_on_one_unit() -> None:
    seven = {"table_no": 7, "table_kind": "general_public_projects", "unit_name": "某中心"}
    (row,) = rows(line("208", 30, **seven), change("208", 30, 3), question=Question(code="208", by=("unit",)))
    assert row.change is None


def test_a_share_of_nothing_is_unknown() -> None:
    assert rows(line(None, 0), line("208", 0), question=Question())[0].share is None


def test_what_a_table_gives_beside_its_total_is_no_share_of_it() -> None:
    """As the running costs in the table of 三公: they stand under none, and may be many times the total."""
    table = {"table_no": 9, "table_kind": "three_public", "classification": "three_public"}
    total = line(None, 20, line_id="t", name="合计", **table)
    parts = [
        line(None, 5, line_id="a", name="公务接待费", level=1, parent_id="t", **table),
        line(None, 15, line_id="b", name="公务用车购置及运行费", level=1, parent_id="t", **table),
        line(None, 15, line_id="c", name="运行费", level=2, parent_id="b", **table),
    ]
    costs = line(None, 900, line_id="d", name="机关运行经费预算数", level=1, parent_id=None, **table)
    question = Question(table="three_public", depth=9)
    shares = {row.name: row.share for row in budget(pack_of(total, *parts, costs), question).rows}
    assert shares == {
        "公务接待费": 25.0,
        "公务用车购置及运行费": 75.0,
        "运行费": 100.0,
        "机关运行经费预算数": None,
    }
    assert beside(total, [total, *parts, costs]) == {"d"}
    assert beside(total, [total, costs]) == frozenset()
    assert beside(None, [costs]) == frozenset()


@pytest.mark.parametrize("name", ["2080101号工程", "第208项目", "2080101 改造 2 期", "20801楼"])
def test_digits_in_a_name_are_no_code(name: str) -> None:
    pack = pack_of(line(None, 9), line("208", 9), line("20801", 9), line("2080101", 9))
    with pytest.raises(NothingFoundError):
        budget(pack, Question(code=name))


@pytest.mark.parametrize(
    "code", ["20801", "208.01", "208 01", "208-01", "208/01", "20801款", "20801 科目20801", " 20801 "]
)
def test_a_code_may_be_parted_and_stand_with_its_name(code: str) -> None:
    pack = pack_of(line(None, 9), line("208", 9), line("20801", 9), line("2080101", 9))
    assert budget(pack, Question(code=code)).opened.code == "20801"


def test_a_part_without_a_code_stands_below_the_class_it_is_a_part_of() -> None:
    whole = line(None, 900, name="支出总计", classification="functional")
    head = line("211", 500, name="五、节能环保支出", classification="functional", parent_id=whole.line_id)
    other = line("213", 400, name="六、农林水支出", classification="functional", parent_id=whole.line_id)
    part = line(None, 60, name="其中：污染防治", classification="functional", level=2, parent_id=head.line_id)
    ledger = open_ledger(pack_of(whole, head, part, other))
    rows = drill(ledger, Question()).rows
    assert [(row.code, row.amount, round(row.share or 0, 2)) for row in rows] == [
        ("211", 500 * WAN, 55.56),
        ("213", 400 * WAN, 44.44),
    ]
    (below,) = drill(ledger, Question(code="211")).rows
    assert (below.name, below.amount, below.parent_code, below.share) == (
        "其中：污染防治",
        60 * WAN,
        "211",
        12,
    )
