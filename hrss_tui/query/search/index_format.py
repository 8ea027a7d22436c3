"""What an index file is: its tables, its arrays, and what ties it to its package."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from hrss_tui.pack.open import LightPack, Package

SCANNED = 4 * 2**20
"""Bytes of text up to which a scan is the fastest thing there is, and no index is used."""
VERSION = "2"
"""Changes whenever tokens, tables or arrays do: an index of another version is not used."""
TABLES = ("heads", "names", "parts", "wholes")
COLUMNS = ("block_id", "section", "line_start", "line_end", "breaks")
"""Columns of the blocks that a hit needs beside its text, kind and document."""
STRIDE = 8
"""Every so many blocks it is noted where these columns stand."""
KINDS = ("heading", "paragraph", "list_item", "table_row", "note")
"""A block's kind is stored as its place here; what is none of these is stored as `OTHER`."""
OTHER = 255


def is_large(pack: Package) -> bool:
    """Is there so much text that an index is faster than reading everything?"""
    sizes = pack.head.get("sizes")
    names = [column["name"] for column in pack.schema.get("blocks", ())]
    if not isinstance(sizes, dict) or "text" not in names or len(sizes.get("blocks", ())) != len(names):
        return False
    size: object = sizes["blocks"][names.index("text")]
    return isinstance(size, int) and size > SCANNED


def index_path(pack_path: str) -> str:
    """Where the index of a package is looked for."""
    return f"{pack_path}.search"


def about(pack: LightPack) -> dict[str, str]:
    """What an index must say to fit a package."""
    return {
        "version": VERSION,
        "package": pack.digest,
        "blocks": pack.head["digests"]["blocks"],
        "size": str(pack.size),
    }
