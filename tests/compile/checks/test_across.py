"""One quantity in several documents: bases derived twice, targets and outcomes, years and spans of years."""

from typing import Any

import msgspec
import pytest

from hrss_tui.records import Observation, PerformanceTarget, Record, Unread
from tests.compile.checks.made import (
    block,
    budget,
    change,
    document,
    of_kind,
    outcomes,
    performance,
    run,
    said,
)


def _stock(
    doc_id: str, year: int, level: str, changed: str, place: str | None = "65", scope: str | None = None
) -> list[Record]:
    against = "上年末" if year == 2021 else "2020年末"
    given: dict[str, Any] = {"indicator_id": "pension_insured", "period": f"{year}-12-31", "doc_id": doc_id}
    given |= {"place": place, "scope": scope}
    return [
        document(doc_id, place=place),
        said(10, "养老保险参保人数", level, "万人", **given),
        said(11, "养老保险参保人数增加", changed, "万人", change="increase", against=against, **given),
    ]


def test_two_documents_imply_the_same_end_of_a_year_or_contradict_each_other() -> None:
    first = _stock("a", 2021, "1336.89", "24.11")  # 1312.78

    def status(level: str, **rest: str) -> list[tuple[str, str | None]]:
        other = _stock("b", 2024, level, "151.34", **rest)
        return [(check.status, check.reason) for check in of_kind(run(first, other), "derived_base")]

    assert status("1464.12") == [("exact", None)]
    assert status("1464.13")[0][0] == "rounding"
    ((found, reason),) = status("1463.96")
    assert found == "fails"
    assert reason and "《b》推得 1312.62 万人（1463.96 − 151.34）" in reason and "相差 1600 人" in reason


def test_documents_of_different_places_say_nothing_of_each_other() -> None:
    first = _stock("a", 2021, "1336.89", "24.11")
    other = _stock("b", 2024, "9.00", "1.00", place="51")
    assert of_kind(run(first, other), "derived_base") == []


def test_a_sentence_of_another_place_is_of_that_place() -> None:
    first = _stock("a", 2021, "1336.89", "24.11")
    other = [document("b"), *_stock("b", 2024, "9.00", "1.00", place="nation")[1:]]
    assert of_kind(run(first, other), "derived_base") == []


def test_what_is_of_no_known_place_is_not_checkable() -> None:
    parts = [
        _stock(name, year, level, "1.00", place=None)
        for name, year, level in (("a", 2021, "5.00"), ("b", 2024, "9.00"))
    ]
    (check,) = of_kind(run(*parts), "derived_base")
    assert (check.status, check.right) == ("not_checkable", None)
    assert check.reason and "地区" in check.reason


@pytest.mark.parametrize(
    ("scopes", "count"),
    [((None, "全区"), 1), (("自治区", "新疆"), 1), (("区属", None), 0), (("区属", "区属"), 1)],
)
def test_figures_of_different_scopes_are_not_compared(
    scopes: tuple[str | None, str | None], count: int
) -> None:
    parts = [
        _stock(name, year, "9.00", "1.00", scope=scope)
        for (name, year), scope in zip((("a", 2021), ("b", 2024)), scopes, strict=True)
    ]
    assert len(of_kind(run(*parts), "derived_base")) == count


def test_growth_of_a_sum_is_measured_against_the_bases_of_another_document() -> None:
    day: dict[str, Any] = {"period": "2021-12-31", "doc_id": "a"}
    bases: list[Record] = [document("a")]
    for at, (name, level) in enumerate((("pension", "12"), ("unemployment", "6"), ("injury", "6"))):
        given = day | {"indicator_id": f"{name}_insured"}
        bases.append(said(10 + at, name, level, "万人", **given))
        bases.append(said(20 + at, name, "2", "万人", change="increase", against="上年末", **given))

    def status(percent: str) -> list[str]:
        given: dict[str, Any] = {
            "indicator_id": "three_insurances_enrolments",
            "period": "2025-12-31",
            "doc_id": "b",
        }
        rows = [
            document("b"),
            said(10, "三项社会保险参保", "21.00", "万人次", **given),
            said(11, "增长", percent, "%", change="increase", against="“十三五”时期末", **given),
        ]
        return [check.status for check in of_kind(run(bases, rows), "growth_base")]

    assert status("16.7") == ["exact"]  # 21 against 10 + 4 + 4 = 18
    assert status("90.0") == ["fails"]


