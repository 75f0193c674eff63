"""Values keep the spelling of the source; two forms of one text give equal values."""

import unicodedata

import pytest

from service.prepare import Submission, prepare
from service.reading import Reading
from service.rules.reader import RuleReader

TEXT = (
    "Bộ Chính trị điều động ông Nguyễn Văn Hoà, Uỷ viên Ban Thường vụ Tỉnh uỷ, giữ chức Phó Chủ tịch Uỷ ban nhân dân "
    "tỉnh Cao Bằng theo Quyết định số 12-QĐ/TU của Ban Thường vụ Tỉnh uỷ.\n"
    "Thời hạn luân chuyển uỷ viên ít nhất 3 năm."
)


def _read(text: str) -> Reading:
    return RuleReader().read(prepare(Submission(text=text)))


def _values(reading: Reading) -> list[str | None]:
    (event,) = reading.events
    titles = [post.title for post in event.from_ + event.to]
    texts = [provision.text for provision in reading.provisions]
    return [event.person.name, *titles, *texts, *(document.issuer for document in reading.documents)]


def test_values_are_spelt_as_the_article_spells_them() -> None:
    """The old place of the tone mark and "uỷ" stay."""
    assert _values(_read(TEXT)) == [
        "Nguyễn Văn Hoà",
        "Uỷ viên Ban Thường vụ Tỉnh uỷ",
        "Phó Chủ tịch Uỷ ban nhân dân tỉnh Cao Bằng",
        "Thời hạn luân chuyển uỷ viên ít nhất 3 năm",
        "Ban Thường vụ Tỉnh uỷ",
    ]


@pytest.mark.parametrize("form", ["NFD", "NFKD"])
def test_a_decomposed_text_gives_the_same_values(form: str) -> None:
    """Letters in pieces are composed in values."""
    assert _values(_read(unicodedata.normalize(form, TEXT))) == _values(_read(TEXT))


def test_the_other_spelling_stays_too() -> None:
    """Neither spelling is turned into the other."""
    modern = TEXT.replace("Uỷ", "Ủy").replace("uỷ", "ủy").replace("Hoà", "Hòa")
    assert _values(_read(modern))[0] == "Nguyễn Văn Hòa"
    assert _values(_read(modern))[1] == "Ủy viên Ban Thường vụ Tỉnh ủy"
