"""Taking things away: grids of what is shown, files of them, the clipboard of the terminal.

Comes in: rows or lines as shown. Goes out: a file, or a sequence for the terminal.
"""
