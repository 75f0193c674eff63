"""The fields of an article in JSON: what is refused, and how it is said in either language."""

import json
import re
from typing import Any

import pytest
from fastapi.testclient import TestClient

from service.settings import Settings
from service.web import create_app

TEXT = "Từ năm 2020 đến nay, huyện đã luân chuyển 12 cán bộ từ huyện về xã."
CLIENT = TestClient(create_app(Settings()))

# The field, a wrong value, and what is said of it.
WRONG: list[tuple[str, Any, str, str]] = [
    ("published_on", 1700006400, "không phải là ngày dạng YYYY-MM-DD", "is not a date of the form YYYY-MM-DD"),
    ("published_on", "1700006400", "không phải là ngày dạng YYYY-MM-DD", "is not a date of the form YYYY-MM-DD"),
    (
        "published_on",
        "2023-05-12T00:00:00",
        "không phải là ngày dạng YYYY-MM-DD",
        "is not a date of the form YYYY-MM-DD",
    ),
    ("published_on", "2023-02-30", "không phải là ngày dạng YYYY-MM-DD", "is not a date of the form YYYY-MM-DD"),
    ("published_on", True, "không phải là ngày dạng YYYY-MM-DD", "is not a date of the form YYYY-MM-DD"),
    ("title", 5, "phải là một chuỗi", "should be a string"),
    ("title", "a" * 2001, "dài hơn 2.000 ký tự", "has more than 2,000 characters"),
    ("title", "Tin\x00", "chứa ký tự điều khiển", "holds a control character"),
    ("outlet", "Báo\x1b", "chứa ký tự điều khiển", "holds a control character"),
    ("title", "Tin\ud800", "chứa nửa cặp surrogate", "holds half a surrogate pair"),
    ("url", "ftp://bao.vn/a", "phải là địa chỉ http hoặc https", "should be an http or https address"),
    ("url", "javascript:alert(1)", "phải là địa chỉ http hoặc https", "should be an http or https address"),
    ("url", "bao.vn/a", "phải là địa chỉ http hoặc https", "should be an http or https address"),
    ("url", "https:///a", "phải là địa chỉ http hoặc https", "should be an http or https address"),
]


def problem(body: Any, lang: str) -> Any:
    """The problem document that answers a body of JSON."""
    headers = {"accept-language": lang, "content-type": "application/json"}
    response = CLIENT.post("/v1/extractions", content=json.dumps(body).encode(), headers=headers)
    assert (response.status_code, response.json()["code"]) == (422, "invalid_shape")
    return response.json()


@pytest.mark.parametrize(("field", "value", "vi", "en"), WRONG)
def test_a_wrong_field_is_named_in_the_language_of_the_caller(field: str, value: Any, vi: str, en: str) -> None:
    """Title, detail and each error are Vietnamese or English throughout, and name the field."""
    body = {"text": TEXT, field: value}
    for lang, words, title in (("vi", vi, "Sai cấu trúc"), ("en", en, "Wrong shape")):
        found = problem(body, lang)
        assert found["title"] == title
        assert f"body/{field}: {words}" in found["detail"]
        assert found["errors"] == [{"part": "body", "pointer": f"/{field}", "detail": words}]


@pytest.mark.parametrize(
    "body", [None, [], 5, {}, {"text": None}, {"text": TEXT, "autor": "a"}, {"text": TEXT, "url": 1}]
)
def test_nothing_of_the_machinery_is_said(body: Any) -> None:
    """No class of ours and no wording of the validator comes back; in Vietnamese no word of English."""
    vi, en = problem(body, "vi"), problem(body, "en")
    for found in (vi, en):
        assert not re.search("ArticleIn|instance|Input|valid|pydantic", str(found["errors"]) + found["detail"])
    said = " ".join(item["detail"] for item in vi["errors"]) + vi["detail"]
    assert not re.search(r"\b(is|a|an|should|field|of|required|has)\b", said)


@pytest.mark.parametrize("url", ["https://bao.vn/a", "HTTP://bao.vn", "http://báo.vn/tin?a=1#b"])
def test_web_addresses_are_kept_as_given(url: str) -> None:
    """An http or https address comes back unchanged."""
    response = CLIENT.post("/v1/extractions", json={"text": TEXT, "url": url})
    assert response.status_code == 200
    assert response.json()["article"]["url"] == url


def test_every_error_of_the_validator_has_words() -> None:
    """An error that nobody foresaw is still said in the language, without the validator's own message."""
    from service.web.problems import wrong_field

    found = wrong_field({"type": "bytes_type", "loc": ("text",), "msg": "Input should be valid bytes"})
    assert (found.pointer, found.message("en")) == ("/text", "has a value that cannot be used")
