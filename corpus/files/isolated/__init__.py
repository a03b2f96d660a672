"""Native libraries at work on files of strangers, in a process of their own.

PDFium and Pillow read formats that are easy to get wrong, in C: a hostile file may hang them, or bring the process
down. So they work in a child process, which is given bytes and asked questions; it is killed when time is up, its
memory is bounded, and it cannot write a file. ``reader`` is the parent's side.
"""

from corpus.files.isolated.reader import Reader, reader

__all__ = ["Reader", "reader"]
