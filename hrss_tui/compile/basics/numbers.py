"""The numbers a source prints, and who accounts for each of them."""

from __future__ import annotations

from collections.abc import Iterable

from hrss_tui import lazy_re as re
from hrss_tui.compile.basics.facts import Source
from hrss_tui.compile.basics.spans import Covered
from hrss_tui.reference.things import things

_THINGS = things()

NUMBER = re.compile(r"[0-9]+(?:[.,][0-9]+)*|[０-９]+(?:[.,．，][０-９]+)*")
IN_WORDS = re.compile(
    r"(?<![第〇零一二两三四五六七八九十百千万])[一二两三四五六七八九十][百千万亿][〇零一二两三四五六七八九十百千万亿]{0,20}"
    rf"(?=[余多]?(?:{re.any_of(_THINGS.count.words)}))|百分之[一二三四五六七八九十百点零]+"
)
"""A hundred and more in Chinese numerals before a unit: a figure as much as one in digits."""


def owners(sources: Iterable[Source]) -> dict[int, str]:
    """Line → the document whose text it holds."""
    return {
        run.line: source.doc_id for source in sources for block in source.blocks for run in block.text.runs
    }


def account(claimed: Covered, line: int, match: re.Match[str]) -> tuple[str | None, bool]:
    """Who claims the number: the first record, else the first class; nobody where a digit is left over."""
    columns = claimed.lines.get(line, {})
    found = [
        columns.get(column) for column, char in enumerate(match.group(), match.start()) if char.isdigit()
    ]
    claims = [claim for claim in found if claim is not None]
    if len(claims) < len(found):
        return None, False
    record = next((claim.by for claim in claims if claim.fact), None)
    return (record, True) if record is not None else (claims[0].by, False)
