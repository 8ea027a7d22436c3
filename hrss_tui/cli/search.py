"""`hrss-tui search`: find words in the documents.

Everything here and behind it starts fast: no msgspec, no typing at run time, the package read only where needed.
"""

from __future__ import annotations

from hrss_tui.cli.parser import positive
from hrss_tui.cli.search_text import STYLES, Page, answer_count, count_lines, hit_lines
from hrss_tui.errors import EXIT_DONE, EXIT_FOUND
from hrss_tui.pack.open import open_light
from hrss_tui.query.leaves import Pages
from hrss_tui.query.search.figures import Figures
from hrss_tui.query.search.filters import is_code, is_english_name
from hrss_tui.query.search.searcher import LIMIT, Searcher

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterable, Iterator
    from typing import Any

    from hrss_tui.cli.context import Context
    from hrss_tui.cli.parser import Parser
    from hrss_tui.query.search.answer import Answer
    from hrss_tui.query.search.totals import Totals


FORMATS = ("table", "json", "csv", "md", "html")
_COLUMNS = (
    *("doc_id", "block_id", "line_start", "line_end", "section", "text", "spans", "score", "kind", "lines"),
    *("page", "place", "records"),
)
"""What a hit is printed with for programs, as `answers.FoundHit` describes it: their heads stand where there is none, too."""


def arguments(parser: Parser) -> None:
    """What the command takes."""
    parser.leaves_out = True
    parser.add("query", key="search.query", nargs="+", metavar="QUERY")
    parser.add("--doc", key="search.doc", metavar="ID", action="append", default=[])
    parser.add("--kind", key="search.kind", metavar="KIND", action="append", default=[])
    parser.add("--regex", key="search.regex", action="store_true")
    parser.add("--limit", key="search.limit", metavar="N", type=positive, default=LIMIT)
    parser.add("--count", key="search.count", action="store_true")
    parser.add("--explain", key="search.explain", action="store_true")


def run(options: Namespace, context: Context) -> int:
    """Print the hits, or with --count how many there are."""
    searcher = Searcher(open_light(context.pack_path))
    query = " ".join(options.query)
    answer = searcher.search(
        query, limit=options.limit, docs=options.doc, kinds=options.kind, regex=options.regex
    )
    if options.count:
        _print_counts(context, searcher, answer)
    else:
        _print_hits(context, searcher, answer, options.explain)
        _tell_more(context, searcher, answer)
    found = bool(answer.hits)
    code = ("code", is_code(searcher.pack, query.strip()))
    named = ("named", not found and is_english_name(searcher.pack, query))
    for key, said in (("none", not found), code, named, ("cut", answer.cut), _reading(searcher)):
        if said:
            context.note(context.words[f"find.{key}"].format(query=query.strip()))
    return EXIT_DONE if found else EXIT_FOUND


def _tell_more(context: Context, searcher: Searcher, answer: Answer) -> None:
    """That a limit left hits out: the listing for people ends with it, a program reads it beside the rows."""
    if answer.more:
        context.whole = searcher.count(answer).blocks
        if context.format != "table":
            context.note(context.words["find.of"].format(shown=len(answer.hits), blocks=context.whole))


def _reading(searcher: Searcher) -> tuple[str, bool]:
    """The notice that everything is read, and whether it is due."""
    return ("broke", True) if searcher.broke else ("large", searcher.slow)


def _print_counts(context: Context, searcher: Searcher, answer: Answer) -> None:
    totals = searcher.count(answer)
    if context.format == "json":
        context.write(_counts_json(totals))
    elif context.format == "csv":
        context.write(_counts_csv(totals))
    elif context.format in ("md", "html"):
        _counts_table(context, searcher, totals)
    elif answer.hits:
        context.write(count_lines(Page(context, searcher, answer)), STYLES)


