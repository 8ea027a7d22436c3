"""What `manifest.toml` beside the sources says of them.

In: a folder. Out: a `Manifest`, checked value by value. Only what the texts themselves lack stands in it.
"""
