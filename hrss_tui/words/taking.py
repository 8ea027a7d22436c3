"""What is said of what people take away: pages, pictures, workbooks, evidence, notes on contradictions."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    # A page of a table.
    "taken.table": ("表（{rows} 行）", "Table ({rows} rows)"),
    "taken.sorting": (
        "点表头排序：再点反序，第三次恢复原来的顺序。",
        "A click on a head sorts, another turns the order round, a third one restores it.",
    ),
    "taken.notes": ("说明", "Remarks"),
    "taken.sources": ("来源", "Sources"),
    "taken.sheet": ("数据", "Data"),
    "taken.place": ("出处", "Place"),
    "taken.line": ("第 {line} 行", "line {line}"),
    "taken.from": ("来源：{sources}", "Source: {sources}"),
    "taken.made": (
        "由 {program} 生成；数据包 {package}。本页自成一体，不从别处取用任何内容。",
        "Made by {program}; data package {package}. This page is whole: nothing in it comes from elsewhere.",
    ),
    "taken.again": ("在程序中打开同一内容：", "The same in the program:"),
    "taken.clipboard": (
        "{rows} 行已交给剪贴板（制表符分隔）",
        "{rows} rows are on the clipboard, separated by tabs",
    ),
    "taken.row": ("这一行已复制；再按 {again} 复制全表", "Row copied; {again} again copies the table"),
    "taken.formats": (
        "格式随扩展名，{keys.pane} 换；只写 .tsv 则把表交给剪贴板",
        "the ending decides the format, {keys.pane} changes it; .tsv alone puts the table on the clipboard",
    ),
    "taken.no_picture": ("这里没有可画的内容", "Nothing here can be drawn"),
    # Evidence.
    "evidence.change": ("比上年", "On last year"),
    "evidence.reason": ("原因", "Reason"),
    "evidence.definition": ("释义", "Definition"),
    "evidence.no_fact": ("{id} 不是文件里的数", "{id} is no figure of a document"),
    "evidence.no_fact.hint": (
        "可用记录的编号、校验的编号或 文件:行",
        "give the id of a record or of a check, or document:line",
    ),
    "evidence.peers.indicator": ("同一指标的各个数", "Figures of the same indicator"),
    "evidence.peers.table": ("同表同级各行", "Rows of the same level of the table"),
    "evidence.peers.prefectures": ("各地州", "The prefectures"),
    "evidence.peers.project": ("同一项目的各部分", "Parts of the same project"),
    "evidence.bound": (
        "{left} 与 {right}：差 {difference}",
        "{left} against {right}: missed by {difference}",
    ),
    "evidence.passage": ("原文", "Text"),
    "evidence.chart": ("与同类的数比较", "Beside its like"),
    "evidence.checks": ("所在的核对", "Checks it stands in"),
    "evidence.citation": ("引文（GB/T 7714）", "Citation (GB/T 7714)"),
    "evidence.unmarked": (
        "这段文字里同样的数不止一处，未作标记。",
        "The text has this figure more than once, or in other words: it is not marked.",
    ),
    "evidence.correction": (
        "原文印作“{printed}”，读作“{reading}”：{reason}",
        'Printed "{printed}", read "{reading}": {reason}',
    ),
    "help.evidence": (
        "一页证据：数、原句、图、核对与引文",
        "one page of evidence: figure, sentence, chart, checks, citation",
    ),
    "help.evidence.id": (
        "记录编号、校验编号（两边的原句对照）或 文件:行",
        "id of a record, of a check (both sentences side by side), or document:line",
    ),
    "help.evidence.output": (
        "写入文件，扩展名定格式：.html .md",
        "write a file; its ending names the format: .html .md",
    ),
    "note.titles": ("文件的标题见 hrss-tui documents", "titles of the documents: hrss-tui documents"),
    "evidence.title": ("证据页：{what}", "Evidence: {what}"),
    "evidence.nothing": ("这里没有可以举证的数", "Nothing here that evidence could be given for"),
}
