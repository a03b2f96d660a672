"""Photograph the pages of the reading room over the sample documents, in light and dark.

    python docs/tools/make_screenshots.py            # writes docs/pictures/NAME-THEME.webp
    python docs/tools/make_screenshots.py document   # only this page

Needs chromium, and what the dependency group ``test`` installs. The pictures are of the samples alone.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, sync_playwright

from corpus.index import Options, index
from corpus.samples import chain_paths, sample_paths
from corpus.web.naming import document_address

PICTURES = Path(__file__).resolve().parent.parent / "pictures"
ROOT = PICTURES.parent.parent

_THEMES = ("light", "dark")
_SIZE = (1280, 800)
_NARROW = (390, 800)
_SCALE = 1.5
_MOST_BYTES = 150_000
_QUALITIES = (82, 70, 58, 46)


@dataclass(frozen=True, slots=True)
class Shot:
    """One page as it is photographed."""

    address: str
    size: tuple[int, int] = _SIZE
    language: str = "vi"


def _document(stem: str) -> str:
    (path,) = [path for path in (*sample_paths(), *chain_paths()) if path.stem == stem]
    return document_address(sha256(path.read_bytes()).hexdigest())


SHOTS: Mapping[str, Shot] = {
    "home": Shot("/?today=2023-08-28"),
    "library": Shot("/library?q=du+lich+cong+dong"),
    "document": Shot(f"{_document('ke-hoach-cong-doan-tinh')}?record=d1"),
    "citations": Shot("/citations?ref=61-NQ%2FTU&view=chain"),
    "deadlines": Shot("/deadlines?month=2023-09&recurring=no&today=2023-09-12"),
    "bodies": Shot("/bodies?sort=duties"),
    "document-phone": Shot(f"{_document('ke-hoach-cong-doan-tinh')}?record=d1", _NARROW),
}


def main(arguments: Sequence[str]) -> int:
    """Take the pictures that are asked for, by default all."""
    parser = argparse.ArgumentParser(description="Photograph the reading room.")
    parser.add_argument("names", nargs="*", choices=[*SHOTS, []], metavar="NAME", help=", ".join(SHOTS))
    names = parser.parse_args(arguments).names or list(SHOTS)
    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "archive.db"
        index([*sample_paths(), *chain_paths()], store, Options(processes=0))
        with _serving(store) as address, sync_playwright() as playwright:
            flags = ["--no-sandbox"] if os.geteuid() == 0 else []
            browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=flags)
            for name in names:
                for theme in _THEMES:
                    path = PICTURES / f"{name}-{theme}.webp"
                    path.write_bytes(_compressed(_taken(browser, address, SHOTS[name], theme)))
                    print(f"{path.relative_to(ROOT)}: {path.stat().st_size:,} bytes")
            browser.close()
    return 0


@contextmanager
def _serving(store: Path) -> Iterator[str]:
    command = [sys.executable, "-m", "corpus.cli", "serve", "--store", str(store), "--port", "0", "--lang", "en"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True, cwd=ROOT) as server:
        assert server.stderr is not None
        try:
            addresses = (re.search(r"http://[\w.:]+", line) for line in server.stderr)
            yield next(found[0] for found in addresses if found)
        finally:
            server.terminate()


def _taken(browser: Browser, address: str, shot: Shot, theme: str) -> bytes:
    width, height = shot.size
    context = browser.new_context(
        base_url=address,
        viewport={"width": width, "height": height},
        device_scale_factor=_SCALE,
        color_scheme="dark" if theme == "dark" else "light",
        reduced_motion="reduce",
    )
    context.add_cookies([{"name": "lang", "value": shot.language, "url": address}])
    page = context.new_page()
    page.goto(shot.address, wait_until="networkidle")
    picture = page.screenshot()
    context.close()
    return picture


def _compressed(picture: bytes) -> bytes:
    """The picture as WebP, as good as its bound allows."""
    image = Image.open(io.BytesIO(picture)).convert("RGB")
    for quality in _QUALITIES:
        out = io.BytesIO()
        image.save(out, "WEBP", quality=quality, method=6)
        if out.tell() <= _MOST_BYTES:
            return out.getvalue()
    raise SystemExit(f"a picture is larger than {_MOST_BYTES} bytes")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
