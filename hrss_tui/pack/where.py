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
    return _shipped_file()


def package_key(path: str | None) -> str:
    """What tells a package from others for who remembers something of it: its file; nothing for the one shipped.

    Printable ASCII, whatever the file is called.
    """
    file = default_file()[0] if path is None else path
    real = os.path.realpath(file)
    return "" if real == os.path.realpath(_shipped_file()[0]) else ascii(real)[1:-1]


def _shipped_file() -> tuple[str, str]:
    package = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120
    installed = os.path.join(package, "data", _SHIPPED)  # noqa: PTH118
    if os.path.exists(installed):  # noqa: PTH110
        return installed, "wheel"
    return os.path.join(os.path.dirname(package), "datapack", _SHIPPED), "source tree"  # noqa: PTH118, PTH120
