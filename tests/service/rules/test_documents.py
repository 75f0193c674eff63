"""Documents: number and sign as written, date, issuer, one reference a document, personnel work only."""

import pytest

from schemas import DocumentReference
from service.folding import fold
from service.rules.doc import read_doc
from service.rules.documents import find_documents


def _documents(text: str) -> list[DocumentReference]:
    return find_documents(read_doc(fold(text)))


@pytest.mark.parametrize(
    ("text", "kind", "number", "when", "issuer"),
    [
        ("Quy định số 89-QĐ/TW ngày 4/8/2017 của Bộ Chính trị về tiêu chuẩn chức danh", "Quy định", "89-QĐ/TW",
         "2017-08-04", "Bộ Chính trị"),
        ("Thực hiện Kết luận 71 của Ban Bí thư khóa XII về cán bộ", "Kết luận", "71", None, "Ban Bí thư"),
        ("Ngày 2/10/2018, Ban Thường vụ Huyện ủy Yên Lạc ban hành Đề án số 07 về luân chuyển cán bộ", "Đề án", "07",
         "2018-10-02", "Ban Thường vụ Huyện ủy Yên Lạc"),
        ("theo công văn ngày 3-6-2016 của Sở Nội vụ Long An về biệt phái viên chức", "công văn", None, "2016-06-03",
         "Sở Nội vụ Long An"),
        ("Nghị định 29/2012/NĐ-CP của Chính phủ về tuyển dụng viên chức", "Nghị định", "29/2012/NĐ-CP", None,
         "Chính phủ"),
        ("Quyết định số 55/QĐ-TTg bổ nhiệm ông Lê Văn Tám làm thứ trưởng", "Quyết định", "55/QĐ-TTg", None, None),
        ("Hướng dẫn 15 - HD / BTCTW về công tác cán bộ", "Hướng dẫn", "15 - HD / BTCTW", None, None),
    ],
)  # fmt: skip
def test_a_document_is_read_with_number_date_and_issuer(
    text: str, kind: str, number: str | None, when: str | None, issuer: str | None
) -> None:
    """Kind and number are as written; date and issuer stand behind the number or before the verb of issue."""
    (found,) = _documents(text)
    assert (found.kind, found.number, found.date, found.issuer) == (kind, number, when, issuer)


def test_a_document_named_twice_is_one_reference() -> None:
    """The short form joins the full one, with a span of its own."""
    text = "Quy định số 98-QĐ/TW về luân chuyển cán bộ đã có hiệu lực. Theo Quy định 98, cán bộ phải trẻ."
    (found,) = _documents(text)
    assert found.number == "98-QĐ/TW"
    assert [span.exact for span in found.evidence] == ["Quy định số 98-QĐ/TW", "Quy định 98"]


def test_spellings_of_one_sign_are_one_document() -> None:
    """Blanks and strokes in a sign do not make another document."""
    text = "Quyết định số 68-QĐ/TW về cán bộ và quyết định số 68 / QĐ - TW nói trên về cán bộ."
    assert len(_documents(text)) == 1


def test_two_documents_share_the_date_behind_the_second() -> None:
    """ "Quyết định số A và Quyết định số B, ngày ..." dates both."""
    text = "thay thế Quyết định số 50-QĐ/TW và Quyết định số 51-QĐ/TW ngày 3-5-1999 của Bộ Chính trị."
    assert [(d.number, d.date) for d in _documents(text)] == [("50-QĐ/TW", "1999-05-03"), ("51-QĐ/TW", "1999-05-03")]


@pytest.mark.parametrize(
    "text",
    [
        "Theo quyết định số 2635 của UBND huyện, 12 lô đất được giao cho dân.",
        "Công ty công bố nghị quyết số 18/2023/NQ-HĐQT về nhân sự cấp cao.",
        "Cán bộ phải qua quy trình theo quy định 5 bước.",
        "Tỉnh đề ra kế hoạch 2025 cho công tác cán bộ.",
        "Ông bị thi hành kỷ luật 3 lần vì quản lý cán bộ lỏng lẻo.",
    ],
)
def test_what_is_no_numbered_document_on_personnel_work_is_left_out(text: str) -> None:
    """Land, companies, steps of a procedure and years are no documents of personnel work."""
    assert _documents(text) == []
