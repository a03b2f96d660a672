"""ZIP containers, opened with care: what they hold is counted and measured before anything is unpacked."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from functools import cached_property

from corpus.errors import CorruptFileError, DecompressionBombError, EncryptedFileError, TooManyMembersError
from corpus.files.loader import Job

__all__ = ["Archive"]

_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError)
_HEAD = 4096
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
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, UnicodeDecodeError) as error:
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

    def refuse_declarations(self) -> None:
        """Raise ``CorruptFileError`` where an XML part declares a document type, for parsers that would expand it."""
        for entry in self.container.infolist():
            if entry.filename.endswith((".xml", ".rels")) and b"<!DOCTYPE" in self._head(entry):
                raise CorruptFileError(name=self.job.name, reason=f"{entry.filename}: it declares a document type")

    def _head(self, entry: zipfile.ZipInfo) -> bytes:
        if entry.flag_bits & _ENCRYPTED:
            raise EncryptedFileError(name=self.job.name)
        try:
            with self.container.open(entry) as stream:
                return stream.read(_HEAD)
        except _DAMAGE as error:
            raise CorruptFileError(name=self.job.name, reason=f"{entry.filename}: {error}") from error

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
        except _DAMAGE as error:
            raise CorruptFileError(name=self.job.name, reason=f"{entry.filename}: {error}") from error
