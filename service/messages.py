"""What the checks tell an editor, and what is wrong with a field of a request, in Vietnamese and English.

Each template of a check has a name: the check's code, a dot, and the case. Placeholders hold numbers and short quotes,
and are the same in both languages. `CAUSES` adds one sentence on who is wrong where that helps an editor to act.
`FIELDS` are the words for a field that is wrong, by what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

LANGUAGES: Final = ("vi", "en")

TEMPLATES: Final[dict[str, tuple[str, str]]] = {
    # evidence_grounded
    "evidence_grounded.pass": (
        "Mọi giá trị đều có trong đoạn trích dẫn ({values} giá trị).",
        "Every value stands in the text quoted for it ({values} values).",
    ),
    "evidence_grounded.span": (
        "Trích dẫn từ {start} đến {end} không khớp với bài viết.",
        "The quote from {start} to {end} is not what the article says there.",
    ),
    "evidence_grounded.missing": (
        "Không có trích dẫn nào cho giá trị này.",
        "Nothing in the article is quoted for this.",
    ),
    "evidence_grounded.number": (
        "Số {value} không có trong đoạn trích dẫn.",
        "The number {value} is not in the text quoted for it.",
    ),
    "evidence_grounded.words": (
        "Không tìm thấy “{value}” trong đoạn trích dẫn.",
        "“{value}” is not in the text quoted for it.",
    ),
    "evidence_grounded.left_out": (
        "Đã bỏ {count} giá trị do mô hình đưa ra nhưng bài viết không có.",
        "{count} values that the model gave are left out: the article does not hold them.",
    ),
    # total_matches_parts
    "total_matches_parts.pass": (
        "Tổng {total} khớp với các phần ({parts}).",
        "The total of {total} agrees with its parts ({parts}).",
    ),
    "total_matches_parts.short": (
        "Tổng {total} {unit} nhưng các phần cộng lại là {parts} (thiếu {difference}).",
        "The total is {total} {unit}, but the parts add up to {parts} ({difference} short).",
    ),
    "total_matches_parts.excess": (
        "Tổng {total} {unit} nhưng các phần cộng lại là {parts} (thừa {difference}).",
        "The total is {total} {unit}, but the parts add up to {parts} ({difference} too many).",
    ),
    "total_matches_parts.part": (
        "Phần “{label}” là {part}, lớn hơn tổng {total}.",
        "The part “{label}” is {part}, more than the total of {total}.",
    ),
    # percent_matches_ratio
    "percent_matches_ratio.pass": (
        "{numerator}/{denominator} đúng bằng {percent}%.",
        "{numerator}/{denominator} is {percent}%.",
    ),
    "percent_matches_ratio.differs": (
        "Bài viết nêu {percent}% nhưng {numerator}/{denominator} là {computed}%.",
        "The article says {percent}%, but {numerator}/{denominator} is {computed}%.",
    ),
    "percent_matches_ratio.over": (
        "Tử số {numerator} lớn hơn mẫu số {denominator}.",
        "The share counts {numerator} out of only {denominator}.",
    ),
    # members_match_count
    "members_match_count.pass": (
        "Danh sách có đủ {count} tên.",
        "The list has all {count} names.",
    ),
    "members_match_count.short": (
        "Bài viết nêu {count} nhưng danh sách chỉ có {listed} tên (thiếu {difference}).",
        "The article says {count}, but the list has only {listed} names ({difference} short).",
    ),
    "members_match_count.excess": (
        "Bài viết nêu {count} nhưng danh sách có {listed} tên (thừa {difference}).",
        "The article says {count}, but the list has {listed} names ({difference} too many).",
    ),
    "members_match_count.repeated": (
        "Tên “{name}” có hai lần trong danh sách.",
        "The name “{name}” is in the list twice.",
    ),
    # restated_figures_agree
    "restated_figures_agree.pass": (
        "Số {value} được nhắc lại, hai lần như nhau.",
        "The figure {value} is stated twice, the same both times.",
    ),
    "restated_figures_agree.differs": (
        "Cùng một số liệu nhưng một chỗ là {first}, chỗ khác là {second}.",
        "The same figure is {first} in one place and {second} in another.",
    ),
    # figures_covered
    "figures_covered.pass": (
        "Mọi con số trong bài ({figures}) đều đã được dùng hoặc loại trừ có lý do.",
        "Every number of the text ({figures}) is used, or excluded with a reason.",
    ),
    "figures_covered.unexplained": (
        "Số “{text}” có thể là số cán bộ nhưng chưa được dùng; cần xem lại.",
        "The number “{text}” may count officials, but nothing uses it; look again.",
    ),
    "figures_covered.unread": (
        "Mô hình chưa đọc được đoạn từ {start} đến {end} ({reason}); cần xem lại đoạn này.",
        "No model could read the passages from {start} to {end} ({reason}); look there.",
    ),
    # levels_consistent
    "levels_consistent.pass": (
        "Hướng luân chuyển khớp với cấp của các chức vụ.",
        "The direction fits the tiers of the posts.",
    ),
    "levels_consistent.flow": (
        "Hướng chung là {whole} nhưng phần “{label}” là {part}.",
        "The whole moves {whole}, but the part “{label}” moves {part}.",
    ),
    "levels_consistent.label": (
        "“{label}” thuộc {tier}, không khớp với {recorded} đã ghi.",
        "“{label}” is of the tier {tier}, which does not fit the tier {recorded} recorded.",
    ),
    # dates_plausible
    "dates_plausible.pass": (
        "Thời gian hợp lý.",
        "The dates are plausible.",
    ),
    "dates_plausible.invalid": (
        "“{value}” không phải là ngày tháng hợp lệ.",
        "“{value}” is not a valid date.",
    ),
    "dates_plausible.reversed": (
        "Khoảng thời gian {value} kết thúc trước khi bắt đầu.",
        "The period {value} ends before it starts.",
    ),
    "dates_plausible.future": (
        "{value} sau ngày đăng bài ({published}), mà việc được nêu là đã xong.",
        "{value} is after the day of publication ({published}), though it is told as done.",
    ),
    "dates_plausible.until": (
        "Kết thúc {until} trước khi bắt đầu {date}.",
        "It ends {until}, before it starts {date}.",
    ),
    "dates_plausible.birth": (
        "Năm sinh {year} không hợp lý: khi đó {age} tuổi.",
        "The year of birth {year} is not plausible: the age would be {age}.",
    ),
    "dates_plausible.term": (
        "Nhiệm kỳ {value} không hợp lý.",
        "The term of office {value} is not plausible.",
    ),
    "dates_plausible.durations": (
        "Hai thời hạn không khớp nhau: {first} và {second}.",
        "Two durations do not fit: {first} and {second}.",
    ),
    # readers_agree
    "readers_agree.pass": (
        "Hai bộ đọc cho cùng kết quả: {what}.",
        "Both readers say the same: {what}.",
    ),
    "readers_agree.differs": (
        "Hai bộ đọc khác nhau: theo ngữ pháp là “{rules}”, theo mô hình là “{model}”.",
        "The readers differ: “{rules}” by rules, “{model}” by model.",
    ),
    "readers_agree.only_rules": (
        "Chỉ bộ đọc theo ngữ pháp có: {what}.",
        "Only the rule reader has this: {what}.",
    ),
    "readers_agree.only_model": (
        "Chỉ mô hình có: {what}.",
        "Only the model has this: {what}.",
    ),
    "readers_agree.unavailable": (
        "Không có mô hình nào đọc được ({code}), nên đây là kết quả của bộ đọc theo ngữ pháp. {error}",
        "No model could read the article ({code}), so this is the rule reader's reading. {error}",
    ),
}

CAUSES: Final[dict[str, tuple[str, str]]] = {
    "source": (
        "Mọi con số trong các câu này đều đã được dùng: bài viết tự mâu thuẫn.",
        "Every number of these sentences is accounted for: the article contradicts itself.",
    ),
    "reader": (
        "Còn số {figures} chưa được dùng: có thể máy đọc sót.",
        "The number {figures} is not used yet: the reading may have missed it.",
    ),
    "unknown": (
        "Chưa rõ bài viết sai hay máy đọc sai.",
        "It is not known whether the article or the reading is wrong.",
    ),
}

FIELDS: Final[dict[str, tuple[str, str]]] = {
    "missing": ("còn thiếu", "is required"),
    "unknown": ("có trường hoặc tham số không biết", "a field of unknown name"),
    "repeated": ("được nêu nhiều lần; chỉ nêu một lần", "is given more than once; give it once"),
    "object": ("phải là một đối tượng", "should be an object"),
    "string": ("phải là một chuỗi", "should be a string"),
    "number": ("phải là một số", "should be a number"),
    "too_long": ("dài hơn {limit} ký tự", "has more than {limit} characters"),
    "too_short": ("ngắn hơn {limit} ký tự", "has fewer than {limit} characters"),
    "date": ("không phải là ngày dạng YYYY-MM-DD", "is not a date of the form YYYY-MM-DD"),
    "choice": ("không phải là một trong các giá trị cho phép", "is none of the values allowed"),
    "json": ("không phải là JSON", "is not JSON"),
    "address": ("phải là địa chỉ http hoặc https", "should be an http or https address"),
    "control": ("chứa ký tự điều khiển", "holds a control character"),
    "unicode": ("chứa nửa cặp surrogate", "holds half a surrogate pair"),
    "other": ("có giá trị không dùng được", "has a value that cannot be used"),
}
"""What is wrong with a field; "other" is anything that has no words of its own."""

TERMS: Final[dict[str, tuple[str, str]]] = {
    "person": ("người", "people"),
    "turn": ("lượt", "turns"),
    "month": ("tháng", "months"),
    "year": ("năm", "years"),
    "age": ("tuổi", "years of age"),
    "central": ("trung ương", "central"),
    "province": ("cấp tỉnh", "province"),
    "district": ("cấp huyện", "district"),
    "commune": ("cấp xã", "commune"),
    "agency": ("cơ quan", "agency"),
    "none": ("không rõ", "open"),
}


def message(name: str, lang: str, values: Mapping[str, object]) -> str:
    """Return the sentence called `name` with its values; Vietnamese for "vi", English for any other language.

    Numbers are written the way the language does: 1.644 and 98,39 in Vietnamese, 1,644 and 98.39 in English.
    Raises KeyError for an unknown name or a missing value.
    """
    template = TEMPLATES[name][lang != "vi"]
    return template.format_map({key: _written(value, lang) for key, value in values.items()})


def field_message(kind: str, lang: str, limit: int | None = None) -> str:
    """Return what is wrong with a field, to stand behind its name; `limit` counts characters.

    Raises KeyError for an unknown kind.
    """
    return FIELDS[kind][lang != "vi"].format(limit="" if limit is None else _written(limit, lang))


def cause_sentence(cause: str, lang: str, figures: str = "") -> str:
    """Return the sentence on who is wrong; `figures` quotes the unused numbers when it is the reader."""
    return CAUSES[cause][lang != "vi"].format(figures=figures)


def term(word: str | None, lang: str) -> str:
    """Return a term of the contract (a unit, a level) in words; None is an open one."""
    return TERMS["none" if word is None else word][lang != "vi"]


def _written(value: object, lang: str) -> str:
    if isinstance(value, (int, float)):
        text = f"{value:,}"
        return text.translate(_SWAP) if lang == "vi" else text
    return str(value)


_SWAP = str.maketrans(",.", ".,")
