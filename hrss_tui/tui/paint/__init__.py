"""How things look: texts by terminal cells, lines of styled pieces, colours by name, signs and bars.

Comes in: text and numbers. Goes out: pieces that a widget can draw. Knows no record, no widget, no terminal.
"""
