"""However a file is damaged, it gives a text or a typed error that names it."""

from __future__ import annotations

import io
import zipfile
from email.message import EmailMessage

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.errors import FileError
from corpus.files import Limits, LoadedText, load_all
from tests.corpus.files.making import archive, docx, level, numbered, numbering, paragraph

PLAN = docx(
    paragraph("Kế hoạch") + numbered("Mục đích"),
    numbering=numbering(level(0, "upperRoman", "%1.")),
    styles="<w:style/>",
)


def _workbook() -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.append(["Sở Nội vụ", 95, 0.5])
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def _mail() -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.vn", "b@example.vn", "x"
    message.set_content("Kính gửi")
    message.add_attachment(PLAN, maintype="application", subtype="octet-stream", filename="a.docx")
    return message.as_bytes()


WHOLE = (PLAN, _workbook(), _mail(), b"<html><table border=1><tr><td>a<td>b</table><ol><li>c</ol>")
LIMITS = Limits(cells=10_000, expanded_bytes=10**7)

cuts = st.tuples(st.floats(0, 1), st.integers(0, 40), st.binary(max_size=8))


def damaged(content: bytes, changes: list[tuple[float, int, bytes]]) -> bytes:
    """Take some bytes out at places between beginning (0) and end (1), and put others in."""
    for place, width, replacement in changes:
        start = int(place * len(content))
        content = content[:start] + replacement + content[start + width :]
    return content


def outcomes_are_typed(content: bytes) -> bool:
    return all(isinstance(one, LoadedText | FileError) for one in load_all(content, name="a", limits=LIMITS))


@given(st.sampled_from(WHOLE), st.lists(cuts, min_size=1, max_size=6))
def test_damaged_file(whole: bytes, changes: list[tuple[float, int, bytes]]) -> None:
    assert outcomes_are_typed(damaged(whole, changes))


@settings(max_examples=150)
@given(st.sampled_from(WHOLE[:2]), st.integers(0, 20), st.lists(cuts, min_size=1, max_size=4))
def test_damaged_part(whole: bytes, index: int, changes: list[tuple[float, int, bytes]]) -> None:
    with zipfile.ZipFile(io.BytesIO(whole)) as container:
        members = {name: container.read(name) for name in container.namelist()}
    name = sorted(members)[index % len(members)]
    members[name] = damaged(members[name], changes)
    assert outcomes_are_typed(archive(members))