def test_an_outcome_meets_its_target_where_both_are_about_the_same() -> None:
    target = said(10, "城镇新增就业", "46", "万人", indicator_id="urban_new_jobs", kind="target", doc_id="a")

    def status(printed: str, **rest: str) -> list[str]:
        given: dict[str, Any] = {"indicator_id": "urban_new_jobs", "doc_id": "b"} | rest
        outcome = said(20, "城镇新增就业", printed, "万人", **given)
        return [check.status for check in of_kind(run([target], [outcome]), "target_outcome")]

    assert status("47.74") == ["exact"]
    assert status("45.74") == ["fails"]
    assert status("45.998") == ["fails"]
    assert status("47.74", scope_note="包含兵团") == ["not_checkable"]
    assert status("45.74", scope_note="今年以来") == ["not_checkable"]
    assert status("47.74", period="2029") == []
    assert status("47.74", period="2030-01/2030-06") == []
    assert status("45.74", period="2030-01/2030-12") == ["fails"]


def test_no_outcome_is_held_against_what_was_only_expected() -> None:
    given: dict[str, Any] = {"indicator_id": "urban_new_jobs"}
    expected = said(10, "城镇新增就业", "46", "万人", kind="target", doc_id="a", scope_note="预计", **given)
    outcome = said(20, "城镇新增就业", "45", "万人", doc_id="b", **given)
    assert of_kind(run([expected], [outcome]), "target_outcome") == []
    aim = msgspec.structs.replace(expected, scope_note=None)
    assert [check.status for check in of_kind(run([aim], [outcome]), "target_outcome")] == ["fails"]


@pytest.mark.parametrize(
    ("printed", "status"),
    [
        ("7.82", "fails"),
        ("8.2", "fails"),
        ("8.57", "rounding"),
        ("8", "rounding"),
        ("9", "exact"),
        ("8.60", "exact"),
    ],
)
def test_about_a_figure_with_decimals_is_as_exact_as_they_are(printed: str, status: str) -> None:
    """约 7.82 万人 is not 8.6: it was taken for anything from 7.32 to 8.32."""
    given: dict[str, Any] = {"indicator_id": "urban_new_jobs"}
    target = said(10, "城镇新增就业", "8.574", "万人", kind="target", doc_id="a", **given)
    outcome = said(20, "城镇新增就业", printed, "万人", doc_id="b", operator="~", **given)
    (check,) = of_kind(run([target], [outcome]), "target_outcome")
    assert check.status == status


@pytest.mark.parametrize(
    ("operator", "printed", "status"),
    [(">", "8.6", "not_checkable"), (">", "8.7", "exact"), (">", "8.5", "fails"), (">=", "8.6", "exact"),
     ("<", "8.6", "not_checkable"), ("<", "8.5", "exact"), ("<", "8.7", "fails"), ("<=", "8.6", "exact")],
)  # fmt: skip
def test_what_is_to_pass_a_figure_is_not_told_to_by_the_figure(
    operator: str, printed: str, status: str
) -> None:
    given: dict[str, Any] = {"indicator_id": "urban_new_jobs"}
    target = said(10, "城镇新增就业", "8.6", "万人", kind="target", doc_id="a", operator=operator, **given)
    outcome = said(20, "城镇新增就业", printed, "万人", doc_id="b", **given)
    (check,) = of_kind(run([target], [outcome]), "target_outcome")
    assert check.status == status
    passed = msgspec.structs.replace(outcome, operator=operator)
    (check,) = of_kind(run([target], [passed]), "target_outcome")
    assert check.status == ("exact" if status == "not_checkable" else status)


@pytest.mark.parametrize(
    ("printed", "behind", "expected"),
    [
        ("7,415", "，未完成年度目标。", "exact"),
        ("7,415", "，没有达到目标；", "exact"),
        ("8,415", "，未完成年度目标。", "fails"),
        ("7,415", "。培训未完成的", "fails"),
        ("7,415", "，2所学校未完成", "fails"),
        ("7,415", "", "fails"),
    ],
)
def test_a_target_that_a_document_says_it_missed_was_missed(printed: str, behind: str, expected: str) -> None:
    given: dict[str, Any] = {"indicator_id": "trained", "block": 20}
    target = said(20, "培训人次", "8,000", "人次", kind="target", **given)
    outcome = said(20, "培训人次", printed, "人次", column=9, **given)
    text = block(20, f"培训人次目标8,000人次，实际完成{printed}人次{behind}")
    (check,) = of_kind(run([document("d"), text, target, outcome]), "target_outcome")
    assert check.status == expected


