"""Titles: the role each head says, alone or with its body, and the tier of that body."""

import pytest

from schemas import Level, Role
from service.folding import fold
from service.rules.roles import find_titles, level_of, roles_of
from service.rules.tokens import tokenize


def _roles(text: str) -> tuple[Role, ...]:
    return roles_of(find_titles(tokenize(fold(text).text)))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("Bí thư Huyện uỷ An Phú", (Role.SECRETARY,)),
        ("phó bí thư thường trực Quận ủy", (Role.STANDING_DEPUTY_SECRETARY,)),
        ("Phó Bí thư, Chủ tịch UBND huyện", (Role.DEPUTY_SECRETARY, Role.PEOPLES_COMMITTEE_CHAIR)),
        ("chủ tịch Hội Nông dân tỉnh", (Role.HEAD,)),
        ("Phó Chủ tịch Thường trực HĐND xã", (Role.PEOPLES_COUNCIL_VICE_CHAIR,)),
        ("chủ tịch huyện", (Role.PEOPLES_COMMITTEE_CHAIR,)),
        ("Phó tổng biên tập báo", (Role.DEPUTY_HEAD,)),
        ("ban chấp hành, ban thường vụ", (Role.MEMBER,)),
        ("chuyên viên Vụ Tổ chức", (Role.OTHER,)),
        ("Chủ tịch, Phó Chủ tịch HĐND tỉnh", (Role.PEOPLES_COUNCIL_CHAIR, Role.PEOPLES_COUNCIL_VICE_CHAIR)),
    ],
)
def test_a_title_says_its_roles(text: str, roles: tuple[Role, ...]) -> None:
    """A title carries the roles of its heads, each read with the body behind it."""
    assert _roles(text) == roles


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("Thành ủy Hà Nội", Level.PROVINCE),
        ("Thành ủy Vinh", Level.DISTRICT),
        ("Sở Tài chính", Level.PROVINCE),
        ("Vụ Pháp chế", Level.CENTRAL),
        ("Đảng ủy phường Bến Thủy", Level.COMMUNE),
        ("Ban thường vụ", None),
        ("Cục Thuế tỉnh Hà Nam", Level.PROVINCE),
        ("Bộ Y tế", Level.CENTRAL),
        ("bộ phận một cửa", None),
    ],
)
def test_a_body_says_its_tier(text: str, level: Level | None) -> None:
    """The first word that names a tier decides; words that only contain one do not."""
    tokens = tokenize(fold(text).text)
    assert level_of(tokens, 0, len(tokens)) is level


def test_a_councils_members_are_no_title() -> None:
    """ "Hội đồng thành viên" and "Đoàn đại biểu Quốc hội" are bodies, not members."""
    assert _roles("Hội đồng thành viên, Đoàn đại biểu Quốc hội") == ()
