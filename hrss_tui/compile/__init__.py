"""Parsed documents to records. Pure functions per document; `pipeline` puts them together."""
