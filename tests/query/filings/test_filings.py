"""Budgets and final accounts of several departments and years, written by hand."""

from typing import Any

import msgspec
import pytest

from hrss_tui.errors import NothingFoundError, UsageError
from hrss_tui.pack.read import Pack
from hrss_tui.pack.summary import newest
from hrss_tui.query.documents import Asked, documents
from hrss_tui.query.figures import figures
from hrss_tui.query.filings.amounts import key_of
from hrss_tui.query.filings.bodies import offices
from hrss_tui.query.filings.departments import across, amounts_of
from hrss_tui.query.filings.filings import filings, meant, of_year, one_filing, other_editions, phase_word
from hrss_tui.query.filings.years import execution, over_years, projects
from hrss_tui.query.indicators import indicators
from hrss_tui.query.outcomes import disagreements
from hrss_tui.records import BudgetLine, BudgetTable, Document, Observation, Record
from tests.query.handmade import WAN, filled, line, pack_of

Rows = dict[str | None, int]


def filing(doc_id: str, department: str, year: int, phase: str, rows: Rows, **other: Any) -> list[Record]:
    """A document with one expenditure table of these amounts in 万元."""
    document = filled(
        Document, doc_id=doc_id, title=doc_id, kind="budget", department=department, year=year, phase=phase
    )
    table = filled(
        BudgetTable, doc_id=doc_id, table_kind="expenditure", table_no=3, year=year, department=department
    )
    cells = [
        line(code, amount, doc_id=doc_id, year=year, department=department, line_start=place, **other)
        for place, (code, amount) in enumerate(rows.items(), 1)
    ]
    numbered = [
        BudgetLine(**{**{f: getattr(one, f) for f in one.__struct_fields__}, "line_id": f"{doc_id}:{place}"})
        for place, one in enumerate(cells)
    ]
    return [document, table, *numbered]


def package() -> Pack:
    return pack_of(*package_rows())


def package_rows() -> list[Record]:
    return [
        *filing("lm-2030", "临茂市水利局", 2030, "budget", {None: 100, "213": 60, "2130305": 60, "208": 40}),
        *filing("lm-2031", "临茂市水利局", 2031, "budget", {None: 130, "213": 90, "2130305": 90, "221": 40}),
        *filing("lm-2031f", "临茂市水利局", 2031, "final", {None: 117, "213": 81, "2130305": 81, "221": 36}),
        *filing("qh-2031", "青河县教育局", 2031, "budget", {None: 500, "205": 500, "213": 0}),
        *filing("qh-2030", "青河县教育局", 2030, "budget", {None: 480, "205": 480}),
    ]


def test_filings_are_in_order_of_department_year_and_phase() -> None:
    assert [one.doc_id for one in filings(package())] == [
        "lm-2030",
        "lm-2031",
        "lm-2031f",
        "qh-2030",
        "qh-2031",
    ]


def test_a_part_of_a_name_means_the_department_and_an_ambiguous_one_is_refused_with_what_exists() -> None:
    pack = package()
    known = filings(pack)
    assert meant(pack, known, "水利") == "临茂市水利局"
    assert meant(pack, known, "qh-2030") == "青河县教育局"
    with pytest.raises(UsageError) as many:
        meant(pack, known, "局")
    assert "临茂市水利局" in many.value.hint
    with pytest.raises(UsageError) as none:
        meant(pack, known, "气象")
    assert "青河县教育局" in none.value.hint


