"""A description as a web page: clean, or as Word exports it.

The clean page has navigation and scripts around the article and the facts of the document in a block of their own;
Word's has a layout table around everything, spans in every paragraph, unclosed cells, and GB2312 in its header.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from tests.documents.as_text import headline
from tests.documents.described import Cell, Described, PageBreak, Prose, Row, Table
from tests.documents.placing import width


def render(described: Described) -> bytes:
    """A clean page in UTF-8."""
    return ("\n".join(_clean(described)) + "\n").encode()


def render_word(described: Described) -> bytes:
    """A page as Word exports it, in GB18030 declared as gb2312."""
    return ("\r\n".join(_word(described)) + "\r\n").encode("gb18030")


def _clean(described: Described) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    yield f'<html lang="zh-CN"><head><meta charset="utf-8"><title>{escape(described.title)}</title>'
    yield "<style>td { border: 1px solid #000 } .a { text-align: right }</style>"
    yield "<script>var pages = 12; function turn() { return pages < 3; }</script></head><body>"
    yield '<nav><a href="/">首页</a> &gt; <a href="/xxgk/">信息公开</a> &gt; 正文</nav>'
    if described.facts:
        yield '<table class="facts"><tbody>'
        for label, value in described.facts:
            yield f"<tr><th>{escape(label)}：</th><td>{escape(value)}</td></tr>"
        yield "</tbody></table>"
    yield "<article>"
    for part in described.parts:
        if isinstance(part, Prose):
            tag = {"title": "h1", "heading": "h2"}.get(part.kind, "p")
            yield f"<{tag}>{escape(part.text)}</{tag}>"
        elif isinstance(part, Table):
            yield from _clean_table(part)
        elif isinstance(part, PageBreak):
            yield "<hr>"
    yield "</article>"
    yield "<footer>网站标识码：0000000000 版权所有</footer></body></html>"


def _clean_table(table: Table) -> Iterator[str]:
    for title in headline(table):
        yield f"<h3>{escape(title)}</h3>"
    for caption in table.captions:
        yield "<p>" + " ".join(f"<span>{escape(part)}</span>" for part in caption) + "</p>"
    yield "<table>"
    yield "<thead>"
    yield from (_clean_row(row, "th") for row in table.header)
    yield "</thead><tbody>"
    yield from (_clean_row(row, "td") for row in table.rows)
    yield "</tbody></table>"
    for note in table.notes:
        yield f"<p>{escape(note)}</p>"


def _clean_row(row: Row, tag: str) -> str:
    return (
        "<tr>" + "".join(f"<{tag}{_spans(cell)}>{escape(cell.text)}</{tag}>" for cell in row.cells) + "</tr>"
    )


def _spans(cell: Cell) -> str:
    rows = f' rowspan="{cell.rows}"' if cell.rows > 1 else ""
    return rows + (f' colspan="{cell.columns}"' if cell.columns > 1 else "")


def _word(described: Described) -> Iterator[str]:
    yield '<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40">'
    yield '<head><meta http-equiv=Content-Type content="text/html; charset=gb2312">'
    yield f'<meta name=Generator content="Microsoft Word 15"><title>{escape(described.title)}</title>'
    yield "<!--[if gte mso 9]><xml><o:OfficeDocumentSettings><o:PixelsPerInch>96</o:PixelsPerInch>"
    yield "</o:OfficeDocumentSettings></xml><![endif]-->"
    yield "<style><!-- p.MsoNormal {margin:0cm; font-size:10.5pt} --></style></head>"
    yield "<body lang=ZH-CN><table width=960 border=0 align=center><tr><td><div class=WordSection1>"
    for label, value in described.facts:
        yield _word_paragraph(f"{label}：{value}")
    for part in described.parts:
        if isinstance(part, Prose):
            yield _word_paragraph(part.text)
        elif isinstance(part, Table):
            yield from _word_table(part)
        elif isinstance(part, PageBreak):
            yield "<span lang=EN-US><br clear=all style='page-break-before:always'></span>"
    yield "</div></td></tr></table></body></html>"


def _word_paragraph(text: str) -> str:
    return f"<p class=MsoNormal>{_word_text(text)}<span lang=EN-US><o:p></o:p></span></p>"


def _word_text(text: str) -> str:
    """Text as Word cuts it: Han characters and others in spans of their own."""
    runs: list[tuple[bool, str]] = []
    for char in text:
        latin = char.isascii()
        if runs and runs[-1][0] == latin:
            runs[-1] = (latin, runs[-1][1] + char)
        else:
            runs.append((latin, char))
    return "".join(
        f"<span lang=EN-US>{escape(run)}</span>" if latin else f"<span>{escape(run)}</span>"
        for latin, run in runs
    )


def _word_table(table: Table) -> Iterator[str]:
    """Title and captions are rows of the table, as in what a spreadsheet exports."""
    columns = width((*table.header, *table.rows))
    yield "<table class=MsoNormalTable border=0 cellspacing=0 cellpadding=0 style='border-collapse:collapse'>"
    for title in headline(table):
        yield f"<tr><td colspan={columns} style='text-align:center'>{_word_paragraph(title)}"
    for caption in table.captions:
        yield "<tr>" + "".join(_word_captions(caption, columns))
    for row in (*table.header, *table.rows):
        cells = (
            f"<td{_word_spans(cell)} valign=top>{_word_paragraph(cell.text or chr(160))}"
            for cell in row.cells
        )
        yield "<tr style='height:18.0pt'>" + "".join(cells)
    yield "</table>"
    for note in table.notes:
        yield _word_paragraph(note)


def _word_captions(caption: tuple[str, ...], columns: int) -> Iterator[str]:
    share = columns // len(caption)
    for number, part in enumerate(caption):
        size = share if number < len(caption) - 1 else columns - share * (len(caption) - 1)
        span = f" colspan={size}" if size > 1 else ""
        yield f"<td{span}>{_word_paragraph(part or chr(160))}"


def _word_spans(cell: Cell) -> str:
    rows = f" rowspan={cell.rows}" if cell.rows > 1 else ""
    return rows + (f" colspan={cell.columns}" if cell.columns > 1 else "")
