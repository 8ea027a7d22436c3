"""What every row is: a record, and a fact with its place in a source."""

from __future__ import annotations

from typing import Annotated, ClassVar

import msgspec
from msgspec import Meta


def col(description: str, unit: str = "") -> Meta:
    """Describe a column; `unit` is what its numbers count."""
    return Meta(description=description, extra={"unit": unit} if unit else None)


class Record(msgspec.Struct, frozen=True, gc=False, kw_only=True):
    """A row of a table; `TABLE` is the table's name, `KEY` the columns that identify a row."""

    TABLE: ClassVar[str] = ""
    KEY: ClassVar[tuple[str, ...]] = ()


class Fact(Record, frozen=True, kw_only=True):
    """A row that was read from a source document."""

    place_code: Annotated[
        str | None,
        col(
            "GB/T 2260, six digits, as maps have it (adcode): the place the row is about; null for the nation or unknown, "
            "66 with zeros for the corps, which the standard lacks"
        ),
    ] = None
    page: Annotated[
        int | None, col("number of the page or sheet the row begins on, where the source has pages")
    ] = None
    doc_id: Annotated[str, col("document the row was read from")]
    line_start: Annotated[int, col("first physical line in the source file, 1-based")]
    line_end: Annotated[int, col("last physical line in the source file, 1-based")]
