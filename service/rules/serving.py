"""Those who serve a holder of another post: "Trợ lý đồng chí Bí thư Tỉnh ủy", "Thư ký Phó Thủ tướng Lê Văn A"."""

from __future__ import annotations

from service.rules.names import person_in_run, run_end
from service.rules.tokens import Tokens

SERVING = (["trợ", "lý"], ["thư", "ký"])
"""Heads that another holder's title completes."""
SERVING_ENDS = frozenset(end for _, end in SERVING)


def past_address(low: list[str], k: int, stop: int) -> int:
    """Past the form of address between one who serves and the title or name of whom he serves, from token ``k``."""
    k += k < stop and low[k] == "của"
    return k + (2 if low[k : k + 2] == ["đồng", "chí"] else 1 if k < stop and low[k] in ("ông", "bà") else 0)


def past_name(tokens: Tokens, k: int, stop: int) -> int | None:
    """Past the name of one served, where it begins at token ``k``; None where none does."""
    if k >= stop or not tokens.cap[k]:
        return None
    end = run_end(tokens, k)
    return end if end <= stop and person_in_run(tokens, k, end, True) == k else None