def test_departments_of_one_name_in_two_places_are_two() -> None:
    name = "人力资源和社会保障局"
    pack = pack_of(
        *placed("3402", *filing("wh-2031", name, 2031, "budget", {None: 100, "208": 100})),
        *placed("3701", *filing("jn-2031", name, 2031, "budget", {None: 300, "208": 300})),
        *placed("3701", *filing("jn-2030", name, 2030, "budget", {None: 200, "208": 200})),
        *placed("65", *filing("a-2031", "水利局", 2031, "budget", {None: 1, "208": 1})),
        *placed("6501", *filing("b-2030", "水利局", 2030, "budget", {None: 1, "208": 1})),
    )
    names = [one.department for one in filings(pack)]
    assert names == [f"{name}（济南市）", f"{name}（济南市）", f"{name}（芜湖市）", "水利局", "水利局"]
    ranked = across(pack, "208", year=2031)
    assert [(row.department, row.amount) for row in ranked.rows][:2] == [
        (f"{name}（济南市）", 300 * WAN),
        (f"{name}（芜湖市）", 100 * WAN),
    ]
    assert [one.doc_id for one in over_years(pack, "济南").filings] == ["jn-2030", "jn-2031"]
    with pytest.raises(UsageError, match="芜湖市"):
        meant(pack, filings(pack), name)


def test_departments_of_districts_of_one_name_are_two() -> None:
    name = "鼓楼区民政局"
    pack = pack_of(
        *placed("320106", *filing("nj", name, 2031, "budget", {None: 100})),
        *placed("350102", *filing("fz", name, 2031, "budget", {None: 300})),
        *placed("350102", *filing("fz-final", name, 2031, "final", {None: 200})),
    )
    known = filings(pack)
    assert {one.doc_id: one.department for one in known} == {
        "nj": "鼓楼区民政局（南京市鼓楼区）",
        "fz": "鼓楼区民政局（福州市鼓楼区）",
        "fz-final": "鼓楼区民政局（福州市鼓楼区）",
    }
    assert meant(pack, known, "南京") == "鼓楼区民政局（南京市鼓楼区）"
    with pytest.raises(UsageError, match="2 个部门"):
        meant(pack, known, "鼓楼区民政局")
    assert {one.doc_id for one in of_year(known, 2031, "budget")} == {"nj", "fz"}


def placed(place: str, *records: Record) -> list[Record]:
    """The same records, the document with a place."""
    return [
        msgspec.structs.replace(one, place=place) if isinstance(one, Document) else one for one in records
    ]


def with_running_costs(doc_id: str, year: int, whole: int, costs: int) -> list[Record]:
    """A budget with a table of 三公 that gives the running costs beside its total."""
    of = {"doc_id": doc_id, "year": year, "department": "临茂市水利局"}
    table = {"table_no": 9, "table_kind": "three_public"}
    rows = (
        ("合计", whole, 0, None),
        ("公务接待费", whole, 1, f"{doc_id}:合计"),
        ("机关运行经费", costs, 1, None),
    )
    return [
        filled(Document, title=doc_id, kind="budget", phase="budget", **of),
        filled(BudgetTable, **of, **table),
        *(
            line(
                None, amount, line_id=f"{doc_id}:{name}", name=name, level=level, parent_id=parent,
                classification="three_public", **of, **table,
            )
            for name, amount, level, parent in rows
        ),
    ]  # fmt: skip


def test_what_stands_beside_a_total_has_no_share_of_its_change() -> None:
    pack = pack_of(
        *with_running_costs("lm-2030", 2030, 20, 900), *with_running_costs("lm-2031", 2031, 30, 950)
    )
    found = over_years(pack, "水利", table="three_public")
    assert {row.name: row.share_of_change for row in found.rows} == {
        "合计": 100.0,
        "公务接待费": 100.0,
        "机关运行经费": None,
    }


def test_years_of_a_department_stand_side_by_side_with_change_and_its_share() -> None:
    found = over_years(package(), "水利")
    assert [(one.year, one.phase) for one in found.filings] == [(2030, "budget"), (2031, "budget")]
    total, *rows = found.rows
    assert (total.code, total.amounts, total.change) == (None, (100 * WAN, 130 * WAN), 30 * WAN)
    water = next(row for row in rows if row.code == "213")
    assert (water.change, water.percent, water.share_of_change) == (30 * WAN, 50.0, 100.0)
    assert water.record_ids == ("lm-2030:1", "lm-2031:1")


