"""JSON Schemas of what commands print with `--format json`, generated from the structs they print.

    schema("budget")        # of one command
    schemas()               # of all, under `$defs`: what datapack/answers.schema.json holds

Beside what JSON Schema knows, a property says what its numbers count: `unit` is a unit (元, %), `unitIn` the property of
the same object that holds it. Money is in 元, with decimals where there are any. Only what `search` prints is described here
apart: a search loads no structs.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal
from types import UnionType
from typing import Annotated, Any, Final, Literal, NamedTuple, Union, get_args, get_origin

import msgspec

from hrss_tui.cli.cite import Cited
from hrss_tui.cli.doctor import Findings
from hrss_tui.compile.readings import AuditToken, DocumentReading
from hrss_tui.export.text import MONEY
from hrss_tui.money import FEN, YUAN
from hrss_tui.pack.diff import Difference, TableCounts
from hrss_tui.pack.verify import Fault
from hrss_tui.query.budget import BudgetRow
from hrss_tui.query.compare import CompareRow
from hrss_tui.query.describe import ColumnInfo, Info
from hrss_tui.query.documents import DocumentRow
from hrss_tui.query.filings.copied import CopiedRow
from hrss_tui.query.filings.departments import DepartmentRow
from hrss_tui.query.filings.years import Row
from hrss_tui.query.indicators import Statement
from hrss_tui.query.policies import Policy, Term
from hrss_tui.query.prefecture import PrefectureRow
from hrss_tui.query.real_change import ChangeRow
from hrss_tui.query.show import Passage
from hrss_tui.query.targets import TargetRow
from hrss_tui.records import Check
from hrss_tui.reference.columns import shared_title

DIALECT: Final = "https://json-schema.org/draft/2020-12/schema"
TITLE: Final = "hrss-tui {name} --format json"
_REF: Final = "#/$defs/{name}"


class FoundHit(msgspec.Struct, frozen=True):
    """A paragraph or row that fits the query: `spans` are offsets [start, end) in `text`, `lines` the lines they stand on.

    `place` and `records` are what `cite` and `evidence` take: the line, and the figures printed there.
    """

    doc_id: str
    block_id: str
    line_start: int
    line_end: int
    section: str
    text: str
    spans: tuple[tuple[int, int], ...]
    score: float
    kind: str
    lines: tuple[int, int]
    page: int | None
    place: str
    records: tuple[str, ...]


class FoundCounts(msgspec.Struct, frozen=True):
    """`search --count`: how often the query occurs, in all and per document."""

    total: int
    documents: dict[str, int]


class Answer(msgspec.Struct, frozen=True):
    """What a command prints: an array of `rows`, each of one of these structs, or one object of `one`."""

    rows: tuple[type[msgspec.Struct], ...] = ()
    one: tuple[type[msgspec.Struct], ...] = ()


class Shapes(NamedTuple):
    """The schemas of an answer: of one of its rows, of its object, and of the structs that both refer to, by name."""

    row: dict[str, Any] | None
    one: dict[str, Any] | None
    structs: dict[str, Any]


ANSWERS: Final[Mapping[str, Answer]] = {
    "budget": Answer((BudgetRow,)),
    "compare": Answer((CompareRow, DepartmentRow, Row, CopiedRow)),
    "prefecture": Answer((PrefectureRow,)),
    "changes": Answer((ChangeRow,)),
    "indicators": Answer((Statement,)),
    "targets": Answer((TargetRow,)),
    "policies": Answer((Policy,)),
    "glossary": Answer((Term,)),
    "search": Answer((FoundHit,), (FoundCounts,)),
    "show": Answer((Passage,)),
    "checks": Answer((Check,)),
    "documents": Answer((DocumentRow,)),
    "info": Answer(one=(Info,)),
    "tables": Answer((ColumnInfo,)),
    "cite": Answer((Cited,)),
    "diff": Answer((Difference, TableCounts)),
    "verify": Answer((Fault,)),
    "build": Answer((DocumentReading, AuditToken)),
    "doctor": Answer(one=(Findings,)),
}
"""Command → what it prints."""

_UNITS: Final = {
    "share": "%",
    "percent": "%",
    "index": "%",
    "of_all": "%",
    "share_of_change": "%",
    "bytes": "B",
}
_UNIT_IN: Final = {
    "value": "unit",
    "difference": "unit",
    "left": "unit",
    "right": "unit",
    "tolerance": "unit",
    "previous_value": "previous_unit",
    "base_value": "base_unit",
}
"""Property → the one beside it that holds its unit."""


def schema(name: str) -> dict[str, Any]:
    """The schema of what a command prints. Raises KeyError for one that prints no JSON."""
    found = shapes(name)
    return {"$schema": DIALECT, "title": TITLE.format(name=name), **_whole(found), "$defs": found.structs}


def schemas() -> dict[str, Any]:
    """The schemas of all commands: `#/$defs/budget` is that of `budget`."""
    defs: dict[str, Any] = {}
    for name in ANSWERS:
        found = shapes(name)
        defs[name] = {"title": TITLE.format(name=name), **_whole(found)}
        defs |= found.structs
    return {
        "$schema": DIALECT,
        "title": "hrss-tui --format json",
        "description": (__doc__ or "").partition("\n")[0],
        "$defs": defs,
    }


def shapes(name: str) -> Shapes:
    """The schemas of what a command prints. Raises KeyError for one that prints no JSON."""
    answer = ANSWERS[name]
    structs = (*answer.rows, *answer.one)
    refs, found = msgspec.json.schema_components(map(_as_printed, structs), ref_template=_REF)
    rows, one = list(refs[: len(answer.rows)]), list(refs[len(answer.rows) :])
    money = {struct.__name__: getattr(struct, MONEY, ()) for struct in structs}
    described = {struct: _struct(body, money.get(struct, ())) for struct, body in found.items()}
    return Shapes(_any(rows) if rows else None, _any(one) if one else None, described)


def _whole(found: Shapes) -> dict[str, Any]:
    """The schema of all that is printed: an array of rows, or an object."""
    rows = [{"type": "array", "items": found.row}] if found.row else []
    return _any([*rows, *([found.one] if found.one else [])])


def _any(several: list[dict[str, Any]]) -> dict[str, Any]:
    return several[0] if len(several) == 1 else {"anyOf": several}


def _as_printed(struct: type[msgspec.Struct]) -> type[msgspec.Struct]:
    """The struct with the types that its values have when they are printed: money in 元 and decimals are numbers."""
    money = getattr(struct, MONEY, ())
    fields = [(one.name, _number(one.type, one.name in money)) for one in msgspec.structs.fields(struct)]
    doc = (struct.__doc__ or "").replace(FEN, YUAN) if money else struct.__doc__
    return msgspec.defstruct(struct.__name__, fields, namespace={"__doc__": doc})


def _number(hint: Any, money: bool) -> Any:
    """A type with its decimals, and integers of money, made numbers."""
    if hint is Decimal or (money and hint is int):
        return float
    origin, args = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return Annotated[(_number(args[0], money), *args[1:])]
    if origin is Literal or not args:
        return hint
    inner = tuple(_number(each, money) for each in args)
    return Union[inner] if origin in (Union, UnionType) else origin[inner]  # noqa: UP007 - of types known only now


def _struct(body: dict[str, Any], money: Collection[str]) -> dict[str, Any]:
    """The schema of a struct as it stands in the file; later versions may print more properties."""
    properties = body["properties"]
    said = {"description": " ".join(body["description"].split())} if body.get("description") else {}
    return {
        "title": body["title"],
        **said,
        "type": "object",
        "required": body["required"],
        "properties": {name: {**_said(name, properties, money), **own} for name, own in properties.items()},
    }


def _said(name: str, properties: Collection[str], money: Collection[str]) -> dict[str, Any]:
    """What a property is called, and what its numbers count."""
    title = shared_title(name)
    said: dict[str, Any] = {"title": f"{title.zh} / {title.en}"} if title else {}
    unit = YUAN if name in money else _UNITS.get(name)
    if unit:
        return {**said, "unit": unit}
    beside = _UNIT_IN.get(name)
    return {**said, "unitIn": beside} if beside in properties else said
