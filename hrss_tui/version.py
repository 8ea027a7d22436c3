"""The version of the program; the data package has a version of its own."""

__version__ = "0.2.0"
