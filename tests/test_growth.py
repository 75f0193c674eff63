"""The measure of growth tells linear from quadratic time, on a machine that is busy too."""

from tests.growth import growth


def test_time_that_grows_with_the_square_is_seen() -> None:
    """However often it is measured, quadratic time shows the square of the sizes' ratio."""
    assert growth(lambda size: (size / 1000) ** 2, 1000, 4000, most=9) == 16


def test_a_burst_of_other_work_does_not_make_linear_time_look_quadratic() -> None:
    """The first measurements of the large size taken while the machine is busy are not the last word."""
    bursts = iter([1, 5, 1, 3, 1, 1])
    assert growth(lambda size: size * next(bursts), 1, 4, most=9) == 4


def test_no_more_is_measured_than_needed() -> None:
    """One round is enough where it shows growth within bounds."""
    sizes: list[int] = []
    growth(lambda size: sizes.append(size) or float(size), 1, 4, most=9)
    assert sizes == [1, 4]
