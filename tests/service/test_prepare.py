"""Preparing refuses what cannot be read, each with its own error, and invents nothing."""

import datetime
import hashlib
import unicodedata

import pytest

from service.errors import ArticleTooLong, EmptyArticle, InvalidUnicode, LuanChuyenError, NotText, NotVietnamese
from service.prepare import Submission, prepare

_ARTICLE = (
    "Ban Thường vụ Tỉnh uỷ đã luân chuyển 12 cán bộ từ tỉnh về huyện, trong đó có 5 bí thư huyện uỷ. "
    "Các cán bộ này giữ chức vụ mới từ ngày 1/6/2018."
)


@pytest.mark.parametrize(
    "text",
    [
        _ARTICLE,
        _ARTICLE.upper(),
        unicodedata.normalize("NFD", _ARTICLE),
        _ARTICLE * 200,
        "Ông Nam làm giám đốc Công an Hà Nam",
        "HÀ NAM: 37 XÃ CÓ BÍ THƯ KHÔNG QUÊ TẠI CHỖ",
        "Hai cán bộ được luân chuyển",
        "Đồng Văn",
        "Uỷ",
        "1. " * 30 + _ARTICLE,
        "Deputy secretary (phó bí thư): " + _ARTICLE,
    ],
)
def test_vietnamese_is_read(text: str) -> None:
    """Prose, headlines, capitals and decomposed text pass, and the article carries the text as submitted."""
    prepared = prepare(Submission(text))
    assert prepared.article.text == text
    assert prepared.article.sha256 == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    "text",
    [
        "The provincial party committee rotated 12 officials to the districts last year, among them five secretaries.",
        "Le comité a muté douze cadres à l'échelon inférieur; ils ont été nommés après l'été dernier, déjà à côté.",
        "Výbor přesunul dvanáct úředníků, mezi nimi pět tajemníků, kteří nastoupí příští měsíc do funkcí v okresech.",
        "Comitetul a mutat doisprezece funcționari în județ, după ce hotărârea a fost luată săptămâna trecută.",
        "Ìgbìmọ̀ náà gbé àwọn òṣìṣẹ́ méjìlá lọ sí àwọn àgbègbè mìíràn ní ọdún tó kọjá, wọ́n sì yan àwọn akọ̀wé.",
        "省委决定调动十二名干部到县里工作，其中五名担任县委书记。",
        "Комитет перевёл двенадцать работников из области в районы, среди них пять секретарей.",
        "Ban Thuong vu Tinh uy da luan chuyen 12 can bo tu tinh ve huyen, trong do co 5 bi thu huyen uy.",
        "President Võ Văn Thưởng met officials in the capital on Monday and spoke about the rotation of cadres between "
        "the provinces and the ministries, a policy that the party has followed for twenty years and wants to keep.",
        "12 37 39",
        "!!!",
    ],
)
def test_other_languages_are_refused(text: str) -> None:
    """English, French, Czech, Romanian, Yoruba, Chinese, Russian, unmarked Vietnamese and bare figures are refused."""
    with pytest.raises(NotVietnamese):
        prepare(Submission(text))


@pytest.mark.parametrize("text", ["", " \n\t", "\u00a0\u3000", "\u200b\ufeff", "\u00ad \u200d"])
def test_text_without_content_is_refused(text: str) -> None:
    """White space and invisible characters are no article."""
    with pytest.raises(EmptyArticle):
        prepare(Submission(text))


@pytest.mark.parametrize(("text", "position"), [("\x00" + _ARTICLE, 0), (_ARTICLE[:5] + "\x1b" + _ARTICLE, 5)])
def test_control_characters_are_refused(text: str, position: int) -> None:
    """NUL and other control characters mean a binary file; the error says where."""
    with pytest.raises(NotText) as caught:
        prepare(Submission(text))
    assert caught.value.position == position


@pytest.mark.parametrize(
    "submission",
    [Submission("Đồng\ud800 Văn"), Submission(_ARTICLE, title="Đồng\udfff"), Submission(_ARTICLE, outlet="x\ud800")],
)
def test_half_a_surrogate_pair_is_refused(submission: Submission) -> None:
    """A lone surrogate in the text or the metadata is refused, because no UTF-8 answer could carry it."""
    with pytest.raises(InvalidUnicode):
        prepare(submission)


def test_too_long_a_text_is_refused_before_it_is_read() -> None:
    """The error of an over-long text names its length and the limit."""
    with pytest.raises(ArticleTooLong) as caught:
        prepare(Submission(_ARTICLE), max_characters=50)
    assert (caught.value.length, caught.value.limit) == (len(_ARTICLE), 50)


def test_the_first_fault_decides() -> None:
    """A text with several faults gives one error of ours, not an exception from a library."""
    with pytest.raises(LuanChuyenError):
        prepare(Submission("\ud800\x00abc"))


def test_metadata_is_kept_and_not_invented() -> None:
    """What is known about the publication is carried over; what is not given stays null."""
    day = datetime.date(2018, 6, 1)
    given = prepare(Submission(_ARTICLE, title="Tin", url="u", outlet="Báo", published_on=day)).article
    assert (given.title, given.url, given.outlet, given.published_on) == ("Tin", "u", "Báo", day)
    bare = prepare(Submission(_ARTICLE)).article
    assert (bare.title, bare.url, bare.outlet, bare.published_on) == (None, None, None, None)
