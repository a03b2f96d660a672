"""What the commands about reviews say, in each language: a part of the catalogue in ``messages``."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["REVIEW_TEXTS"]

REVIEW_TEXTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "help.reviews": (
            "What readers said of records: list it, hand it on, bring it in.",
            "Ý kiến của người đọc về từng bản ghi: liệt kê, xuất ra, nhập vào.",
        ),
        "help.reviews.list": (
            "List the reviews, and what became of each.",
            "Liệt kê các ý kiến, và mỗi ý kiến đang được áp dụng thế nào.",
        ),
        "help.reviews.state": (
            "Only those in this state; orphaned: what they speak of is not in the text any more.",
            "Chỉ những ý kiến ở trạng thái này; orphaned: điều được nói đến không còn trong văn bản.",
        ),
        "help.reviews.export": (
            "Write the reviews as JSON lines or, with --gold, the reviewed documents as annotation.",
            "Xuất các ý kiến thành các dòng JSON hoặc, với --gold, các văn bản đã duyệt thành bộ chú giải.",
        ),
        "help.reviews.output": (
            "The file; default: standard output.",
            "Tệp ghi ra; mặc định là đầu ra chuẩn.",
        ),
        "help.reviews.gold": (
            "A folder for NAME.txt and NAME.gold.json of every document that is marked as reviewed whole: what"
            " trichluc evaluate reads.",
            "Thư mục chứa NAME.txt và NAME.gold.json của mỗi văn bản được đánh dấu đã duyệt toàn bộ: dạng mà trichluc"
            " evaluate đọc.",
        ),
        "help.reviews.all": (
            "With --gold: every document with a review, also where the rest of it was not read.",
            "Dùng với --gold: mọi văn bản có ý kiến, kể cả khi phần còn lại chưa được duyệt.",
        ),
        "help.reviews.import": (
            "Bring in reviews that were exported, here or elsewhere. Those of documents that the archive does not hold"
            " are applied when these come.",
            "Nhập các ý kiến đã xuất, ở đây hoặc nơi khác. Ý kiến về văn bản chưa có trong kho sẽ được áp dụng khi văn"
            " bản đó được đưa vào.",
        ),
        "help.reviews.file": ("JSON lines; '-' reads standard input.", "Các dòng JSON; '-' đọc từ đầu vào chuẩn."),
        "reviews.either": (
            "annotation goes to the folder of --gold: leave out --output",
            "bộ chú giải được ghi vào thư mục của --gold: hãy bỏ --output",
        ),
        "reviews.all_of_gold": ("goes with --gold alone", "chỉ dùng cùng với --gold"),
        "reviews.exported": ("{count} reviews written to {name}", "đã ghi {count} ý kiến vào {name}"),
        "reviews.gold": (
            "{count} documents written as annotation to {name}",
            "đã ghi {count} văn bản thành chú giải vào {name}",
        ),
        "reviews.no_gold": (
            "no document is marked as reviewed whole, nothing was written to {name} ({count}); --all takes every one"
            " with a review",
            "chưa có văn bản nào được đánh dấu đã duyệt toàn bộ, chưa ghi gì vào {name} ({count}); --all lấy mọi văn"
            " bản có ý kiến",
        ),
        "reviews.imported": (
            "{new} reviews brought in, {known} were known",
            "đã nhập {new} ý kiến, {known} ý kiến đã có",
        ),
        "reviews.waiting": (
            "{count} of them wait for documents that the archive does not hold",
            "{count} ý kiến chờ văn bản chưa có trong kho",
        ),
        "reviews.orphaned": (
            "{count} are orphaned: what they speak of is not in the text (trichluc reviews list --state orphaned)",
            "{count} ý kiến không còn chỗ: điều được nói đến không có trong văn bản (trichluc reviews list --state"
            " orphaned)",
        ),
        "reviews.when": ("When (UTC)", "Lúc (UTC)"),
        "reviews.what": ("Review", "Ý kiến"),
        "reviews.by": ("By", "Người duyệt"),
        "reviews.state": ("State", "Trạng thái"),
        "reviews.layer.document": ("the document", "toàn văn bản"),
        "reviews.layer.header": ("header", "phần đầu"),
        "reviews.layer.citations": ("citation", "viện dẫn"),
        "reviews.layer.deadlines": ("deadline", "thời hạn"),
        "reviews.layer.targets": ("target", "chỉ tiêu"),
        "reviews.layer.responsibilities": ("responsibility", "trách nhiệm"),
        "reviews.verdict.confirmed": ("confirmed", "xác nhận"),
        "reviews.verdict.corrected": ("corrected", "sửa"),
        "reviews.verdict.rejected": ("rejected", "bác bỏ"),
        "reviews.verdict.added": ("added", "bổ sung"),
        "reviews.state.applied": ("applied", "đang áp dụng"),
        "reviews.state.moved": ("applied elsewhere", "áp dụng ở chỗ khác"),
        "reviews.state.orphaned": ("orphaned", "không còn chỗ"),
        "reviews.state.superseded": ("superseded", "đã được thay"),
        "reviews.state.withdrawn": ("withdrawn", "đã rút"),
        "reviews.state.waiting": ("document not here", "văn bản chưa có trong kho"),
    }
)
