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
        "help.serve.host": ("The address to bind to.", "Địa chỉ lắng nghe."),
        "help.serve.port": ("The port to bind to.", "Cổng lắng nghe."),
        "serve.ready": ("the reading room is open at {address}", "phòng đọc mở tại {address}"),
        "serve.extra": (
            "needs libraries that are not installed (pip install 'trichluc[web]')",
            "cần các thư viện chưa cài (pip install 'trichluc[web]')",
        ),
    }
)
"""By key; placeholders are the same in both languages."""
