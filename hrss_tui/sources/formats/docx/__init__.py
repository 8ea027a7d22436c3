"""Word files: paragraphs with their automatic numbers, and tables."""
