"""What a file is, told by its content. An extension only decides between kinds of text that look alike.

Signatures are those of the formats' own specifications; ZIP and OLE2 containers are told apart by what they hold.
"""

from __future__ import annotations

import io
import zipfile
from enum import Enum
from pathlib import PurePath

import regex

from corpus.files.damage import OLE_DAMAGE, ZIP_DAMAGE
from corpus.files.encodings import wide_encoding

__all__ = ["OLE2", "Format", "sniff"]


class Format(Enum):
    """A format that can be told by its content: what people call it, and its media type (IANA)."""

    TEXT = ".txt", "text/plain"
    MARKDOWN = ".md", "text/markdown"
    HTML = ".html", "text/html"
    DOCX = ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    DOC = ".doc", "application/msword"
    ODT = ".odt", "application/vnd.oasis.opendocument.text"
    RTF = ".rtf", "application/rtf"
    XLSX = ".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    XLS = ".xls", "application/vnd.ms-excel"
    ODS = ".ods", "application/vnd.oasis.opendocument.spreadsheet"
    PDF = ".pdf", "application/pdf"
    PNG = ".png", "image/png"
    JPEG = ".jpg", "image/jpeg"
    TIFF = ".tif", "image/tiff"
    BMP = ".bmp", "image/bmp"
    GIF = ".gif", "image/gif"
    WEBP = ".webp", "image/webp"
    EML = ".eml", "message/rfc822"
    ZIP = ".zip", "application/zip"
    # Known, and refused by name.
    ENCRYPTED_OFFICE = "Office with a password", "application/vnd.ms-office"
    WORD_XML = "Word 2003 XML", "application/vnd.ms-wordml"
    OLE = "OLE2", "application/x-ole-storage"
    PPTX = ".pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation"
    PPT = ".ppt", "application/vnd.ms-powerpoint"
    GZIP = "gzip", "application/gzip"
    SEVEN_ZIP = "7z", "application/x-7z-compressed"
    RAR = "RAR", "application/vnd.rar"
    SQLITE = "SQLite", "application/vnd.sqlite3"
    PROGRAM = "program", "application/x-executable"
    XML = "XML", "application/xml"
    BINARY = "binary", "application/octet-stream"

    def __init__(self, label: str, media_type: str) -> None:
        self.label = label
        self.media_type = media_type


OLE2 = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_SIGNATURES: tuple[tuple[bytes, Format], ...] = (
    (b"{\\rtf", Format.RTF),
    (b"\x89PNG\r\n\x1a\n", Format.PNG),
    (b"\xff\xd8\xff", Format.JPEG),
    (b"GIF8", Format.GIF),
    (b"II*\x00", Format.TIFF),
    (b"MM\x00*", Format.TIFF),
    (b"\x1f\x8b", Format.GZIP),
    (b"7z\xbc\xaf\x27\x1c", Format.SEVEN_ZIP),
    (b"Rar!\x1a\x07", Format.RAR),
    (b"SQLite format 3\x00", Format.SQLITE),
    (b"\x7fELF", Format.PROGRAM),
    (b"MZ\x90\x00", Format.PROGRAM),
)
_OLE_STREAMS: tuple[tuple[str, Format], ...] = (
    ("EncryptedPackage", Format.ENCRYPTED_OFFICE),
    ("WordDocument", Format.DOC),
    ("Workbook", Format.XLS),
    ("Book", Format.XLS),
    ("PowerPoint Document", Format.PPT),
)
_OLE_SUFFIXES = {".doc": Format.DOC, ".dot": Format.DOC, ".xls": Format.XLS}
_ZIP_MEMBERS: tuple[tuple[str, Format], ...] = (
    ("word/", Format.DOCX),
    ("xl/", Format.XLSX),
    ("ppt/", Format.PPTX),
)
_PACKAGE_PART = "[Content_Types].xml"
_PACKAGE_SUFFIXES = {".xlsx": Format.XLSX, ".pptx": Format.PPTX}
_OPEN_DOCUMENT: tuple[tuple[bytes, Format], ...] = (
    (b"application/vnd.oasis.opendocument.text", Format.ODT),
    (b"application/vnd.oasis.opendocument.spreadsheet", Format.ODS),
)
_HEAD = 4096
_LONGEST_TYPE = 100
_PDF_HEAD = 1024  # Readers accept this much rubbish before the header (PDF 32000-1, implementation note 13).
_CONTROLS = bytes(byte for byte in range(32) if byte not in b"\t\n\v\f\r\x1b")
_MOST_CONTROLS = 0.01

