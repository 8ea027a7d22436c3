"""Keyword search over the blocks of a package.

`Searcher` in `searcher` is the way in; `language` says what a query may hold and `rank` why a hit stands where
it does. A search process must start fast: nothing here imports msgspec, dataclasses, typing or pathlib, which is
why these modules hold plain classes with slots instead of structs.
"""