def test_codes_that_vanished_and_codes_that_are_new_are_marked() -> None:
    states = {row.code: row.state for row in over_years(package(), "水利").rows}
    assert states == {None: "", "208": "vanished", "213": "", "2130305": "", "221": "new"}


def test_a_row_of_the_same_name_under_another_code_is_the_same_thing_moved() -> None:
    pack = pack_of(
        *filing("a-30", "甲局", 2030, "budget", {None: 5, "2100101": 5}, name="行政运行事务"),
        *filing("a-31", "甲局", 2031, "budget", {None: 7, "2101501": 7}, name="行政运行事务"),
    )
    rows = {row.code: row for row in over_years(pack, "甲局").rows}
    assert (rows["2100101"].state, rows["2100101"].linked) == ("moved", "2101501")
    assert (rows["2101501"].state, rows["2101501"].linked) == ("moved", "2100101")


def test_a_code_that_was_called_otherwise_is_marked_with_its_former_name() -> None:
    pack = pack_of(
        *filing("a-30", "甲局", 2030, "budget", {None: 5, "21301": 5}, name="农业"),
        *filing("a-31", "甲局", 2031, "budget", {None: 7, "21301": 7}, name="农业农村"),
    )
    total, row = over_years(pack, "甲局").rows
    assert (total.state, total.linked) == ("", None)
    assert (row.name, row.change, row.state, row.linked) == ("农业农村", 2 * WAN, "renamed", "农业")


def listing(doc_id: str, year: int, *listed: tuple[str, str, int]) -> list[Record]:
    """A filing with a table of projects: code, project and 万元 of each, under their total."""
    whole = sum(amount for *_, amount in listed)
    fields: dict[str, Any] = {
        "doc_id": doc_id, "year": year, "department": "甲局", "table_kind": "general_public_projects", "table_no": 7,
    }  # fmt: skip
    rows = [line(None, whole, line_id=f"{doc_id}:7:0", **fields)] + [
        line(code, amount, line_id=f"{doc_id}:7:{at}", project=project, unit_name="甲局本级", **fields)
        for at, (code, project, amount) in enumerate(listed, 1)
    ]
    return [*filing(doc_id, "甲局", year, "budget", {None: whole}), *rows]


def test_projects_over_years_new_vanished_and_paid_from_another_code() -> None:
    pack = pack_of(
        *listing(
            "a-30",
            2030,
            ("2130305", "2030年灌区改造", 40),
            ("2130314", "防汛", 9),
            ("2130306", "水文站网", 3),
        ),
        *listing(
            "a-31",
            2031,
            ("2130305", "2031 年灌区改造", 55),
            ("2130316", "防汛", 8),
            ("2130335", "农村供水", 6),
        ),
    )
    found = projects(pack, "甲局")
    assert found.basis.table == "general_public_projects"
    assert [
        (row.name, row.code, row.unit_name, row.change, row.state, row.linked) for row in found.rows[1:]
    ] == [
        ("2031 年灌区改造", "2130305", "甲局本级", 15 * WAN, "", None),
        ("防汛", "2130316", "甲局本级", None, "moved", "2130314"),
        ("农村供水", "2130335", "甲局本级", None, "new", None),
        ("防汛", "2130314", "甲局本级", None, "moved", "2130316"),
        ("水文站网", "2130306", "甲局本级", None, "vanished", None),
    ]
    assert found.rows[1].record_ids == ("a-30:7:1", "a-31:7:1")
    assert (found.rows[0].name, found.rows[0].amounts) == ("总计", (52 * WAN, 69 * WAN))


def test_two_rows_of_one_project_under_one_code_are_compared_with_neither() -> None:
    pack = pack_of(
        *listing("a-30", 2030, ("2130305", "灌区改造", 40), ("2130305", "灌区改造", 5)),
        *listing("a-31", 2031, ("2130305", "灌区改造", 55)),
    )
    rows = [(row.amounts, row.state) for row in projects(pack, "甲局").rows[1:]]
    assert rows == [
        ((None, 55 * WAN), "new"),
        ((40 * WAN, None), "vanished"),
        ((5 * WAN, None), "vanished"),
    ]


