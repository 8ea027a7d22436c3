"""The program in this process with real byte streams, as a pipe would take them."""

from __future__ import annotations

import io
from collections.abc import Sequence
from contextlib import redirect_stderr, redirect_stdout
from typing import NamedTuple

from hrss_tui.__main__ import main
from hrss_tui.plain import UNSAFE

OUR_OWN = ("\n",)
"""The only control character that output holds; the tab, which separates cells, is no unsafe one."""


class Captured(NamedTuple):
    """How a command ended and the bytes it printed."""

    status: int
    out: bytes
    err: bytes


def captured(arguments: Sequence[str], encoding: str = "utf-8") -> Captured:
    """Run a command; what cannot be encoded is an error, as it is on a real stream."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding, newline="\n") for _ in range(2))
    err.reconfigure(errors="backslashreplace")
    with redirect_stdout(out), redirect_stderr(err):
        status = main(list(arguments))
    texts = []
    for stream in (out, err):
        stream.flush()
        texts.append(stream.buffer.getvalue())  # type: ignore[attr-defined]
    return Captured(status, *texts)


def unsafe_in(data: bytes) -> list[str]:
    """Characters in output that something could take as a command."""
    return sorted(set(UNSAFE.findall(data.decode("utf-8"))) - set(OUR_OWN))
