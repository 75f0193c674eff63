"""Numbers that a rule sets are no people moved."""

import pytest

from service.prepare import Submission, prepare
from service.rules.reader import RuleReader


@pytest.mark.parametrize(
    "text",
    [
        "Phòng có dưới 8 biên chế được bố trí 1 phó trưởng phòng.",
        "Chi cục có từ 18 biên chế trở lên được bố trí tối đa 2 phó chi cục trưởng.",
    ],
)
def test_the_number_of_a_quota_is_no_total(text: str) -> None:
    """A number at which a quota stands, and the size from which it holds, count nobody."""
    reading = RuleReader().read(prepare(Submission(text=text)))
    assert reading.provisions
    assert not reading.summaries


def test_people_who_are_placed_are_a_total() -> None:
    """A report of people placed stays one."""
    reading = RuleReader().read(prepare(Submission(text="Công an tỉnh đã bố trí 45 đồng chí làm trưởng công an xã.")))
    assert [s.total.value for s in reading.summaries if s.total is not None] == [45]