def test_another_document_admits_nothing_of_a_target() -> None:
    given: dict[str, Any] = {"indicator_id": "trained", "block": 20}
    target = said(10, "培训人次", "8,000", "人次", indicator_id="trained", kind="target", doc_id="a")
    outcome = said(20, "培训人次", "7,415", "人次", doc_id="b", **given)
    text = block(20, "实际完成7,415人次，未完成年度目标。", doc_id="b")
    (check,) = of_kind(run([document("a")], [document("b"), target, text, outcome]), "target_outcome")
    assert check.status == "fails"


def test_a_ceiling_that_held_for_years_holds_for_each() -> None:
    target = said(10, "失业率", "5.5", "%", indicator_id="u", kind="target", operator="<=", doc_id="a")
    held = said(20, "失业率", "5", "%", indicator_id="u", operator="<=", period="2029/2032", doc_id="b")
    assert [check.status for check in of_kind(run([target], [held]), "target_outcome")] == ["exact"]
    other = said(20, "失业率", "5", "%", indicator_id="u", operator="<=", period="2031/2032", doc_id="b")
    assert of_kind(run([target], [other]), "target_outcome") == []


@pytest.mark.parametrize(
    "indicator", ["urban_unemployment_rate", "urban_surveyed_unemployment_rate", "consumer_prices"]
)
def test_of_what_had_better_be_less_a_target_is_not_exceeded(indicator: str) -> None:
    target = said(10, "指标", "5.5", "%", indicator_id=indicator, kind="target", doc_id="a")
    below = said(20, "指标", "4.1", "%", indicator_id=indicator, doc_id="b")
    above = said(20, "指标", "6.1", "%", indicator_id=indicator, doc_id="b")
    assert [check.status for check in of_kind(run([target], [below]), "target_outcome")] == ["exact"]
    assert [check.status for check in of_kind(run([target], [above]), "target_outcome")] == ["fails"]


def _jobs(doc_id: str, period: str, printed: str, **rest: str) -> Observation:
    given: dict[str, Any] = {"kind": "cumulative" if "/" in period else "actual"} | rest
    return said(
        10,
        "城镇新增就业",
        printed,
        "万人",
        indicator_id="urban_new_jobs",
        period=period,
        doc_id=doc_id,
        **given,
    )


def test_spans_are_the_sum_of_what_they_are_made_of() -> None:
    def status(whole: str, first: str, operator: str = "=") -> dict[str, str]:
        rows = [
            _jobs("a", "2021/2023", whole),
            _jobs("b", "2021/2022", first, operator=operator),
            _jobs("c", "2023", "40.0"),
        ]
        return {
            check.records[1]: check.status
            for check in of_kind(run(rows), "span_sum")
            if check.status != "not_checkable"
        }

    assert status("140.0", "100.0") == {"b:10.1": "exact"}
    assert status("140.1", "100.0") == {"b:10.1": "rounding"}
    assert status("142.0", "100.0") == {"b:10.1": "fails"}
    assert status("142.0", "100", "~") == {"b:10.1": "rounding"}  # about 100: half a hundred either way
    assert status("142.0", "101", "~") == {"b:10.1": "fails"}  # about 101: half of one


def test_years_that_nobody_states_cannot_be_added_up() -> None:
    found = of_kind(run([_jobs("a", "2021/2023", "140.0"), _jobs("c", "2023", "40.0")]), "span_sum")
    assert [(check.status, check.reason) for check in found] == [("not_checkable", "没有 2021、2022 年的数")]


def test_part_of_a_span_does_not_exceed_it() -> None:
    assert [
        c.status
        for c in of_kind(run([_jobs("a", "2021/2023", "140"), _jobs("c", "2023", "40")]), "span_part")
    ] == ["exact"]
    assert [
        c.status
        for c in of_kind(run([_jobs("a", "2021/2023", "140"), _jobs("c", "2023", "150")]), "span_part")
    ] == ["fails"]
    noted = _jobs("c", "2023", "150", scope_note="包含兵团")
    assert [c.status for c in of_kind(run([_jobs("a", "2021/2023", "140"), noted]), "span_part")] == [
        "not_checkable"
    ]