_MARKUP = regex.compile(
    rb"(?:\s*+(?:<\?xml[^>]*+>|<!--(?s:.*?)-->))*+\s*+<(?:!doctype\s++html|html|head|body|meta)\b", regex.I
)
_FRAGMENT = regex.compile(rb"\s*+<(?:div|p|table|span|center|b|font|h[1-6]|ul|ol)\b[^<>]*+>", regex.I)
_XML = regex.compile(rb"\s*+<\?xml\b")
_WORD_XML = (b"schemas.microsoft.com/office/word/2003/wordml", b"schemas.microsoft.com/office/2006/xmlPackage")
_HEADER_LINE = regex.compile(rb"[A-Za-z][A-Za-z0-9-]*+:[^\r\n]*+(?:\r?\n[ \t][^\r\n]*+)*+\r?\n")
_MAIL_FIELDS = frozenset(
    {b"from", b"to", b"subject", b"date", b"received", b"mime-version", b"message-id", b"return-path"}
)
_LEAST_MAIL_FIELDS = 3


def sniff(content: bytes, name: str = "") -> Format:
    """Say what format the content is; ``name`` is only asked where content alone cannot say.

    Never raises: what is damaged is what its beginning says, and what is unknown is text or binary.
    """
    head = content[:_HEAD]
    suffix = PurePath(name).suffix.lower()
    if content.startswith(OLE2):
        kind = _kind_of_ole(content)
        # A directory that is cut off says nothing; the name may.
        return _OLE_SUFFIXES.get(suffix, kind) if kind is Format.OLE else kind
    if head.startswith(_ZIP):
        return _kind_of_zip(content, suffix)
    if b"%PDF-" in head[:_PDF_HEAD]:
        return Format.PDF
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            return kind
    if head[:2] == b"BM" and head[6:10] == bytes(4):
        return Format.BMP
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Format.WEBP
    return _kind_of_text(content, suffix)


def _kind_of_ole(content: bytes) -> Format:
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(content)) as container:
            return next((kind for stream, kind in _OLE_STREAMS if container.exists(stream)), Format.OLE)
    except OLE_DAMAGE:
        # The directory is damaged: the names may still be found, as they stand in it (UTF-16).
        return next((kind for stream, kind in _OLE_STREAMS if stream.encode("utf-16-le") in content), Format.OLE)


def _kind_of_zip(content: bytes, suffix: str) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            # An OpenDocument file says in the member "mimetype" what it is (ODF 1.2, part 3, 3.3).
            said = archive.open("mimetype").read(_LONGEST_TYPE) if "mimetype" in names else b""
    except ZIP_DAMAGE:
        # The directory at the end is missing, or a member is damaged: go by the beginning, and by the name.
        head = content[:_HEAD]
        if _PACKAGE_PART.encode() in head:
            return _PACKAGE_SUFFIXES.get(suffix, Format.DOCX)
        members = ((member.encode(), kind) for member, kind in _ZIP_MEMBERS)
        return next((kind for sign, kind in (*_OPEN_DOCUMENT, *members) if sign in head), Format.ZIP)
    for media_type, kind in _OPEN_DOCUMENT:
        if said.startswith(media_type):
            return kind
    if _PACKAGE_PART in names or "_rels/.rels" in names:
        for member, kind in _ZIP_MEMBERS:
            if any(name.startswith(member) for name in names):
                return kind
    return Format.ZIP


def _kind_of_text(content: bytes, suffix: str) -> Format:
    head = _narrow(content[: 2 * _HEAD])
    if _MARKUP.match(head):
        return Format.HTML
    if _XML.match(head):
        return _kind_of_xml(head)
    if _is_mail(head):
        return Format.EML
    if _FRAGMENT.match(head) and (suffix in {".htm", ".html"} or b"</" in head):
        return Format.HTML
    if _is_binary(content):
        return Format.BINARY
    if suffix in {".htm", ".html"} and b"</" in content:
        return Format.HTML
    return Format.MARKDOWN if suffix in {".md", ".markdown"} else Format.TEXT


def _narrow(head: bytes) -> bytes:
    """The beginning with one byte a letter and no byte order mark, so that markup in UTF-16 is known as well."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        return head[2:].replace(b"\x00", b"")
    return head.removeprefix(b"\xef\xbb\xbf")


def _kind_of_xml(head: bytes) -> Format:
    if any(namespace in head for namespace in _WORD_XML):
        return Format.WORD_XML
    return Format.HTML if b"<html" in head.lower() else Format.XML


def _is_mail(head: bytes) -> bool:
    """Tell by the header fields that a message begins with (RFC 5322); a directive may begin with one ``Số: …``."""
    fields = set()
    position = 0
    while match := _HEADER_LINE.match(head, position):
        fields.add(match[0].partition(b":")[0].lower())
        position = match.end()
    return len(fields & _MAIL_FIELDS) >= _LEAST_MAIL_FIELDS or b"mime-version" in fields


def _is_binary(content: bytes) -> bool:
    """Tell by the share of control characters. Text taken out of PDF files has a stray one now and then."""
    if wide_encoding(content):
        return False
    controls = len(content) - len(content.translate(None, _CONTROLS))
    return controls > _MOST_CONTROLS * len(content)
