"""Every form in which a description can be written down: name → how, and the file's suffix."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import msgspec

from tests.documents import as_docx, as_html, as_markdown, as_text, as_xlsx
from tests.documents.described import Described
from tests.documents.paper import Paper


class Format(msgspec.Struct, frozen=True):
    """A way to write a description down. `name` is unique, `suffix` is the file's."""

    name: str
    suffix: str
    render: Callable[[Described], bytes]


PAPERS = {
    "pdf": Paper(),
    "pdf-boxes": Paper(rules="boxes", foot="dashed", mixed=True, head=True),
    "pdf-strips": Paper(rules="strips", white=True, turned=True, foot="of"),
    "pdf-single": Paper(single=True, size=7.0),
    "pdf-unembedded": Paper(embedded=False, rules="boxes"),
    "pdf-unruled": Paper(rules="none", foot="dashed"),
    "pdf-across": Paper(rules="across", foot="of"),
    "pdf-upright": Paper(rules="upright", numbers="centre"),
    "pdf-three": Paper(rules="three", numbers="centre", foot="dashed"),
    "pdf-outer": Paper(rules="outer", mixed=True),
    "pdf-shaded": Paper(rules="shaded", head=True),
    "pdf-dotted": Paper(rules="dotted", numbers="centre"),
    "pdf-double": Paper(rules="double"),
    "pdf-down": Paper(split="down"),
    "pdf-down-labels": Paper(split="down+", rules="boxes", foot="of"),
    "pdf-over": Paper(split="over", numbers="centre"),
    "pdf-over-labels": Paper(split="over+", head=True),
    "pdf-hidden": Paper(hidden=True, foot=""),
}
"""Ways to print: see `Paper`."""


def _pdf(paper: Paper, described: Described) -> bytes:
    from tests.documents.as_pdf import render

    return render(described, paper)


FORMATS = (
    Format("text", ".txt", as_text.render),
    Format("markdown", ".md", as_markdown.render),
    Format("html", ".html", as_html.render),
    Format("html-word", ".htm", as_html.render_word),
    Format("docx", ".docx", as_docx.render),
    Format("xlsx", ".xlsx", as_xlsx.render),
    Format("aligned", ".txt", as_text.render_aligned),
    Format("csv", ".csv", as_text.render_csv),
    Format("docx-tracked", ".docx", as_docx.render_tracked),
    Format("xlsx-hidden", ".xlsx", as_xlsx.render_hidden),
    *(Format(name, ".pdf", partial(_pdf, paper)) for name, paper in PAPERS.items()),
)


def chosen(names: str) -> Iterator[Format]:
    """The formats of a comma-separated list; raises ValueError for a name that is none."""
    known = {each.name: each for each in FORMATS}
    for name in names.split(","):
        if name not in known:
            raise ValueError(f"{name}: one of {', '.join(known)}")
        yield known[name]
