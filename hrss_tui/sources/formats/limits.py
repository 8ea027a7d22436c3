"""How much a file of any format may cost to be read: whoever wrote it decides nothing about our time and memory."""

from __future__ import annotations

import msgspec


class Limits(msgspec.Struct, frozen=True):
    """What reading one file may take. `Limits()` holds for every document of an authority that we have seen.

    `size`: bytes of the file, of which a scanned budget has some tens of millions; `pages`: pages or sheets; `seconds`: of waiting for a format that is read in a process of its own, the
    recognition of pictures not counted, and again of compiling what was read; `memory`: bytes of such a process, where the system can limit them;
    `unpacked`: bytes that a compressed file may grow to; `cells`: cells of all tables of the file;
    `pictures`: scanned pages whose text is recognised where that is installed (0: none).
    """

    size: int = 256 * 2**20
    pages: int = 2_000
    seconds: float = 300.0
    memory: int = 2 * 2**30
    unpacked: int = 512 * 2**20
    cells: int = 2_000_000
    pictures: int = 200
