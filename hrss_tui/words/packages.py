"""What citing, comparing, exporting and merging packages say."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
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
    "error.exists": ("{path} 已存在", "{path} exists"),
    "error.exists.hint": ("换一个路径，或用 --force 覆盖", "choose another path, or overwrite with --force"),
    "error.no_such_table": ("数据包中没有表 {table}", "the package has no table {table}"),
    "error.no_such_table.hint": ("可用的表：{tables}", "tables: {tables}"),
    "error.needs_library": ("导出 {what} 需要 {library}", "exporting {what} needs {library}"),
    "error.needs_library.hint": ("安装：{install}", "install it: {install}"),
    "error.too_many_rows": (
        "表 {table} 有 {rows} 行，工作表最多 {most} 行",
        "table {table} has {rows} rows, a sheet holds {most}",
    ),
    "error.too_many_rows.hint": ("改用 csv、parquet 或 sqlite", "use csv, parquet or sqlite"),
    "note.cells_cut": (
        "表 {table}：{count} 个单元格超过 {most} 字，已截断",
        "table {table}: {count} cells of more than {most} characters were cut",
    ),
}
