"""What single heads are known for: which go on in which way, and which may own the name before them."""

from __future__ import annotations

__all__ = [
    "BRANCHED",
    "CLOSED",
    "COMMITTEE_ENDS",
    "COMPLETE_IN_CAPITALS",
    "COUNCILS",
    "FIELDED",
    "FIELD_OWNERS",
    "LONG_FIELDS",
    "NUMBERED",
    "OPEN",
    "PLACED",
    "PROJECTS",
    "SMALL",
    "SMALL_OWNERS",
    "STATIONED",
    "TEAMS",
    "YOUTH",
]

#: Heads whose field must be in the lexicon: the state has a fixed list of them.
CLOSED = frozenset({"bộ", "sở"})
#: Heads that go on in small letters when printed with a capital: `Tổ thẩm định`.
OPEN = frozenset(
    {"tổ", "đội", "tổ công tác", "tổ giúp việc", "bộ phận", "ban chỉ đạo", "bcđ", "hội đồng", "tiểu ban",
     "ban tổ chức", "công ty", "viện", "trung tâm", "bệnh viện", "trường", "ttyt", "ban quản lý", "ban quản lý dự án",
     "ban lãnh đạo", "ban điều hành", "chi nhánh", "quỹ"}
)  # fmt: skip
#: Those of them whose names may begin with a verb.
TEAMS = frozenset({"tổ", "đội", "tiểu ban"})
#: Kinds that may name their field of work in small letters: `cơ quan tài chính`.
FIELDED = frozenset({"cơ quan", "đơn vị", "tổ chức", "cơ sở", "ngành"})
#: Heads that are called after the kind of bodies in which they are: `Đoàn trường học`.
YOUTH = frozenset({"đoàn", "hội", "đội"})
#: Boards that are called after projects.
PROJECTS = frozenset({"ban quản lý", "ban quản lý dự án", "bql"})
#: Bodies that are called after a place without its level.
STATIONED = frozenset(
    {"đồn biên phòng", "hạt kiểm lâm", "báo", "đài", "kho bạc nhà nước", "kbnn", "kho bạc", "điện lực", "bưu điện",
     "vnpt", "viettel", "mobifone", "agribank", "vietinbank", "vietcombank", "bidv", "bảo hiểm xã hội", "bhxh",
     "thuế tỉnh", "thuế thành phố", "thuế cơ sở",
     "báo và phát thanh, truyền hình", "báo và đài phát thanh, truyền hình", "đài phát thanh và truyền hình",
     "đài phát thanh - truyền hình", "đài phát thanh, truyền hình"}
)  # fmt: skip
#: Heads whose fields are finer than those of the ministries: `Tổng cục Giáo dục nghề nghiệp`.
LONG_FIELDS = frozenset({"tổng cục", "cục", "vụ", "viện", "chi cục"})
#: Kinds that are bodies by themselves where they are printed with a capital.
COMPLETE_IN_CAPITALS = frozenset({"văn phòng", "trạm y tế", "tyt"})
#: Heads after whose field a place may stand without its level: `Trung tâm Y tế Tây Bắc`.
PLACED = frozenset(
    {"trung tâm", "viện", "trường", "bệnh viện", "công ty", "học viện", "chi nhánh", "nhà máy", "đại học"}
)
#: Bodies that are called by their number: `Trung đoàn 880`, `Tổ công tác số 2`.
NUMBERED = frozenset({"sư đoàn", "trung đoàn", "tiểu đoàn", "lữ đoàn", "đại đội", "hải đội", "tổ công tác"})
#: How the heads of bodies begin that have branches.
BRANCHED = (
    "agribank", "vietinbank", "vietcombank", "bidv", "viettel", "vnpt", "ngân hàng", "nhcsxh", "tập đoàn", "công ty",
    "tổng công ty", "quỹ", "kho bạc",
)  # fmt: skip
#: Heads with a field that may own the name before them.
FIELD_OWNERS = frozenset(
    {"bộ", "sở", "cục", "vụ", "tổng cục", "chi cục", "viện", "trường", "trung tâm", "hội", "đoàn", "ủy ban", "hội đồng",
     "bệnh viện", "công ty", "tổng công ty", "tập đoàn", "ban chỉ đạo", "ban quản lý", "công đoàn ngành", "đại học",
     "học viện", "ban tổ chức",
     "trường trung học phổ thông", "trường thpt", "trường trung học cơ sở", "trường thcs", "trường th&thcs",
     "trường tiểu học", "trường th", "trường mầm non", "trường đại học", "trường cao đẳng", "trường trung cấp",
     "trường phổ thông", "trung tâm y tế", "hợp tác xã", "htx", "xí nghiệp", "nhà máy"}
)  # fmt: skip
#: Owners that may be printed in small letters.
SMALL_OWNERS = frozenset(
    {"huyện ủy", "thành ủy", "thị ủy", "tỉnh ủy", "quận ủy", "đảng ủy", "công đoàn", "bảo hiểm xã hội"}
)
#: Owners that share an office with another: `Văn phòng HĐND và UBND tỉnh`.
COUNCILS = frozenset({"hđnd", "hội đồng nhân dân"})
#: How a name ends that may be one of a committee after its level: `Huyện ủy`, `Tỉnh đoàn`.
COMMITTEE_ENDS = (" ủy", "oàn")
#: Heads that take a field in capitals even when they are printed in small letters: `phòng Kinh tế`.
SMALL = frozenset({"phòng", "ban", "vp"})
