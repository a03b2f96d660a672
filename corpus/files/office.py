"""Word 97-2003, OpenDocument and RTF: LibreOffice makes a .docx of them, and the .docx is read.

LibreOffice keeps what the smaller converters lose: automatic numbering, tables, notes, and the fonts that tell old
encodings. Where it is missing, catdoc reads what it can of .doc and .rtf, with a warning.
"""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from corpus.errors import ConversionError, CorruptFileError, EncryptedFileError, ToolMissingError
from corpus.files.archives import Archive
from corpus.files.damage import OLE_DAMAGE
from corpus.files.encodings import Run, unicode_of
from corpus.files.formats import Format
from corpus.files.loaded import LoadWarning, WarningCode
from corpus.files.loader import Body, Job
from corpus.files.programs import Program, run, scratch_folder
from corpus.files.word.loader import WordLoader

__all__ = ["OfficeLoader"]

_SUFFIXES: Mapping[Format, str] = MappingProxyType({Format.DOC: ".doc", Format.RTF: ".rtf", Format.ODT: ".odt"})
_APPLICATION = re.compile(rb"<Application>LibreOffice/([\d.]+)")
_PATIENCE = 90.0  # seconds for one conversion; those of long documents take five
_CATDOC_READS = frozenset({Format.DOC, Format.RTF})

# A profile that has never been used, in which nothing is run, fetched, linked, recovered or asked.
_SECURITY = "Common/Security/Scripting"
_SETTINGS = (
    (_SECURITY, "MacroSecurityLevel", "3"),
    (_SECURITY, "DisableMacrosExecution", "true"),
    (_SECURITY, "BlockUntrustedRefererLinks", "true"),
    ("Common/Misc", "FirstRun", "false"),
    ("Writer/Content/Update", "Link", "0"),
    ("Calc/Content/Update", "Link", "1"),
    ("Recovery/RecoveryInfo", "Enabled", "false"),
)
_ITEM = (
    '<item oor:path="/org.openoffice.Office.{path}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value>'
    "</prop></item>"
)


class OfficeLoader:
    """Reads .doc, .odt and .rtf."""

    name = "office"
    version = "1"

    def load(self, content: bytes, job: Job) -> Body:
        """Return the text, or raise a ``FileError``: a password, damage, time, or no program that could read it."""
        _refuse_encrypted(content, job)
        try:
            converted = convert(content, _SUFFIXES[job.format], "docx", job)
        except ToolMissingError:
            if job.format in _CATDOC_READS and Program.CATDOC.path():
                return _with_catdoc(content, job)
            raise
        body = WordLoader().load(converted, job)
        return Body(body.text, warnings=body.warnings, engine=_engine(converted, job))


def convert(content: bytes, suffix: str, target: str, job: Job) -> bytes:
    """Have LibreOffice convert a document to another format, named by its extension.

    Raises ``ToolMissingError``, ``TimedOutError``, or ``ConversionError`` where nothing comes out.
    """
    with scratch_folder() as folder:
        source = folder / f"document{suffix}"
        source.write_bytes(content)
        profile = folder / "profile"
        _write_profile(profile)
        options = ("--headless", "--norestore", "--nologo", "--nodefault", "--nolockcheck")
        finished = run(
            Program.SOFFICE,
            [f"-env:UserInstallation={profile.as_uri()}", *options, "--convert-to", target, "--outdir", folder, source],
            job,
            folder=folder,
            seconds=_PATIENCE,
        )
        result = folder / f"document.{target}"
        if result.is_symlink() or not result.is_file():
            raise ConversionError(name=job.name, tool="LibreOffice", reason=_complaint(finished.complaints))
        return result.read_bytes()


def _write_profile(folder: Path) -> None:
    items = "".join(_ITEM.format(path=path, name=name, value=value) for path, name, value in _SETTINGS)
    settings = f'<?xml version="1.0"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'
    (folder / "user").mkdir(parents=True)
    (folder / "user" / "registrymodifications.xcu").write_text(settings, encoding="utf-8")


def _complaint(text: str) -> str:
    """What LibreOffice says of the file; its remarks about Java are about this machine."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and "java" not in line.lower()]
    return lines[-1][:200].removeprefix("Error: ") if lines else "nothing came out"


def _with_catdoc(content: bytes, job: Job) -> Body:
    with scratch_folder() as folder:
        source = folder / "document"
        source.write_bytes(content)
        finished = run(Program.CATDOC, ["-w", "-d", "utf-8", source], job, folder=folder)
    if finished.code:
        raise ConversionError(name=job.name, tool="catdoc", reason=finished.reason())
    text = unicode_of([Run(finished.output.decode("utf-8", "replace"))]).texts[0]
    lost = LoadWarning(WarningCode.FALLBACK, "catdoc")
    return Body(text, warnings=(lost,), engine="catdoc")


def _engine(converted: bytes, job: Job) -> str:
    """The program that wrote a .docx, by what it says of itself in it: ``libreoffice/7.4.7.2``."""
    properties = "docProps/app.xml"
    archive = Archive.open(converted, job)
    said = _APPLICATION.search(archive.read(properties)) if properties in archive.names else None
    return f"libreoffice/{said[1].decode()}" if said else "libreoffice"


def _refuse_encrypted(content: bytes, job: Job) -> None:
    """LibreOffice would ask for the password, or only say that it cannot read the file."""
    if job.format is Format.ODT:
        manifest = "META-INF/manifest.xml"
        archive = Archive.open(content, job)
        if manifest in archive.names and b"encryption-data" in archive.read(manifest):
            raise EncryptedFileError(name=job.name)
    elif job.format is Format.DOC and _is_encrypted_doc(content, job):
        raise EncryptedFileError(name=job.name)


def _is_encrypted_doc(content: bytes, job: Job) -> bool:
    """Read the flag fEncrypted of the file information block ([MS-DOC] 2.5.2, FibBase)."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(content)) as container, container.openstream("WordDocument") as stream:
            base = stream.read(12)
    except OLE_DAMAGE as error:
        raise CorruptFileError(name=job.name, reason=str(error)) from error
    return len(base) == 12 and bool(base[11] & 0x01)
