"""First station: refuse what is no Vietnamese text, fold the rest once, and name it by its hash.

Nothing is added to what was submitted: a date, outlet or title that is not given stays null.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from dataclasses import dataclass, field

from schemas import Article
from service.errors import ArticleTooLong, EmptyArticle, InvalidUnicode, NotText, NotVietnamese
from service.folding import Folded, fold

MAX_CHARACTERS = 2_000_000  # a report of 600 pages has about 1.8 million

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f]")
_CONTROL_BYTES = bytes([*range(9), *range(14, 32), 127])

# Letters that no other large language writes: đ, horned o and u, and letters with two marks or a hook. Left out are
# those that Yoruba and Igbo (ẹ ọ ị ụ ạ), Guarani (ẽ ỹ) and Romanian (ă) use too.
_ONLY_VIETNAMESE = re.compile("[đơưĐƠƯ\u1ea2-\u1eb7\u1eba\u1ebb\u1ebe-\u1ec9\u1ecc\u1ece-\u1ee3\u1ee6-\u1ef7]")
_COMMONEST = "đươộếấệậốủ"
"""Of those letters, the ones that alone settle the question for most articles."""
_ALSO_VIETNAMESE = re.compile("[àáâãèéêìíòóôõùúýăĩũạẹẽịọụỵỹÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĨŨẠẸẼỊỌỤỴỸ]")

# Vietnamese prose has about 0.6 of the first letters to a word; English prose about Vietnam below 0.1.
_MIN_ONLY_VIETNAMESE = 0.15
# A headline may have few of them, but then most of its words carry some mark.
_MIN_IN_HEADLINE = 0.04
_MIN_MARKED = 0.45
_HEADLINE_WORDS = 40
_OPENING = 1_000  # characters that settle the question for most articles


NUMBERS = "number mentions"
"""Where a station that has found every number of the text leaves them in :attr:`Prepared.cache`."""


@dataclass(frozen=True, slots=True)
class Submission:
    """An article as it comes in: plain text, and what the sender knows about its publication."""

    text: str
    title: str | None = None
    url: str | None = None
    outlet: str | None = None
    published_on: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article that can be read: `folded` is what the readers look at, `article` what the Extraction carries."""

    submission: Submission
    folded: Folded
    article: Article
    cache: dict[str, object] = field(default_factory=dict, compare=False, repr=False)
    """What a station has worked out about the text, so that a later one need not do it again."""

    @property
    def text(self) -> str:
        """The folded text; offsets into it are turned into spans by `folded.span`."""
        return self.folded.text


def prepare(submission: Submission, *, max_characters: int = MAX_CHARACTERS) -> Prepared:
    """Check and fold one article.

    Raises EmptyArticle, ArticleTooLong, InvalidUnicode, NotText or NotVietnamese (`service.errors`), tested for in this
    order; positions count code points of the submitted text.
    """
    text = submission.text
    if not text or text.isspace():
        raise EmptyArticle
    if len(text) > max_characters:
        raise ArticleTooLong(length=len(text), limit=max_characters)
    for given in (submission.title, submission.url, submission.outlet):
        _encode(given or "")
    encoded = _encode(text)
    control = _CONTROL.search(text) if len(encoded.translate(None, _CONTROL_BYTES)) < len(encoded) else None
    if control:
        raise NotText(position=control.start())
    folded = fold(text)
    if not folded.text or folded.text.isspace():
        raise EmptyArticle
    if not is_vietnamese(folded.text):
        raise NotVietnamese
    article = Article(
        text=text,
        title=submission.title,
        url=submission.url,
        outlet=submission.outlet,
        published_on=submission.published_on,
        language="vi",
        sha256=hashlib.sha256(encoded).hexdigest(),
    )
    return Prepared(submission, folded, article)


def is_vietnamese(folded_text: str) -> bool:
    """Whether a composed text is Vietnamese with its marks, judged by the share of words that carry them.

    Vietnamese typed without marks is not: its words cannot be told apart.
    """
    if len(folded_text) > 2 * _OPENING and _mostly_vietnamese(folded_text[:_OPENING]):
        return True
    return _mostly_vietnamese(folded_text)


def _mostly_vietnamese(text: str) -> bool:
    commonest = sum(map(text.count, _COMMONEST))
    if commonest > _MIN_ONLY_VIETNAMESE * (text.count(" ") + text.count("\n") + 1):  # no fewer than its words
        return True
    words = len(text.split())
    if commonest > _MIN_ONLY_VIETNAMESE * words:
        return True
    own = len(_ONLY_VIETNAMESE.findall(text))
    if own >= _MIN_ONLY_VIETNAMESE * words:
        return own > 0
    if words > _HEADLINE_WORDS or own < _MIN_IN_HEADLINE * words:
        return False
    return own + len(_ALSO_VIETNAMESE.findall(text)) >= _MIN_MARKED * words


def _encode(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        raise InvalidUnicode(position=error.start) from None
