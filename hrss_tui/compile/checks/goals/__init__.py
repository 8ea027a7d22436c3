"""Targets against outcomes, within a document and across documents.

In: observations of documents that may be compared. Out: checks.
"""
