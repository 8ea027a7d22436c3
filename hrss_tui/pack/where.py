"""Which package is opened when none is named. Free of imports that take time, for every command asks this."""

from __future__ import annotations

import os

ENVIRONMENT = "HRSS_TUI_PACK"
_SHIPPED = "hrss-xinjiang.msgpack"


def default_file() -> tuple[str, str]:
    """Path and reason: the file that the environment names, else the one shipped with the program."""
    named = os.environ.get(ENVIRONMENT)
    if named:
        return named, f"${ENVIRONMENT}"
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    installed = os.path.join(package, "data", _SHIPPED)  # noqa: PTH118
    if os.path.exists(installed):  # noqa: PTH110
        return installed, "wheel"
    return os.path.join(os.path.dirname(package), "datapack", _SHIPPED), "source tree"  # noqa: PTH118, PTH120
