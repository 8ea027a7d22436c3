"""Examples of every command, as `--help`, `hrss-tui help COMMAND` and the man page show them.

What is typed is the same in both languages; what it does is said in each. A test runs them.
"""

from __future__ import annotations

from hrss_tui.cli.cells import pad, width
from hrss_tui.cli.names import PROGRAM

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

    from hrss_tui.words import Lang

EXAMPLES: Final[dict[str, tuple[tuple[str, str, str], ...]]] = {
    "": (
        ("", "打开浏览界面", "opens the explorer"),
        ("--view budget/208 --lang en", "从一个视图开始，英文界面", "begins with a view, in English"),
        ("budget 信息化", "直接问：名称含“信息化”的科目", "asks at once: codes whose name holds a word"),
    ),
    "budget": (
        ("", "全部支出，逐类", "all expenditure by class"),
        ("208 --depth 2", "208 类下的款和项", "groups and items of class 208"),
        ("信息化", "名称中有“信息化”的科目", "codes whose name holds a word"),
        ("208 --by unit --unit yuan", "208 类在各预算单位，以元为单位", "class 208 by unit, in yuan"),
        ("--format csv", "供其他程序使用", "for other programs"),
    ),
    "compare": (
        ("", "各地州，全部任务指标", "all prefectures, all metrics"),
        ("喀什 hotan 6531", "名称、拼音、代码均可", "by name, pinyin or code"),
        ("南疆四地州 --as share", "一组地州，占全区的比重", "a group, as share of the region"),
        ("--of years 208", "一个部门的历年预算和决算", "budgets and accounts of one department over the years"),
    ),
    "prefecture": (
        ("喀什", "一个地州的目标、名次和写明给它的钱", "targets, ranks and money of one prefecture"),
        ("hotan --format json", "供程序使用", "for programs"),
    ),
    "changes": (
        ("", "剔除科目和单位之间划转后真正的增减", "what really changed, without money that changed codes or hands"),
        ("208", "208 类的各项", "the items of class 208"),
    ),
    "indicators": (
        ("就业", "名称中有“就业”的指标，各时期的数", "figures of indicators whose name holds a word"),
        ("城镇新增就业人数 --format json", "一项指标，供程序使用", "one indicator, for programs"),
    ),
    "targets": (
        ("--below-last-year", "松于上年完成值的目标", "targets laxer than what was reached last year"),
        ("培训", "与培训有关的目标", "targets that speak of training"),
    ),
    "policies": (
        ("", "被引用的政策文件，被引多的在前", "cited policy documents, the most cited first"),
        ("就业创业", "一份政策文件，哪些项目以它为依据", "one of them, and the projects that rest on it"),
    ),
    "glossary": (
        ("", "全部名词", "all terms"),
        ("基本支出", "一个名词，以及用到它的数和段落", "a term with the figures and paragraphs that use it"),
    ),
    "search": (
        ("技能大师", "包含这个词的段落", "passages that hold a word"),
        ("南疆 就业 -教育", "两词都有、另一词没有", "both words and not a third"),
        ("--count 三支一扶", "在各文件中出现几次", "how often it occurs in each document"),
        ("--regex '\\d+万人次'", "正则表达式", "a regular expression"),
    ),
    "show": (
        ("plan-2021", "一份文件的开头", "the beginning of a document"),
        ("plan-2021:183 --context 2", "一行及其前后各两行", "a line with two before and after it"),
    ),
    "checks": (
        ("--status fails", "对不上的", "those that fail"),
        ("--doc budget-2026 --format json", "一份文件的全部核对", "all of one document"),
        ("--status fails --format note", "两边的原句与差额，可引用", "both sentences and the difference, to be cited"),
    ),
    "documents": (
        ("", "全部文件", "all documents"),
        ("公报 --year 2021", "题名中有“公报”的 2021 年文件", "documents of 2021 whose title holds a word"),
    ),
    "info": (
        ("", "数据包的版本、来源和行数", "version, sources and row counts of the package"),
        ("--path", "只显示文件路径", "the path of its file alone"),
    ),
    "tables": (
        ("", "全部表和列", "all tables and columns"),
        ("--format json", "供程序使用", "for programs"),
    ),
    "schema": (
        ("budget", "budget --format json 每行有什么、以什么计", "what a row of budget --format json holds and counts"),
        ("", "全部命令的，在 $defs 之下", "those of all commands, under $defs"),
    ),
    "export": (
        ("figures -o figures.csv", "全部数字，一张长表", "every figure as one long table"),
        ("prefecture_values -o values.html", "一张表，可点击排序的网页", "a table as a page that sorts by a click"),
        ("--format xlsx -o all.xlsx", "全部表，一个工作簿", "all tables as a workbook"),
        ("budget_lines --format jsonl", "一张表写到标准输出", "one table to standard output"),
    ),
    "evidence": (
        ("bulletin-2021:17.17 -o evidence.html", "一个数的证据页，可发给别人", "a page of evidence for a figure, to be sent to others"),
        ("plan-2021:183", "一行的原文、数与引文", "the text, figures and citation of a line"),
    ),
    "cite": (
        ("budget-2026", "一份文件的引文", "the citation of a document"),
        ("plan-2021:183 --standard 2015", "一行，按 2015 年标准", "of a line, by the standard of 2015"),
        ("plan-2021 --format bibtex", "BibTeX", "as BibTeX"),
    ),
    "diff": (
        ("old.msgpack new.msgpack", "两个数据包之间改了什么", "what changed between two packages"),
        ("old.msgpack new.msgpack --summary", "只看各表增删改的行数", "only how many rows of each table"),
    ),
    "verify": (
        ("", "检查所用的数据包", "checks the package in use"),
        ("mine.msgpack", "检查一个文件", "checks a file"),
    ),
    "build": (
        ("预算.pdf 公报.html -o mine.msgpack", "编译两个文件", "compiles two files"),
        ("papers --recursive -o mine.msgpack --strict", "一个文件夹；有读不出的即以 1 结束", "a folder; ends with 1 where something is not read"),
    ),
    "mcp": (("", "由智能助手启动，见 hrss-tui help howto", "started by an assistant, see hrss-tui help howto"),),
    "doctor": (("", "终端、编码、设置文件和数据包", "terminal, encoding, settings file and package"),),
    "completion": (
        ("bash", "补全脚本，可写入 ~/.local/share/bash-completion/completions/hrss-tui", "the script, for ~/.local/share/bash-completion/completions/hrss-tui"),
        ("--list codes", "脚本用来询问的科目代码", "codes, as the script asks for them"),
    ),
    "help": (
        ("search", "搜索的写法", "how searches are written"),
        ("man", "手册页（roff），可存为 hrss-tui.1", "the man page (roff), to be kept as hrss-tui.1"),
    ),
}  # fmt: skip
"""Command ("" for the program) → what is typed behind its name, and what it does, in both languages."""


def example_lines(name: str, lang: Lang) -> list[str]:
    """The examples of a command, each with what it does behind it, or below where it is long."""
    shown = [
        (" ".join(filter(None, (PROGRAM, name, typed))), zh if lang == "zh" else en)
        for typed, zh, en in EXAMPLES.get(name, ())
    ]
    wide = min(max((width(typed) for typed, _ in shown), default=0), _WIDEST)
    lines = []
    for typed, does in shown:
        if width(typed) > wide or len(_INDENT) + wide + 2 + width(does) > _ROOM:
            lines += [f"{_INDENT}{typed}", f"{_INDENT}    {does}"]
        else:
            lines.append(f"{_INDENT}{pad(typed, wide)}  {does}")
    return lines


_INDENT = "  "
_WIDEST = 44
"""Cells of a command line behind which another text stands."""
_ROOM = 79
"""Cells of a line."""
