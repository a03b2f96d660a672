"""What the commands that ask an archive say, in each language: a part of the catalogue in ``messages``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["QUESTION_TEXTS"]

QUESTION_TEXTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "help.answer.format": ("table, json or csv.", "table (bảng), json hoặc csv."),
        "help.document": (
            "A document: its number, its path, #ID, or the beginning of its SHA-256.",
            "Một văn bản: số ký hiệu, đường dẫn, #ID, hoặc các ký tự đầu của mã SHA-256.",
        ),
        "help.only_document": ("Only this document.", "Chỉ văn bản này."),
        "help.from": ("From this day, YYYY-MM-DD.", "Từ ngày, NĂM-THÁNG-NGÀY."),
        "help.to": ("Up to this day, YYYY-MM-DD.", "Đến hết ngày, NĂM-THÁNG-NGÀY."),
        "help.body": (
            "Only what binds a body whose name holds these words; marks may be left out.",
            "Chỉ việc của cơ quan có tên chứa các từ này; có thể gõ không dấu.",
        ),
        "help.cites": (
            "Which documents cite a work: where, how and in what words.",
            "Những văn bản nào dẫn một văn bản: ở đâu, quan hệ gì, bằng câu chữ nào.",
        ),
        "help.cites.reference": (
            "What is cited, as one types it: 01-KL/TW, kl 01 ngày 18/5/2021, nq đại hội 13, Luật Công đoàn.",
            "Văn bản được dẫn, gõ thế nào cũng được: 01-KL/TW, kl 01 ngày 18/5/2021, nq đại hội 13, Luật Công đoàn.",
        ),
        "help.cites.transitive": (
            "Go on through the documents that carry it down.",
            "Đi tiếp qua các văn bản triển khai nó xuống cấp dưới.",
        ),
        "help.cites.by_name": (
            "For a statute's number: also documents that name it only, while that edition was in force.",
            "Với số của luật: kể cả văn bản chỉ nêu tên luật, khi bản đó đang có hiệu lực.",
        ),
        "help.cites.relation": (
            "Only mentions of this relation (can_cu, thuc_hien, …); may be given several times.",
            "Chỉ chỗ dẫn có quan hệ này (can_cu, thuc_hien, …); có thể nêu nhiều lần.",
        ),
        "help.cited_by": ("What a document cites, and what each mention means.", "Một văn bản dẫn những văn bản nào."),
        "help.chain": (
            "What a document carries out, from the top down, and what carries it out.",
            "Chuỗi triển khai của một văn bản: từ nghị quyết trung ương đến kế hoạch cơ sở.",
        ),
        "help.conflicts": (
            "Numbers of which documents say different things (two dates, two titles): often misprints.",
            "Những số văn bản được nêu khác nhau (hai ngày, hai trích yếu): thường là do in sai.",
        ),
        "help.deadlines": (
            "What is due, and when.\n\nWithin --from and --to recurring deadlines come each time that they are due.",
            "Việc gì đến hạn, khi nào.\n\nTrong khoảng --from … --to, việc định kỳ được nêu mỗi lần đến hạn.",
        ),
        "help.deadlines.overdue": (
            "Due before this day, YYYY-MM-DD.",
            "Đã đến hạn trước ngày này, NĂM-THÁNG-NGÀY.",
        ),
        "help.deadlines.no_recurring": ("Leave out what recurs.", "Bỏ các việc định kỳ."),
        "help.deadlines.undated": (
            "Instead, those that no date is given for.",
            "Thay vào đó, những thời hạn không có ngày.",
        ),
        "help.targets": ("What is to be reached: rates, counts, amounts.", "Các chỉ tiêu: tỷ lệ, số lượng, mức tiền."),
        "help.targets.words": (
            "Words of what is measured; marks may be left out.",
            "Từ trong nội dung chỉ tiêu; có thể gõ không dấu.",
        ),
        "help.targets.unit": ("Only in this unit: %, đồng, …", "Chỉ theo đơn vị này: %, đồng, …"),
        "help.bodies": (
            "What bodies must do; without words, the bodies that must do anything.",
            "Cơ quan nào phải làm việc gì; không gõ tên thì liệt kê các cơ quan.",
        ),
        "help.bodies.words": (
            "Words of a body's name; marks may be left out.",
            "Từ trong tên cơ quan; có thể gõ không dấu.",
        ),
        "help.bodies.role": ("Only this part in the work.", "Chỉ vai trò này."),
        "citing.date": ("Issued", "Ban hành"),
        "citing.document": ("Citing document", "Văn bản dẫn"),
        "citing.section": ("Where", "Vị trí"),
        "citing.relation": ("Relation", "Quan hệ"),
        "citing.text": ("In the text", "Trong văn bản"),
        "citing.status": ("Meaning", "Xác định"),
        "citing.work": ("Work", "Văn bản được dẫn"),
        "cites.work": ("found: {work}", "tìm được: {work}"),
        "cites.total": ("{mentions} mentions in {documents} documents", "{mentions} chỗ dẫn trong {documents} văn bản"),
        "cites.pending": (
            "the citations of {count} documents have not been looked at yet; run trichluc index once",
            "chưa xét các chỗ dẫn của {count} văn bản; hãy chạy trichluc index một lần",
        ),
        "status.resolved": ("certain", "xác định"),
        "status.ambiguous": ("ambiguous", "chưa rõ là văn bản nào"),
        "status.unresolved": ("not known", "chưa xác định được"),
        "status.unparseable": ("cannot be told", "không đủ thông tin"),
        "reason.several": ("more than one fits", "có nhiều văn bản phù hợp"),
        "reason.other_period": (
            "the number may have been given again",
            "số này có thể đã được đánh lại ở khóa, năm khác",
        ),
        "reason.edition": ("which edition is not said", "không nói rõ luật năm nào"),
        "reason.no_candidate": ("nothing known fits", "chưa có văn bản nào phù hợp trong kho"),
        "reason.no_clue": ("no number, name or title", "không có số, tên hay trích yếu"),
        "chain.title": ("{count} documents and works", "{count} văn bản"),
        "chain.not_held": ("not in the archive", "không có trong kho"),
        "chain.cut": ("there are more; the chain was cut off", "còn nữa; chuỗi đã được cắt bớt"),
        "conflicts.kind": ("Conflict", "Mâu thuẫn"),
        "conflicts.said": ("What is said", "Được nêu là"),
        "conflicts.dates": ("two dates", "hai ngày"),
        "conflicts.titles": ("two titles", "hai trích yếu"),
        "conflicts.years": ("one number twice in a term", "một số hai lần trong một khóa"),
        "conflicts.total": ("{count} conflicts", "{count} mâu thuẫn"),
        "due.on": ("Due", "Thời hạn"),
        "due.task": ("Work", "Việc"),
        "due.bodies": ("By whom", "Cơ quan"),
        "due.document": ("Document", "Văn bản"),
        "goal.what": ("Of what", "Nội dung"),
        "goal.amount": ("Target", "Chỉ tiêu"),
        "body.name": ("Body", "Cơ quan"),
        "body.role": ("Role", "Vai trò"),
        "body.duties": ("Mentions", "Số chỗ giao việc"),
        "body.documents": ("Documents", "Số văn bản"),
        "answers.total": ("{count} shown", "{count} dòng"),
        "answers.more": ("{count} shown; there are more (--limit)", "{count} dòng; còn nữa (--limit)"),
    }
)
