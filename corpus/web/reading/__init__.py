"""One document as it is read: its text with the records in it, each record in words, what readers said, the original.

``paper`` gathers what the archive knows of a document; ``marking``, ``finding`` and ``outline`` lay it out, ``telling``
and ``values`` put a record in words, ``forms`` turns what a reviewer typed into a review, ``originals`` and
``pictures`` go back to the file.
"""