def dated(doc_id: str, year: int, *names: str) -> list[Record]:
    fields: dict[str, Any] = {
        "doc_id": doc_id, "year": year, "department": "甲局", "table_kind": "three_public", "table_no": 6, "level": 1,
        "classification": "three_public",
    }  # fmt: skip
    rows = [
        line(None, 10 + at, **{**fields, "name": name, "line_id": f"{doc_id}:6:{at}"})
        for at, name in enumerate(names)
    ]
    return [*filing(doc_id, "甲局", year, "budget", {None: 90}), *rows]


def test_the_rows_without_a_code_that_units_print_are_no_rows_of_the_department() -> None:
    """小计 of a station is no row of the whole; 结转下年 of all of them is one."""
    rows = [
        line(None, 9, name="结转下年", level=1, line_id="x:1"),
        line(None, 4, name="小计", level=1, unit_name="甲站", line_id="x:2"),
        line(None, 5, name="甲站维修", level=1, unit_name="甲站", classification="projects", line_id="x:3"),
    ]
    assert [key_of(row) for row in rows] == ["结转下年", None, "甲站 甲站维修"]


def test_names_that_differ_by_their_year_are_one_thing_unless_a_filing_prints_both() -> None:
    one = pack_of(
        *dated("a-30", 2030, "2030年机关运行经费预算数"), *dated("a-31", 2031, "机关运行经费预算数")
    )
    (row,) = over_years(one, "甲局", table="three_public").rows
    assert (row.amounts, row.state) == ((10 * WAN, 10 * WAN), "")
    both = pack_of(
        *dated("a-30", 2030, "公务接待费", "2029年接待", "2030年接待"),
        *dated("a-31", 2031, "公务接待费", "2031年接待"),
    )
    rows = {row.name: row.state for row in over_years(both, "甲局", table="three_public").rows}
    assert rows == {"公务接待费": "", "2031年接待": "new", "2029年接待": "vanished", "2030年接待": "vanished"}


def test_a_department_without_lists_of_projects_says_what_it_prints() -> None:
    with pytest.raises(NothingFoundError) as error:
        projects(package(), "水利")
    assert "支出" in error.value.hint


def test_budget_against_final_accounts_of_one_year() -> None:
    found = execution(package(), "水利")
    assert [one.doc_id for one in found.filings] == ["lm-2031", "lm-2031f"]
    item = next(row for row in found.rows if row.code == "2130305")
    assert (item.amounts, item.change, item.percent) == ((90 * WAN, 81 * WAN), -9 * WAN, -10.0)


def test_a_year_without_both_is_refused_with_what_there_is() -> None:
    with pytest.raises(NothingFoundError) as error:
        execution(package(), "水利", year=2030)
    assert "2031" in error.value.hint


def test_departments_are_ranked_by_a_code_and_a_printed_zero_is_a_value() -> None:
    found = across(package(), "213")
    assert [(row.department, row.amount, row.rank) for row in found.rows] == [
        ("临茂市水利局", 90 * WAN, 1),
        ("青河县教育局", 0, 2),
    ]
    assert found.rows[0].of_all == 100.0
    assert found.rows[0].share == round(90 * 100 / 130, 4)


@pytest.mark.parametrize("office", ["临茂市水利局本级", "临茂市水利局机关", "临茂市水利局（本级）"])
def test_the_office_of_a_department_that_stands_there_is_not_counted_again(office: str) -> None:
    own = filing("lm-office", office, 2031, "budget", {None: 80, "213": 60})
    found = across(pack_of(*package_rows(), *own), "")
    assert [(row.department, row.amount, row.rank, row.of_all) for row in found.rows] == [
        ("青河县教育局", 500 * WAN, 1, round(500 * 100 / 630, 4)),
        ("临茂市水利局", 130 * WAN, 2, round(130 * 100 / 630, 4)),
        (office, 80 * WAN, None, None),
    ]
    alone = across(pack_of(*package_rows(), *own), "", ["教育", office])
    assert [(row.department, row.rank) for row in alone.rows] == [("青河县教育局", 1), (office, 2)]


