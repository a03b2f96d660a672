"""Reading order: words with places on pages go in, the text that a reader would read aloud comes out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.files.layout import Rule, Sheet, Word, compose, mend

WIDTH, HEIGHT = 595.0, 842.0
LEFT, RIGHT = 85.0, 438.0


def line(text: str, top: float, left: float = LEFT, size: float = 14.0, font: str | None = None) -> list[Word]:
    """Set words side by side: half an em a letter, a quarter of an em between words."""
    words = []
    for word in text.split():
        right = left + len(word) * size / 2
        words.append(Word(word, left, top, right, top + size * 1.1, size, font))
        left = right + size / 4
    return words


def lines(
    texts: Sequence[str], top: float, left: float = LEFT, leading: float = 20.0, size: float = 14.0
) -> list[Word]:
    """Set lines under each other."""
    return [word for index, text in enumerate(texts) for word in line(text, top + index * leading, left, size)]


def centred(text: str, top: float, font: str | None = None) -> list[Word]:
    """Set a line in the middle of the column."""
    width = max(word.right for word in line(text, 0, 0))
    return line(text, top, (LEFT + RIGHT - width) / 2, font=font)


def read(*pages: Sequence[Word], rules: Sequence[Rule] = ()) -> str:
    """Return the text of pages."""
    return compose([Sheet(n, WIDTH, HEIGHT, tuple(words), tuple(rules)) for n, words in enumerate(pages, 1)]).text


PROSE = (
    "Các đơn vị trực thuộc xây dựng kế hoạch cụ thể, phân",
    "công người phụ trách và báo cáo kết quả về văn phòng ban",
    "chỉ đạo.",
)
INDENT = LEFT + 28


def prose(top: float, texts: Sequence[str] = PROSE) -> list[Word]:
    """Set a paragraph with its first line indented."""
    return [*line(texts[0], top, INDENT), *lines(texts[1:], top + 20)]


LETTERHEAD = [
    *lines(["ỦY BAN NHÂN DÂN", "TỈNH SÔNG LAM", "Số: 12/KH-UBND"], 60, 60),
    *lines(["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"], 60, 270),
    *line("Sông Lam, ngày 5 tháng 3 năm 2031", 108, 300),
]


def test_a_letterhead_is_read_column_by_column() -> None:
    assert read([*LETTERHEAD, *centred("KẾ HOẠCH", 150), *prose(200)]).splitlines()[:7] == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH SÔNG LAM",
        "Số: 12/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Sông Lam, ngày 5 tháng 3 năm 2031",
        "KẾ HOẠCH",
    ]


def test_recipients_are_read_before_the_signature_beside_them() -> None:
    recipients = lines(["Nơi nhận:", "- Như trên;", "- Lưu: VT."], 400, leading=14, size=11)
    signature = lines(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Thị Minh"], 403, 330, leading=18)
    assert read([*prose(100), *recipients, *signature]).splitlines()[-6:] == [
        "Nơi nhận:",
        "- Như trên;",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
        "Lê Thị Minh",
    ]


FULL = "riêng người phụ trách thì báo cáo kết quả về văn phòng,"


@pytest.mark.parametrize(
    ("first", "second", "joined"),
    [
        pytest.param(line(FULL, 100), line("chỉ đạo.", 120), True, id="a full line goes on"),
        pytest.param(line("Kính đề nghị.", 100), line(FULL, 120), False, id="a short line ends a paragraph"),
        pytest.param(line(FULL, 100), line("Văn phòng", 120, INDENT), False, id="an indented line begins one"),
        pytest.param(line(FULL, 100), line("- Văn phòng", 120), False, id="a dash begins one"),
        pytest.param(line(FULL[:-1] + ";", 100), line("b) Văn phòng", 120), False, id="a marker begins one"),
        pytest.param(line(FULL, 100), line("chỉ đạo.", 160), False, id="far apart"),
        pytest.param(line(FULL, 100), line("chỉ đạo.", 120, size=10), False, id="in smaller type"),
    ],
)
def test_lines_of_a_paragraph_are_joined(first: list[Word], second: list[Word], *, joined: bool) -> None:
    page = [*prose(20), *first, *second, *prose(300), *prose(360)]
    words = [" ".join(word.text for word in part) for part in (first, second)]
    assert (" ".join(words) in read(page)) is joined


def test_a_paragraph_goes_on_over_the_page() -> None:
    first = [*prose(60), *prose(140), *prose(700, PROSE[:2])]
    second = [*line(PROSE[2], 60), *prose(100), *prose(180)]
    assert read(first, second).count(" ".join(PROSE)) == 5


def test_notes_do_not_part_a_paragraph_from_the_rest_of_it() -> None:
    note = line("1 Công báo số 7 và số 8 năm 2031.", 780, size=10)
    first = [*prose(60), *prose(140), *prose(700, PROSE[:2]), *note]
    second = [*line(PROSE[2], 60), *prose(100), *prose(180)]
    paragraphs = read(first, second).split("\n\n")
    assert paragraphs[2:4] == ["1 Công báo số 7 và số 8 năm 2031.", " ".join(PROSE)]


def test_a_symbol_that_was_broken_is_put_together() -> None:
    broken = ("Thực hiện Quyết định của Ủy ban nhân dân tỉnh số 45/QĐ-", "UBND ngày 4/5/2031.")
    assert "số 45/QĐ-UBND ngày" in read([*prose(40), *prose(200, broken), *prose(300)])


def test_lines_of_a_heading_stay_lines_and_other_paragraphs_are_parted() -> None:
    page = [
        *centred("KẾ HOẠCH", 60, "Bold"),
        *centred("Tổ chức hội nghị năm 2031", 80, "Bold"),
        *prose(120),
        *prose(200),
    ]
    text = " ".join(PROSE)
    assert read(page) == f"KẾ HOẠCH\nTổ chức hội nghị năm 2031\n\n{text}\n\n{text}"


def grid(xs: Sequence[float], ys: Sequence[float]) -> list[Rule]:
    """Draw a table."""
    return [*(Rule(x, ys[0], x, ys[-1]) for x in xs), *(Rule(xs[0], y, xs[-1], y) for y in ys)]


def test_a_drawn_table_is_read_row_by_row_with_its_cells_whole() -> None:
    words = [
        *lines(["Vùng"], 205, 90),
        *lines(["Mức", "tối thiểu"], 205, 190, leading=16),
        *line("I", 250, 90),
        *line("5.310.000", 250, 190),
    ]
    text = read([*prose(60), *words, *prose(400)], rules=grid((85, 185, 400), (200, 240, 270)))
    assert "\n| Vùng | Mức tối thiểu |\n| I | 5.310.000 |\n" in text


def test_a_merged_cell_speaks_once() -> None:
    rules = [
        *grid((85, 185, 400), (200, 260)),
        Rule(185, 230, 400, 230),  # parts the second column only
    ]
    words = [*line("Quý I", 220, 90), *line("Rà soát", 205, 190), *line("Báo cáo", 235, 190)]
    assert read(words, rules=rules) == "| Quý I | Rà soát |\n|  | Báo cáo |"


def test_a_table_without_lines_is_read_row_by_row() -> None:
    rows = [
        ("Ông Lê An", "Chủ tịch", "Trưởng ban"),
        ("Bà Vũ Hoa", "Giám đốc", "Phó ban"),
        ("Ông Tạ Bá", "Bí thư", "Uỷ viên"),
    ]
    words = [
        word
        for n, row in enumerate(rows)
        for c, cell in enumerate(row)
        for word in line(cell, 200 + 20 * n, 85 + 150 * c)
    ]
    assert read([*prose(60), *words]).splitlines()[-3:] == [f"| {' | '.join(row)} |" for row in rows]


def test_running_heads_and_page_numbers_are_kept_beside_the_text() -> None:
    pages = [
        [*line("CÔNG BÁO/Số 12", 30), *prose(100), *prose(200), *line(str(number), 810, 290)] for number in (7, 8, 9)
    ]
    composed = compose([Sheet(n, WIDTH, HEIGHT, tuple(words)) for n, words in enumerate(pages, 1)])
    assert [(page.header, page.footer) for page in composed.pages.pages] == [
        ("CÔNG BÁO/Số 12", "7"),
        ("CÔNG BÁO/Số 12", "8"),
        ("CÔNG BÁO/Số 12", "9"),
    ]
    assert "CÔNG BÁO" not in composed.text


def test_a_lone_number_at_the_edge_is_no_page_number() -> None:
    assert read([*line("1942", 30), *prose(100)]).startswith("1942\n")


def test_pages_know_where_their_text_stands() -> None:
    composed = compose(
        [
            Sheet(n, WIDTH, HEIGHT, tuple(words))
            for n, words in ((1, [*prose(60), *prose(120)]), (2, []), (3, line("Hết.", 60)))
        ]
    )
    assert [composed.text[page.start : page.end] for page in composed.pages.pages] == [
        "\n\n".join([" ".join(PROSE)] * 2),
        "",
        "Hết.",
    ]


@pytest.mark.parametrize(
    ("word", "small", "text"),
    [pytest.param("30/2020/NĐ-CP", "1", "30/2020/NĐ-CP¹", id="a note"), pytest.param("m", "2", "m²", id="a power")],
)
def test_raised_figures_do_not_become_part_of_a_number(word: str, small: str, text: str) -> None:
    first = line(word, 100)[0]
    raised = Word(small, first.right, 99, first.right + 4, 107, 8)
    assert text in read([first, raised, *line("quy định", 100, first.right + 12)])


def test_a_letter_from_another_font_is_put_back_into_its_word() -> None:
    torn = [Word("CH", 100, 50, 120, 65, 14), Word("TỊCH", 140, 50, 170, 65, 14), Word("Ủ", 120.2, 49, 133, 64, 14)]
    assert [word.text for word in mend(torn)] == ["CHỦ", "TỊCH"]


WORDS = st.builds(
    Word,
    text=st.text(st.sampled_from("abđờ1-"), min_size=1, max_size=8),
    left=st.floats(0, 500),
    top=st.floats(0, 800),
    right=st.floats(500, 600),
    bottom=st.floats(801, 842),
    size=st.floats(1, 40),
)
RULES = st.builds(
    Rule, left=st.floats(0, 300), top=st.floats(0, 400), right=st.floats(300, 600), bottom=st.floats(0, 842)
)


@given(st.lists(st.tuples(st.lists(WORDS, max_size=20), st.lists(RULES, max_size=8)), max_size=4))
def test_no_letter_is_lost_wherever_words_stand(pages: list[tuple[list[Word], list[Rule]]]) -> None:
    composed = compose([Sheet(n, 600, 842, tuple(words), tuple(rules)) for n, (words, rules) in enumerate(pages, 1)])
    kept = composed.text + "".join(page.header + page.footer for page in composed.pages.pages)
    plain = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
    want = Counter("".join(word.text for words, _ in pages for word in words))
    have = Counter(letter for letter in kept.translate(plain) if letter not in " \n|")
    assert have == want
