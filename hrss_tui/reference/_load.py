"""Reading the TOML files of this folder into frozen structs."""

import tomllib
from pathlib import Path
from typing import TypeVar

import msgspec

FOLDER = Path(__file__).parent

T = TypeVar("T")


class Entry(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Base of every struct read from a reference file: immutable, and a misspelt key is an error."""


def load(name: str, shape: type[T]) -> T:
    """The file `name` of this folder as a `shape`; msgspec.ValidationError says what does not fit."""
    with (FOLDER / name).open("rb") as file:
        return msgspec.convert(tomllib.load(file), shape, strict=True)
