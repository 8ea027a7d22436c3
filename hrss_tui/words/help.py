"""The help of the command line: one key per command, one per argument."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "help.program": (
        "查看人力资源和社会保障部门的计划、支出与统计。不带命令时打开浏览界面。",
        "What a human-resources and social-security department plans, spends and reports. "
        "Without a command the explorer opens.",
    ),
    "help.usage": ("用法：", "usage: "),
    "help.commands": ("命令", "commands"),
    "help.examples": ("示例", "examples"),
    "help.completion.list": (
        "补全脚本询问的名称，如科目代码",
        "names as the scripts ask for them, such as codes",
    ),
    "help.arguments": ("参数", "arguments"),
    "help.options": ("选项", "options"),
    "help.more": (
        "各命令的用法：hrss-tui 命令 --help。退出状态：0 完成，1 无结果或核对不符，2 参数或输入无法使用，"
        "3 数据包无法使用。",
        "See hrss-tui COMMAND --help. Exit status: 0 done, 1 nothing or something amiss found, "
        "2 unusable arguments or input, 3 unusable data package.",
    ),
    "help.targets": ("绩效目标与上年完成值对照", "performance targets beside last year's results"),
    "help.targets.pattern": ("指标、项目或单位名称中的文字", "words of an indicator, a project or a unit"),
    "help.targets.below": (
        "只列松于上年的：低于上年完成值，上限则高于它",
        "only targets laxer than last year: below its result, ceilings above it",
    ),
    "help.targets.none": ("只列没有上年完成值的", "only targets without a result of last year"),
    "help.targets.unit": (
        "只列与上年完成值单位不同、因此未比的",
        "only targets whose unit is not that of last year's result, which are not compared",
    ),
    "help.targets.text": ("只列不是数字的", "only targets that are no number"),
    "help.policies": (
        "项目和绩效目标所依据的政策文件",
        "the policy documents that projects and targets rest on",
    ),
    "help.policies.pattern": ("标题、文号或项目中的文字", "words of a title, a number or a project"),
    "help.glossary": ("文件中的名词解释", "the terms the documents define"),
    "help.glossary.pattern": ("名词中的文字", "words of a term"),
    "help.prefecture": (
        "一个地州：各项目标与名次、写明给它的每一笔钱、没有写明给哪个地州的部分",
        "one prefecture: targets and ranks, every amount assigned to it, what goes to none",
    ),
    "help.prefecture.name": (
        "名称、别名、拼音、首字母、英文名或代码",
        "name, alias, pinyin, initials, English name or code",
    ),
    "help.changes": (
        "与上年相比真正的增减：只换科目、换部门的资金另列",
        "what really changed on last year: money that only changed codes or hands apart",
    ),
    "help.changes.pattern": ("科目代码的开头，或名称中的文字", "beginning of a code, or words of a name"),
    "help.mcp": (
        "把只读的查询作为工具提供给智能助手（标准输入输出，MCP）",
        "the read-only questions as tools for an assistant (MCP, standard input and output)",
    ),
    "help.help": ("显示用法", "show this help"),
    "help.help.topic": (
        "tutorial、howto、reference、commands、keys、search、exit、api、architecture、man（手册页），或一个命令",
        "tutorial, howto, reference, commands, keys, search, exit, api, architecture, man (the man page), or a command",
    ),
    "error.topic": ("没有主题 {name}", "no topic {name}"),
    "error.topic.hint": ("主题有 {names}，或一个命令的名称", "topics are {names}, or the name of a command"),
    "error.no_json": ("{name} 不输出 JSON", "{name} prints no JSON"),
    "error.no_json.hint": ("输出 JSON 的命令有 {names}", "commands that print JSON are {names}"),
    "help.version": ("显示版本", "show the version"),
    "help.pack": (
        "使用的数据包，默认 $HRSS_TUI_PACK 或随程序附带的",
        "the data package; else $HRSS_TUI_PACK or the one shipped",
    ),
    "help.format": ("输出格式，默认第一种", "what to print, the first by default"),
    "help.lang": (
        "语言，默认依 $HRSS_TUI_LANG，再依系统语言",
        "language, else that of $HRSS_TUI_LANG, else of the locale",
    ),
    "help.view": ("打开的视图，如 budget/20801、compare/6531,6532", "the view to open, such as budget/20801"),
    "help.theme": ("配色：light、dark 或 Textual 的配色名", "theme: light, dark or a name of Textual's"),
    "help.ascii": ("不用宽度不定的符号", "no glyphs of ambiguous width"),
    "help.budget": (
        "预算逐级下钻：金额、占比、比上年",
        "drill into the budget: amounts, shares, change on last year",
    ),
    "help.budget.code": (
        "科目代码或名称，如 208、20801；也可写项目或单位的名称；省略为全部",
        "code or name, such as 208 or 20801, or the name of a project or unit; all without it",
    ),
    "help.budget.by": (
        "下钻顺序：class、group、item、unit、project、economic，默认 class,group,item",
        "the way down: class, group, item, unit, project, economic; default class,group,item",
    ),
    "help.budget.table": ("预算表的编号或种类", "number or kind of the budget table"),
    "help.budget.measure": ("金额列，默认 total", "column of the table, total by default"),
    "help.budget.depth": (
        "列出几级，默认 1；0 只列出该科目",
        "levels to list, 1 by default; 0 is the code alone",
    ),
    "help.budget.year": ("预算年份，默认最新", "budget year, the newest by default"),
    "help.budget.doc": ("预算文件的编号", "id of the budget document"),
    "help.budget.classification": (
        "行的分类：functional、economic、income 等",
        "what the rows are: functional, economic, income and so on",
    ),
    "help.budget.department": (
        "部门：名称、其中一段、拼音或首字母",
        "department: its name, a part of it, pinyin or initials",
    ),
    "help.budget.phase": ("预算或决算", "budget or final accounts"),
    "help.budget.unit": (
        "表格中的金额单位，默认万元",
        "unit of amounts in the table, 10k yuan by default",
    ),
    "help.compare": (
        "地州对比：数值、占比、名次、指数",
        "prefectures side by side: values, shares, ranks, indexes",
    ),
    "help.compare.of": (
        "比较什么：prefectures 各地州；departments 各部门的一个科目；years 一个部门的历年；projects 一个部门历年的项目；execution 一年的预算与决算；text 照抄上年的文字",
        "what is compared: prefectures; departments by one subject; years of one department; projects of one over the years; execution of one year's budget; text copied from last year",
    ),
    "help.compare.phase": ("预算或决算", "budget or final accounts"),
    "help.compare.table": (
        "按哪一种表比较，如 general_public_basic",
        "kind of table to compare, such as general_public_basic",
    ),
    "help.compare.measure": ("金额列，默认 total", "column of the table, total by default"),
    "help.compare.unit": ("金额单位", "unit of amounts"),
    "help.compare.by": (
        "排序：code 按科目，gap 按差额",
        "order: code, or gap with the largest differences first",
    ),
    "help.compare.prefectures": (
        "地州的名称、别名、拼音、首字母、英文名、代码或分组；省略为全部",
        "name, alias, pinyin, initials, English name, code or group; all without it",
    ),
    "help.compare.metric": (
        "指标的键或名称，可多次；all 为全部",
        "key or label of a metric, repeatable; or all",
    ),
    "help.compare.as": ("表格中显示什么", "what the table shows"),
    "help.compare.base": ("指数的基准地州，默认各地均值", "the prefecture whose index is 100, else the mean"),
    "help.compare.totals": (
        "另列所比较的合计、平均、中位数（只用于数值）",
        "with total, mean and median of what is compared (values only)",
    ),
    "help.compare.kind": (
        "数值的类别：target 目标、actual 实际、cumulative 累计、rate 比率（完成率、占比）、rank 位次、change 增减、allocation 分配；默认有目标取目标",
        "kind of value: target, actual, cumulative, rate, rank, change or allocation; targets where there are any",
    ),
    "help.compare.year": ("年份，默认最新", "year, the newest by default"),
    "help.indicators": (
        "指标的目标与完成情况，跨时期、跨文件",
        "targets and outcomes of an indicator, over periods and documents",
    ),
    "help.indicators.pattern": (
        "指标名称、别名或编号的一部分；省略为全部",
        "part of a name, alias or id; all without it",
    ),
    "help.show": ("显示文件某一行前后的原文", "the text of a document around a source line"),
    "help.show.page": ("只显示这一页（或第几张工作表）", "only this page (or sheet)"),
    "help.show.place": (
        "文件编号，可加行号，如 plan-2021:17",
        "id of a document and a line, such as plan-2021:17",
    ),
    "help.show.context": ("前后各显示几行，默认 5", "lines before and after, 5 by default"),
    "help.checks": (
        "文件中的算术关系是否成立",
        "the arithmetic identities in the documents and how each came out",
    ),
    "help.checks.status": ("只列出一种结果", "only those that came out so"),
    "help.checks.doc": ("只列出一份文件的", "only those of a document"),
    "help.checks.kind": ("只列出一种关系的", "only those of a kind"),
    "help.info": ("数据包的名称、版本、来源与各表行数", "the package: name, versions, sources, row counts"),
    "help.info.path": ("只显示文件路径", "only the path of the file"),
    "help.tables": ("数据包的表和列", "the tables of the package with their columns"),
    "help.schema": (
        "各命令 --format json 输出的 JSON Schema",
        "JSON Schemas of what commands print with --format json",
    ),
    "help.schema.command": ("一个命令，默认全部", "one command, by default all"),
    "help.verify": ("检查数据包是否完整", "check that a package is whole"),
    "help.verify.file": ("要检查的数据包，默认当前使用的", "the package, by default the one in use"),
    "help.build": (
        "把来源文本编译为数据包，也可合并多个文件夹和数据包",
        "compile folders of source documents into a data package, and merge packages",
    ),
    "help.build.sources": (
        "来源文件（PDF、网页、Word、Excel、文本）、文件夹、.zip，或要并入的数据包",
        "source files (PDF, HTML, Word, Excel, text), folders or .zip of them, or a package to merge",
    ),
    "help.build.recursive": ("连同子文件夹", "folders with all below them"),
    "help.build.max_megabytes": (
        "一个来源文件最多多少 MB，默认 256",
        "megabytes of a source file at most, 256 by default",
    ),
    "help.build.max_pages": (
        "一个文件最多多少页或工作表，默认 2000",
        "pages or sheets of a file at most, 2000 by default",
    ),
    "help.build.limit_seconds": (
        "读取一个 PDF、编译一个文件各最多多少秒，默认 300",
        "seconds that a PDF may take to be read, and any file to be compiled, 300 by default",
    ),
    "help.build.gzip": ("写成 gzip 压缩的数据包", "write the package compressed with gzip"),
    "help.build.output": ("写到哪里", "where to write"),
    "help.build.jobs": ("进程数，默认 1", "processes, 1 by default"),
    "help.build.audit": ("另列出没有任何记录认领的数字", "also list the numbers that no record claims"),
    "help.build.scheduler": (
        "在 Dask 集群上编译，来源须为各机共有的路径",
        "compile on a Dask cluster that sees the sources by the same paths",
    ),
    "help.build.strict": (
        "有来源无法使用时不写出；有内容未读出时以状态 1 结束",
        "write nothing where a source cannot be used; end with status 1 where something is not read",
    ),
    "help.doctor": (
        "检查终端、编码、颜色、字宽和数据包",
        "terminal, encoding, colours, cell widths, which package is used and why",
    ),
    "help.completion": ("输出命令行补全脚本", "print a completion script for the shell"),
    "help.completion.shell": ("哪种命令行", "which shell"),
    # The man page.
    "man.name": ("名称", "name"),
    "man.what": (
        "查看人力资源和社会保障部门的计划、支出与统计",
        "explore what a human-resources and social-security department plans, spends and reports",
    ),
    "man.synopsis": ("概要", "synopsis"),
    "man.description": ("说明", "description"),
    "man.environment": ("环境变量", "environment"),
    "man.HRSS_TUI_PACK": ("使用的数据包", "the data package to use"),
    "man.HRSS_TUI_LANG": ("语言，zh 或 en", "language, zh or en"),
    "man.LC_ALL": (
        "没有另指语言时依此；中文或没有指明语言（空、C、POSIX）用中文，其他语言用英文",
        "the language where nothing else says one: Chinese for zh and where none is named (empty, C, POSIX), else English",
    ),
    "man.LC_MESSAGES": ("没有 LC_ALL 时依此", "asked where there is no LC_ALL"),
    "man.LANG": ("两者都没有时依此", "asked where there is neither"),
    "man.HRSS_TUI_CONFIG": ("设置文件", "the settings file"),
    "man.NO_COLOR": ("有值时不用颜色", "where it is set no colours are used"),
    "man.exit": ("退出状态", "exit status"),
    "man.0": ("完成", "done"),
    "man.1": ("无结果，或核对、检查发现了问题", "nothing found, or a check found something"),
    "man.2": (
        "参数或输入无法使用，或浏览界面没有终端",
        "unusable arguments or input, or no terminal for the explorer",
    ),
    "man.3": ("数据包无法使用", "unusable data package"),
    "man.70": ("程序出错（附报告路径）", "an error of the program (its report is named)"),
    "man.130": ("被中断", "interrupted"),
    "man.see": ("另见", "see also"),
    "man.see.also": (
        "hrss-tui help tutorial、howto、reference、keys、search",
        "hrss-tui help tutorial, howto, reference, keys, search",
    ),
}