def test_a_department_that_does_not_print_the_code_is_listed_without_a_rank() -> None:
    found = across(package(), "205", year=2031)
    assert [(row.department, row.rank) for row in found.rows] == [("青河县教育局", 1), ("临茂市水利局", None)]


def test_without_a_subject_all_spending_is_ranked_for_the_year_that_several_have() -> None:
    found = across(package())
    assert (found.year, [row.amount for row in found.rows]) == (2031, [500 * WAN, 130 * WAN])
    assert [row.amount for row in across(package(), "支出总计", ["教育"]).rows] == [500 * WAN]


def test_an_unknown_subject_names_what_there_is() -> None:
    with pytest.raises(UsageError) as error:
        across(package(), "天气")
    assert "委托业务费" in error.value.hint


def test_a_code_that_nobody_prints_is_nothing_found() -> None:
    with pytest.raises(NothingFoundError):
        across(package(), "2290102")


def test_one_filing_is_the_newest_budget_of_the_department() -> None:
    pack = package()
    assert one_filing(pack, "水利", None, None).doc_id == "lm-2031"
    assert one_filing(pack, "水利", None, "final").doc_id == "lm-2031f"
    with pytest.raises(UsageError):
        one_filing(pack, None, 2031, None)
    with pytest.raises(NothingFoundError):
        one_filing(pack, "教育", 2031, "final")


def test_a_single_filing_has_no_change() -> None:
    found = over_years(pack_of(*filing("a-30", "甲局", 2030, "budget", {None: 5, "213": 5})), "甲局")
    assert [(row.amounts, row.change, row.state) for row in found.rows] == [((5 * WAN,), None, "")] * 2


def test_a_year_nobody_has_is_refused() -> None:
    with pytest.raises(NothingFoundError):
        of_year(filings(package()), 1999, "budget")


def test_where_there_is_no_budget_that_is_said_with_what_there_is() -> None:
    """No year was asked for, so none is named, and no department without a name is looked for."""
    finals = pack_of(*filing("lm-2031f", "临茂市水利局", 2031, "final", {None: 117, "213": 81}))
    with pytest.raises(NothingFoundError, match=r"没有预算（.*临茂市水利局 2031 决算"):
        across(finals, "", ())
    with pytest.raises(NothingFoundError, match="没有决算"):
        of_year(filings(package())[:2], None, "final")
    nothing = pack_of(filled(Document, doc_id="notice", title="notice", kind="other"))
    asks: list[Any] = [lambda: across(nothing, "", ()), lambda: across(nothing, "三公", ("水利",))]
    asks += [lambda one=one: one(nothing, "") for one in (over_years, execution, projects)]
    asks += [lambda: over_years(nothing, "水利局"), lambda: one_filing(nothing, "水利局", None, None)]
    for ask in asks:
        with pytest.raises(NothingFoundError, match="没有预算表"):
            ask()


def test_years_without_a_name_are_those_of_the_only_department() -> None:
    only = pack_of(
        *filing("hq-2033", "禾桥县民政局", 2033, "budget", {None: 10}),
        *filing("hq-2034", "禾桥县民政局", 2034, "budget", {None: 12}),
    )
    assert over_years(only, "") == over_years(only, "禾桥县民政局")


@pytest.mark.parametrize("compared", [over_years, execution])
def test_of_several_departments_one_has_to_be_named(compared: Any) -> None:
    with pytest.raises(UsageError, match="写明比较哪一个"):
        compared(package(), "")


