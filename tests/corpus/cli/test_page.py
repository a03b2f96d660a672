"""The page that a person sees.

Write the snapshots anew with ``pytest --inline-snapshot=fix`` and read the difference.
"""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

import pytest
from inline_snapshot import snapshot

from corpus.cli.languages import Language
from corpus.cli.messages import Messages
from corpus.cli.page import PageWriter
from corpus.extraction import extract_file
from corpus.samples import sample_paths
from tests.conftest import ROOT, Run

TEXT = """\
ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
TỈNH HÀ TĨNH\tĐộc lập - Tự do - Hạnh phúc
Số: 12/KH-UBND\tHà Tĩnh, ngày 05 tháng 02 năm 2031

KẾ HOẠCH
Nâng cao chất lượng công tác lưu trữ năm 2031

Thực hiện Nghị định số 99/2030/NĐ-CP ngày 01/11/2030 của Chính phủ về công tác lưu trữ, Ủy ban nhân dân tỉnh ban hành \
Kế hoạch như sau:

I. CHỈ TIÊU
Phấn đấu trên 95% cơ quan, đơn vị lập hồ sơ điện tử.

II. TỔ CHỨC THỰC HIỆN
1. Sở Nội vụ tổ chức tập huấn xong trước ngày 15/4/2031.
2. Sở Tài chính báo cáo kết quả về Sở Nội vụ chậm nhất ngày 20 hàng tháng.

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn Mẫu
"""


def page(trichluc: Run, *options: str) -> str:
    done = trichluc("extract", "-", "--format", "pretty", *options, stdin=TEXT.encode(), environment={"COLUMNS": "110"})
    return "\n".join(line.rstrip() for line in done.stdout.decode().splitlines())


def test_page_in_english(trichluc: Run) -> None:
    assert page(trichluc) == snapshot("""\
╭─ KẾ HOẠCH  12/KH-UBND ─────────────────────────────────────────────────────────────────────────────────────╮
│ Subject    Nâng cao chất lượng công tác lưu trữ năm 2031                                                   │
│ Issued by  Ủy ban nhân dân tỉnh Hà Tĩnh                                                                    │
│ Issued     Hà Tĩnh, 2031-02-05                                                                             │
│ Signed by  Nguyễn Văn Mẫu, CHỦ TỊCH, TM. ỦY BAN NHÂN DÂN                                                   │
│ Copies to  2 recipients                                                                                    │
╰────────────────────────────────────────────────────────────────────────────────────────────────── <stdin> ─╯

Outline
├── I CHỈ TIÊU  [Mục tiêu, chỉ tiêu]
└── II TỔ CHỨC THỰC HIỆN  [Tổ chức thực hiện]
    ├── 1 Sở Nội vụ tổ chức tập huấn xong trước ngày 15/4/2031.
    └── 2 Sở Tài chính báo cáo kết quả về Sở Nội vụ chậm nhất ngày 20 hàng tháng.

Documents cited (1)

 Where   Document        Date         Relation    In the text
 ─────────────────────────────────────────────────────────────────────────────────────────────────────────
 L8      99/2030/NĐ-CP   2030-11-01   Thực hiện   Nghị định số 99/2030/NĐ-CP ngày 01/11/2030 của Chính phủ

Deadlines (2)

 Where          When                       In the text                Work                       Body
 ────────────────────────────────────────────────────────────────────────────────────────────────────────────
 II › 1 · L14   before 2031-04-15          trước ngày 15/4/2031       tổ chức tập huấn xong      Sở Nội vụ
                                                                      trước ngày 15/4/2031
 II › 2 · L15   recurring, every month,    chậm nhất ngày 20 hàng     báo cáo kết quả về Sở      Sở Tài chính
                day 20                     tháng                      Nội vụ chậm nhất ngày 20
                                                                      hàng tháng

Targets (1)

 Where     Target     In the text                Of what
 ─────────────────────────────────────────────────────────────────────────────────
 I · L11   over 95%   trên 95% cơ quan, đơn vị   cơ quan, đơn vị lập hồ sơ điện tử

Who does what (3)

 Where          Role           Body           Work
 ──────────────────────────────────────────────────────────────────────────────────────────────────────
 II › 1 · L14   Thực hiện      Sở Nội vụ      tổ chức tập huấn xong trước ngày 15/4/2031
 II › 2 · L15   Thực hiện      Sở Tài chính   báo cáo kết quả về Sở Nội vụ chậm nhất ngày 20 hàng tháng
 II › 2 · L15   Nhận báo cáo   Sở Nội vụ      báo cáo kết quả về Sở Nội vụ chậm nhất ngày 20 hàng tháng
""")


