"""The work of reading a page grows with the page and no faster, whatever its style sheets say."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest

from hrss_tui.sources.formats.html.reader import read
from hrss_tui.sources.formats.limits import Limits
from tests.robustness.steps import steps

MOST = 1.3
FIRST, DOUBLINGS = 40, 3
PAGES: dict[str, Callable[[int], str]] = {
    "siblings": lambda n: "<style>.a~.b~.c+p{opacity:0}</style>" + "<p class='a b c'>第3段</p>" * n,
    "counted": lambda n: "<style>p:nth-last-of-type(3n+1) b,p:only-child{opacity:0}</style>" + "<p><b>3</b></p>" * n,
    "nested": lambda n: ("<span style='opacity:0'>" * 30 + "甲3<p>乙4</p>" + "</span>" * 30) * (n // 4 + 1),
    "around": lambda n: "<style>div div .x div span{color:#fff}</style>" + ("<div>" * 20 + "<span>3</span>4" + "</div>" * 20) * n,
    "rules": lambda n: f"<style>{''.join(f'.k{k} .m,.m:not(.k{k}){{color:#fff}}' for k in range(n))}</style>" + "<p class=m>3</p>" * 9,
    "kinds": lambda n: "<style>.m{color:red}</style>" + "".join(f"<p id=i{k} class='m k{k}'>3</p>" for k in range(n)),
    "generated": lambda n: "<style>p::before{content:'甲' attr(id)}</style>" + "".join(f"<p id=i{k}>3</p>" for k in range(n)),
    "lists": lambda n: "<ol reversed>" + "<li value=3>甲<li>乙" * n,
    "declarations": lambda n: f"<p style=\"{'color:red;font:(' * n}\">甲</p>",
    "selectors": lambda n: f"<style>p{':not(.a' * n}, {'p > ' * n}p{{color:red}}</style><p>甲</p>",
    "strings": lambda n: "<style>p::after{content:\"" + "\\\\\\\"" * n + "}</style><p>甲</p>",
}  # fmt: skip


@pytest.mark.parametrize("kind", PAGES)
def test_steps_grow_with_the_page(kind: str) -> None:
    def work(pieces: int) -> Callable[[], object]:
        page = PAGES[kind](pieces).encode()
        return lambda: read(page, "a.html", Limits())

    work(2)()
    counted = [steps(work(FIRST << doubling)) / (FIRST << doubling) for doubling in range(DOUBLINGS + 1)]
    assert [round(b / a, 2) for a, b in pairwise(counted) if b / a > MOST] == []