def test_several_subjects_read_every_filing_once_and_stop_when_nobody_waits() -> None:
    pack, heard = package(), list[tuple[int, int]]()

    def going(done: int, total: int) -> bool:
        heard.append((done, total))
        return done < 1

    asked = ("", "213", "no such subject")
    found = amounts_of(pack, asked, 2031, "budget")
    for subject in asked[:2]:
        assert across(pack, subject, (), 2031, "budget", found) == across(pack, subject, (), 2031, "budget")
    assert list(amounts_of(pack, asked, 2031, "budget", going).lines) == ["lm-2031"]
    assert heard == [(0, 2), (1, 2)]


@pytest.mark.parametrize("turned", [False, True])
def test_of_two_editions_every_question_takes_the_one_issued_last(turned: bool) -> None:
    """Whatever their ids: a budget published again is the one that counts."""
    rows: dict[str, Rows] = {"2031-03-01": {None: 100, "213": 100}, "2031-09-01": {None: 140, "213": 140}}
    editions = []
    for name, (date, amounts) in zip("ba" if turned else "ab", rows.items(), strict=True):
        document, *rest = filing(f"x-{name}", "临茂市水利局", 2031, "budget", amounts)
        editions += [msgspec.structs.replace(document, date=date), *rest]
    older = filing("x-2030", "临茂市水利局", 2030, "budget", {None: 90, "213": 90})
    final = filing("x-final", "临茂市水利局", 2031, "final", {None: 130, "213": 130})
    pack = pack_of(*older, *editions, *final)
    last = "x-a" if turned else "x-b"
    assert one_filing(pack, None, None, None).doc_id == last
    assert one_filing(pack, "水利", 2031, "budget").doc_id == last
    assert [row.doc_id for row in across(pack, year=2031).rows] == [last]
    assert [one.doc_id for one in over_years(pack, "水利", "budget").filings] == ["x-2030", last]
    assert execution(pack, "水利", 2031).rows[0].amounts == (140 * WAN, 130 * WAN)
    assert newest(list(filings(pack)), {one.doc_id for one in filings(pack)}) == one_filing(
        pack, None, None, None
    )


def test_another_edition_is_of_the_same_department_place_year_and_phase() -> None:
    name, amounts = "临茂市水利局", {None: 100, "213": 100}
    known = filings(
        pack_of(
            *filing("a", name, 2031, "budget", amounts),
            *filing("a（更正）", name, 2031, "budget", amounts),
            *filing("b", name, 2030, "budget", amounts),
            *filing("c", name, 2031, "final", amounts),
            *filing("d", "临茂市教育局", 2031, "budget", amounts),
        )
    )
    assert [one.doc_id for one in other_editions(known, "a")] == ["a（更正）"]
    assert [one.doc_id for one in other_editions(known, "a（更正）")] == ["a"]
    assert [other_editions(known, doc_id) for doc_id in ("b", "c", "d", "none")] == [()] * 4


def test_what_no_filing_states_is_named_in_the_language_that_is_read() -> None:
    with pytest.raises(NothingFoundError) as raised:
        over_years(package(), "临茂市水利局", measure="personnel")
    assert "“人员经费”" in raised.value.message
    assert "personnel" not in raised.value.message
    assert "personnel" in getattr(raised.value.message, "en", "").casefold()


def test_budgets_without_any_amount_say_so() -> None:
    bare = pack_of(*(one for one in package_rows() if not isinstance(one, BudgetLine)))
    with pytest.raises(NothingFoundError, match="都没有读出数额") as raised:
        over_years(bare, "临茂市水利局")
    assert not raised.value.hint


def titled(doc_id: str, title: str, department: str, year: int, amount: int, **other: Any) -> list[Record]:
    document, *rest = filing(doc_id, department, year, "budget", {None: amount})
    return [msgspec.structs.replace(document, title=title, **other), *rest]


