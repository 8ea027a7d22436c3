"""Write invented documents and what must be read from them: `python scripts/make_documents.py OUT_DIR [options]`.

With one format the files stand in OUT_DIR, with several in OUT_DIR/<format>; OUT_DIR/truth holds a JSON file a
document, of the form that hand-read truth has. `--library` takes the documents of the tests instead of new ones.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests.documents.described import Described  # noqa: E402
from tests.documents.formats import FORMATS, Format, chosen  # noqa: E402
from tests.documents.library import documents  # noqa: E402
from tests.documents.population import population  # noqa: E402
from tests.documents.truth import truth  # noqa: E402


def write(out: Path, described: Iterable[Described], formats: tuple[Format, ...]) -> int:
    """Write every document in every format, with its truth; returns how many documents there were."""
    count = 0
    (out / "truth").mkdir(parents=True, exist_ok=True)
    for one in described:
        count += 1
        for made in formats:
            folder = out / made.name if len(formats) > 1 else out
            folder.mkdir(exist_ok=True)
            (folder / f"{one.id}{made.suffix}").write_bytes(made.render(one))
        text = json.dumps(truth(one, f"{one.id}{formats[0].suffix}"), ensure_ascii=False, indent=1)
        (out / "truth" / f"{one.id}.json").write_text(text + "\n", "utf-8")
    return count


def main() -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("out", type=Path)
    parser.add_argument("--count", type=int, default=24, help="how many documents (default 24)")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument(
        "--formats", default="pdf", help=f"comma-separated, of: {', '.join(each.name for each in FORMATS)}"
    )
    parser.add_argument(
        "--library", action="store_true", help="the documents of the tests instead of new ones"
    )
    options = parser.parse_args()
    try:
        formats = tuple(chosen(options.formats))
    except ValueError as error:
        parser.error(str(error))
    described = documents() if options.library else population(options.count, options.seed)
    print(f"{write(options.out, described, formats)} documents in {', '.join(each.name for each in formats)}")


if __name__ == "__main__":
    main()
