"""Compile invented documents in every format and compare with what they must give: `python scripts/check_documents.py`.

One line a document and format: amounts promised, read, missing and too many, failing checks; `--show N` lists the
first N of each. Ends with 1 where a document was not read exactly, or a check fails though nothing is wrong.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hrss_tui.compile.pipeline import Compiled  # noqa: E402
from hrss_tui.records import Check, Document  # noqa: E402
from tests.documents.described import Described  # noqa: E402
from tests.documents.formats import FORMATS, Format, chosen  # noqa: E402
from tests.documents.library import documents  # noqa: E402
from tests.documents.population import population  # noqa: E402
from tests.documents.reading import Amount, compiled, promised, read  # noqa: E402


def check(described: Described, made: Format, show: int) -> bool:
    """Print how one document was read; true where it was read exactly."""
    with tempfile.TemporaryDirectory() as folder:
        found = compiled(described, made, Path(folder) / "one")
    want, got = promised(described), read(found)
    fails = [row for row in found.tables["checks"] if isinstance(row, Check) and row.status == "fails"]
    wrong_facts = list(_facts(described, found))
    missing, extra = want - got, got - want
    right = not missing and not extra and not wrong_facts and not found.errors and not fails
    print(
        f"{'ok ' if right else '-- '}{described.id} {made.name}{_traits(described)}: {sum(want.values())} promised, {sum(got.values())} read, "
        f"{sum(missing.values())} missing, {sum(extra.values())} too many, {len(fails)} fail"
    )
    _list("missing", missing, show)
    _list("too many", extra, show)
    lines = [f"error {error.message}" for error in found.errors]
    lines += (
        wrong_facts
        + [f"fails {row.description}: {row.left} {row.right}" for row in fails]
        + [f"note {note}" for note in found.notes]
    )
    for line in lines[: 3 * show]:
        print(f"     {line}")
    return right


def _traits(described: Described) -> str:
    return f" ({', '.join(described.traits)})" if described.traits else ""


def _facts(described: Described, found: Compiled) -> Iterator[str]:
    """Facts of the document that were read wrong."""
    rows = [row for row in found.tables["documents"] if isinstance(row, Document)]
    if len(rows) != 1:
        yield f"{len(rows)} documents"
    for row in rows[:1]:
        for name in ("year", "phase"):
            if getattr(row, name) != getattr(described, name):
                yield f"{name} {getattr(row, name)} for {getattr(described, name)}"


def _list(what: str, amounts: Counter[Amount], show: int) -> None:
    kinds = Counter(one.kind for one in amounts.elements())
    if amounts and show:
        print(f"   {what}: {dict(kinds)}")
    for one in list(amounts)[:show]:
        print(
            f"     {one.kind} {one.side} {one.code} {one.name} level {one.level} {one.measure} {one.printed} = {one.fen} {one.restored}"
        )


def main() -> int:
    """Read the command line, check, and say how many were read exactly."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "--formats", default=",".join(each.name for each in FORMATS if not each.name.startswith("pdf-"))
    )
    parser.add_argument("--only", default="", help="ids that begin so")
    parser.add_argument("--show", type=int, default=0)
    parser.add_argument(
        "--new", type=int, default=0, help="check this many new documents instead of those of the tests"
    )
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    try:
        formats = tuple(chosen(options.formats))
    except ValueError as error:
        parser.error(str(error))
    described = population(options.new, options.seed) if options.new else documents()
    results = [
        check(one, made, options.show)
        for one in described
        if one.id.startswith(options.only)
        for made in formats
    ]
    print(f"{sum(results)} of {len(results)} read exactly")
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
