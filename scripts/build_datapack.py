"""Compile seeds/ into datapack/hrss-xinjiang.msgpack.

    python scripts/build_datapack.py [--check]

With --check nothing is written; the exit status is 1 where the shipped package is not what the sources give.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from hrss_tui.compile.build import package_bytes
from hrss_tui.compile.pipeline import compile_folder
from hrss_tui.pack.write import write_atomic

ROOT = Path(__file__).resolve().parent.parent
PACK = ROOT / "datapack" / "hrss-xinjiang.msgpack"


def main() -> int:
    """Build, or compare with what is shipped."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only compare with the shipped package")
    arguments = parser.parse_args()
    compiled = compile_folder(ROOT / "seeds")
    for note in (*compiled.notes, *map(str, compiled.errors)):
        print(note, file=sys.stderr)
    if compiled.errors:
        return 1
    data = package_bytes(compiled)
    if arguments.check:
        same = PACK.exists() and PACK.read_bytes() == data
        print("datapack is up to date" if same else f"{PACK.name} differs from what seeds/ gives")
        return 0 if same else 1
    write_atomic(PACK, data)
    print(f"{PACK.relative_to(ROOT)}: {len(data)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
