"""hrss-tui: what a Chinese human-resources and social-security department plans, spends and reports.

    from hrss_tui import open_pack
    pack = open_pack()
    pack.frame("budget_lines")
    pack.search("技能大师工作室")

Importing this package imports nothing heavy: neither Textual nor Rich nor polars.
"""

from __future__ import annotations

from hrss_tui.version import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from hrss_tui.api import open_pack

__all__ = ["__version__", "open_pack"]


def __getattr__(name: str) -> Any:
    if name == "open_pack":
        from hrss_tui.api import open_pack

        return open_pack
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
