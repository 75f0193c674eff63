"""`figures_covered`: every count of officials in the text is used, or excluded with a reason."""

CODE = "figures_covered"


def test_figures_covered(draft) -> None:
    """One pass when the ledger leaves nothing unexplained."""
    d = draft("Có 12 người và 5 lượt.")
    (check,) = d.outcomes(CODE)
    assert (check.status, check.target) == ("pass", "")


def test_unexplained(draft) -> None:
    """One warning for each unexplained figure, at the figure, blamed on the reader."""
    d = draft("Có 12 người, 7 lượt và mười lăm cán bộ.", unused=("12", "mười lăm"))
    first, second = d.outcomes(CODE)
    assert (first.status, first.target, first.cause, first.actual) == ("warn", "/figures/0", "reader", 12)
    assert (second.target, second.actual) == ("/figures/2", 15)
    assert "“mười lăm”" in second.message
