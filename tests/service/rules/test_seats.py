"""Where posts are seated whose titles name no place."""

from schemas import Level, Post
from service.folding import fold
from service.rules.doc import read_doc
from service.rules.events import read_events


def _first(text: str) -> tuple[list[Post], list[Post]]:
    event = read_events(read_doc(fold(text)))[0]
    return event.from_, event.to


def test_a_provinces_post_belongs_to_the_province_named_last() -> None:
    """ "Tỉnh ủy" without a name is that of the province named just before it, not of one named later."""
    _, to = _first(
        "Hội nghị ở Lào Cai đã kết thúc. Tại Yên Bái, ông Lê Văn Tân được bổ nhiệm giữ chức Chánh Văn phòng Tỉnh ủy. "
        "Tỉnh Sơn La và tỉnh Lai Châu chưa có quyết định."
    )
    assert (to[0].level, to[0].place) == (Level.PROVINCE, "Yên Bái")


def test_a_citys_post_takes_the_citys_tier() -> None:
    """ "Thành ủy" without a name is a province's in a municipality and a district's in another city."""
    _, to = _first("Thành ủy Đà Nẵng quyết định điều động ông Lê Văn Tân giữ chức Phó ban Dân vận Thành ủy.")
    assert (to[0].level, to[0].place) == (Level.PROVINCE, "Đà Nẵng")
    _, to = _first("Thành ủy Vinh quyết định điều động ông Lê Văn Tân giữ chức Phó ban Dân vận Thành ủy.")
    assert (to[0].level, to[0].place) == (Level.DISTRICT, "Vinh")


def test_a_districts_post_takes_the_place_beside_it() -> None:
    """A district committee without a name is that of the district the person is sent to."""
    _, to = _first("Ông Lê Văn Tân được điều động về công tác tại huyện Mộc Châu, giữ chức Phó bí thư Huyện ủy.")
    assert [(p.title, p.place) for p in to] == [("Phó bí thư Huyện ủy", "Mộc Châu")]


def test_what_the_article_does_not_say_stays_open() -> None:
    """A district's post without any place beside it has none."""
    _, to = _first("Ông Lê Văn Tân được bổ nhiệm làm Phó bí thư Huyện ủy.")
    assert (to[0].level, to[0].place) == (Level.DISTRICT, None)
