"""What archives and document exchange ask of a document, filled as far as its text says it.

The fields are data (``*.toml``), a file for each rule and version: rules change. A field that no text can fill is kept,
empty, with the reason, so that whoever completes it sees that it is wanted.
"""
