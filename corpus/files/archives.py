"""ZIP containers, opened with care: what they hold is counted and measured before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from functools import cached_property

from corpus.errors import CorruptFileError, DecompressionBombError, EncryptedFileError, TooManyMembersError
from corpus.files.damage import ZIP_DAMAGE
from corpus.files.loader import Job

__all__ = ["Archive"]

_HEAD = 4096
_LARGEST_TREE = 64 * 1024 * 1024  # bytes of XML, of which a tree takes ten times as much; books have under 20 MB
_ENCRYPTED = 0x1  # general purpose bit flag 0 (PKWARE APPNOTE 4.4.4)


@dataclass(frozen=True)
class Archive:
    """The members of a ZIP container by name.

    Nothing is written to disk, so that a member's name can lead nowhere.
    """

    container: zipfile.ZipFile
    job: Job

    @classmethod
    def open(cls, content: bytes, job: Job) -> Archive:
        """Open a container and measure it.

        Raises ``CorruptFileError``, ``TooManyMembersError``, or ``DecompressionBombError`` where the members together
        say that they are larger than allowed (one that is larger than it says is never read beyond that).
        """
        try:
            container = zipfile.ZipFile(io.BytesIO(content))
        except ZIP_DAMAGE as error:
            raise CorruptFileError(name=job.name, reason=str(error) or "not a ZIP container") from error
        members = container.infolist()
        if len(members) > job.limits.members:
            raise TooManyMembersError(name=job.name, members=len(members), limit=job.limits.members)
        if sum(member.file_size for member in members) > job.limits.expanded_bytes:
            raise DecompressionBombError(name=job.name, limit=job.limits.expanded_bytes)
        return cls(container, job)

    @cached_property
    def names(self) -> frozenset[str]:
        """The names of all members."""
        return frozenset(self.container.namelist())

    def check_parts(self, streamed: str) -> None:
        """Check the XML parts for a parser that is not ours; those whose names hold ``streamed`` it takes bit by bit.

        Raises ``CorruptFileError`` where one declares a document type, which the parser would expand, and
        ``DecompressionBombError`` where one is too large for a tree in memory.
        """
        for entry in self.container.infolist():
            if not entry.filename.endswith((".xml", ".rels")):
                continue
            if streamed not in entry.filename:
                self._refuse_large(entry)
            if b"<!DOCTYPE" in self._head(entry):
                raise CorruptFileError(name=self.job.name, reason=f"{entry.filename}: it declares a document type")

    def _refuse_large(self, entry: zipfile.ZipInfo) -> None:
        if entry.file_size > _LARGEST_TREE:
            raise DecompressionBombError(name=self.job.name, limit=_LARGEST_TREE)

    def _head(self, entry: zipfile.ZipInfo) -> bytes:
        if entry.flag_bits & _ENCRYPTED:
            raise EncryptedFileError(name=self.job.name)
        try:
            with self.container.open(entry) as stream:
                return stream.read(_HEAD)
        except ZIP_DAMAGE as error:
            raise CorruptFileError(name=self.job.name, reason=f"{entry.filename}: {error}") from error

    def read_part(self, member: str) -> bytes:
        """Return the content of an XML part. Raises as ``read``, and ``DecompressionBombError`` for a huge one."""
        if member in self.names:
            self._refuse_large(self.container.getinfo(member))
        return self.read(member)

    def read(self, member: str | zipfile.ZipInfo) -> bytes:
        """Return the content of a member, by its name or as it is listed.

        Raises ``CorruptFileError`` where there is none or it is damaged, ``EncryptedFileError`` where it is encrypted.
        """
        try:
            entry = self.container.getinfo(member) if isinstance(member, str) else member
        except KeyError as error:
            raise CorruptFileError(name=self.job.name, reason=f"{member} is missing") from error
        if entry.flag_bits & _ENCRYPTED:
            raise EncryptedFileError(name=self.job.name)
        try:
            return self.container.read(entry)
        except ZIP_DAMAGE as error:
            raise CorruptFileError(name=self.job.name, reason=f"{entry.filename}: {error}") from error
