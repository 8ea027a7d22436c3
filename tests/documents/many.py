"""A package of as many budgets as wanted, written by hand in a moment: a hundred departments, years, places, checks."""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui.pack.write import encode_package
from hrss_tui.records import Block, BudgetLine, BudgetTable, Check, Document, Indicator, Observation, Record
from tests.query.handmade import WAN, filled

DEPARTMENTS = 100
KINDS = ("expenditure", "general_public_basic", "three_public")
ROWS = {
    "expenditure": (
        (None, 0, "合计"),
        ("213", 1, "农林水支出"),
        ("21303", 2, "水利"),
        ("2130301", 3, "行政运行"),
    ),
    "general_public_basic": ((None, 0, "合计"), ("302", 1, "商品和服务支出"), ("30227", 2, "委托业务费")),
    "three_public": ((None, 0, "合计"), (None, 1, "公务接待费")),
}
PLACES = ("1301", "1302", "1401")


def package(count: int) -> bytes:
    """The bytes of a package of `count` budgets: departments in turn, the years of each going back from 2030."""
    tables: dict[str, list[Record]] = {"indicators": [JOBS]}
    for number in range(count):
        for row in _document(number):
            tables.setdefault(row.TABLE, []).append(row)
    return encode_package(
        {"name": "many", "title": "许多预算", "version": "1.0.0", "sources": []}, tables, {}
    )


JOBS = filled(
    Indicator, indicator_id="urban_new_jobs", name="城镇新增就业人数", name_en="Urban new jobs", unit="人"
)


def _document(number: int) -> Iterator[Record]:
    department, year = f"第{number % DEPARTMENTS + 1:03}局", 2030 - number // DEPARTMENTS
    own = {"doc_id": f"budget-{year}-{number % DEPARTMENTS + 1:03}", "year": year, "department": department}
    place = PLACES[number % len(PLACES)]
    yield filled(
        Document, title=f"{department}{year}年部门预算", kind="budget", phase="budget", place=place,
        source_file=f"{number}.txt", source_lines=99, line_start=1, line_end=99, **own,
    )  # fmt: skip
    kinds = KINDS[: 2 if number % 50 == 7 else 3]
    for table_no, kind in enumerate(kinds, 1):
        yield filled(
            BudgetTable, table_kind=kind, table_no=table_no, title=kind, phase="budget", unit="万元",
            line_start=10 * table_no, line_end=10 * table_no + 5, **own,
        )  # fmt: skip
        yield from _lines(number, kind, table_no, own)
    yield from _rest(number, place, own)


def _lines(number: int, kind: str, table_no: int, own: dict[str, object]) -> Iterator[Record]:
    for at, (code, level, name) in enumerate(ROWS[kind]):
        amount = 1000 + number * 7 % 997 * (4 - level)
        coded = "functional" if kind == "expenditure" else "economic"
        yield filled(
            BudgetLine, line_id=f"{own['doc_id']}:t{table_no}:{at}", table_kind=kind, table_no=table_no,
            table_title=f"表{table_no}", classification="three_public" if kind == "three_public" else coded, code=code,
            level=level, name=name, parent_code=code[:-2] if code and level > 1 else None, measure="total",
            measure_label="合计", amount=amount * WAN, printed=f"{amount:,}.00", phase="budget",
            line_start=10 * table_no + at, line_end=10 * table_no + at, **own,
        )  # fmt: skip


def _rest(number: int, place: str, own: dict[str, object]) -> Iterator[Record]:
    doc_id, year = str(own["doc_id"]), own["year"]
    for at in range(3):
        status = "fails" if number % 40 == at else "rounding" if number % 9 == at else "exact"
        yield filled(
            Check, check_id=f"table_sum/{doc_id}/{at}", kind="table_sum", description=f"表1 合计 = 各项之和（{at + 1}）",
            left=5.0, right=5.0 if status == "exact" else 4.0, difference=0.0 if status == "exact" else 1.0,
            unit="万元", status=status, records=[f"{doc_id}:t1:{at}"], doc_id=doc_id, line_start=10 + at, line_end=10 + at,
        )  # fmt: skip
    text = f"{year}年城镇新增就业{number + 3}人。"
    yield filled(
        Block, block_id=f"{doc_id}:5", kind="paragraph", text=text, section="一、概况", doc_id=doc_id,
        line_start=5, line_end=5,
    )  # fmt: skip
    yield filled(
        Observation, observation_id=f"{doc_id}:5.10", indicator_id="urban_new_jobs", subject="城镇新增就业", unit="人",
        period=str(year), kind="actual", operator="=", value=float(number + 3), base_value=float(number + 3),
        base_unit="人", printed=str(number + 3), block_id=f"{doc_id}:5", place=place, doc_id=doc_id, line_start=5, line_end=5,
    )  # fmt: skip