def _print_hits(context: Context, searcher: Searcher, answer: Answer, explain: bool) -> None:
    if context.format == "json":
        context.write(_hits_json(_rows(searcher, answer)))
    elif context.format == "csv":
        context.write(_hits_csv(_rows(searcher, answer)))
    elif context.format == "md":
        context.write(_hits_markdown(_rows(searcher, answer)))
    elif context.format == "html":
        _hits_page(context, searcher, answer)
    elif answer.hits:
        context.write(hit_lines(Page(context, searcher, answer, explain=explain)), STYLES)


def _rows(searcher: Searcher, answer: Answer) -> list[dict[str, Any]]:
    """The hits as plain values, with the number of their page or sheet and what `cite` and `evidence` take."""
    pages, figures = Pages(searcher.pack), Figures(searcher.pack)
    return [
        {
            **hit.as_row(),
            "page": pages.number(hit.doc_id, hit.lines[0]),
            "place": f"{hit.doc_id}:{hit.lines[0]}",
            "records": [figure.record_id for figure in figures.of(hit)],
        }
        for hit in answer.hits
    ]


def _hits_json(found: list[dict[str, Any]]) -> Iterator[str]:
    from json import dumps

    rows = [dumps(row, ensure_ascii=False) for row in found]
    return iter(["[", *(f"{row}," for row in rows[:-1]), *rows[-1:], "]"])


def _counts_json(totals: Totals) -> Iterator[str]:
    from json import dumps

    yield dumps({"total": totals.occurrences, "documents": totals.documents}, ensure_ascii=False)


def _hits_markdown(rows: list[dict[str, Any]]) -> Iterable[str]:
    """The hits as a Markdown table: document, page, lines, section, text."""
    from hrss_tui.cli.output import Field, attribute_of, markdown

    shown = ("place", "page", "section", "text")
    fields = [Field(name, attribute_of(name)) for name in shown]
    return markdown(fields, rows) if rows else ()


def _hits_page(context: Context, searcher: Searcher, answer: Answer) -> None:
    """The hits as a page of one file, each with its document and page."""
    from hrss_tui.cli.output import Field, attribute_of, write_page

    said = context.words
    fields = [
        Field(said["head.title"], attribute_of("title")),
        Field(said["head.passage"], attribute_of("text")),
        Field(said["head.section"], attribute_of("section")),
        Field(said["head.id"], attribute_of("place")),
    ]
    names = (searcher.pack.column("documents", name) for name in ("doc_id", "title"))
    titles = dict(zip(*names, strict=True))
    rows = [{**row, "title": titles.get(row["doc_id"], "")} for row in _rows(searcher, answer)]
    write_page(context, fields, rows, [answer_count(context.words, searcher.count(answer))], answer.hits)


def _hits_csv(rows: list[dict[str, Any]]) -> Iterable[str]:
    for row in rows:
        row["records"] = " ".join(row["records"])
        row["spans"] = [f"{start}-{end}" for start, end in row["spans"]]
        row["lines"] = "{}-{}".format(*row["lines"])
    return _csv(_COLUMNS, [[row[name] for name in _COLUMNS] for row in rows])


def _counts_csv(totals: Totals) -> Iterable[str]:
    return _csv(("doc_id", "occurrences"), [list(pair) for pair in totals.documents.items()])


def _counts_table(context: Context, searcher: Searcher, totals: Totals) -> None:
    """The counts as a Markdown table or as a page of one file."""
    from hrss_tui.cli.output import Field, markdown, write_page

    names = (searcher.pack.column("documents", name) for name in ("doc_id", "title"))
    titles = dict(zip(*names, strict=True))
    fields = [
        Field(context.words["find.head.occurrences"], lambda row: f"{row[1]:,}", right=True),
        Field(context.words["head.id"], lambda row: row[0]),
        Field(context.words["head.title"], lambda row: titles.get(row[0], "")),
    ]
    rows = list(totals.documents.items())
    if context.format == "html":
        write_page(context, fields, rows, [answer_count(context.words, totals)])
    else:
        context.write(markdown(fields, rows) if rows else ())


def _csv(names: tuple[str, ...], rows: list[list[Any]]) -> Iterable[str]:
    from hrss_tui.export.text import csv_lines

    return csv_lines(names, rows)
