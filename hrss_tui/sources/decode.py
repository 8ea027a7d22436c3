"""Bytes of a file to sanitised physical lines.

The line numbers of this module are those of `sed -n`: only LF ends a line. What a terminal could take as
a command (control characters, bidirectional overrides, zero-width marks) is dropped here, once, so that
nothing behind this module has to think of it.
"""

from __future__ import annotations

import hashlib
import unicodedata
from pathlib import Path

import msgspec

from hrss_tui.errors import SourceError
from hrss_tui.plain import without_commands

MAX_BYTES = 256 * 1024 * 1024
_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))


class SourceFile(msgspec.Struct, frozen=True):
    """A decoded source: `lines[0]` is physical line 1. `notes` say what was unusual about the bytes."""

    name: str
    sha256: str
    encoding: str
    lines: tuple[str, ...]
    notes: tuple[str, ...] = ()


def decode(data: bytes, name: str) -> SourceFile:
    """Decode `data`: UTF-8, UTF-16 with a mark, else GB18030 with a note.

    Raises SourceError for an empty file, for binary data and for bytes no encoding explains.
    """
    if not data.strip():
        raise SourceError(f"{name}: 文件为空", "检查来源文件")
    text, encoding, notes = _decode_text(data, name)
    lines = text.replace("\r\n", "\n").split("\n") if "\n" in text else text.split("\r")
    if lines and not lines[-1]:
        lines.pop()
    digest = hashlib.sha256(data).hexdigest()
    return SourceFile(name, digest, encoding, tuple(without_commands(line) for line in lines), notes)


def _decode_text(data: bytes, name: str) -> tuple[str, str, tuple[str, ...]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return (
                _strict(data[len(mark) :], encoding, name),
                encoding,
                (f"{name}: 带有字节序标记 ({encoding})",),
            )
    if b"\0" in data:
        raise SourceError(f"{name}: 不是文本文件（含空字节）", "请提供 UTF-8 或 GB18030 文本")
    try:
        return data.decode("utf-8"), "utf-8", ()
    except UnicodeDecodeError:
        return _strict(data, "gb18030", name), "gb18030", (f"{name}: 按 GB18030 解码",)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        raise SourceError(
            f"{name}: 第 {error.start} 字节处无法按 {encoding} 解码", "请转换为 UTF-8 后重试"
        ) from error
    if _looks_binary(text):
        raise SourceError(f"{name}: 不是文本文件", "请提供 UTF-8 或 GB18030 文本")
    return text


def _looks_binary(text: str) -> bool:
    sample = text[:4096]
    odd = sum(
        1
        for char in sample
        if unicodedata.category(char) in {"Cc", "Cn", "Co", "Cs"} and char not in "\t\r\n"
    )
    return odd * 10 > len(sample)


def read_source(path: Path) -> SourceFile:
    """Read and decode one file. Raises SourceError with the file's name."""
    try:
        if not path.is_file():
            raise SourceError(f"{path.name}: 不是普通文件", "检查来源目录")
        if path.stat().st_size > MAX_BYTES:
            raise SourceError(f"{path.name}: 超过 {MAX_BYTES // 1024 // 1024} MiB", "拆分后重试")
        data = path.read_bytes()
    except OSError as error:
        raise SourceError(f"{path.name}: 无法读取：{error.strerror}", "检查文件权限") from error
    return decode(data, path.name)
