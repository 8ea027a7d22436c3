"""Compile seeds/ into datapack/: the package, its descriptor, its JSON Schema and the tables of its description.

    python scripts/build_datapack.py [--check]

With --check nothing is written; the exit status is 1 where a shipped file is not what sources and records give.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hrss_tui.compile.build import package_bytes  # noqa: E402
from hrss_tui.compile.pipeline import compile_folder  # noqa: E402
from hrss_tui.pack.write import write_atomic  # noqa: E402
from scripts.datapack_docs import documents  # noqa: E402

PACK = ROOT / "datapack" / "hrss-xinjiang.msgpack"


def main() -> int:
    """Build, or compare with what is shipped."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="only compare with what is shipped")
    arguments = parser.parse_args()
    compiled = compile_folder(ROOT / "seeds")
    for note in (*compiled.notes, *map(str, compiled.errors)):
        print(note, file=sys.stderr)
    if compiled.errors:
        return 1
    data = package_bytes(compiled)
    files = {PACK: data, **documents(PACK.name, data)}
    stale = [path for path, data in files.items() if not path.exists() or path.read_bytes() != data]
    for path in stale:
        if arguments.check:
            print(f"{path.relative_to(ROOT)} is not what sources and records give")
        else:
            write_atomic(path, files[path])
            print(f"{path.relative_to(ROOT)}: {len(files[path])} bytes")
    if not stale:
        print("datapack is up to date")
    return 1 if stale and arguments.check else 0


if __name__ == "__main__":
    sys.exit(main())
