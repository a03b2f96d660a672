"""What ``trichluc serve`` says: English, Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

__all__ = ["SERVER_TEXTS"]

SERVER_TEXTS: Mapping[str, tuple[str, str]] = MappingProxyType(
    {
        "help.serve": (
            "Open the reading room: web pages and an HTTP API over the archive.\n\nOn this machine alone, unless"
            " another address is given.",
            "Mở phòng đọc: các trang web và API HTTP trên kho lưu trữ.\n\nChỉ máy này truy cập được, trừ khi chỉ định"
            " địa chỉ khác.",
        ),
        "help.serve.host": (
            "The address to bind to. Any but this machine's own (127.0.0.1) needs a token.",
            "Địa chỉ lắng nghe. Khác địa chỉ nội bộ của máy (127.0.0.1) thì phải có mã truy cập.",
        ),
        "help.serve.port": ("The port to bind to; 0: any free one.", "Cổng lắng nghe; 0: cổng trống bất kỳ."),
        "help.serve.token": (
            "What visitors must know, 16 characters or more. On the command line other users of this machine can see"
            " it: better in the environment or a file.",
            "Mã truy cập mà người dùng phải biết, từ 16 ký tự. Ghi trên dòng lệnh thì người dùng khác của máy nhìn"
            " thấy được: nên đặt trong biến môi trường hoặc tệp.",
        ),
        "help.serve.token_file": ("A file with the token in it.", "Tệp chứa mã truy cập."),
        "help.serve.new_token": (
            "Make a token, and print it once. It changes with every start.",
            "Tạo một mã truy cập và in ra một lần. Mỗi lần khởi động là một mã mới.",
        ),
        "help.serve.insecure": (
            "Let everybody in who reaches the address, without a token.",
            "Cho mọi người đến được địa chỉ này truy cập mà không cần mã.",
        ),
        "help.serve.read_only": (
            "Take no documents and no reviews.",
            "Chỉ cho đọc: không nhận văn bản, không nhận thẩm định.",
        ),
        "help.serve.name": (
            "A name by which browsers call this server, where it has one (may be repeated).",
            "Tên miền mà trình duyệt dùng để gọi máy chủ này, nếu có (dùng nhiều lần được).",
        ),
        "help.serve.tls_cert": ("Speak HTTPS with this certificate (PEM).", "Dùng HTTPS với chứng thư này (PEM)."),
        "help.serve.tls_key": ("The key of the certificate (PEM).", "Khóa của chứng thư (PEM)."),
        "help.serve.behind_proxy": (
            "Believe a proxy on this machine about who asks, and how (X-Forwarded-For, -Proto).",
            "Tin máy chủ trung gian trên máy này về địa chỉ và giao thức của người dùng (X-Forwarded-For, -Proto).",
        ),
        "help.serve.processes": (
            "Serve in so many processes: for many readers at once.",
            "Số tiến trình phục vụ: dùng khi nhiều người đọc cùng lúc.",
        ),
        "help.serve.incoming": (
            "Where files that are added are kept (default: a folder beside the archive).",
            "Nơi giữ các tệp được thêm vào (mặc định: thư mục cạnh kho).",
        ),
        "help.serve.log_requests": (
            "Write a line for every request; keys and tokens are left out.",
            "Ghi mỗi yêu cầu một dòng nhật ký; không ghi khóa và mã truy cập.",
        ),
        "serve.ready": (
            "the reading room is open at {address} (to close it: Ctrl+C)",
            "phòng đọc mở tại {address} (đóng bằng Ctrl+C)",
        ),
        "serve.empty": (
            "there is no archive at {store} yet: an empty one is made",
            "chưa có kho tại {store}: lập kho rỗng",
        ),
        "serve.token": (
            "the token, shown only now: {token}",
            "mã truy cập, chỉ hiện lần này: {token}",
        ),
        "serve.insecure": (
            "everybody who reaches {host} can read and change this archive",
            "ai đến được {host} cũng đọc và sửa được kho này",
        ),
        "serve.needs_token": (
            "{host} can be reached from other machines: give a token (--new-token, --token-file or TRICHLUC_TOKEN), or"
            " say --insecure",
            "máy khác truy cập được {host}: hãy đặt mã truy cập (--new-token, --token-file hoặc TRICHLUC_TOKEN), hoặc"
            " ghi rõ --insecure",
        ),
        "serve.one_token": (
            "choose one of --token (TRICHLUC_TOKEN), --token-file and --new-token",
            "chỉ chọn một trong --token (TRICHLUC_TOKEN), --token-file và --new-token",
        ),
        "serve.short_token": (
            "a token has {least} characters or more, none of them invisible; --new-token makes one",
            "mã truy cập phải có từ {least} ký tự, không có ký tự ẩn; --new-token sẽ tạo một mã",
        ),
        "serve.unreadable": ("{name}: cannot be read ({reason})", "{name}: không đọc được ({reason})"),
        "serve.needs_key": ("--tls-cert and --tls-key go together", "--tls-cert và --tls-key phải đi cùng nhau"),
        "serve.address": (
            "{host}:{port} cannot be bound ({reason})",
            "không mở được {host}:{port} ({reason})",
        ),
        "serve.extra": (
            "needs libraries that are not installed (pip install 'trichluc[web]')",
            "cần các thư viện chưa cài (pip install 'trichluc[web]')",
        ),
    }
)
"""By key; placeholders are the same in both languages."""
