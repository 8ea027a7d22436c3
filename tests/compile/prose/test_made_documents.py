"""Whole invented documents of the kinds there are, figure by figure, against tables a person can read.

The tables beside the texts were read line by line against them. To write one anew after a change of a rule, print
`table(text)` and read it again.
"""

from pathlib import Path

import pytest

from hrss_tui.compile.one_file import compile_documents
from hrss_tui.records import Observation
from hrss_tui.sources.decode import decode

MADE = Path(__file__).parent / "made"
COLUMNS = ("printed", "unit", "operator", "period", "kind", "change", "scope", "subject", "indicator_id")


def table(text: str) -> str:
    """The observations of a document as tab-separated lines under a header."""
    rows = [
        record
        for document in compile_documents(decode(text.encode(), "made.txt"))
        for record in document.harvest.records
        if isinstance(record, Observation)
    ]
    lines = ["\t".join(str(getattr(row, column) or "") for column in COLUMNS) for row in rows]
    return "\n".join(["\t".join(COLUMNS), *lines]) + "\n"


@pytest.mark.parametrize("path", sorted(MADE.glob("*.txt")), ids=lambda path: path.stem)
def test_every_figure_of_a_made_document(path: Path) -> None:
    assert table(path.read_text("utf-8")) == path.with_suffix(".tsv").read_text("utf-8")
