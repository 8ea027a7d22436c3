"""What is shown, for others to look at: a page (HTML), a picture (SVG), a workbook, a note (Markdown).

Comes in: sheets, pictures, evidence, contradictions. Goes out: text or bytes of a file that needs nothing else: no
script, style, font or picture from elsewhere, and nothing that a document says is markup in it.
"""
