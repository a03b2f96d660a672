"""Archives and mails: every file in them is a document of its own, under both names."""

from __future__ import annotations

import io
import stat
import zipfile
from collections.abc import Mapping
from email.message import EmailMessage
from pathlib import Path

import pytest

from corpus.errors import (
    ContainerGivenError,
    CorruptFileError,
    DecompressionBombError,
    EmptyFileError,
    EncryptedFileError,
    FileError,
    MissingFileError,
    NestedTooDeepError,
    TooLargeError,
    TooManyMembersError,
    UnsupportedFormatError,
)
from corpus.files import Limits, load, load_all
from tests.corpus.files.making import archive, docx, paragraph

PLAN = docx(paragraph("Kế hoạch"))
NOTE = "Ghi chú về kế hoạch".encode()


def outcome(content: bytes, name: str = "a.zip", limits: Limits | None = None) -> list[tuple[str, str]]:
    """Each document's name with its text, or with the code of its error."""
    loaded = load_all(content, name=name, limits=limits or Limits())
    return [
        (str(one.facts["name"]), one.code) if isinstance(one, FileError) else (one.name, one.text) for one in loaded
    ]


def mail(attachments: Mapping[str, bytes], body: str = "Kính gửi các đơn vị") -> EmailMessage:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.vn", "b@example.vn", "Gửi kế hoạch"
    message.set_content(body)
    for name, content in attachments.items():
        message.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return message


def test_file_that_is_no_container_is_its_only_document() -> None:
    assert outcome(NOTE, "a.txt") == [("a.txt", "Ghi chú về kế hoạch")]


def test_archive() -> None:
    assert outcome(archive({"kế hoạch.docx": PLAN, "b/ghi chú.txt": NOTE})) == [
        ("a.zip!/kế hoạch.docx", "Kế hoạch\n"),
        ("a.zip!/b/ghi chú.txt", "Ghi chú về kế hoạch"),
    ]


def test_archive_in_an_archive() -> None:
    assert outcome(archive({"in.zip": archive({"x.txt": NOTE})})) == [("a.zip!/in.zip!/x.txt", "Ghi chú về kế hoạch")]


def test_bad_member_does_not_stop_the_rest() -> None:
    assert outcome(archive({"a.exe": b"MZ\x90\x00", "b.txt": NOTE})) == [
        ("a.zip!/a.exe", "unsupported"),
        ("a.zip!/b.txt", "Ghi chú về kế hoạch"),
    ]


def test_what_systems_add_is_left_out() -> None:
    members = {"__MACOSX/._a.txt": b"x", ".DS_Store": b"x", "b/Thumbs.db": b"x", "c.txt": NOTE}
    assert [name for name, _ in outcome(archive(members))] == ["a.zip!/c.txt"]


def test_container_is_no_single_document() -> None:
    with pytest.raises(ContainerGivenError):
        load(archive({"a.txt": NOTE}))


def test_missing_file_is_an_outcome_too(tmp_path: Path) -> None:
    (error,) = load_all(tmp_path / "none.zip")
    assert isinstance(error, MissingFileError)


def symbolic_link() -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as container:
        entry = zipfile.ZipInfo("a.txt")
        entry.external_attr = (stat.S_IFLNK | 0o777) << 16
        container.writestr(entry, "/etc/passwd")
    return stream.getvalue()