def test_the_budget_of_the_office_is_no_edition_of_that_of_the_department() -> None:
    """Both are under one name: 部门预算 is of all units, 单位预算 of the body itself, also where it is alone in a year."""
    pack = pack_of(
        *titled("a", "青河县教育局2031年部门预算公开", "青河县教育局", 2031, 90),
        *titled("b", "青河县教育局2031年单位预算公开", "青河县教育局", 2031, 40),
        *titled("c", "青河县教育局2030年单位预算公开", "青河县教育局", 2030, 30),
        *titled("d", "青河县第一小学2031年单位预算", "青河县第一小学", 2031, 7),
    )
    known = filings(pack)
    assert {one.doc_id: one.department for one in known} == {
        "a": "青河县教育局",
        "b": "青河县教育局本级",
        "c": "青河县教育局本级",
        "d": "青河县第一小学",
    }
    assert other_editions(known, "b") == ()
    assert [(row.department, row.amount) for row in across(pack, year=2031).rows] == [
        ("青河县教育局", 90 * WAN),
        ("青河县教育局本级", 40 * WAN),
        ("青河县第一小学", 7 * WAN),
    ]


def test_a_question_that_names_none_is_of_the_department_beside_its_own_office() -> None:
    both = [*titled("a", "", "白泉县林业局", 2031, 150), *titled("b", "", "白泉县林业局机关", 2031, 60)]
    assert one_filing(pack_of(*both), None, None, None).doc_id == "a"
    with pytest.raises(UsageError, match="3 个部门"):
        one_filing(pack_of(*both, *titled("c", "", "白泉县水利局", 2031, 9)), None, None, None)


@pytest.mark.parametrize("place", ["", "（白泉县）"])
def test_an_office_is_of_a_department_of_its_place(place: str) -> None:
    names = [f"林业局{place}", f"林业局本级{place}", "林业局（临茂市）", "水利局机关"]
    assert offices(names) == {f"林业局本级{place}"}
    assert offices(names[1:]) == frozenset()


def test_what_the_office_alone_prints_is_counted() -> None:
    whole = filing("a", "白泉县林业局", 2031, "budget", {None: 150, "205": 20})
    own = filing("b", "白泉县林业局本级", 2031, "budget", {None: 60, "213": 60})
    found = {row.department: row.of_all for row in across(pack_of(*whole, *own), "213", year=2031).rows}
    assert found == {"白泉县林业局": None, "白泉县林业局本级": 100.0}


def test_what_the_office_and_the_department_state_is_no_contradiction() -> None:
    """收入预算 of 部门预算 and of 单位预算 are of two bodies; those of two editions are of one."""

    def said(doc_id: str, amount: str) -> Observation:
        return filled(
            Observation, observation_id=f"{doc_id}:1:1", doc_id=doc_id, indicator_id="income_budget", place="653125",
            subject="收入预算", period="2031", kind="amount", operator="=", value=float(amount), printed=amount,
            unit="万元",
        )  # fmt: skip

    whole = titled("a", "白泉县林业局2031年部门预算", "白泉县林业局", 2031, 150)
    own = titled("b", "白泉县林业局2031年单位预算", "白泉县林业局", 2031, 60)
    again = titled("c", "白泉县林业局2031年部门预算（更正）", "白泉县林业局", 2031, 151)
    rows = [said("a", "150"), said("b", "60"), said("c", "151")]
    assert disagreements(indicators(pack_of(*whole, *own, *rows[:2]), "")) == ()
    (found,) = disagreements(indicators(pack_of(*whole, *own, *again, *rows), ""))
    assert {row.doc_id for row in found.statements} == {"a", "c"}


def test_who_has_to_name_a_department_is_told_of_those_of_other_years_too() -> None:
    pack = pack_of(*package_rows(), *filing("by-2030", "白泉县林业局", 2030, "budget", {None: 7}))
    with pytest.raises(UsageError, match="3 个部门") as error:
        one_filing(pack, None, None, None)
    assert "白泉县林业局" in error.value.hint