def test_page_in_vietnamese(trichluc: Run) -> None:
    assert page(trichluc, "--lang", "vi") == snapshot("""\
╭─ KẾ HOẠCH  12/KH-UBND ─────────────────────────────────────────────────────────────────────────────────────╮
│ Trích yếu         Nâng cao chất lượng công tác lưu trữ năm 2031                                            │
│ Cơ quan ban hành  Ủy ban nhân dân tỉnh Hà Tĩnh                                                             │
│ Ban hành          Hà Tĩnh, 2031-02-05                                                                      │
│ Người ký          Nguyễn Văn Mẫu, CHỦ TỊCH, TM. ỦY BAN NHÂN DÂN                                            │
│ Nơi nhận          2 nơi                                                                                    │
╰────────────────────────────────────────────────────────────────────────────────────────────────── <stdin> ─╯

Bố cục
├── I CHỈ TIÊU  [Mục tiêu, chỉ tiêu]
└── II TỔ CHỨC THỰC HIỆN  [Tổ chức thực hiện]
    ├── 1 Sở Nội vụ tổ chức tập huấn xong trước ngày 15/4/2031.
    └── 2 Sở Tài chính báo cáo kết quả về Sở Nội vụ chậm nhất ngày 20 hàng tháng.

Văn bản được dẫn (1)

 Vị trí   Văn bản         Ngày         Quan hệ     Trong văn bản
 ──────────────────────────────────────────────────────────────────────────────────────────────────────────
 d.8      99/2030/NĐ-CP   2030-11-01   Thực hiện   Nghị định số 99/2030/NĐ-CP ngày 01/11/2030 của Chính phủ

Thời hạn (2)

 Vị trí          Khi nào                    Trong văn bản              Việc                      Cơ quan
 ────────────────────────────────────────────────────────────────────────────────────────────────────────────
 II › 1 · d.14   trước 2031-04-15           trước ngày 15/4/2031       tổ chức tập huấn xong     Sở Nội vụ
                                                                       trước ngày 15/4/2031
 II › 2 · d.15   định kỳ, hằng tháng,       chậm nhất ngày 20 hàng     báo cáo kết quả về Sở     Sở Tài chính
                 ngày 20                    tháng                      Nội vụ chậm nhất ngày
                                                                       20 hàng tháng

Chỉ tiêu (1)

 Vị trí     Mức        Trong văn bản              Nội dung
 ──────────────────────────────────────────────────────────────────────────────────
 I · d.11   trên 95%   trên 95% cơ quan, đơn vị   cơ quan, đơn vị lập hồ sơ điện tử

Cơ quan thực hiện (3)

 Vị trí          Vai trò        Cơ quan        Việc
 ───────────────────────────────────────────────────────────────────────────────────────────────────────
 II › 1 · d.14   Thực hiện      Sở Nội vụ      tổ chức tập huấn xong trước ngày 15/4/2031
 II › 2 · d.15   Thực hiện      Sở Tài chính   báo cáo kết quả về Sở Nội vụ chậm nhất ngày 20 hàng tháng
 II › 2 · d.15   Nhận báo cáo   Sở Nội vụ      báo cáo kết quả về Sở Nội vụ chậm nhất ngày 20 hàng tháng
""")


ENVIRONMENT = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "PYTHONPATH": str(ROOT), "LANG": "C.UTF-8"}


def shown_in_terminal(
    *arguments: str, stdout: BinaryIO | None = None, environment: Mapping[str, str] | None = None
) -> bytes:
    """What a command writes to its terminal, with standard output sent elsewhere if asked."""
    main, end = pty.openpty()
    command = [sys.executable, "-m", "corpus.cli", *arguments]
    variables = {**ENVIRONMENT, **(environment or {})}
    with subprocess.Popen(command, stdin=end, stdout=stdout or end, stderr=end, cwd=ROOT, env=variables):
        os.close(end)
        written = b""
        while chunk := read(main):
            written += chunk
    os.close(main)
    return written


def read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # what Linux answers when the other end is closed
        return b""


@pytest.mark.parametrize(
    ("more", "coloured"), [pytest.param({}, True, id="plain"), pytest.param({"NO_COLOR": "1"}, False, id="NO_COLOR")]
)
def test_terminal_gets_the_page(more: dict[str, str], coloured: bool, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT[:300], encoding="utf-8")
    shown = shown_in_terminal("extract", str(path), environment=more)
    assert b"12/KH-UBND" in shown
    assert (b"\x1b[36m" in shown or b"\x1b[1;36m" in shown) == coloured


def test_progress_is_shown_in_the_terminal_while_records_go_to_the_pipe(tmp_path: Path) -> None:
    samples, out = sample_paths()[:3], tmp_path / "records.jsonl"
    with out.open("wb") as stdout:
        shown = shown_in_terminal("extract", *map(str, samples), "none.txt", stdout=stdout)
    assert len(out.read_bytes().splitlines()) == len(samples)
    assert b"Extracting" in shown
    assert b"none.txt: no such file" in shown


def printed(confidence: float, capsys: pytest.CaptureFixture[str]) -> str:
    """The page of a sample, all of whose records are as sure as said."""
    document = extract_file(sample_paths()[0])
    layers = ("citations", "deadlines", "targets", "responsibilities")
    changed = {
        layer: tuple(
            record.model_copy(update={"confidence": confidence}) for record in getattr(document.directive, layer)
        )
        for layer in layers
    }
    PageWriter(Messages(Language.EN)).write(replace(document, directive=document.directive.model_copy(update=changed)))
    return capsys.readouterr().out


def test_page_marks_records_that_are_as_likely_wrong_as_right(capsys: pytest.CaptureFixture[str]) -> None:
    shown = printed(0.5, capsys)
    assert "Thực hiện ?" in shown
    assert "? doubtful" in shown


def test_page_leaves_other_records_unmarked(capsys: pytest.CaptureFixture[str]) -> None:
    assert " ?" not in printed(0.51, capsys)
