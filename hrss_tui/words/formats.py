"""What is said of files of other formats than text: what cannot be read, what was left out, and the remedy."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "source.no_text": ("{name}: 没有可读的文字", "{name}: holds no text that can be seen"),
    "source.only_unread": (
        "{name}: 没有可读的文字：{met}",
        "{name}: holds no text that can be seen: {met}",
    ),
    "source.print.hint": (
        "在浏览器或原来的程序中打开，打印成 PDF 后重试",
        "open it in a browser or its own program and print it to PDF",
    ),
    "source.many_cells": ("{name}: 表格单元格过多", "{name}: its tables have too many cells"),
    "source.damaged": ("{name}: 文件已损坏或被截断（{what}）", "{name}: is damaged or truncated ({what})"),
    "source.damaged.hint": ("重新下载或另存后重试", "download it again, or save it anew"),
    "source.encrypted": ("{name}: 文件已加密", "{name}: is encrypted"),
    "source.encrypted.hint": ("去掉密码后重试", "remove the password"),
    "source.bomb": ("{name}: 解压后超过 {size} MiB", "{name}: is larger than {size} MiB unpacked"),
    "source.many_parts": ("{name}: 内含文件过多", "{name}: holds too many parts"),
    "source.many_files": ("{name}: 文件过多", "{name}: holds too many files"),
    "source.deep": ("{name}: {part} 嵌套过深", "{name}: {part} is nested too deeply"),
    "source.doctype": (
        "{name}: {part} 含有文档类型声明，未读取",
        "{name}: {part} declares a document type and is not read",
    ),
    "source.unsupported": ("{name}: 不支持 {kind} 格式", "{name}: files of {kind} are not read"),
    "source.save.docx": (
        "在 Word 或 WPS 中另存为 .docx，或运行 soffice --headless --convert-to docx",
        "save it as .docx, or run soffice --headless --convert-to docx",
    ),
    "source.save.xlsx": (
        "在 Excel 或 WPS 中另存为 .xlsx，或运行 soffice --headless --convert-to xlsx",
        "save it as .xlsx, or run soffice --headless --convert-to xlsx",
    ),
    "source.save.pdf": ("另存为 PDF 后重试", "save it as PDF"),
    "source.unpack": ("先解压或改用 .zip", "unpack it first, or use .zip"),
    "source.unzip": ("先解压", "unpack it first"),
    "source.xls": ("{name}: 读取 .xls 需要 xlrd", "{name}: xlrd is needed to read .xls"),
    "source.xls.hint": (
        "运行 pip install xlrd，或另存为 .xlsx",
        "run pip install xlrd, or save it as .xlsx",
    ),
    "source.many_sheets": ("{name}: 超过 {most} 个工作表", "{name}: has more than {most} sheets"),
    "note.left": ("约剩 {left}", "about {left} left"),
    "note.page": ("第 {done}/{total} 页，约剩 {left}", "page {done} of {total}, about {left} left"),
    "note.open_amounts": (
        "第 {line} 行起：“{name}”的金额少于列数，不能确定属于哪一列，未收录",
        "from line {line} on: {name!r} has fewer amounts than columns, and which they are of is open; they are left out",
    ),
    "note.undated_sheet": (
        "{name}: 工作表“{sheet}”没有写明年份，读作 {own} 年的，也可能是 {said} 年的",
        "{name}: sheet {sheet!r} says no year; it is read as of {own} and may be of {said}",
    ),
    "note.other_sheet": (
        "{name}: 工作表“{sheet}”写明是“{said}”的，与“{own}”的其他工作表读作同一份文件",
        "{name}: sheet {sheet!r} says {said!r}; it is read as one document with the sheets of {own!r}",
    ),
    "note.tables_twice": (
        "{name}: 有 {count} 种只应出现一次的表出现多次，可能是几份文件；没有写明，读作一份",
        "{name}: {count} kinds of tables that a document prints once stand in it several times; it may be several documents, which nothing says",
    ),
    "note.hidden_sheets": (
        "{name}: 未读隐藏的工作表：{labels}",
        "{name}: hidden sheets are left out: {labels}",
    ),
    "note.lost_sheets": (
        "{name}: 工作簿所列的工作表不在文件里，未读：{labels}",
        "{name}: sheets that the workbook lists are not in the file: {labels}",
    ),
    "note.hidden_cells": (
        "{name}: 工作表“{sheet}”有隐藏的内容未读：{rows} 行、{columns} 列",
        "{name}: sheet {sheet!r}: {rows} hidden rows and {columns} hidden columns are left out",
    ),
    "note.no_value": (
        "{name}: 工作表“{sheet}”有 {count} 个公式没有保存结果，未读（{place} 等）；在 Excel 或 WPS 中打开并保存后重试",
        "{name}: sheet {sheet!r}: {count} formulas hold no value and are not read ({place} ...); open and save it in a spreadsheet",
    ),
    "note.errors": (
        "{name}: 工作表“{sheet}”有 {count} 个单元格是错误值（{place} 等）",
        "{name}: sheet {sheet!r}: {count} cells show an error ({place} ...)",
    ),
    "note.number_format": (
        "{name}: 工作表“{sheet}”的 {place} 等 {count} 个单元格的数字格式 {format} 未照样显示",
        "{name}: sheet {sheet!r}: the number format {format} of {count} cells ({place} ...) is not followed",
    ),
    "note.no_string": (
        "{name}: 工作表“{sheet}”有 {count} 个单元格的文字不在文件里，未读（{place} 等）",
        "{name}: sheet {sheet!r}: the text of {count} cells is not in the file and not read ({place} ...)",
    ),
    "note.struck": (
        "{name}: 工作表“{sheet}”有 {count} 个单元格的内容全部或部分画了删除线，未读（{place} 等）",
        "{name}: sheet {sheet!r}: {count} cells are struck out, wholly or in part, and left out ({place} ...)",
    ),
    "note.withheld": (
        "{name}: 工作表“{sheet}”有 {count} 个单元格的内容被数字格式 {format} 隐去，未读（{place} 等）",
        "{name}: sheet {sheet!r}: the number format {format} shows nothing of {count} cells, which are left out ({place} ...)",
    ),
    "note.invisible": (
        "{name}: 工作表“{sheet}”有 {count} 个单元格的字与底色同色（白底白字等），未读（{place} 等）",
        "{name}: sheet {sheet!r}: {count} cells are white on white, or of another colour that is that of their ground, and left out ({place} ...)",
    ),
    "note.cell_pictures": (
        "{name}: 工作表“{sheet}”有 {count} 个单元格是图片，其中的文字未读（{place} 等）",
        "{name}: sheet {sheet!r}: {count} cells are pictures, whose text is not read ({place} ...)",
    ),
    "note.barred": (
        "{name}: 工作表“{sheet}”有 {count} 个单元格只显示数据条或图标，数字未读（{place} 等）",
        "{name}: sheet {sheet!r}: {count} cells show bars or icons in place of their numbers, which are left out ({place} ...)",
    ),
    "note.conditional": (
        "{name}: 工作表“{sheet}”有 {count} 个单元格可能被条件格式隐去或改变，未读（{place} 等）",
        "{name}: sheet {sheet!r}: {count} cells may be hidden or changed by conditional formats and are left unread ({place} ...)",
    ),
    "note.deleted": ("{name}: 有修订标记删除的内容未读", "{name}: text that a revision deletes is left out"),
    "note.hidden_text": ("{name}: 有隐藏文字未读", "{name}: hidden text is left out"),
    "note.fields": (
        "{name}: 有 {count} 个域的结果不在文件里，未读；在 Word 或 WPS 中更新域并保存后重试",
        "{name}: the results of {count} fields are not in the file and not read; update them and save it anew",
    ),
    "note.charts": (
        "{name}: 有 {count} 幅图表或示意图，其中的文字未读",
        "{name}: holds {count} charts or diagrams, whose text is not read",
    ),
    "note.enclosed": (
        "{name}: 嵌入了 {count} 个其他文件，其中的文字未读",
        "{name}: encloses {count} other files, whose text is not read",
    ),
    "note.drawn": (
        "{name}: 有 {count} 处表单或图形中的数字未读",
        "{name}: numbers in {count} fields of forms or drawings are not read",
    ),
    "note.struck_text": (
        "{name}: 有 {count} 处画了删除线的文字，未读",
        "{name}: text in {count} places is struck out and left out",
    ),
    "note.faded": (
        "{name}: 有 {count} 处含数字的内容被样式移开或设为透明（可能由脚本显示），已照常读取，请核对",
        "{name}: {count} parts with numbers are moved away or made clear by a style (a script may show them) and are read; check them",
    ),
    "note.covered": (
        "{name}: 有 {count} 处含数字的内容被样式遮住，未读",
        "{name}: {count} parts with numbers are covered by a style and not read",
    ),
    "note.embedded": (
        "{name}: 嵌入了 {count} 个其他网页、文件或画布，其中的内容未读",
        "{name}: embeds {count} other pages, files or canvases, whose content is not read",
    ),
    "note.scripted": (
        "{name}: 有 {count} 处正文在脚本的数据中，未读；在浏览器中打开后打印成 PDF 或复制为文本",
        "{name}: holds text in the data of its scripts, which is not read ({count}); open it in a browser and print it to PDF or copy its text",
    ),
    "note.styles": (
        "{name}: 样式规则太多，未全部照办，可能读入了看不见的文字",
        "{name}: has more style rules than are followed; text that cannot be seen may have been read",
    ),
    "note.broken_drawings": (
        "{name}: 有 {count} 个图形部件已损坏，未读；单元格不受影响",
        "{name}: {count} drawings over its cells are broken and are not read; the cells are",
    ),
    "note.pictures": (
        "{name}: 有 {count} 幅图片，其中的文字未读",
        "{name}: holds {count} pictures, whose text is not read",
    ),
    "source.no_encoding": (
        "{name}: 编码无法识别",
        "{name}: its encoding is not known",
    ),
    "note.undecodable": (
        "{name}: 有 {count} 个字符无法按 {encoding} 解码",
        "{name}: {count} characters cannot be decoded as {encoding}",
    ),
}
