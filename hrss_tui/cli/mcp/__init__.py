"""`hrss-tui mcp`: the read-only questions of the command line as tools for an assistant.

In: JSON-RPC lines on standard input (Model Context Protocol). Out: the same records the commands print with
--format json, with the citation of each, on standard output. Nothing is written anywhere, nothing is sent anywhere.
"""
