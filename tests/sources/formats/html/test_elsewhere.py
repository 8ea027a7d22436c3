"""Titles of other pages: neighbours and related ones are no text of the page that leads to them."""

from __future__ import annotations

import pytest

from hrss_tui.sources.formats.html.reader import read
from hrss_tui.sources.formats.limits import Limits

TEXT = "<h2>戊县就业工作简报</h2><p>本月新增就业0.3万人。</p>"
KEPT = ("戊县就业工作简报", "本月新增就业0.3万人。")
TITLE = "戊县发放技能补贴82万元"


def lines(body: str) -> tuple[str, ...]:
    return read(f"<html><meta charset=utf-8><body>{body}</body></html>".encode(), "a.html", Limits()).lines


@pytest.mark.parametrize(
    "part",
    [
        f"<div>上一篇：<a href=b>{TITLE}</a></div>",
        f"<div>上一条：<a href=b>{TITLE}</a><br>下一条：没有了</div>",
        f"<p><a href=b>下一篇：{TITLE}</a></p>",
        f"<ul><li><em>上一篇</em><span><a href=b>{TITLE}</a></span></li><li><em>下一篇</em>已是最后一篇</li></ul>",
        f"<div><b>【相关阅读】</b><p>· <a href=b>{TITLE}</a> 2033-04-07</p></div>",
        f"<h3>相关文章</h3><ul><li><a href=b>{TITLE}</a><span>[04-07]</span></li><li><a href=c>{TITLE}</a></li></ul>",
        f"<div>延伸阅读：</div><p><a href=b>{TITLE}</a></p><p><a href=c>{TITLE}</a>2033年4月7日 09:15</p>",
    ],
)
def test_titles_of_other_pages_are_left_out(part: str) -> None:
    assert lines(TEXT + part) == KEPT


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        (f"<p>上一篇中说：<a href=b>{TITLE}</a></p>", f"上一篇中说：{TITLE}"),
        ("<p>相关政策惠及820人，见<a href=b>原文</a>。</p>", "相关政策惠及820人，见原文。"),
        ("<p>相关链接</p><p>全年培训820人，见<a href=b>原文</a>。</p>", "全年培训820人，见原文。"),
        ("<p>相关文件：<a href=b.xlsx>附件1：补贴发放表</a></p>", "相关文件：附件1：补贴发放表"),
        (f"<p><a href=b>{TITLE}</a></p>", TITLE),
        (f"<p><a href=b>最新信息显示，{TITLE}</a></p>", f"最新信息显示，{TITLE}"),
        (f"<h3><a name=c>相关政策</a></h3><p><a name=d>{TITLE}</a></p>", TITLE),
    ],
)
def test_text_with_links_is_kept(part: str, kept: str) -> None:
    assert lines(TEXT + part)[-1] == kept


@pytest.mark.parametrize(
    ("part", "kept"),
    [
        ("<p>附件1：<a href=b.xls>补贴发放表.xls</a>（下载次数：1,045次）</p>", ("附件1：补贴发放表.xls",)),
        ("<p>点击量：315 评论数：4条</p>", ()),
        ("<p>部门网站访问量：315次</p>", ("部门网站访问量：315次",)),
        ("<p>全年图书馆阅读量：315万册次。</p>", ("全年图书馆阅读量：315万册次。",)),
    ],
)
def test_how_often_a_page_was_read_is_no_text(part: str, kept: tuple[str, ...]) -> None:
    assert lines(TEXT + part) == (*KEPT, *kept)
