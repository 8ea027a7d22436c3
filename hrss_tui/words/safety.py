"""What is said when something goes wrong that no one foresaw."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "fault.no_column": ("缺少该列", "the column is missing"),
    "error.senseless": ("{path}: 其中的记录互相矛盾，无法合并", "{path}: its records make no sense together"),
    "error.senseless.hint": (
        "用 hrss-tui verify 检查，或重新生成该数据包",
        "run hrss-tui verify on it, or build it again",
    ),
    "error.unstorable": ("{path}: 无法存为数据库：{what}", "{path}: cannot be stored as a database: {what}"),
    "error.crash": ("程序内部出错（{kind}）", "internal error ({kind})"),
    "error.crash.hint": (
        "报告在 {path}，其中没有文件内容，可随问题一并提交",
        "the report is {path}; it holds no document text and can be sent with a bug report",
    ),
    "error.crash.unwritten": ("报告无处可写", "no report could be written"),
    "error.missing": ("缺少程序库 {library}", "the library {library} is missing"),
    "error.missing.hint": ("重新安装 hrss-tui", "install hrss-tui again"),
    "error.memory": ("内存不足", "out of memory"),
    "error.memory.hint": ("关闭其他程序，或用更小的输入", "close other programs, or use smaller input"),
}
