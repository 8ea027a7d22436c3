"""Identities inside and between budget tables, and between tables and narrative.

In: the budget lines of a document. Out: checks.
"""
