"""Corpora for benchmarks: the blocks of the shipped package over and over, figures, names and sentences varied.

    python scripts/bench_corpus.py SCALE OUT.msgpack

The same scale always gives the same bytes. At scale 1 the texts are those of the seeds; from scale 2 on every
copy has other figures (of the same shape), its place names exchanged and its sentences in another order, some of
them left out and some taken from elsewhere, so that neither words nor neighbourhoods are the same everywhere.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from random import Random
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from hrss_tui.pack.read import Pack, open_pack  # noqa: E402
from hrss_tui.pack.write import encode_columns, write_atomic  # noqa: E402

_SENTENCE = re.compile(r"[^。；]*[。；]|[^。；]+$")
_DIGIT = re.compile(r"[0-9]")
_NONZERO = "123456789"


class Variation:
    """What changes the texts of one copy; made from the number of the copy alone."""

    def __init__(self, copy: int, names: list[str], sentences: list[str]) -> None:
        self._random = Random(copy)
        self._sentences = sentences
        shuffled = list(names)
        self._random.shuffle(shuffled)
        self._names = dict(zip(names, shuffled, strict=True))
        self._pattern = re.compile("|".join(sorted(map(re.escape, names), key=len, reverse=True)))

    def text(self, text: str, kind: str) -> str:
        """A text of the copy."""
        if kind in ("paragraph", "list_item"):
            text = self._shuffled(text)
        text = self._pattern.sub(lambda match: self._names[match[0]], text)
        draw = self._random.random
        return _DIGIT.sub(lambda match: _NONZERO[int(draw() * 9)] if match[0] != "0" else "0", text)

    def _shuffled(self, text: str) -> str:
        parts = _SENTENCE.findall(text)
        if len(parts) < 2:
            return text
        random = self._random
        random.shuffle(parts)
        if random.random() < 0.5:
            parts[random.randrange(len(parts))] = random.choice(self._sentences)
        return "".join(parts)


def columns(pack: Pack, scale: int) -> dict[str, dict[str, list[Any]]]:
    """The tables of documents and blocks, `scale` times."""
    documents, blocks = pack.columns("documents"), pack.columns("blocks")
    names = [name for name in pack.column("prefectures", "short_name") if name in "".join(blocks["text"])]
    sentences = [part for text in blocks["text"] for part in _SENTENCE.findall(text) if 8 < len(part) < 80]
    out: dict[str, dict[str, list[Any]]] = {
        "documents": {name: [] for name in documents},
        "blocks": {name: [] for name in blocks},
    }
    for copy in range(scale):
        varied = _copy(blocks, Variation(copy, names, sentences) if copy else None)
        for table, source in (("documents", documents), ("blocks", varied)):
            for name, values in source.items():
                out[table][name] += _renamed(name, values, copy)
    return out


def _copy(blocks: Mapping[str, list[Any]], variation: Variation | None) -> Mapping[str, list[Any]]:
    if variation is None:
        return blocks
    texts = [variation.text(text, kind) for text, kind in zip(blocks["text"], blocks["kind"], strict=True)]
    breaks = [
        [
            item
            for offset, line in zip(flat[::2], flat[1::2], strict=True)
            for item in (min(offset, len(text)), line)
        ]
        for flat, text in zip(blocks["breaks"], texts, strict=True)
    ]
    return {**blocks, "text": texts, "breaks": breaks}


def _renamed(name: str, values: list[Any], copy: int) -> list[Any]:
    """Ids of a copy are its own."""
    if not copy or name not in ("doc_id", "block_id", "parent_id"):
        return values
    return [value and _id(value, copy) for value in values]


def _id(value: str, copy: int) -> str:
    doc, colon, line = value.partition(":")
    return f"{doc}-{copy:04d}{colon}{line}"


def corpus(scale: int) -> bytes:
    """A package of documents and blocks alone."""
    pack = open_pack()
    tables = columns(pack, scale)
    # the other tables are there and empty: a reader knows a package by all its columns
    tables = {
        name: tables.get(name, {column["name"]: [] for column in pack.schema[name]}) for name in pack.schema
    }
    package = {"name": f"bench-{scale}x", "title": f"bench {scale}x", "version": "0.0.0", "sources": []}
    return encode_columns(package, pack.schema, tables, {"lookup": pack.head["lookup"]})


def main() -> int:
    """Write one corpus."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("scale", type=int)
    parser.add_argument("out", type=Path)
    arguments = parser.parse_args()
    write_atomic(arguments.out, corpus(arguments.scale))
    return 0


if __name__ == "__main__":
    sys.exit(main())