def encrypted() -> bytes:
    """An archive whose member says that it is encrypted."""
    content = bytearray(archive({"a.txt": NOTE}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


def nested(times: int) -> bytes:
    content = archive({"a.txt": NOTE})
    for _ in range(times):
        content = archive({"a.zip": content})
    return content


@pytest.mark.parametrize(
    ("content", "limits", "error"),
    [
        pytest.param(archive({}), Limits(), EmptyFileError, id="nothing in it"),
        pytest.param(archive({"a.txt": NOTE})[:40], Limits(), CorruptFileError, id="truncated"),
        pytest.param(encrypted(), Limits(), EncryptedFileError, id="encrypted"),
        pytest.param(symbolic_link(), Limits(), UnsupportedFormatError, id="symbolic link"),
        pytest.param(nested(5), Limits(), NestedTooDeepError, id="archives in archives"),
        pytest.param(archive({"a": bytes(10**6)}), Limits(expanded_bytes=10**5), DecompressionBombError, id="bomb"),
        pytest.param(
            archive({"a.zip": archive({"a": bytes(8 * 10**5)}), "b.zip": archive({"a": bytes(8 * 10**5)})}),
            Limits(expanded_bytes=10**6),
            DecompressionBombError,
            id="bomb in parts",
        ),
        pytest.param(archive({"a.txt": NOTE * 9}), Limits(max_bytes=200), TooLargeError, id="large member"),
        pytest.param(
            archive({f"{n}.txt": NOTE for n in range(9)}), Limits(members=8), TooManyMembersError, id="many members"
        ),
    ],
)
def test_archive_that_is_refused(content: bytes, limits: Limits, error: type[FileError]) -> None:
    *_, last = load_all(content, limits=limits)
    assert type(last) is error


@pytest.mark.parametrize("name", ["../../evil.txt", "/etc/evil.txt", "..\\evil.txt"])
def test_name_that_leads_out_is_only_a_name(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "in").mkdir()
    monkeypatch.chdir(tmp_path / "in")
    (loaded,) = load_all(archive({name: NOTE}))
    assert not isinstance(loaded, FileError)
    assert [str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")] == ["in"]


def test_mail_and_its_attachments() -> None:
    message = mail({"kế hoạch.docx": PLAN, "phụ lục.zip": archive({"a.txt": NOTE})})
    assert outcome(message.as_bytes(), "m.eml") == [
        ("m.eml!/body.txt", "Kính gửi các đơn vị\n"),
        ("m.eml!/kế hoạch.docx", "Kế hoạch\n"),
        ("m.eml!/phụ lục.zip!/a.txt", "Ghi chú về kế hoạch"),
    ]


def test_mail_that_is_forwarded_whole() -> None:
    outer = mail({}, "Chuyển tiếp")
    outer.add_attachment(mail({"a.docx": PLAN}))
    assert [text for _, text in outcome(outer.as_bytes(), "m.eml")] == [
        "Chuyển tiếp\n", "Kính gửi các đơn vị\n", "Kế hoạch\n",
    ]  # fmt: skip


def test_mail_in_html_alone() -> None:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.vn", "b@example.vn", "x"
    message.set_content("<html><p>Kính gửi</p>", subtype="html")
    assert outcome(message.as_bytes(), "m.eml") == [("m.eml!/body.html", "Kính gửi\n")]


def test_picture_that_the_body_shows_is_no_document() -> None:
    message = mail({})
    message.add_related(b"\x89PNG\r\n\x1a\n", maintype="image", subtype="png", cid="<logo>", disposition="inline")
    assert [name for name, _ in outcome(message.as_bytes(), "m.eml")] == ["m.eml!/body.txt"]


def test_mail_with_parts_in_parts_without_end() -> None:
    content = b"MIME-Version: 1.0\r\n"
    for depth in range(3000):
        content += f'Content-Type: multipart/mixed; boundary="b{depth}"\r\n\r\n--b{depth}\r\n'.encode()
    assert {code for _, code in outcome(content, "m.eml")} <= {"nested", "corrupt", "empty"}


def test_page_saved_as_one_file() -> None:
    content = (
        b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x; type=text/html\r\n\r\n--x\r\n"
        b"Content-Type: text/html; charset=utf-8\r\nContent-Location: file:///a.htm\r\n\r\n<html><p>Ch\xe1\xbb\x89 "
        b"th\xe1\xbb\x8b</p>\r\n--x\r\nContent-Type: text/xml\r\nContent-Location: file:///b.xml\r\n\r\n<xml/>\r\n--x--"
    )
    assert outcome(content, "m.doc") == [("m.doc!/body.html", "Chỉ thị\n")]
