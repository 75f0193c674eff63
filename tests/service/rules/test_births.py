"""Years of birth: the forms they are written in, and the years that are none."""

import datetime

import pytest

from schemas import FigureStatus
from service.folding import fold
from service.pipeline import extract
from service.prepare import Submission
from service.readers import get_reader
from service.rules.doc import read_doc
from service.rules.events import read_events
from tests.growth import cpu_seconds, fresh, growth

DAY = datetime.date(2023, 5, 12)
MOVE = "Tỉnh ủy điều động ông Lê Văn Tân{}, Phó giám đốc Sở Y tế, giữ chức Bí thư Huyện ủy Mai Sơn."


def born(text: str, published_on: datetime.date | None = DAY) -> list[int | None]:
    """The years of birth of the persons moved."""
    return [event.person.birth_year for event in read_events(read_doc(fold(text), published_on))]


@pytest.mark.parametrize(
    "written",
    [
        " (1970)",
        " (sinh năm 1970)",
        " (SN 1970)",
        " (SN: 1970)",
        ", sinh năm 1970",
        ", SN 1970",
        ", sinh 1970",
        " sinh năm 1970",
        ", sinh ngày 12/12/1970",
        ", sinh ngày 12.12.1970",
        ", sinh ngày 12 tháng 12 năm 1970",
        " (sinh năm 1970, quê Sơn La)",
    ],
)
def test_each_form_of_the_year_is_read(written: str) -> None:
    """However the year stands behind the name, it is the person's year of birth, and the person still moves."""
    assert born(MOVE.format(written)) == [1970]


@pytest.mark.parametrize(
    "written",
    ["", " (2021)", " (2005)", " (1970 - 1975)", ", sinh năm 2007", ", sinh năm 1870", " (53 tuổi)", ", sinh viên"],
)
def test_other_years_are_no_year_of_birth(written: str) -> None:
    """A year of office, a span of years, a child's year and a year out of reach are none."""
    assert born(MOVE.format(written)) == [None]


def test_without_a_date_of_publication_recent_years_are_none() -> None:
    """Where the day of the article is not known, the last year taken is fixed."""
    assert born(MOVE.format(", sinh năm 2009"), None) == [2009]
    assert born(MOVE.format(", sinh năm 2011"), None) == [None]
    assert born(MOVE.format(" (1999)"), None) == [None]


def test_a_later_sentence_tells_the_year() -> None:
    """ "Ông Tân sinh năm 1970" tells it of the person named in full before."""
    assert born(MOVE.format("") + " Ông Tân sinh năm 1970, quê ở Sơn La.") == [1970]


def test_two_years_behind_one_name_are_none() -> None:
    """Nobody is born twice: which of the two years is meant cannot be told."""
    assert born(MOVE.format(" (1970)") + " Ông Lê Văn Tân (1971) cảm ơn Tỉnh ủy.") == [None]


def test_the_year_stays_through_grounding_and_is_explained() -> None:
    """The year survives the grounder, and the ledger does not take it for an unexplained figure."""
    found = extract(Submission(MOVE.format(" (1970)"), published_on=DAY), get_reader("rules"))
    assert [event.person.birth_year for event in found.events] == [1970]
    (figure,) = [figure for figure in found.figures if figure.value == 1970]
    assert figure.status is not FigureStatus.UNEXPLAINED


def test_reading_the_years_is_linear() -> None:
    """Ten times the mentions take about ten times as long."""

    def seconds(times: int) -> float:
        doc = read_doc(fold(fresh((MOVE.format(" (1970)") + "\n") * times)), DAY)
        return cpu_seconds(lambda: read_events(doc))

    assert growth(seconds, 200, 2000, most=40) <= 40