def test_the_previous_value_of_a_performance_table_is_of_the_year_before() -> None:
    table, target = performance(None, "1.00", [("效益", "城镇新增就业人数", "39", "万人", 90.0)])
    assert isinstance(target, PerformanceTarget)
    row = msgspec.structs.replace(target, indicator_id="urban_new_jobs", previous="39.94 万人")
    found = of_kind(
        run([document(), table, row], [document("b"), _jobs("b", "2028/2029", "30.00")]), "span_part"
    )
    assert [(check.status, check.left) for check in found] == [("fails", 399_400)]  # the budget is of 2030


def test_last_years_amounts_are_those_of_last_years_budget() -> None:
    section = "五、关于某厅一般公共预算当年拨款情况说明"
    this_year = [
        msgspec.structs.replace(record, department="某厅")
        for record in budget("general_public", [(3, "2080101", "行政运行", {"total": "6.00"})])
    ]
    last_year = [
        msgspec.structs.replace(record, doc_id="e", year=2029, **_renamed(record)) for record in this_year
    ]

    def status(changed: str, place: str | None = "65") -> dict[str, str]:
        told = change(10, "行政运行", "6.00", changed, section=section, code="2080101")
        papers = [document(), document("e", place=place)]
        return outcomes(run(papers, this_year, last_year, [told]), "previous_amount")

    assert status("+0.00") == {"10.1": "exact"}
    assert status("+0.00", place="51") == {}
    assert status("+0.00", place=None) == {}
    assert status("+0.01") == {"10.1": "rounding"}
    assert status("+1.00") == {"10.1": "fails"}


@pytest.mark.parametrize(
    ("code", "name", "status"),
    [
        ("2080101", "行政运行", "fails"),
        ("2080101", "行政运行支出", "fails"),
        ("2080101", "机关日常运转", "not_checkable"),
        ("2080110", "劳动监察与仲裁", "not_checkable"),
    ],
)
def test_an_item_that_last_years_table_did_not_name_so_may_be_a_new_one(
    code: str, name: str, status: str
) -> None:
    section = "五、关于某厅一般公共预算当年拨款情况说明"

    def paper(item: str, name: str) -> list[Record]:
        found = budget("general_public", [(3, item, name, {"total": "6.00"})])
        return [msgspec.structs.replace(record, department="某厅") for record in found]

    before = [
        msgspec.structs.replace(record, doc_id="e", year=2029, **_renamed(record))
        for record in paper("2080101", "行政运行")
    ]
    told = change(10, name, "6.00", "+1.00", section=section, code=code)
    found = run([document(), document("e", place="65")], paper(code, name), before, [told])
    assert outcomes(found, "previous_amount") == {"10.1": status}


def test_of_two_editions_of_last_years_budget_one_may_agree() -> None:
    section = "五、关于某厅一般公共预算当年拨款情况说明"

    def lines(amount: str) -> list[Record]:
        found = budget("general_public", [(3, "2080101", "行政运行", {"total": amount})])
        return [msgspec.structs.replace(record, department="某厅") for record in found]

    def edition(doc_id: str, amount: str) -> list[Record]:
        return [
            msgspec.structs.replace(
                record, doc_id=doc_id, year=2029, **{key: f"{doc_id}{key}" for key in _renamed(record)}
            )
            for record in lines(amount)
        ]

    papers = [document(), document("e", place="65"), document("f", place="65")]
    first, corrected = edition("e", "6.00"), edition("f", "5.00")
    for changed, status in (("+0.00", "exact"), ("+1.00", "exact"), ("+2.00", "fails")):
        told = change(10, "行政运行", "6.00", changed, section=section, code="2080101")
        found = run(papers, lines("6.00"), first, corrected, [told])
        assert outcomes(found, "previous_amount") == {"10.1": status}


_PLANNED = [
    (1, "208", "社会保障和就业支出", "70.00"),
    (2, "20801", "人力资源和社会保障管理事务", "70.00"),
    (3, "2080101", "行政运行", "40.00"),
    (3, "2080105", "劳动保障监察", "30.00"),
    (0, None, "合计", "70.00"),
]


