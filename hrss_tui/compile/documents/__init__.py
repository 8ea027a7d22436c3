"""The document itself: who issued it and when, its blocks, the terms it defines.

In: a parsed document and its manifest entry. Out: `documents`, `blocks`, `glossary`.
"""
