"""Everything that the command line says, in each language.

Keys are stable; a text's placeholders are the same in both languages. What is data (JSON keys, codes, enumerated
values)
is never translated.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING

from corpus.cli.languages import Language
from corpus.cli.question_texts import QUESTION_TEXTS
from corpus.cli.review_texts import REVIEW_TEXTS
from corpus.cli.server_texts import SERVER_TEXTS

if TYPE_CHECKING:
    from corpus.errors import CorpusError

__all__ = ["CATALOGUE", "VIETNAMESE_ERRORS", "Messages"]

_TEXTS: dict[str, tuple[str, str]] = {
    # Help
    "help.app": (
        "Turns Vietnamese official directives into structured, citable records.",
        "Chuyển văn bản chỉ đạo, điều hành tiếng Việt thành bản ghi có cấu trúc, dẫn được đến từng câu chữ.",
    ),
    "help.lang": (
        "Language of the messages: vi or en (default: from the locale). May stand anywhere.",
        "Ngôn ngữ của thông báo: vi hoặc en (mặc định theo hệ thống). Đặt ở đâu cũng được.",
    ),
    "help.config": (
        "Configuration file (default: $TRICHLUC_CONFIG, ./trichluc.toml, then trichluc/trichluc.toml in your"
        " configuration folder). May stand anywhere.",
        "Tệp cấu hình (mặc định: $TRICHLUC_CONFIG, ./trichluc.toml, rồi trichluc/trichluc.toml trong thư mục cấu hình"
        " của bạn). Đặt ở đâu cũng được.",
    ),
    "help.version": ("Print the version and stop.", "In số phiên bản rồi dừng."),
    "help.extract": (
        "Extract the record(s) of one or more directives.",
        "Trích lục một hoặc nhiều văn bản.",
    ),
    "help.extract.files": (
        "Documents: .docx .doc .odt .rtf .pdf .xlsx .xls .html .txt, scans and images, and .zip and .eml with such"
        " files in them; '-' reads standard input.",
        "Văn bản: .docx .doc .odt .rtf .pdf .xlsx .xls .html .txt, bản quét và ảnh, và tệp .zip, .eml chứa các tệp đó;"
        " '-' đọc từ đầu vào chuẩn.",
    ),
    "help.extract.format": (
        "pretty (a page), json (an object; an array for several files), jsonl (one record a line), text (tab-separated"
        " lines) or review (the doubtful records first, with reasons). Default: pretty in a terminal; in a pipe json"
        " for one file, jsonl for several.",
        "pretty (trang đọc), json (một đối tượng; một mảng nếu nhiều tệp), jsonl (mỗi dòng một bản ghi), text (các"
        " dòng ngăn bằng tab) hoặc review (bản ghi đáng ngờ xếp trước, kèm lý do). Mặc định: pretty trên màn hình;"
        " trong đường ống json cho một tệp, jsonl cho nhiều tệp.",
    ),
    "help.extract.show_text": (
        "Print the loaded text instead of the record.",
        "In phần chữ đọc được thay vì bản ghi.",
    ),
    "help.extract.ocr": (
        "When pages are read as images: auto (where their text is missing or bad), never or always.",
        "Khi nào nhận dạng chữ từ ảnh: auto (khi trang không có chữ hoặc chữ hỏng), never (không) hoặc always (luôn"
        " luôn).",
    ),
    "help.doctor": (
        "Say which formats can be read on this machine, and what is missing for the others.",
        "Cho biết máy này đọc được những loại tệp nào, và còn thiếu gì cho các loại khác.",
    ),
    "help.max_size": (
        "Refuse inputs above this many megabytes.",
        "Từ chối đầu vào lớn hơn chừng này megabyte.",
    ),
    "help.debug": (
        "Show where an internal error comes from.",
        "Hiện nguồn gốc của lỗi bên trong chương trình.",
    ),
    "help.samples": (
        "Write the sample directives, to try the other commands on.",
        "Ghi ra các văn bản mẫu để thử những lệnh khác.",
    ),
    "help.samples.folder": (
        "The folder for them; it is made where there is none, and what stands in it is left alone.",
        "Thư mục để ghi; chưa có thì được tạo, những gì đã có trong đó được giữ nguyên.",
    ),
    "samples.written": (
        "{count} documents written to {folder}; try: trichluc index {folder} --store archive.db",
        "đã ghi {count} văn bản vào {folder}; thử: trichluc index {folder} --store archive.db",
    ),
    "help.schema": ("Print the JSON Schema of what is written out.", "In JSON Schema của dữ liệu xuất ra."),
    "help.schema.contract": (
        "directive (one record) or deadlines (the format of export --format deadlines).",
        "directive (một bản ghi) hoặc deadlines (dạng của export --format deadlines).",
    ),
    "help.evaluate": (
        "Score extraction against annotated documents.\n\nPrints precision, recall and F1 a layer and a document.",
        "Chấm kết quả trích lục theo văn bản đã chú giải.\n\nIn độ chính xác, độ phủ và F1 từng lớp, từng văn bản.",
    ),
    "help.evaluate.folder": (
        "A folder of NAME.gold.json beside NAME.txt.",
        "Thư mục có TÊN.gold.json bên cạnh TÊN.txt.",
    ),
    "help.evaluate.errors": (
        "Show the differences by class: what is missed, spurious or wrong in which field, and where.",
        "Nêu các chỗ sai theo loại: bỏ sót, thừa, sai trường nào, ở đâu.",
    ),
    "help.evaluate.examples": ("Examples shown of each class.", "Số ví dụ cho mỗi loại."),
    "help.evaluate.reliability": (
        "Show whether confidence means what it says: how many records of each band are right.",
        "Cho biết độ tin cậy có đúng như ghi hay không: mỗi khoảng có bao nhiêu bản ghi đúng.",
    ),
    "help.evaluate.layer": ("Only this layer.", "Chỉ lớp này."),
    "help.evaluate.predictions": (
        "Score these records (JSON lines) instead of extracting.",
        "Chấm các bản ghi này (JSON lines) thay vì trích lục.",
    ),
    "help.evaluate.format": ("table or json.", "table (bảng) hoặc json."),
    # The archive
    "help.log": (
        "For a service: events instead of messages on standard error, as text or as JSON lines.",
        "Khi chạy như dịch vụ: ghi sự kiện thay cho thông báo, dạng text hoặc mỗi dòng một đối tượng JSON.",
    ),
    "help.store": (
        "The archive's file (default: $TRICHLUC_STORE, else archive.db in your data folder).",
        "Tệp kho lưu trữ (mặc định: $TRICHLUC_STORE, nếu không có thì archive.db trong thư mục dữ liệu của bạn).",
    ),
    "help.store_commands": ("The archive's file itself.", "Chính tệp kho lưu trữ."),
    "help.datasette": (
        "Write the metadata that Datasette shows the archive with: titles, facets, what columns hold, and the common"
        " questions, in the language of the messages.",
        "Ghi siêu dữ liệu để xem kho bằng Datasette: tên bảng, bộ lọc, ý nghĩa các cột và các câu hỏi thường gặp, theo"
        " ngôn ngữ của thông báo.",
    ),
    "help.datasette.output": (
        "The file; default: standard output.",
        "Tệp ghi ra; mặc định là đầu ra chuẩn.",
    ),
    "datasette.written": (
        "now run: datasette {store} --metadata {name}",
        "bây giờ chạy: datasette {store} --metadata {name}",
    ),
    "help.list.format": (
        "table, json, or text (tab-separated lines).",
        "table (bảng), json, hoặc text (các dòng ngăn bằng tab).",
    ),
    "help.limit": ("At most so many.", "Nhiều nhất chừng này."),
    "help.offset": ("Leave out so many at the beginning.", "Bỏ qua chừng này kết quả đầu."),
    "help.index": (
        "Read files and folders into the archive.\n\nWhat has not changed is skipped; a run that was broken off"
        " goes on where it was.",
        "Đưa tệp và thư mục vào kho lưu trữ.\n\nTệp không đổi được bỏ qua; lần chạy bị ngắt sẽ tiếp tục từ chỗ đã"
        " dừng.",
    ),
    "help.index.paths": (
        "Folders (with all that is in them) and files, archives (.zip) too.",
        "Thư mục (cùng mọi thứ bên trong) và tệp, kể cả tệp nén (.zip).",
    ),
    "help.index.jobs": (
        "Read in so many processes (default: one a processor).",
        "Số tiến trình đọc song song (mặc định: mỗi bộ xử lý một tiến trình).",
    ),
    "help.index.prune": (
        "Take out of the archive what is no longer under the paths given.",
        "Bỏ khỏi kho những gì không còn ở các đường dẫn đã cho.",
    ),
    "help.index.retry": ("Read again what failed before.", "Đọc lại những tệp lần trước không đọc được."),
    "help.index.redo": (
        "Read again although nothing changed: all, failed, 'older-than VERSION' or 'type TYPE'.",
        "Đọc lại dù tệp không đổi: all, failed, 'older-than PHIÊN_BẢN' hoặc 'type LOẠI'.",
    ),
    "help.index.ocr": (
        "Recognise text in images: auto (where text is missing or bad), always or never.",
        "Nhận dạng chữ trong ảnh: auto (khi thiếu chữ hoặc chữ hỏng), always (luôn) hoặc never (không).",
    ),
    "help.watch": (
        "Index what is put into a folder, until interrupted.",
        "Theo dõi một thư mục, đưa những gì bỏ vào đó vào kho, cho đến khi bị ngắt.",
    ),
    "help.watch.folder": ("The folder.", "Thư mục cần theo dõi."),
    "help.watch.interval": ("Seconds between two looks.", "Số giây giữa hai lần xem."),
    "help.watch.move": (
        "Move what was read into this folder (default: move nothing).",
        "Chuyển tệp đã đọc vào thư mục này (mặc định: không chuyển gì).",
    ),
    "help.search": (
        "Full-text search.\n\nWords with marks mean these marks, words without find both: dak lak finds Đắk Lắk."
        ' Phrases in "quotes", beginnings with *, fields title: issuer: place: number: type: year:.',
        "Tìm toàn văn.\n\nTừ gõ có dấu thì tìm đúng dấu, không dấu thì tìm cả hai: dak lak tìm thấy Đắk Lắk."
        ' Cụm từ trong "ngoặc kép", phần đầu từ với *, trường trichyeu: coquan: diadanh: so: loai: nam:.',
    ),
    "help.search.words": ("What to look for.", "Cần tìm gì."),
    "help.show": ("Print one document of the archive.", "In một văn bản trong kho."),
    "help.show.document": (
        "Its number, its path, the beginning of its SHA-256, or #ID.",
        "Số ký hiệu, đường dẫn, phần đầu mã SHA-256, hoặc #ID.",
    ),
    "help.show.format": (
        "pretty (a page), json, text (tab-separated facts) or source (the text as it was loaded).",
        "pretty (trang đọc), json, text (các dòng ngăn bằng tab) hoặc source (nguyên văn).",
    ),
    "help.stats": ("Say what the archive holds.", "Cho biết kho có những gì."),
    "help.failures": ("List what could not be read, and why.", "Liệt kê những gì không đọc được, và lý do."),
    "help.duplicates": (
        "List documents that are nearly the same: a draft and its signed copy, a .doc and its .pdf.",
        "Liệt kê các văn bản gần như trùng nhau: bản dự thảo và bản ký, tệp .doc và tệp .pdf.",
    ),
    "note": ("note", "ghi chú"),
    "index.report": (
        "{documents} documents stored in {store}; {unchanged} files unchanged, {repeated} known already,"
        " {failures} failures",
        "đã lưu {documents} văn bản vào {store}; {unchanged} tệp không đổi, {repeated} văn bản đã có,"
        " {failures} không đọc được",
    ),
    "index.rate": ("{seconds} s, {rate} documents a second", "{seconds} giây, {rate} văn bản mỗi giây"),
    "index.pruned": ("{count} files that are gone were taken out", "đã bỏ {count} tệp không còn nữa"),
    "index.duplicates": (
        "{count} pairs are nearly the same; trichluc duplicates lists them",
        "{count} cặp gần như trùng nhau; xem bằng trichluc duplicates",
    ),
    "index.skipped": (
        "{count} files left out: no documents by their names",
        "bỏ qua {count} tệp: tên tệp cho thấy không phải văn bản",
    ),
    "index.more_failed": (
        "{count} more failed; all are listed by: trichluc failures --store {store}",
        "còn {count} tệp không đọc được; xem hết bằng: trichluc failures --store {store}",
    ),
    "index.interrupted": (
        "interrupted; what was stored is whole, the same command goes on",
        "đã ngắt; dữ liệu đã lưu còn nguyên, chạy lại lệnh này để tiếp tục",
    ),
    "progress.indexing": ("Indexing", "Đang lập chỉ mục"),
    "progress.rate": ("{rate} files/s", "{rate} tệp/giây"),
    "progress.failures": ("{count} failed", "{count} lỗi"),
    "watch.begin": ("watching {folder}; Ctrl+C ends", "đang theo dõi {folder}; Ctrl+C để dừng"),
    "watch.end": ("no longer watching", "đã ngừng theo dõi"),
    "watch.no_folder": ("{name}: is no folder", "{name}: không phải thư mục"),
    "search.total": ("{shown} of {total} documents found", "hiện {shown} trên {total} văn bản tìm thấy"),
    "search.more": (
        "{shown} of more than {total} documents found",
        "hiện {shown} trên hơn {total} văn bản tìm thấy",
    ),
    "failures.count": ("{count} failures", "{count} mục không đọc được"),
    "duplicates.number": ("same number", "cùng số"),
    "duplicates.title": ("same title", "cùng trích yếu"),
    "stats.documents": ("documents", "văn bản"),
    "stats.locations": ("files and members", "tệp và mục trong tệp nén"),
    "stats.failures": ("failures", "không đọc được"),
    "stats.duplicates": ("nearly the same (pairs)", "gần như trùng nhau (cặp)"),
    "stats.characters": ("characters", "ký tự"),
    "stats.file_bytes": ("bytes on disk", "byte trên ổ đĩa"),
    "stats.last_run": ("last indexed (UTC)", "lần lập chỉ mục cuối (UTC)"),
    "stats.sections": ("sections", "mục"),
    "stats.citations": ("citations", "văn bản được dẫn"),
    "stats.deadlines": ("deadlines", "thời hạn"),
    "stats.targets": ("targets", "chỉ tiêu"),
    "stats.responsibilities": ("responsibilities", "trách nhiệm"),
    "stats.diagnostics": ("remarks", "lưu ý"),
    "stats.type": ("type: {type}", "loại: {type}"),
    "stats.year": ("year: {year}", "năm: {year}"),
    "help.export": (
        "Hand the archive over to other tools.\n\nA file is written whole or not at all; without --output, a format of"
        " one file goes to standard output. What each format holds: docs/exports.md.",
        "Xuất kho lưu trữ cho công cụ khác.\n\nTệp được ghi trọn vẹn hoặc không ghi; không có --output thì dạng một tệp"
        " ra đầu ra chuẩn. Nội dung từng dạng: docs/exports.md.",
    ),
    "help.export.format": (
        "jsonl (full records), csv, parquet (tables), ics (calendar), deadlines (JSON), graphml, svg (who cites what),"
        " spacy (DocBin for training), thongtu02 (archival metadata), edxml (message headers).",
        "jsonl (bản ghi đầy đủ), csv, parquet (bảng), ics (lịch), deadlines (JSON), graphml, svg (văn bản dẫn nhau),"
        " spacy (DocBin để huấn luyện), thongtu02 (dữ liệu đặc tả lưu trữ), edxml (phần đầu thông điệp).",
    ),
    "help.export.output": (
        "The file, or the folder of csv, parquet and edxml (default: named like the format); '-' is standard output.",
        "Tệp, hoặc thư mục với csv, parquet và edxml (mặc định mang tên dạng xuất); '-' là đầu ra chuẩn.",
    ),
    "help.export.from": (
        "ics, deadlines: only what is due on this day or later (2024-03-31 or 31/3/2024).",
        "ics, deadlines: chỉ thời hạn từ ngày này (2024-03-31 hoặc 31/3/2024).",
    ),
    "help.export.to": (
        "ics, deadlines: only what is due on this day or earlier.",
        "ics, deadlines: chỉ thời hạn đến ngày này.",
    ),
    "help.export.body": (
        "ics, deadlines: only what binds a body of this name (a part is enough, diacritics are not needed).",
        "ics, deadlines: chỉ thời hạn của cơ quan có tên này (một phần cũng được, không cần dấu).",
    ),
    "help.export.doc": (
        "Only this document: its number, path or SHA-256.",
        "Chỉ văn bản này: số, ký hiệu, đường dẫn hoặc SHA-256.",
    ),
    "help.export.issued_from": ("Only documents of this day or later.", "Chỉ văn bản ban hành từ ngày này."),
    "help.export.issued_to": ("Only documents of this day or earlier.", "Chỉ văn bản ban hành đến ngày này."),
    "help.export.type": ("Only documents of this type: ke_hoach.", "Chỉ văn bản loại này: ke_hoach."),
    "help.export.issuer": (
        "Only documents of an issuer of this name (a part is enough, diacritics are not needed).",
        "Chỉ văn bản của cơ quan ban hành có tên này (một phần cũng được, không cần dấu).",
    ),
    "help.export.table": (
        "csv, parquet: this table alone, as one file.",
        "csv, parquet: chỉ bảng này, thành một tệp.",
    ),
    "help.export.bom": (
        "csv: begin with a byte order mark, so that Excel reads the Vietnamese letters.",
        "csv: thêm dấu thứ tự byte ở đầu để Excel đọc đúng tiếng Việt.",
    ),
    "help.export.delimiter": (
        "csv: what stands between cells; Excel in Vietnamese expects ';'.",
        "csv: dấu ngăn giữa các ô; Excel tiếng Việt cần ';'.",
    ),
    "help.export.todo": (
        "ics: tasks (VTODO) instead of events; many calendars do not show them.",
        "ics: việc cần làm (VTODO) thay cho sự kiện; nhiều chương trình lịch không hiện.",
    ),
    "help.export.alarm": (
        "ics: remind so many days before, at eight in the morning; may be given several times (default: 7 and 1).",
        "ics: nhắc trước chừng này ngày, lúc 8 giờ sáng; có thể dùng nhiều lần (mặc định: 7 và 1).",
    ),
    "help.export.no_alarms": ("ics: do not remind.", "ics: không nhắc."),
    "help.export.longest": (
        "ics: the longest period to enter for a deadline whose day the text does not say (trong tháng 6).",
        "ics: khoảng dài nhất được đưa vào lịch khi văn bản không nêu ngày (trong tháng 6).",
    ),
    "help.export.around": (
        "svg: only what cites the document of this number or is cited by it, directly or through others.",
        "svg: chỉ các văn bản dẫn văn bản có số này hoặc được nó dẫn, trực tiếp hay qua văn bản khác.",
    ),
    "help.export.most": (
        "svg: at most so many documents, those with the most neighbours.",
        "svg: nhiều nhất chừng này văn bản, lấy các văn bản có nhiều liên hệ nhất.",
    ),
    "export.delimiter": ("must be one character, no quote", "phải là một ký tự, không phải dấu nháy"),
    "export.type": ("must be one of: {types}", "phải là một trong: {types}"),
    "export.done": ("{what} written to {name}", "đã ghi {what} vào {name}"),
    "export.of.documents": ("{count} documents", "{count} văn bản"),
    "export.of.deadlines": ("{count} deadlines", "{count} thời hạn"),
    "export.of.works": ("{count} documents and works", "{count} văn bản, kể cả văn bản được dẫn"),
    "export.left_out.no_date": (
        "left out: {count} deadlines without a date in the text",
        "không đưa vào: {count} thời hạn không có ngày trong văn bản",
    ),
    "export.left_out.no_day": (
        "left out: {count} recurring deadlines of which the text does not say the day",
        "không đưa vào: {count} thời hạn định kỳ không nêu ngày",
    ),
    "export.left_out.copy": (
        "left out: {count} deadlines of documents that are nearly the same as others",
        "không đưa vào: {count} thời hạn của văn bản gần như trùng với văn bản khác",
    ),
    "export.left_out.shortened": (
        "cut: {count} values longer than the rule allows",
        "rút gọn: {count} giá trị dài hơn mức quy định",
    ),
    "export.left_out.unresolved": (
        "left out: {count} mentions of which it is not known what they mean",
        "không đưa vào: {count} chỗ dẫn chưa xác định được văn bản",
    ),
    "export.left_out.crowded": (
        "left out: {count} documents with fewer neighbours (--most)",
        "không đưa vào: {count} văn bản ít liên hệ hơn (--most)",
    ),
    "export.left_out.apart": (
        "left out: {count} documents that have nothing to do with those shown",
        "không đưa vào: {count} văn bản không liên hệ với các văn bản trong hình",
    ),
    "export.left_out.too_long": (
        "left out: {count} deadlines known only to a longer period (--longest)",
        "không đưa vào: {count} thời hạn chỉ biết theo khoảng dài hơn (--longest)",
    ),
    # Problems
    "error": ("error", "lỗi"),
    "warning": ("warning", "cảnh báo"),
    "configuration.used": (
        "what is not given is taken from {name}",
        "những gì không nêu ra được lấy từ {name}",
    ),
    "error.internal": (
        "{name}: internal error, please report it ({reason}); --debug shows where",
        "{name}: lỗi bên trong chương trình, xin báo lại ({reason}); --debug cho biết ở đâu",
    ),
    "error.output": ("the output cannot be written ({reason})", "không ghi được kết quả ({reason})"),
    "error.extraction": ("{name}: {reason}", "{name}: không trích lục được ({reason})"),
    "warning.not_vietnamese": (
        "{name}: hardly any Vietnamese in it; the record will say little",
        "{name}: hầu như không có tiếng Việt; bản ghi sẽ ít thông tin",
    ),
    "warning.pages": (" (page {pages})", " (trang {pages})"),
    "warning.ambiguous_encoding": (
        "{name}: the encoding of some words is in doubt ({detail})",
        "{name}: chưa chắc bảng mã của một số chữ ({detail})",
    ),
    "warning.undecoded": (
        "{name}: some letters are in no encoding that is known ({detail})",
        "{name}: một số ký tự không thuộc bảng mã nào đã biết ({detail})",
    ),
    "warning.converted_encoding": (
        "{name}: converted from an old encoding ({detail})",
        "{name}: đã chuyển từ bảng mã cũ ({detail})",
    ),
    "warning.recognised": (
        "{name}: read by character recognition; check numbers and names against the image",
        "{name}: chữ được nhận dạng từ ảnh; hãy đối chiếu số và tên với ảnh",
    ),
    "warning.low_confidence": (
        "{name}: character recognition is unsure ({detail} %)",
        "{name}: nhận dạng chữ không chắc chắn ({detail} %)",
    ),
    "warning.bad_text_layer": (
        "{name}: the text in the file is unusable ({detail})",
        "{name}: phần chữ trong tệp không dùng được ({detail})",
    ),
    "warning.not_recognised": (
        "{name}: an image was not read ({detail})",
        "{name}: có ảnh chưa được nhận dạng ({detail})",
    ),
    "warning.fallback": (
        "{name}: read by {detail}, which loses automatic numbers and tables; 'trichluc doctor' says what is missing",
        "{name}: đọc bằng {detail}, mất số thứ tự tự động và bảng; 'trichluc doctor' cho biết còn thiếu gì",
    ),
    "warning.damaged_part": (
        "{name}: a damaged part was left out ({detail})",
        "{name}: đã bỏ qua một phần bị hỏng ({detail})",
    ),
    "doctor.available": ("available", "có"),
    "doctor.missing": ("missing", "thiếu"),
    "doctor.package": ("apt-get install {package}", "apt-get install {package}"),
    "doctor.extra": ("pip install 'trichluc[{extra}]'", "pip install 'trichluc[{extra}]'"),
    "doctor.summary.all": ("Everything is there: all formats can be read.", "Đủ cả: đọc được mọi loại tệp."),
    "doctor.summary.missing": ("{count} of {total} are missing.", "Thiếu {count} trên {total}."),
    "summary.failed": ("{failed} of {total} inputs failed", "{failed} trên {total} đầu vào không xử lý được"),
    "progress.extracting": ("Extracting", "Đang trích lục"),
    # The page
    "page.issuer": ("Issued by", "Cơ quan ban hành"),
    "page.parent": ("Under", "Cơ quan cấp trên"),
    "page.number": ("Number", "Số, ký hiệu"),
    "page.issued": ("Issued", "Ban hành"),
    "page.title": ("Subject", "Trích yếu"),
    "page.addressees": ("Addressed to", "Kính gửi"),
    "page.urgency": ("Urgency", "Độ khẩn"),
    "page.secrecy": ("Secrecy", "Độ mật"),
    "page.signature": ("Signed by", "Người ký"),
    "page.recipients": ("Copies to", "Nơi nhận"),
    "page.recipients.count": ("{count} recipients", "{count} nơi"),
    "page.inferred": ("* inferred, not printed", "* suy ra, không in trong văn bản"),
    "page.doubtful": (
        "? doubtful: as likely wrong as right; --format review says why",
        "? đáng ngờ: khả năng sai không kém khả năng đúng; xem lý do bằng --format review",
    ),
    "page.no_type": ("Document of unknown type", "Văn bản chưa rõ tên loại"),
    "page.outline": ("Outline", "Bố cục"),
    "page.bullets": ("({count} bullets)", "({count} gạch đầu dòng)"),
    "page.citations": ("Documents cited", "Văn bản được dẫn"),
    "page.deadlines": ("Deadlines", "Thời hạn"),
    "page.targets": ("Targets", "Chỉ tiêu"),
    "page.responsibilities": ("Who does what", "Cơ quan thực hiện"),
    "page.diagnostics": ("Noticed", "Lưu ý"),
    "page.where": ("Where", "Vị trí"),
    "page.document": ("Document", "Văn bản"),
    "page.date": ("Date", "Ngày"),
    "page.relation": ("Relation", "Quan hệ"),
    "page.when": ("When", "Khi nào"),
    "page.text": ("In the text", "Trong văn bản"),
    "page.task": ("Work", "Việc"),
    "page.body": ("Body", "Cơ quan"),
    "page.role": ("Role", "Vai trò"),
    "page.tasks": ("Work", "Việc"),
    "page.target": ("Target", "Mức"),
    "page.subject": ("Of what", "Nội dung"),
    "page.message": ("Message", "Nội dung"),
    "page.none": ("none found", "không tìm thấy"),
    "page.page": ("p.{page}", "tr.{page}"),
    "page.line": ("L{line}", "d.{line}"),
    # Times and quantities
    "bound.before": ("before {end}", "trước {end}"),
    "bound.by": ("by {end}", "chậm nhất {end}"),
    "bound.on": ("on {start}", "ngày {start}"),
    "bound.within": ("{start} to {end}", "{start} đến {end}"),
    "bound.from": ("from {start}", "từ {start}"),
    "bound.recurring": ("recurring, {rule}", "định kỳ, {rule}"),
    "rule.none": ("how often is not said", "không rõ bao lâu một lần"),
    "rule.daily": ("every day", "hằng ngày"),
    "rule.weekly": ("every week", "hằng tuần"),
    "rule.monthly": ("every month", "hằng tháng"),
    "rule.yearly": ("every year", "hằng năm"),
    "rule.daily.n": ("every {n} days", "{n} ngày một lần"),
    "rule.weekly.n": ("every {n} weeks", "{n} tuần một lần"),
    "rule.monthly.n": ("every {n} months", "{n} tháng một lần"),
    "rule.yearly.n": ("every {n} years", "{n} năm một lần"),
    "rule.day": ("{rule}, day {day}", "{rule}, ngày {day}"),
    "bound.open": ("no date given ({bound})", "không rõ ngày ({bound})"),
    "comparator.ge": ("at least {value}", "từ {value} trở lên"),
    "comparator.gt": ("over {value}", "trên {value}"),
    "comparator.le": ("at most {value}", "tối đa {value}"),
    "comparator.lt": ("under {value}", "dưới {value}"),
    "comparator.eq": ("{value}", "{value}"),
    "comparator.range": ("{value} to {value_max}", "{value} đến {value_max}"),
    "comparator.approx": ("about {value}", "khoảng {value}"),
    "change.increase": ("up by {amount}", "tăng {amount}"),
    "change.decrease": ("down by {amount}", "giảm {amount}"),
}

VIETNAMESE_ERRORS: Mapping[str, str] = MappingProxyType(
    {
        "missing": "{name}: không có tệp này",
        "directory": "{name}: là thư mục; hãy chỉ ra các tệp trong đó, ví dụ {name}/*.txt",
        "unreadable": "{name}: không đọc được ({reason})",
        "too_large": "{name}: có từ {size} byte trở lên, vượt giới hạn {limit}; nâng giới hạn bằng --max-size",
        "empty": "{name}: rỗng, hoặc chỉ có khoảng trắng",
        "not_utf8": "{name}: không phải UTF-8 (byte sai đầu tiên ở vị trí {offset}; bảng mã có thể là: {likely});"
        " hãy chuyển sang UTF-8 trước",
        "unsupported": "{name}: không đọc được loại tệp này ({kind})",
        "container": "{name}: chứa các tệp khác ({kind}); mỗi tệp trong đó là một văn bản riêng",
        "encrypted": "{name}: có mật khẩu; hãy lưu lại không đặt mật khẩu",
        "corrupt": "{name}: bị hỏng hoặc không đầy đủ ({reason})",
        "too_many_pages": "{name}: có {pages} trang, vượt giới hạn {limit}",
        "too_many_cells": "{name}: có hơn {limit} ô",
        "too_many_pixels": "{name}: có ảnh {pixels} điểm ảnh, vượt giới hạn {limit}",
        "bomb": "{name}: giải nén ra hơn {limit} byte",
        "nested": "{name}: lồng nhau quá {limit} tầng",
        "too_many_members": "{name}: chứa {members} phần, vượt giới hạn {limit}",
        "timed_out": "{name}: không đọc xong trong {seconds} giây",
        "no_text": "{name}: không có chữ nào đọc được ({reason})",
        "tool_missing": "{name}: cần chương trình {tool}, máy này chưa cài (trên Debian: apt-get install {package})",
        "library_missing": "{name}: cần thư viện Python {library}, chưa cài (pip install 'trichluc[{extra}]')",
        "conversion": "{name}: {tool} không đọc được ({reason})",
        "crashed": "{name}: tiến trình đọc tệp này bị dừng đột ngột ({reason})",
        "internal": "{name}: lỗi bên trong chương trình, xin báo lại ({reason})",
        "gold": "{name}: {reason}",
        "store_missing": "{store}: chưa có kho lưu trữ; lập kho bằng: trichluc index THƯ_MỤC --store {store}",
        "store_foreign": "{store}: không phải kho lưu trữ của chương trình này",
        "store_newer": "{store}: do phiên bản mới hơn của chương trình ghi (cấu trúc {found}, ở đây biết đến {known})",
        "store_busy": "{store}: đang được chương trình khác sử dụng; hãy thử lại sau",
        "store_full": "{store}: hết chỗ trên ổ đĩa; dữ liệu đã lưu còn nguyên, hãy dọn chỗ rồi chạy lại",
        "store_not_writable": "{store}: không ghi được ({reason})",
        "store_damaged": "{store}: bị hỏng ({reason}); hãy khôi phục bản sao, hoặc lập chỉ mục vào tệp mới",
        "query": "{reason}",
        "no_document": "kho không có văn bản nào là {name!r}",
        "no_review": "không có thẩm định {name!r} đang có hiệu lực",
        "several_documents": "{name!r} có thể là nhiều văn bản; hãy chỉ rõ bằng đường dẫn hoặc mã: {named}",
        "configuration": "{name}: tệp cấu hình không dùng được ({reason})",
        "review": "{reason}",
        "export_folder": "dạng {format} gồm nhiều tệp trong một thư mục: hãy đặt tên thư mục bằng --output,"
        " hoặc chọn một bảng bằng --table",
        "export_no_deadlines": "dạng {format} không có thời hạn để chọn: hãy bỏ --from, --to và --body",
        "output_not_writable": "{name}: không ghi được ({reason})",
        "extra_missing": "dạng {format} cần thư viện Python {library}, chưa cài (pip install 'trichluc[{extra}]')",
    }
)
"""The errors of ``corpus.errors`` by their code; in English they speak for themselves."""

_ALL_TEXTS = {**_TEXTS, **QUESTION_TEXTS, **REVIEW_TEXTS, **SERVER_TEXTS}

CATALOGUE: Mapping[Language, Mapping[str, str]] = MappingProxyType(
    {
        Language.EN: MappingProxyType({key: english for key, (english, _) in _ALL_TEXTS.items()}),
        Language.VI: MappingProxyType({key: vietnamese for key, (_, vietnamese) in _ALL_TEXTS.items()}),
    }
)


@cache
def _english_errors() -> Mapping[str, str]:
    """The messages of all errors by their code, with placeholders."""
    from corpus import errors

    return {kind.code: kind.message for kind in (getattr(errors, name) for name in errors.__all__)}


class Messages:
    """The catalogue in one language: ``say("error.missing", name="a.txt")``.

    ``is_chosen``: somebody asked for this language; else it is that of the locale.
    """

    def __init__(self, language: Language, *, is_chosen: bool = False) -> None:
        self.language = language
        self.is_chosen = is_chosen
        self._texts = CATALOGUE[language]

    def __call__(self, key: str, **facts: object) -> str:
        """The text of a key with its placeholders filled in. Raises ``KeyError`` for a key that does not exist."""
        return self._texts[key].format_map(facts)

    def failure(self, code: str, facts: Mapping[str, object], english: str) -> str:
        """The message of an error that was stored, made of its code and facts; else the words it was stored with."""
        message = VIETNAMESE_ERRORS.get(code) if self.language is Language.VI else _english_errors().get(code)
        try:
            return message.format_map(facts) if message is not None else english
        except KeyError:  # an earlier version had other facts
            return english

    def error(self, error: CorpusError) -> str:
        """The message of an error; its own English one where there is no other."""
        if self.language is Language.VI and error.code in VIETNAMESE_ERRORS:
            return VIETNAMESE_ERRORS[error.code].format_map(error.facts)
        return str(error)
