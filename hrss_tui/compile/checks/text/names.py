"""The names that a document gives itself: its department with another conjunction or words left out, the year of its parts."""

from __future__ import annotations

from collections.abc import Iterator

from hrss_tui import lazy_re as re
from hrss_tui.compile.checks.basics.identity import Identity
from hrss_tui.compile.checks.basics.papers import Papers
from hrss_tui.compile.checks.text.findings import finding
from hrss_tui.compile.documents.part_years import other_year
from hrss_tui.records import Block, BudgetTable, Check, Document
from hrss_tui.sources.text import close_gaps
from hrss_tui.words.check_reasons import because

_JOINS = "和与及"
_LEAST = 6
_ENDING, _BEGINNING = 4, 2
_TITLED = re.compile(r"[\u4e00-\u9fff]{6,30}(?=\s?20\d\d\s?年度?\s?(?:部门|单位)?(?:预算|决算))")
_OTHER = because("name_of_department")
_OTHER_YEAR = because("year_of_title")


def checks(papers: Papers) -> Iterator[Check]:
    """Every block that writes the name of the department of its tables otherwise, once, and headings of another year."""
    yield from _years(papers)
    names = {table.department for table in papers.of(BudgetTable) if table.department}
    name = names.pop() if len(names) == 1 else ""
    if len(name) < _LEAST:
        return
    joined = re.compile("".join(f"[{_JOINS}]" if char in _JOINS else re.escape(char) for char in name))
    for block in papers.of(Block):
        if block.kind == "table_row":
            continue
        text = close_gaps(block.text)
        other = next((match.group() for match in joined.finditer(text) if match.group() != name), "")
        other = other or next((said for said in _TITLED.findall(text) if _lacks(said, name)), "")
        if other:
            words = f"部门名称：{other} = {name}"
            yield finding(Identity("wording", words, block, "", "name"), _OTHER)


def _years(papers: Papers) -> Iterator[Check]:
    """Headings of parts that print another year than the title of the document."""
    for document in papers.of(Document):
        for block in papers.of(Block):
            year = other_year(block.text, document) if block.kind == "heading" else None
            if year is not None:
                words = f"年度：{year} = {document.year}"
                yield finding(Identity("wording", words, block, "", "year"), _OTHER_YEAR)


def _lacks(said: str, name: str) -> bool:
    """Is it the name with some of its words left out in the middle?"""
    if (
        said in name
        or name in said
        or said[:_BEGINNING] != name[:_BEGINNING]
        or said[-_ENDING:] != name[-_ENDING:]
    ):
        return False
    rest = iter(name)
    return all(char in rest for char in said)
