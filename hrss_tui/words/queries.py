"""What queries say when they cannot answer, and the names of what they answer about."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "dim.class": ("类", "class"),
    "dim.group": ("款", "group"),
    "dim.item": ("项", "item"),
    "dim.unit": ("预算单位", "unit"),
    "dim.project": ("项目", "project"),
    "dim.economic": ("经济分类", "economic class"),
    "table.number": ("表{number}", "table {number}"),
    "error.no_budget": ("数据包中没有预算表", "the package holds no budget tables"),
    "error.no_budget.hint": ("用 hrss-tui info 查看其内容", "see what it holds with hrss-tui info"),
    "error.no_year": ("没有 {year} 年的预算", "no budget for {year}"),
    "error.no_year.hint": ("可用年份：{years}", "years: {years}"),
    "error.no_budget_doc": ("没有编号为 {doc} 的预算文件", "no budget document {doc}"),
    "error.no_budget_doc.hint": ("可用文件：{docs}", "documents: {docs}"),
    "error.many_budgets": ("{year} 年有 {count} 份预算", "{count} budgets for {year}"),
    "error.many_budgets.hint": ("用 --doc 指定其一：{docs}", "name one with --doc: {docs}"),
    "error.no_table": ("没有表 {table}", "no table {table}"),
    "error.no_table.hint": ("可用的表：{tables}", "tables: {tables}"),
    "error.empty_table": ("表{number} {title}为空", "table {number} {title} is empty"),
    "error.no_code": ("没有科目 {code}", "no code {code}"),
    "error.no_code.hint": ("相近的有：{near}", "near it: {near}"),
    "error.no_code.root": (
        "不带科目运行 hrss-tui budget 可列出全部类",
        "hrss-tui budget alone lists all classes",
    ),
    "error.no_measure": ("没有列 {measure}", "no measure {measure}"),
    "error.no_measure.hint": ("可用的列：{measures}", "measures: {measures}"),
    "error.bad_dimension": ("没有维度 {dim}", "no dimension {dim}"),
    "error.bad_dimension.hint": ("可用维度：{dims}", "dimensions: {dims}"),
    "error.no_cross_section": ("没有一张表按 {dims} 分列所问的金额", "no table splits that amount by {dims}"),
    "error.no_cross_section.hint": ("各表的维度：{tables}", "what the tables give: {tables}"),
    "error.no_prefectures": ("数据包中没有地州数据", "the package holds no figures of prefectures"),
    "error.no_prefecture": ("没有地州“{name}”", "no prefecture {name!r}"),
    "error.no_prefecture.hint": (
        "相近的有：{near}；不带参数可列出全部",
        "near it: {near}; all are listed without arguments",
    ),
    "error.no_prefecture.all": ("可用的有：{near}", "there are: {near}"),
    "error.many_prefectures": ("“{name}”可以指 {found}", "{name!r} may be {found}"),
    "error.many_prefectures.hint": ("写出全名或代码", "give the whole name or the code"),
    "error.one_base": (
        "--base 只能是一个地州，“{name}”是一组",
        "--base takes one prefecture, {name!r} is a group",
    ),
    "error.no_metric": ("没有指标“{name}”", "no metric {name!r}"),
    "error.no_metric.hint": ("可用的有：{metrics}，或 all", "there are: {metrics}; or all"),
    "error.no_metric_year": ("所选指标没有 {year} 年的数值", "the metrics have no values for {year}"),
    "error.no_document": ("没有编号为 {doc} 的文件", "no document {doc}"),
    "error.no_document.hint": ("可用文件：{docs}", "documents: {docs}"),
    "error.bad_line": ("“{line}”不是行号", "{line!r} is no line number"),
    "error.bad_line.hint": ("写成 文件编号:行号", "write DOC:LINE"),
    "error.no_line": ("{doc} 没有第 {line} 行", "{doc} has no line {line}"),
    "error.no_line.hint": ("行号从 {first} 到 {last}", "its lines are {first} to {last}"),
    "error.no_indicators": ("数据包中没有指标", "the package states no indicators"),
    "error.no_indicator": ("没有指标“{pattern}”", "no indicator {pattern!r}"),
    "error.no_indicator.hint": ("相近的有：{near}", "near it: {near}"),
    "error.no_polars": ("数据框需要 polars", "data frames need polars"),
    "error.no_polars.hint": ("pip install polars", "pip install polars"),
}
