"""What citing, comparing, exporting and merging packages say."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "error.package_out": ("数据包不能写到标准输出", "a package cannot be written to standard output"),
    "error.package_out.hint": (
        "-o 后面写一个文件名；要接到别的程序，用 hrss-tui export -o -",
        "name a file behind -o; for other programs there is hrss-tui export -o -",
    ),
    "error.bad_standard": ("没有标准 GB/T 7714—{standard}", "no standard GB/T 7714-{standard}"),
    "error.bad_standard.hint": ("可用：2025、2015", "there are: 2025, 2015"),
    "error.bad_day": ("“{day}”不是日期", "{day!r} is no date"),
    "error.bad_day.hint": ("写成 2026-07-01 的形式", "write it as 2026-07-01"),
    "error.no_record": ("数据包中没有编号 {id}", "the package has no record {id}"),
    "error.no_record.hint": (
        "编号是文件号、文件号:行号，或 search、budget 等命令的 json 输出中的 *_id",
        "an id is a document, document:line, or an *_id of what search, budget and others print as json",
    ),
    "error.cannot_write": ("{path}: 无法写入：{what}", "{path}: cannot be written: {what}"),
    "error.cannot_write.hint": ("换一个可写的路径", "choose a path that can be written"),
    "error.no_file": ("{path}: 已存在，不是普通文件", "{path}: is there and is no regular file"),
    "error.no_package": (
        "{path}: 已存在，不是数据包，不覆盖",
        "{path}: is there and is no data package; it is not overwritten",
    ),
    "error.no_package.hint": (
        "换一个路径，或先移走该文件",
        "choose another path, or move the file away first",
    ),
    "error.exists": ("{path} 已存在", "{path} exists"),
    "error.exists.hint": ("换一个路径，或用 --force 覆盖", "choose another path, or overwrite with --force"),
    "error.is_read": (
        "{path} 是正在读取的数据包，不覆盖",
        "{path} is the package that is being read and is not overwritten",
    ),
    "error.ending": (
        "扩展名 {ending} 不是可以写的格式",
        "the ending {ending} is no format that can be written",
    ),
    "error.ending.hint": (
        "可用的扩展名：{endings}；或用 --format 指明格式",
        "endings: {endings}; or name a format with --format",
    ),
    "error.no_such_table": ("数据包中没有表 {table}", "the package has no table {table}"),
    "error.no_such_column": ("表 {table} 没有列 {column}", "table {table} has no column {column}"),
    "error.no_such_column.hint": ("可用的列：{columns}", "columns: {columns}"),
    "error.name_left_out": (
        "未导出名称他处不能用的表和列：{names}",
        "not exported, for no other tool could take their names: {names}",
    ),
    "error.name_left_out.hint": (
        "名称只能用字母、数字和下划线，以字母开头，至多 63 个",
        "a name is of letters, digits and strokes, a letter first, 63 at most",
    ),
    "note.called_otherwise": (
        "导出后另用名称：{names}",
        "called otherwise where they are exported: {names}",
    ),
    "error.no_such_table.hint": ("可用的表：{tables}", "tables: {tables}"),
    "error.needs_library": ("导出 {what} 需要 {library}", "exporting {what} needs {library}"),
    "error.needs_library.hint": ("安装：{install}", "install it: {install}"),
    "error.needs_distributed": ("--scheduler 需要 distributed", "--scheduler needs distributed"),
    "error.no_scheduler": ("{address}: 没有调度器应答", "{address}: no scheduler answers"),
    "error.no_scheduler.hint": (
        "用 dask scheduler 和 dask worker 启动集群，地址写成 tcp://主机:端口",
        "start a cluster with dask scheduler and dask worker; write its address as tcp://host:port",
    ),
    "error.no_workers": ("{address}: 调度器没有工作进程", "{address}: the scheduler has no workers"),
    "error.no_workers.hint": ("用 dask worker 启动工作进程", "start some with dask worker"),
    "error.too_many_rows": (
        "表 {table} 有 {rows} 行，工作表最多 {most} 行",
        "table {table} has {rows} rows, a sheet holds {most}",
    ),
    "error.too_many_rows.hint": ("改用 csv、parquet 或 sqlite", "use csv, parquet or sqlite"),
    "note.cells_cut": (
        "表 {table}：{count} 个单元格超过 {most} 字，已截断",
        "table {table}: {count} cells of more than {most} characters were cut",
    ),
    "error.not_a_stream": (
        "标准输出只能写一个文件",
        "standard output takes one file only",
    ),
    "error.not_a_stream.hint": (
        "指定一张表，或用 -o 指定文件夹",
        "name one table, or a folder with -o",
    ),
    "error.bom": ("--bom 只用于 csv", "--bom is for csv only"),
    "error.bom.hint": ("去掉 --bom，或用 --format csv", "drop --bom, or use --format csv"),
    "error.binary_terminal": ("不把二进制文件写到终端", "a binary file is not written to a terminal"),
    "error.binary_terminal.hint": ("用 -o 指定文件", "name a file with -o"),
    "error.piped": (
        "管道中只能传一张文本表；未写任何文件",
        "a pipe takes one table of text: no file was written",
    ),
    "error.piped.hint": (
        "指明一张表，或用 -o 指明文件，-o - 传送二进制",
        "name one table, or a file with -o; -o - sends a binary file",
    ),
    "note.exported": ("已写出 {path}", "wrote {path}"),
    "note.folder": ("已建立文件夹 {path}", "made the folder {path}"),
    "note.not_stated": ("{id} 未载明：{names}", "{id} does not state: {names}"),
    "missing.join": ("、", ", "),
    "missing.authors": ("责任者", "author"),
    "missing.issued": ("日期", "date"),
    "missing.url": ("网址", "address"),
    "missing.container": ("刊名或报名", "journal or newspaper"),
    "missing.pages": ("年、期、页", "year, issue, pages"),
    "diff.same": ("两个数据包没有差别", "the packages do not differ"),
    "diff.same_tables": (
        "两个数据包的 {tables} 没有差别，其他表没有比较",
        "the packages do not differ in {tables}; the other tables were not compared",
    ),
    "diff.what": ("变化", "what"),
    "diff.key": ("记录", "record"),
    "diff.old": ("原值", "old"),
    "diff.new": ("新值", "new"),
    "diff.added": ("新增", "added"),
    "diff.removed": ("删除", "removed"),
    "diff.changed": ("改变", "changed"),
    "help.export": ("把数据表导出给其他工具", "write tables for other tools"),
    "help.export.tables": ("要导出的表，默认全部", "tables, all by default"),
    "help.export.output": (
        "文件或文件夹，- 为标准输出；单张文本表默认写到标准输出",
        "file or folder, - for standard output, where one table of text goes by default",
    ),
    "help.export.bom": ("CSV 前加字节序标记，便于 Excel 打开", "a byte order mark before CSV, for Excel"),
    "help.export.force": ("覆盖已有文件", "overwrite what is there"),
    "help.cite": ("文件或记录的引用，GB/T 7714", "the citation of a document or a record, GB/T 7714"),
    "help.cite.id": (
        "文件编号、文件编号:行号、记录编号，或 package",
        "a document, document:line, a record, or package",
    ),
    "help.cite.standard": ("GB/T 7714 的年份，默认 2025", "year of GB/T 7714, 2025 by default"),
    "help.cite.url": ("来源未载明而已知的网址", "the address, where you know it"),
    "help.cite.accessed": ("引用日期", "day of access"),
    "help.diff": ("两个数据包之间的差别", "what changed between two packages"),
    "help.diff.old": ("原数据包", "the old package"),
    "help.diff.new": ("新数据包", "the new package"),
    "help.diff.table": ("只列出这张表的", "only those of a table"),
    "help.diff.summary": ("只列出各表的条数", "only the counts per table"),
    "note.unknown_left": (
        "{path}: 本程序不认识的表和列未并入：{names}",
        "{path}: left out, for this program does not know these tables and columns: {names}",
    ),
    "error.older_package": (
        "{path}: 由较早版本的程序写成，表 {table} 缺少列 {column}",
        "{path}: written by an older program, table {table} lacks the column {column}",
    ),
    "error.older_package.hint": ("从来源文本重新生成后再合并", "build it again from its sources, then merge"),
    "error.conflict": (
        "{second}: 文件 {doc} 与 {first} 中的同号文件内容不同，保留前者",
        "{second}: document {doc} differs from the one of that id in {first}, which is kept",
    ),
    "error.conflict.hint": (
        "在 manifest.toml 中给其一另取 id，或去掉其一",
        "give one of them another id in manifest.toml, or leave one out",
    ),
    "note.same_document": (
        "{second}: 文件 {doc} 与 {first} 中的相同，只取一份",
        "{second}: document {doc} is the same as in {first} and taken once",
    ),
}
