"""What every family of checks stands on: indexed records, printed cells, identities with their tolerance.

In: records of one document. Out: `Check` rows and the indexes they are computed from.
"""
