"""What is said when something goes wrong that no one foresaw."""

from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
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
