"""What `build` says of every document: what was read of it and what was not."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "reading.document": (
        "{file}: {title}（{about}）：读出{read}；{numbers} 个数字中 {share}% 已归类",
        "{file}: {title} ({about}): read {read}; {share} % of {numbers} numbers accounted for",
    ),
    "reading.no_numbers": (
        "{file}: {title}（{about}）：读出文字，其中没有数字",
        "{file}: {title} ({about}): its text was read, no numbers are in it",
    ),
    "reading.passed_over": (
        "{folder}: 未读 {count} 个其他种类的文件：{names}（PDF、网页、Word、Excel、CSV、文本可读；扫描图片先合成 PDF）",
        "{folder}: not read, of other kinds ({count}): {names} (PDF, web pages, Word, Excel, CSV and text are read; put scanned pictures into a PDF)",
    ),
    "reading.below": (
        "{folder}: 其中 {count} 个文件夹没有看（--recursive 连同它们）",
        "{folder}: folders in it that were not looked into: {count} (--recursive takes them too)",
    ),
    "reading.nothing": ("0 项", "nothing"),
    "reading.join": ("、", ", "),
    "reading.budget_tables": ("预算表 {count} 张", "{count} budget tables"),
    "reading.budget_lines": ("金额 {count} 个", "{count} amounts"),
    "reading.budget_changes": ("增减说明 {count} 条", "{count} changes"),
    "reading.projects": ("项目 {count} 个", "{count} projects"),
    "reading.performance_targets": ("绩效指标 {count} 条", "{count} performance targets"),
    "reading.prefecture_values": ("分地区数 {count} 个", "{count} figures by area"),
    "reading.observations": ("正文数据 {count} 条", "{count} figures in prose"),
    "help.documents": (
        "数据包所收的文件与读出的内容",
        "the documents of the package and what was read of them",
    ),
    "help.documents.pattern": (
        "标题、编号、发布单位或部门中的文字",
        "words of a title, id, issuer or department",
    ),
    "help.documents.place": (
        "地区名称、拼音、首字母或代码，连同其下各级；nation 为全国",
        "name, pinyin, initials or code of a place, with all inside it; nation for the whole country",
    ),
    "help.documents.department": (
        "有预算或决算的部门：名称的一部分、拼音或首字母",
        "a department with budgets or accounts: a part of its name, pinyin or initials",
    ),
    "help.indicators.place": (
        "只列一个地区的：名称、拼音、首字母或代码，连同其下各级；nation 为全国",
        "only of one place: name, pinyin, initials or code, with all inside it; nation for the nation itself",
    ),
    "help.documents.year": ("文件所讲的年份", "year the document is about"),
    "help.documents.phase": ("预算、决算或都不是", "budget, final accounts or neither"),
    "help.documents.kind": ("文件种类，如 budget、bulletin", "kind of document, such as budget or bulletin"),
    "error.no_documents": ("没有这样的文件", "there is no such document"),
    "error.no_documents.hint": ("文件种类有：{kinds}", "kinds of documents: {kinds}"),
    "error.no_place": ("没有名为“{name}”的地区", "no place is called {name!r}"),
    "error.no_place.hint": (
        "{has}写全名或 GB/T 2260 代码",
        "{has}write its full name or its GB/T 2260 code",
    ),
    "error.no_place.has": ("数据包中有：{found}；其他的", "the package has {found}; of others "),
    "error.many_places": ("“{name}”可指 {count} 个地区", "{name!r} means {count} places"),
    "head.where": ("地区", "place"),
    "head.phase": ("阶段", "phase"),
    "head.pages": ("页", "pages"),
    "head.tables": ("预算表", "tables"),
    "head.figures_read": ("读出的数", "figures"),
    "head.unread": ("未读", "not read"),
    "reading.phase.budget": ("预算", "budget"),
    "reading.phase.final": ("决算", "final accounts"),
    "reading.few": (
        "{file}: 注意：{numbers} 个数字中 {left} 个未读出，在第 {lines} 行",
        "{file}: note: {left} of {numbers} numbers are not read, in lines {lines}",
    ),
    "reading.more": (
        "{file}: 另有 {count} 处未读，见数据包的表 unread 或 --format json",
        "{file}: {count} more places are not read; see table unread of the package, or --format json",
    ),
    "reading.at": ("{file} 第 {line} 行：{what}", "{file}, line {line}: {what}"),
    "reading.at_page": (
        "{file} 第 {page} 页（第 {line} 行）：{what}",
        "{file}, page {page} (line {line}): {what}",
    ),
    "reading.unknown_table": (
        "表“{title}”无法识别，按文本保留",
        "the table {title!r} is not known and kept as text",
    ),
    "reading.unknown_header": (
        "表“{title}”的表头无法识别，按文本保留",
        "the header of {title!r} is not known, kept as text",
    ),
    "reading.unknown_column": (
        "表“{title}”：未知的列“{printed}”，按文本保留",
        "{title!r}: unknown column {printed!r}, kept as text",
    ),
    "reading.unknown_row": (
        "表“{title}”：不认识的行“{name}”，未读：{printed}",
        "{title!r}: the row {name!r} is not known and not read: {printed}",
    ),
    "reading.no_unit": (
        "表“{title}”没有金额单位，表内金额按文本保留",
        "{title!r} states no unit of money, its amounts are kept as text",
    ),
    "reading.unreadable": (
        "表“{title}”：“{name}”的数无法读取：{printed}",
        "{title!r}: a figure of {name!r} cannot be read: {printed}",
    ),
    "reading.hidden": (
        "表“{title}”：工作簿里隐藏的行或列，未读：{printed}",
        "{title!r}: a row or column that the workbook hides is not read: {printed}",
    ),
    "reading.unsure": (
        "正文的数不能确定是什么的，未读：{printed}",
        "of what these figures of the text are is not sure, they are not read: {printed}",
    ),
    "reading.repeated": (
        "“{title}”：“{name}”重复解释，按文本保留",
        "{title!r}: {name!r} is explained again, kept as text",
    ),
}
