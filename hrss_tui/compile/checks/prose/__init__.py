"""Identities that sentences state: sums, shares, rates, counts.

In: the observations of a document. Out: checks.
"""
