"""What the system says when it refuses a file, by the name of the error, and what is wrong with a file of settings."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Final

WORDS: Final[dict[str, tuple[str, str]]] = {
    "os.EPERM": ("不允许这样做", "Operation not permitted"),
    "os.ENOENT": ("没有这个文件或目录", "No such file or directory"),
    "os.EINTR": ("被信号打断", "Interrupted system call"),
    "os.EIO": ("读写设备出错", "Input/output error"),
    "os.ENXIO": ("没有这个设备", "No such device or address"),
    "os.ENODEV": ("没有这种设备", "No such device"),
    "os.EBADF": ("文件没有打开", "Bad file descriptor"),
    "os.EAGAIN": ("系统一时不能提供", "Resource temporarily unavailable"),
    "os.ENOMEM": ("内存不足", "Cannot allocate memory"),
    "os.EACCES": ("没有权限", "Permission denied"),
    "os.EBUSY": ("正被使用", "Device or resource busy"),
    "os.EEXIST": ("已经存在", "File exists"),
    "os.EXDEV": ("不在同一个文件系统", "Invalid cross-device link"),
    "os.ENOTDIR": ("路径中有一段不是目录", "Not a directory"),
    "os.EISDIR": ("是一个目录", "Is a directory"),
    "os.EINVAL": ("系统不接受这样的值", "Invalid argument"),
    "os.ENFILE": ("系统打开的文件太多", "Too many open files in system"),
    "os.EMFILE": ("打开的文件太多", "Too many open files"),
    "os.ETXTBSY": ("程序正在运行", "Text file busy"),
    "os.EFBIG": ("文件太大", "File too large"),
    "os.ENOSPC": ("磁盘已满", "No space left on device"),
    "os.EROFS": ("文件系统只读", "Read-only file system"),
    "os.EMLINK": ("链接太多", "Too many links"),
    "os.EPIPE": ("对方已经关闭", "Broken pipe"),
    "os.ENAMETOOLONG": ("名字太长", "File name too long"),
    "os.ENOTEMPTY": ("目录不是空的", "Directory not empty"),
    "os.ELOOP": ("链接绕成了圈", "Too many levels of symbolic links"),
    "os.EDQUOT": ("超过磁盘配额", "Disk quota exceeded"),
    "os.ESTALE": ("网络文件已经失效", "Stale file handle"),
    "os.ETIMEDOUT": ("等待超时", "Connection timed out"),
    "os.EOPNOTSUPP": ("系统不支持", "Operation not supported"),
    "os.ENOEXEC": ("不是能运行的程序", "Exec format error"),
    "small.encoding": ("第 {at} 个字节不是 UTF-8", "byte {at} is no UTF-8"),
    "small.wrong": ("第 {line} 行第 {column} 列的写法有误", "line {line}, column {column}"),
    "small.unfinished": ("没有写完", "at its end"),
    "small.nested": ("括号的层次太多", "brackets are nested too deeply"),
    "small.parts": ("名字的段太多", "Too many parts of a name"),
    "small.number": ("数太长", "a number is too long"),
}
