"""What archives and document exchange ask for, read back by csv and xml.etree."""

from __future__ import annotations

import csv
import io
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from corpus.export import export
from corpus.export.archival.fields import Field, rule
from corpus.export.archival.values import VALUES
from corpus.store import Store
from tests.corpus.export.conftest import LETTER, PLAN, Export, archive
from tests.corpus.store.conftest import sha256

EDXML = "{http://www.mic.gov.vn/TBT/QCVN_102_2016}"
RULES = ["thongtu02", "edxml"]
FIELDS = [pytest.param(field, id=f"{name}-{field.name}") for name in RULES for field in rule(name).fields]


@pytest.mark.parametrize("field", FIELDS)
def test_field_has_a_value_or_a_reason_why_not(field: Field) -> None:
    assert (field.value is None) != (field.reason is None)
    assert field.value is None or field.value in VALUES


@pytest.mark.parametrize("name", RULES)
def test_rule_names_its_source(name: str) -> None:
    assert rule(name).name in rule(name).source


def described(exported: Export) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported("thongtu02").decode(), newline="")))


def test_document_is_described_as_far_as_its_text_says_it(exported: Export) -> None:
    filled = {name: value for name, value in described(exported)[0].items() if value}
    assert filled == {
        "TypeName": "Kế hoạch",
        "CodeNumber": "31",
        "CodeNotation": "KH-CĐVC",
        "IssuedDate": "10/03/2031",
        "OrganName": "Công đoàn Viên chức tỉnh Hà Giang",
        "Subject": "Tổ chức hội thi tay nghề giỏi năm 2031",
        "Language": "Tiếng Việt",
        "Description": f"/kho/{sha256(PLAN)[:6]}.txt; sha256:{sha256(PLAN)}",
    }


def test_every_field_of_the_rule_is_a_column(exported: Export) -> None:
    assert list(described(exported)[0]) == [field.name for field in rule("thongtu02").fields]


def test_value_that_is_too_long_is_cut_and_counted(tmp_path: Path) -> None:
    title = "phát động phong trào thi đua " * 30
    with archive(
        tmp_path / "a.db", PLAN.replace("Tổ chức hội thi tay nghề giỏi năm 2031", f"Về {title.strip()}")
    ) as store:
        report = export(store, "thongtu02", tmp_path / "a.csv")
    row = next(csv.DictReader(io.StringIO((tmp_path / "a.csv").read_bytes().decode(), newline="")))
    assert dict(report.left_out) == {"shortened": 1}
    assert len(row["Subject"]) <= 500
    assert row["Subject"].endswith("…")


def header(store: Store, tmp_path: Path, text: str) -> ET.Element:
    export(store, "edxml", tmp_path / "edxml")
    root = ET.parse(tmp_path / "edxml" / f"{sha256(text)[:16]}.edxml").getroot()
    found = root.find(f"{EDXML}edXMLEnvelope/{EDXML}edXMLHeader/{EDXML}MessageHeader")
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("path", "values"),
    [
        pytest.param("From/OrganName", ["Ủy ban nhân dân tỉnh Lai Châu"], id="from"),
        pytest.param("To/OrganName", ["Sở Nội vụ"], id="to each addressee"),
        pytest.param("Code/CodeNumber", ["902"], id="number"),
        pytest.param("Code/CodeNotation", ["UBND-KT"], id="notation"),
        pytest.param("PromulgationInfo/PromulgationDate", ["2031/04/02"], id="date"),
        pytest.param("DocumentType/TypeName", ["Công văn"], id="type"),
        pytest.param("SignerInfo/FullName", ["Trần Văn Khoa"], id="signer"),
        pytest.param("From/OrganId", [None], id="a code that no text gives is there, empty"),
        pytest.param("ToPlaces/Place", ["Như trên", "Lưu: VT, KT"], id="recipients without their bullets"),
    ],
)
def test_header_of_a_letter(store: Store, tmp_path: Path, path: str, values: list[str | None]) -> None:
    steps = "/".join(f"{EDXML}{step}" for step in path.split("/"))
    assert [element.text for element in header(store, tmp_path, LETTER).findall(steps)] == values


def test_every_document_has_a_header(store: Store, tmp_path: Path) -> None:
    export(store, "edxml", tmp_path / "edxml")
    assert {path.name for path in (tmp_path / "edxml").iterdir()} == {
        f"{sha256(text)[:16]}.edxml" for text in (PLAN, LETTER)
    }
