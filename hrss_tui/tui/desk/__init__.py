"""What all pages work with: the package with its derived tables, the language, the unit, the entries one can go to.

Comes in: a package. Goes out: records by what pages ask for, words and amounts as written. Draws nothing.
"""