def test_what_the_office_states_contradicts_nothing_that_its_department_does() -> None:
    said = {
        "indicator_id": "income_budget",
        "subject": "收入预算",
        "period": "2031",
        "kind": "amount",
        "place": "654325",
        "operator": "=",
    }
    stated = [
        filled(
            Observation,
            **said,
            value=float(wan),
            printed=str(wan),
            unit="万元",
            doc_id=doc,
            observation_id=doc,
        )
        for doc, wan in (("a", 90), ("b", 40), ("c", 91))
    ]
    papers = [
        *titled("a", "青河县教育局2031年部门预算公开", "青河县教育局", 2031, 90, place="654325"),
        *titled("b", "青河县教育局2031年单位预算公开", "青河县教育局", 2031, 40, place="654325"),
    ]
    pack = pack_of(*papers, *stated[:2])
    assert disagreements(indicators(pack, None)) == ()
    assert {row.doc_id: row.department for row in figures(pack)} == {
        "a": "青河县教育局",
        "b": "青河县教育局本级",
    }
    assert [row.department for row in documents(pack, Asked())] == ["青河县教育局", "青河县教育局本级"]
    again = titled("c", "青河县教育局2031年部门预算说明", "青河县教育局", 2031, 90, place="654325")
    found = disagreements(indicators(pack_of(*papers, *again, *stated), None))
    assert [sorted(row.doc_id for row in one.statements) for one in found] == [["a", "c"]]


def test_a_body_that_calls_its_budget_otherwise_in_another_year_is_the_same() -> None:
    pack = pack_of(
        *titled("a", "青河县教育局2031年部门预算公开", "青河县教育局", 2031, 90),
        *titled("b", "青河县教育局2030年单位预算公开", "青河县教育局", 2030, 80),
        *titled("c", "某局2031年部门（单位）预算", "某局", 2031, 8),
    )
    assert {one.department for one in filings(pack)} == {"青河县教育局", "某局"}


@pytest.mark.parametrize(
    ("names", "place"),
    [
        (("伊犁哈萨克自治州财政局", "伊犁州财政局", "州财政局"), "6540"),
        (("广西壮族自治区民政厅", "广西民政厅", "自治区民政厅"), "45"),
        (("江苏省苏州市教育局", "苏州市教育局", "市教育局"), "3205"),
    ],
)
def test_a_body_under_several_forms_of_its_places_name_is_one(names: tuple[str, ...], place: str) -> None:
    pack = pack_of(
        *(
            record
            for at, name in enumerate(names)
            for record in titled(f"d{at}", f"{name}预算", name, 2030 + at, 10 + at, place=place)
        )
    )
    (department,) = {one.department for one in filings(pack)}
    assert department == names[0]
    for name in names:
        assert [one.year for one in over_years(pack, name).filings] == [2030, 2031, 2032]


def test_the_corrected_edition_of_a_body_follows_the_first_under_whatever_form_of_its_name() -> None:
    pack = pack_of(
        *titled("a", "伊犁州财政局2031年部门预算（更正）", "伊犁哈萨克自治州财政局", 2031, 20, place="6540"),
        *titled("b", "伊犁州财政局2031年部门预算", "伊犁州财政局", 2031, 10, place="6540"),
    )
    assert [one.doc_id for one in filings(pack)] == ["b", "a"]
    assert one_filing(pack, "伊犁州财政局", None, None).doc_id == "a"


def test_bodies_of_one_place_that_are_called_otherwise_stay_apart() -> None:
    pack = pack_of(
        *titled("a", "伊犁州财政局预算", "伊犁州财政局", 2030, 1, place="6540"),
        *titled("b", "伊犁州审计局预算", "伊犁州审计局", 2030, 1, place="6540"),
        *titled("c", "伊宁市财政局预算", "伊宁市财政局", 2030, 1, place="654002"),
    )
    assert len({one.department for one in filings(pack)}) == 3


def test_a_phase_that_has_no_name_here_is_called_what_the_package_calls_it() -> None:
    assert [str(phase_word(phase)) for phase in ("draft", "final")] == ["draft", "决算"]
