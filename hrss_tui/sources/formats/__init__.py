"""Bytes of a published file to the one intermediate form: lines with places, grids with spans.

One module (or room) per format, told by content and never by name. In: bytes and a name. Out: a `SourceFile`, whose
lines are prose or table rows, whose grids say which cells stand where, whose pages say what a person can look up.
"""