def _filed(
    phase: str, measure: str, amounts: dict[str | None, str], department: str = "某厅"
) -> list[Record]:
    """A budget of a department or its accounts: the plan, with other amounts where some are given."""
    rows = [(level, code, name, {measure: amounts.get(code, own)}) for level, code, name, own in _PLANNED]
    doc_id = f"{phase}{department}"
    found = []
    for record in budget("general_public", [row for row in rows if row[3][measure]]):
        ids = {
            key: f"{doc_id}:{own}" for key in ("line_id", "parent_id") if (own := getattr(record, key, None))
        }
        found.append(
            msgspec.structs.replace(record, doc_id=doc_id, department=department, phase=phase, **ids)
        )
    return [document(doc_id), *found]


@pytest.mark.parametrize(
    ("stated", "published", "expected"),
    [
        ({}, {}, ["exact"] * 5),
        # One of two papers of one total prints another amount: both cannot be right.
        ({"2080105": "36.00"}, {}, ["exact", "exact", "exact", "exact", "fails"]),
        ({}, {"2080105": "30.01"}, ["exact", "exact", "exact", "exact", "rounding"]),
        # Two differ: the money may have been moved from one item to the other.
        (
            {"2080101": "36.00", "2080105": "34.00"},
            {},
            ["exact", "exact", "exact", "not_checkable", "not_checkable"],
        ),
        # One of the papers has an item more: nothing is sure.
        ({"2080105": "36.00"}, {"2080101": ""}, ["exact", "exact", "exact", "not_checkable"]),
        # The totals differ: the scope may.
        ({None: "95.00", "2080105": "55.00"}, {}, ["not_checkable"]),
        # Nothing planned in both tells nothing of the scope.
        ({None: "0.00", "2080105": "36.00"}, {None: "0.00"}, []),
    ],
)
def test_the_initial_budget_of_accounts_is_that_of_the_budget(
    stated: dict[str | None, str], published: dict[str | None, str], expected: list[str]
) -> None:
    accounts = _filed("final", "initial_budget", stated)
    found = run(accounts, _filed("budget", "total", published))
    assert [check.status for check in of_kind(found, "initial_budget")] == expected
    assert of_kind(run(accounts), "initial_budget") == []


def test_only_the_initial_budget_of_the_same_department_is_compared() -> None:
    accounts = _filed("final", "initial_budget", {})
    assert of_kind(run(accounts, _filed("budget", "total", {}, "另一厅")), "initial_budget") == []
    adjusted = _filed("final", "adjusted_budget", {"2080105": "36.00"})
    assert of_kind(run(adjusted, _filed("budget", "total", {})), "initial_budget") == []


def test_what_was_not_read_makes_a_differing_initial_budget_open() -> None:
    accounts = _filed("final", "initial_budget", {"2080105": "36.00"})
    published = _filed("budget", "total", {})
    lost = Unread(
        unread_id="u", kind="cell", reason="unreadable", title="", table_kind="general_public", name=None,
        measure="total", printed="3O.00", doc_id=published[0].doc_id, line_start=9, line_end=9,
    )  # fmt: skip
    found = of_kind(run(accounts, published, [lost]), "initial_budget")
    assert [check.status for check in found if check.status != "exact"] == ["not_checkable"]


def _renamed(record: Record) -> dict[str, str]:
    """A record of the other year needs an id of its own."""
    line_id = getattr(record, "line_id", None)
    return {"line_id": f"e{line_id}"} if line_id else {}


def test_less_unemployment_than_aimed_at_is_no_failure() -> None:
    def status(printed: str, operator: str) -> list[str]:
        given: dict[str, Any] = {"indicator_id": "urban_surveyed_unemployment_rate"}
        target = said(10, "城镇调查失业率", "5.6", "%", kind="target", doc_id="a", operator=operator, **given)
        outcome = said(20, "城镇调查失业率", printed, "%", doc_id="b", **given)
        return [check.status for check in of_kind(run([target], [outcome]), "target_outcome")]

    assert status("5.3", "~") == status("5.3", "=") == status("5.3", "<=") == ["exact"]
    assert status("5.9", "=") == status("5.9", "<=") == ["fails"]
    assert status("5.9", "~") == ["not_checkable"]
