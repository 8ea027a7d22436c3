"""A page taken apart by the standard library: its elements, its texts, its tables."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from hrss_tui.export.shown.sheet import Cell, Column, Made, Picture, Place, Row, Run, Sheet, Source

VOID = {"meta", "br", "hr", "col"}
HOSTILE = (
    '<script>alert("1")</script><img src=http://x.example/a onerror=alert(1)> & "\' </td> \x1b[31m\u202e'
)


class Page(HTMLParser):
    """Elements with attributes in order, the text of each, cells of the rows of tables."""

    def __init__(self, page: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.rows: list[list[str]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(page.decode("utf-8"))
        self.close()
        assert not self.open, f"not closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)
            self.texts.setdefault(tag, []).append("")
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.rows[-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self.open:
            self.texts[self.open[-1]][-1] += data
        if self.rows and {"td", "th"} & set(self.open):
            self.rows[-1][-1] += data

    def all(self, tag: str) -> list[dict[str, str]]:
        """The attributes of all elements of a name."""
        return [attributes for name, attributes in self.elements if name == tag]


def assert_alone(page: bytes) -> Page:
    """The page needs nothing from elsewhere, and nothing in it runs but its own script, which its policy names."""
    read = Page(page)
    for name, attributes in read.elements:
        assert name not in (
            "link",
            "iframe",
            "object",
            "embed",
            "img",
            "base",
            "form",
            "audio",
            "video",
            "use",
            "image",
        )
        for key, value in attributes.items():
            assert not key.startswith("on"), (name, key)
            assert key not in (
                "src",
                "srcset",
                "style",
                "action",
                "formaction",
                "data",
                "background",
                "poster",
            )
            if key in ("href", "xlink:href"):
                assert value.startswith("#"), value
    ids = {attributes["id"] for _, attributes in read.elements if "id" in attributes}
    assert {one["href"][1:] for one in read.all("a")} <= ids
    assert len(read.all("script")) == len(read.all("style")) == 1
    style, script = read.texts["style"][0], read.texts["script"][0]
    assert not re.search(r"@import|url\(|@font-face|expression\(", style)
    assert not re.search(r"fetch|XMLHttp|WebSocket|import\(|eval|innerHTML|document\.write|https?:", script)
    return read


def sheet(title: str = "各地就业", text: str = "甲市", lang: str = "zh") -> Sheet:
    """An invented table with everything a page can hold."""
    rows = (
        Row((Cell(text), Cell("1,234.50", 1234.5)), (Place(1, "第 3 页"), Place(1, "第 5 页")), "r:1"),
        Row((Cell("乙县"), Cell("/", None)), (Place(2, "第 7 行"),), "r:2"),
        Row((Cell("丙县"), Cell("9", 9)), (), ""),
    )
    picture = Picture(
        "各地 万人",
        ((Run("甲市 ", "dim"), Run("12.5 ", "strong"), Run("███▌", "bar")), (Run(" 目标 ", "t3"),)),
    )
    sources = (
        Source("a-2031", title, f"某厅. {title}[R].", "a.pdf", "0" * 64),
        Source("b-2031", "乙", "乙[R].", "b.txt"),
    )
    columns = (Column("地方"), Column("人数 (万人)", right=True))
    return Sheet(
        title, columns, rows, Made("包 1.0", "compare/甲'乙", lang), (picture,), (f"说明 {text}",), sources
    )
