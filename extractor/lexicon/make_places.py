"""Makes ``places.toml`` from the administrative units that `underthesea.address` ships.

Run ``python -m extractor.lexicon.make_places`` from the root of the repository after an upgrade of underthesea and read
the difference before committing it. The file is made once and checked in, because the data behind it take seconds and
megabytes to load, while a directive needs some hundred names.
"""

from __future__ import annotations

import json
from collections import defaultdict
from importlib.resources import files
from pathlib import Path
from typing import Any

__all__ = ["render"]

_HEAD = """\
# Places: provinces before and after the merger of 1 July 2025, and the districts that existed until then.
# Made by extractor/lexicon/make_places.py from underthesea.address (data of vietnamadminunits, version {version},
# in force {date}); see there before editing by hand. Names stand in the modern spelling of tone marks.
"""

#: What older documents say and the data set, which knows only the last state before the merger, does not.
_OLDER = {"Thừa Thiên Huế": "Huế", "Hà Tây": "Hà Nội"}


def render(data: dict[str, Any]) -> str:
    """Return the text of ``places.toml`` for `data`, the content of the data set's ``mapping.json``."""
    old = {key: entry["name"] for key, entry in data["old_province_names"].items()}
    new = {key: entry["name"] for key, entry in data["province_names"].items()}
    moves = [(old[key], new[into]) for key, into in data["province_mapping"].items()]
    merged = {_bare(was): _bare(now) for was, now in moves if was != now}
    every = sorted({*old.values(), *new.values(), *(f"Tỉnh {name}" for name in _OLDER)})
    districts: dict[str, set[str]] = defaultdict(set)
    for ward in data["ward_mapping"]:
        districts[_bare(ward["old_province"])].add(ward["old_district"].replace("Thị Xã", "Thị xã"))
    lines = [_HEAD.format(version=data["metadata"]["version"], date=data["metadata"]["effective_date"])]
    lines.append(f"cities = {_list(_bare(name) for name in every if name.startswith('Thành phố'))}")
    lines.append(f"provinces = {_list(_bare(name) for name in every if name.startswith('Tỉnh'))}")
    lines.append("\n[merged] # a province that is no more: the one that holds its land")
    lines += [f"{_quote(name)} = {_quote(into)}" for name, into in sorted({**merged, **_OLDER}.items())]
    lines.append("\n[districts] # by province, as they were until 30 June 2025")
    lines += [f"{_quote(province)} = {_list(sorted(names))}" for province, names in sorted(districts.items())]
    return "\n".join(lines) + "\n"


def _bare(name: str) -> str:
    return name.removeprefix("Tỉnh ").removeprefix("Thành phố ")


def _quote(name: str) -> str:
    return json.dumps(name, ensure_ascii=False)


def _list(names: Any) -> str:
    return "[" + ", ".join(_quote(name) for name in names) + "]"


if __name__ == "__main__":
    mapping = json.loads(files("underthesea.address").joinpath("data/mapping.json").read_text("utf-8"))
    Path(__file__).with_name("places.toml").write_text(render(mapping), "utf-8")
