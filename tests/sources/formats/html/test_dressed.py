"""One document, written down plainly and dressed as pages are: by classes, by styles, with words that cannot be seen."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import count, islice

import pytest

from hrss_tui.sources.formats.form import SourceFile
from hrss_tui.sources.formats.html.reader import read
from hrss_tui.sources.formats.limits import Limits
from tests.documents import as_html
from tests.documents.library import documents

_EVERY = 9
"""Of so many texts one is dressed."""
_TEXT = re.compile(r"(<(?:p|h\d|td|th)[^>]*>)([^<]+)(</(?:p|h\d|td|th)>)")
_WAYS = {
    "gone": "display:none", "away": "position:absolute;left:-9999px", "clear": "opacity:0", "white": "color:#fff",
    "none": "font-size:0", "clip": "position:absolute;clip:rect(0 0 0 0)", "shape": "clip-path:inset(100%)",
    "small": "display:inline-block;width:0;overflow:hidden", "dark": "visibility:hidden", "struck": "text-decoration:line-through",
}  # fmt: skip
_CMS = """
  .TRS_Editor p, .TRS_Editor td{margin:0 0 15px;text-indent:2em;font-size:14px;line-height:1.8} .clearfix:after{content:'.';
  display:block;height:0;clear:both;visibility:hidden} .bt_content{width:100%;overflow:hidden} ol,ul,li{list-style:none}
  .tab-con>div{display:none} .tab-con>div.on{display:block} [hidden]{display:none!important} a:hover .tip{display:none}
  @media print{.content{display:none}} @media (max-width:768px){.pc{display:none}} .content *{max-width:100%}
  sup{vertical-align:baseline;position:relative;top:-.5em} table td{vertical-align:top;word-break:break-all}
"""


def _dressed(page: str, form: str) -> str:
    """A page with some of its texts written in another form."""
    numbers = count()
    return _TEXT.sub(lambda match: match.expand(form) if next(numbers) % _EVERY == 0 else match[0], page)


def _by_class(page: str) -> str:
    """Every text with words that a class hides."""
    sheet = "".join(f".{name}{{{way}}}" for name, way in _WAYS.items())
    hidden = "".join(f"<span class='x {name}'>8</span>" for name in _WAYS)
    return _in_cms(_dressed(page, rf"\1<span class=x>\2</span>{hidden}\3"), sheet)


def _by_style(page: str) -> str:
    hidden = "".join(f'<span style="{way}">8</span>' for way in _WAYS.values())
    return _dressed(page, rf"\1{hidden}<span style='font-family:仿宋_GB2312;font-size:16pt'>\2</span>\3")


def _by_place(page: str) -> str:
    """By rules that lean on where an element stands."""
    sheet = "".join(f"b:nth-of-type({number}) i{{{way}}}" for number, way in enumerate(_WAYS.values(), 1))
    hidden = "".join("<b><i>8</i></b>" for _ in _WAYS)
    return _in_cms(_dressed(page, rf"\1\2{hidden}\3"), sheet)


def _in_cms(page: str, sheet: str) -> str:
    """In the templates of a system for pages: tabs of which one is shown, boxes that cut what floats."""
    head, article, rest = re.split(r"(<article>.*</article>)", page, flags=re.DOTALL)
    inside = f"<div class='content pc bt_content clearfix'><div class=tab-con><div>旧文</div><div class=on><div class=TRS_Editor>{article}</div></div></div></div>"
    return f"{head.replace('<style>', f'<style>{_CMS}{sheet}')}{inside}{rest}"


def _seen(page: str) -> SourceFile:
    return read(page.encode(), "a.html", Limits())


@pytest.mark.parametrize("dress", [_by_class, _by_style, _by_place, lambda page: _in_cms(page, "")])
def test_a_document_is_read_the_same_however_it_is_dressed(dress: Callable[[str], str]) -> None:
    for described in islice(documents(), 1, 4):
        page = as_html.render(described).decode()
        plain, dressed = _seen(page), _seen(dress(page))
        assert dressed.lines == plain.lines
        assert dressed.grids == plain.grids
        assert dressed.facts == plain.facts
