"""What `from hrss_tui import open_pack` gives: a package with data frames and the questions of the command line."""

from hrss_tui.api.answer import Answer
from hrss_tui.api.package import DataPack, open_pack

__all__ = ["Answer", "DataPack", "open_pack"]
