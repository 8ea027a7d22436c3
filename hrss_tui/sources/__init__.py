"""Bytes of a source document to decoded lines, joined paragraphs, outline and tables. Knows no budget."""
