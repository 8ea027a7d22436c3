"""What `diff` says of two packages: what changed, by meaning and not by place."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path
from typing import Any

import msgspec
import pytest

from hrss_tui.compile.build import package_bytes
from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.errors import PackError, UsageError
from hrss_tui.pack.diff import Difference, counts, diff
from hrss_tui.pack.natural import NATURAL, hashable
from hrss_tui.pack.pairing import Budget
from hrss_tui.pack.read import Pack, decode_pack
from hrss_tui.pack.write import encode_columns, encode_package
from hrss_tui.records import (
    TABLES,
    Block,
    BudgetLine,
    Indicator,
    Observation,
    PrefectureValue,
    Project,
    ProjectBasis,
    columns,
)
from tests import variants as v
from tests.conftest import SEEDS
from tests.query.handmade import filled


def pack_of(*records: Any, version: str = "1.0.0") -> Pack:
    tables: dict[str, list[Any]] = {}
    for record in records:
        tables.setdefault(record.TABLE, []).append(record)
    return decode_pack(encode_package({"name": "p", "version": version}, tables, {}), "p")


def value(prefecture: str, value: float | None, line: int = 10, **other: Any) -> PrefectureValue:
    status = "value" if value is not None else "not_applicable"
    filled: dict[str, Any] = {
        "metric": "jobs", "metric_label": "新增就业", "year": 2030, "unit": "万人", "kind": "target",
        "status": status, "printed": "/" if value is None else str(value), "indicator_id": None,
    } | other  # fmt: skip
    return PrefectureValue(
        prefecture_code=prefecture, value=value, doc_id="plan-2030", line_start=line, line_end=line, **filled
    )


def block(text: str, line: int, number: str | None = None) -> Block:
    return Block(
        block_id=f"d:{line}", parent_id=None, kind="paragraph", level=1, number=number, text=text, section="一",
        breaks=[0, line], doc_id="d", line_start=line, line_end=line,
    )  # fmt: skip


def essence(found: list[Difference]) -> list[tuple[Any, ...]]:
    return [(d.table, d.change, d.column, d.old, d.new, d.difference) for d in found]


def test_a_package_does_not_differ_from_itself(pack: Pack, pack_data: bytes) -> None:
    assert diff(pack, decode_pack(pack_data, "again")) == []


def test_every_table_has_a_natural_key_of_its_own_columns() -> None:
    assert set(NATURAL) == {struct.TABLE for struct in TABLES}
    for struct in TABLES:
        natural = NATURAL[struct.TABLE]
        names = {column.name for column in columns(struct)}
        named = {*natural.key, *natural.label, *natural.ids, *natural.places, *natural.instead.values()}
        assert named | ({natural.value} if natural.value else set()) <= names


def test_values_differ_as_the_decimals_they_print() -> None:
    found = diff(
        pack_of(value("6501", 0.1), value("6502", 5.0)),
        pack_of(value("6501", 0.3, 99), value("6502", 5.0, 98)),
    )
    assert essence(found) == [("prefecture_values", "changed", "value", 0.1, 0.3, 0.2)]
    (only,) = found
    assert (only.key, only.label, only.line_old, only.line_new) == (
        "6501 · jobs · 2030 · target",
        "新增就业",
        10,
        99,
    )


def test_a_value_that_becomes_not_applicable_is_a_change_without_a_difference() -> None:
    found = diff(pack_of(value("6501", 0.1)), pack_of(value("6501", None)))
    assert essence(found) == [
        ("prefecture_values", "changed", "value", 0.1, None, None),
        ("prefecture_values", "changed", "status", "value", "not_applicable", None),
    ]


def test_added_and_removed_records_show_their_figure() -> None:
    found = diff(pack_of(value("6501", 1.0)), pack_of(value("6502", 2.0)))
    assert sorted(essence(found), key=str) == [
        ("prefecture_values", "added", "value", None, 2.0, None),
        ("prefecture_values", "removed", "value", 1.0, None, None),
    ]
    assert counts(found) == {"prefecture_values": {"added": 1, "removed": 1, "changed": 0}}


def test_an_inserted_paragraph_is_one_addition() -> None:
    old = [block("全区城镇新增就业四十六万人，同比持平。", 1), block("参加失业保险人数稳步增加。", 3)]
    new = [
        block("总体平稳。", 1),
        block("全区城镇新增就业四十七万人，同比持平。", 3),
        block("参加失业保险人数稳步增加。", 5),
    ]
    assert essence(diff(pack_of(*old), pack_of(*new))) == [
        ("blocks", "changed", "text", old[0].text, new[1].text, None),
        ("blocks", "added", None, None, None, None),
    ]


def test_many_rows_of_one_key_are_matched_in_order_and_in_time() -> None:
    old = [block(f"甲{i}乙{i * i}", i) for i in range(1, 300)]
    new = [block(f"丙{i}丁{i * 7}戊", i) for i in range(1, 298)]
    found = diff(pack_of(*old), pack_of(*new))
    assert counts(found) == {"blocks": {"added": 0, "removed": 2, "changed": 297}}


def test_likeness_has_a_budget_and_what_is_beyond_it_is_counted() -> None:
    old = pack_of(
        *(block(text, line, "1") for line, text in enumerate(("河东区就业见习补贴", "河西区创业担保贷款")))
    )
    new = pack_of(
        *(block(text, line, "1") for line, text in enumerate(("河西区创业担保贴息", "河东区就业见习名额")))
    )
    whole, spent = Budget(), Budget(effort=10)
    alike, in_order = diff(old, new, whole), diff(old, new, spent)
    assert (whole.in_order, spent.in_order) == (0, 1)
    assert {(d.old, d.new) for d in alike} == {
        ("河东区就业见习补贴", "河东区就业见习名额"),
        ("河西区创业担保贷款", "河西区创业担保贴息"),
    }
    assert {(d.old, d.new) for d in in_order} == {
        ("河东区就业见习补贴", "河西区创业担保贴息"),
        ("河西区创业担保贷款", "河东区就业见习名额"),
    }


def test_long_rows_that_are_all_alike_cost_no_more_than_the_budget() -> None:
    texts = [[("天" * 400 + mark) for mark in side] for side in ("甲乙丙丁戊己庚辛", "子丑寅卯辰巳午未")]
    old, new = (
        pack_of(
            *(block(text, line + 100 * key, str(key)) for key in range(30) for line, text in enumerate(side))
        )
        for side in texts
    )
    budget = Budget(effort=30_000_000)
    diff(old, new, budget)
    assert budget.in_order == 28
    assert 0 <= budget.effort < 8 * 8 * 401 * 401


def test_an_observation_is_known_by_indicator_period_and_scope() -> None:
    def observed(number: float, period: str, line: int) -> Observation:
        return Observation(
            observation_id=f"d:{line}.1", indicator_id="jobs", subject="城镇新增就业", period=period, scope=None,
            kind="actual", operator="=", value=number, unit="万人", base_value=number * 10000, base_unit="人",
            printed=str(number), change=None, against=None, scope_note=None, block_id=f"d:{line}",
            doc_id="d", line_start=line, line_end=line,
        )  # fmt: skip

    old = pack_of(observed(46.0, "2030", 1), observed(44.0, "2029", 1))
    new = pack_of(observed(44.0, "2029", 7), observed(46.5, "2030", 8))
    assert essence(diff(old, new)) == [
        ("observations", "changed", "value", 46.0, 46.5, 0.5),
        ("observations", "changed", "base_value", 460000.0, 465000.0, 5000.0),
    ]


def observed_at(line: int, place: int, number: float, printed: str, **other: Any) -> Observation:
    first = Observation(
        observation_id=f"d:{line}.{place}", indicator_id="aid", subject="补助", period="2031", scope=None,
        kind="actual", operator="=", value=number, unit="万元", base_value=number * 10000, base_unit="元",
        printed=printed, change=None, against=None, scope_note=None, block_id=f"d:{line}",
        doc_id="d", line_start=line, line_end=line,
    )  # fmt: skip
    return msgspec.structs.replace(first, **other)


def test_every_record_counts_though_others_have_its_key_and_line() -> None:
    three = [observed_at(4, place, float(place), str(place)) for place in (1, 2, 3)]
    added = diff(pack_of(three[0]), pack_of(*three, block("别的", 9)))
    assert counts(added)["observations"] == {"added": 2, "removed": 0, "changed": 0}
    removed = diff(pack_of(*three), pack_of(three[2], block("别的", 9)))
    assert counts(removed)["observations"] == {"added": 0, "removed": 2, "changed": 0}


def test_two_changed_records_of_one_key_and_line_are_two_and_two_columns_are_one() -> None:
    """The first record changes in an earlier column than the second: only their number tells them apart."""
    old = [observed_at(4, 1, 1.0, "1"), observed_at(4, 2, 2.0, "2")]
    new = [observed_at(4, 1, 1.0, "1", operator="≥", unit="万"), observed_at(4, 2, 2.0, "2", scope_note="县")]
    found = diff(pack_of(*old), pack_of(*new))
    assert [(d.record, d.column) for d in found] == [(1, "operator"), (1, "unit"), (2, "scope_note")]
    assert counts(found) == {"observations": {"added": 0, "removed": 0, "changed": 2}}


def test_the_head_and_the_schema_are_compared_too(pack_data: bytes) -> None:
    raw = msgspec.msgpack.decode(pack_data)
    package = {**raw["package"], "version": "9.0.0"}
    other = decode_pack(encode_package(package, {}, {}), "other")
    trimmed = decode_pack(encode_package(package, {}, {}), "trimmed")
    trimmed.schema["indicators"] = trimmed.schema["indicators"][:-1]
    old = decode_pack(encode_package(raw["package"], {}, {}), "old")
    assert essence(diff(old, other)) == [
        ("package", "changed", None, raw["package"]["version"], "9.0.0", None)
    ]
    last = columns(Indicator)[-1]
    assert ("schema", "removed", None, last.type, None, None) in essence(diff(old, trimmed))


@pytest.fixture(scope="module")
def tripled(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    """The seeds with every amount of the budget three times as large and all its lines moved down by two."""
    folder = tmp_path_factory.mktemp("tripled") / "seeds"
    shutil.copytree(SEEDS, folder)
    text = v.scaled(v.BUDGET.read_text("utf-8"), Decimal(3))
    (folder / v.BUDGET.name).write_text("\n\n" + text, "utf-8")
    return decode_pack(package_bytes(compile_folder(folder)), "tripled")


def test_every_amount_is_found_again_though_its_line_moved(pack: Pack, tripled: Pack) -> None:
    found = [d for d in diff(pack, tripled) if d.table == "budget_lines"]
    amounts = pack.column("budget_lines", "amount")
    assert {d.change for d in found} == {"changed"}
    assert {d.column for d in found} == {"amount"}
    assert sorted((d.old, d.new, d.difference) for d in found) == sorted(
        (a // 100, 3 * a // 100, 2 * a // 100) for a in amounts if a
    )
    assert all(
        d.line_new == d.line_old + 2 for d in found if d.line_old is not None and d.line_new is not None
    )
    lines = {row.line_start for row in pack.rows(BudgetLine)}
    assert {d.line_old for d in found} == lines


def test_what_is_no_key_is_one_by_its_text() -> None:
    assert hash(hashable({"a": [1]})) != hash(hashable([{"a": 1}]))
    assert hashable(["a", 1]) == ("a", 1)
    assert hashable({"a": 1}) == hashable({"a": 1}) != hashable({"a": 2})
    assert NATURAL["documents"].of({"doc_id": {"of": ["maps"]}}) == (hashable({"of": ["maps"]}),)


def test_a_column_that_only_one_package_has_is_a_difference_of_the_schema_alone(pack: Pack) -> None:
    """A reference to another table is no value of rows that do not have it."""
    found = diff(without(pack, "budget_lines", "project_id"), pack)
    assert [(one.table, one.key) for one in found] == [("schema", "budget_lines.project_id")]


def without(pack: Pack, table: str, name: str) -> Pack:
    """The package as a program wrote it that did not know a column."""
    schema = {
        one: [column for column in described if (one, column["name"]) != (table, name)]
        for one, described in pack.schema.items()
    }
    tables = {
        one: {column["name"]: pack.column(one, column["name"]) for column in described}
        for one, described in schema.items()
    }
    return decode_pack(encode_columns(pack.package, schema, tables, {}), "old")


def test_tables_that_are_the_same_to_the_byte_are_not_read_row_by_row(
    pack_data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = decode_pack(pack_data, "a"), decode_pack(pack_data, "b")
    monkeypatch.setattr(Pack, "passing", None)
    assert diff(old, new) == []


def test_a_damaged_table_is_never_the_same(pack_data: bytes) -> None:
    whole = decode_pack(pack_data, "a")
    words = whole.column("glossary", "definition")[0].encode()
    place = pack_data.rindex(words)
    damaged = bytearray(pack_data)
    damaged[place] ^= 1
    with pytest.raises(PackError, match="glossary"):
        diff(whole, decode_pack(bytes(damaged), "b"))


def test_what_a_row_refers_to_is_compared_though_its_own_table_is_the_same() -> None:
    def projects(name: str) -> Pack:
        project = filled(Project, project_id="p1", doc_id="d", name=name)
        basis = filled(ProjectBasis, project_id="p1", title="办法", doc_id="d")
        return pack_of(project, basis)

    found = {d.table for d in diff(projects("甲"), projects("乙"))}
    assert found == {"projects", "project_basis"}


def test_only_the_tables_asked_for_are_compared_and_an_unknown_one_is_refused() -> None:
    old, new = pack_of(value("6501", 1.0), block("一", 1)), pack_of(value("6501", 2.0), block("二", 1))
    assert {d.table for d in diff(old, new)} == {"prefecture_values", "blocks"}
    assert {d.table for d in diff(old, new, tables=["blocks"])} == {"blocks"}
    assert diff(old, new, tables=["package"]) == []
    with pytest.raises(UsageError, match="block"):
        diff(old, new, tables=["block"])


def budget_line(doc_id: str, amount: int, place: str | None, phase: str | None = "budget") -> BudgetLine:
    return filled(
        BudgetLine, line_id=f"{doc_id}:1", doc_id=doc_id, department="城关区民政局", year=2032, table_kind="expenditure",
        classification="functional", code="208", level=1, name="社会保障和就业支出", measure="total", amount=amount * 100,
        printed=str(amount), place_code=place, phase=phase, line_start=5, line_end=5,
    )  # fmt: skip


def test_amounts_of_departments_of_one_name_elsewhere_and_of_accounts_are_no_changes() -> None:
    def found(old: list[BudgetLine], new: list[BudgetLine]) -> list[tuple[Any, ...]]:
        return [(d.change, d.column, d.old, d.new) for d in diff(pack_of(*old), pack_of(*new)) if d.label]

    lanzhou, lhasa = budget_line("a", 10, "620102"), budget_line("b", 11, "540102")
    assert found([lanzhou], [lhasa]) == [("removed", "amount", 10, None), ("added", "amount", None, 11)]
    accounts = budget_line("c", 12, "620102", "final")
    assert found([lanzhou], [accounts]) == [("removed", "amount", 10, None), ("added", "amount", None, 12)]
    # A place or phase that one package leaves open, or states wider, is no other record.
    for open_ in (
        budget_line("a", 10, None),
        budget_line("a", 10, "620000"),
        budget_line("a", 10, "620102", None),
    ):
        assert {change for change, *_ in found([open_], [lanzhou])} == {"changed"}


def test_records_of_two_places_on_one_line_are_two() -> None:
    old = pack_of(budget_line("a", 10, "620102"), budget_line("b", 20, "540102"))
    new = pack_of(budget_line("a", 11, "620102"), budget_line("b", 21, "540102"))
    found = diff(old, new)
    assert sorted((d.doc_id, d.difference) for d in found) == [("a", 1), ("b", 1)]
    assert counts(found)["budget_lines"]["changed"] == 2


def test_a_code_has_no_difference() -> None:
    first, second = (
        msgspec.structs.replace(budget_line("a", 10, "620102"), parent_code=code) for code in ("208", "2080")
    )
    assert [(d.column, d.difference) for d in diff(pack_of(first), pack_of(second))] == [
        ("parent_code", None)
    ]


EDITION = "沙泉地区水利局\n2030年度水利事业发展统计公报{mark}\n2031年3月{day}日\n\n一、水利\n2030年，新增供水{figure}万户，新增灌溉面积{other}万亩。\n"


def test_a_document_is_found_again_by_its_file_where_another_edition_changed_its_id(tmp_path: Path) -> None:
    first = EDITION.format(mark="", day=4, figure="3.17", other="8.2")
    second = EDITION.format(mark="（更正）", day=19, figure="3.71", other="8.2")
    for folder, texts in (("old", [first]), ("new", [first, second])):
        (tmp_path / folder).mkdir()
        for name, text in zip("ab", texts, strict=False):
            (tmp_path / folder / f"{name}.txt").write_text(text, "utf-8")
    old, new = (
        decode_pack(package_bytes(compile_folder(tmp_path / folder)), folder) for folder in ("old", "new")
    )
    found = [one for one in diff(old, new) if one.table not in ("package", "schema")]
    before, own = old.column("documents", "doc_id")[0], new.column("documents", "doc_id")[0]
    assert before != own
    (renamed,) = (one for one in found if one.change == "changed")
    assert (renamed.table, renamed.column, renamed.old, renamed.new) == ("documents", "doc_id", before, own)
    assert {one.change for one in found if one is not renamed} == {"added"}
    assert own not in {one.doc_id for one in found if one is not renamed}
    assert {one.change for one in diff(new, old) if one.table == "observations"} == {"removed"}
    assert counts(diff(new, old))["observations"] == {"added": 0, "removed": 2, "changed": 0}


def test_a_document_of_another_id_whose_file_was_changed_is_found_by_its_name(tmp_path: Path) -> None:
    first = EDITION.format(mark="", day=4, figure="3.17", other="8.2")
    texts = {
        "old": {"a.txt": first},
        "new": {
            "a.txt": first.replace("3.17", "3.26"),
            "b.txt": first.replace("沙泉", "石泉").replace("8.2", "5.5"),
        },
    }
    packs = []
    for folder, files in texts.items():
        (tmp_path / folder).mkdir()
        for name, text in files.items():
            (tmp_path / folder / name).write_text(text, "utf-8")
        packs.append(decode_pack(package_bytes(compile_folder(tmp_path / folder)), folder))
    old, new = packs
    files = dict(zip(new.column("documents", "source_file"), new.column("documents", "doc_id"), strict=True))
    assert old.column("documents", "doc_id")[0] not in files.values()
    found = [one for one in diff(old, new) if one.table == "observations" and one.column == "value"]
    assert [(one.change, one.old, one.new) for one in found if one.doc_id == files["a.txt"]] == [
        ("changed", 3.17, 3.26)
    ]


def test_another_document_in_a_file_of_the_same_name_is_none_that_was_changed(tmp_path: Path) -> None:
    first = EDITION.format(mark="", day=4, figure="3.17", other="8.2")
    packs = []
    for folder, text in (("old", first), ("new", first.replace("2031", "2032").replace("2030", "2031"))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text, "utf-8")
        packs.append(decode_pack(package_bytes(compile_folder(tmp_path / folder)), folder))
    found = diff(*packs)
    assert {one.change for one in found if one.table == "documents"} == {"added", "removed"}
