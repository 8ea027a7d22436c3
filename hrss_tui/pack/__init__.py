"""The data package as a file: written deterministically, read lazily, refused when damaged."""
