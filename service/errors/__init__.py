"""Every error the service raises on purpose.

    LuanChuyenError
    ├── ArticleError            the article itself cannot be read
    │   ├── EmptyArticle        article_empty             422
    │   ├── NotText             article_not_text          422  position
    │   ├── InvalidUnicode      article_invalid_unicode   422  position
    │   ├── NotVietnamese       article_not_vietnamese    422
    │   └── ArticleTooLong      article_too_long          413  length, limit
    ├── RequestError            the request around it is wrong
    │   ├── InvalidEncoding     invalid_encoding          400  position
    │   ├── InvalidJson         invalid_json              400  position
    │   ├── InvalidShape        invalid_shape             422  problems, part
    │   ├── UnsupportedInput    unsupported_input         422  given
    │   ├── UnsupportedMediaType unsupported_media_type   415  header
    │   ├── BodyTooLarge        body_too_large            413  limit
    │   ├── NotFound            not_found                 404
    │   └── MethodNotAllowed    method_not_allowed        405  allowed
    ├── ReaderError             no such reader, or it cannot work now
    │   └── UnknownReader       reader_unknown            422  reader, known
    ├── ModelError              the language model cannot read; the rule reader still can
    │   ├── ModelNotConfigured  model_not_configured      503
    │   ├── ModelNotInstalled   model_not_installed       503  package
    │   ├── ModelUnavailable    model_unavailable         503  causes, retry_after
    │   ├── ModelFailed         model_failed              502  causes
    │   └── ModelOverBudget     model_over_budget         503  scope, limit_usd, spent_usd, needed_usd
    ├── UnreadableFile          file_unreadable           500  reason      (command line only)
    ├── InvalidSettings         settings_invalid          500  problems    (at start only)
    └── InternalError           internal_error            500

The class carries the stable `code`, the HTTP `status` and whether it can come `over_http` at all; the values are
attributes of the instance. `message(lang)` is one sentence or two in Vietnamese or English that say what is wrong and
how to put it right; it never repeats the article or other input, except names of settings and readers that are known
to be short. `str(error)` is the English.
"""

from service.errors.article import ArticleError, ArticleTooLong, EmptyArticle, InvalidUnicode, NotText, NotVietnamese
from service.errors.base import LuanChuyenError
from service.errors.model import (
    ModelError,
    ModelFailed,
    ModelNotConfigured,
    ModelNotInstalled,
    ModelOverBudget,
    ModelUnavailable,
)
from service.errors.reading import ReaderError, UnknownReader
from service.errors.request import (
    BodyTooLarge,
    InvalidEncoding,
    InvalidJson,
    InvalidShape,
    MethodNotAllowed,
    NotFound,
    RequestError,
    UnsupportedInput,
    UnsupportedMediaType,
    WrongField,
)
from service.errors.running import InternalError, InvalidSettings, UnreadableFile

__all__ = [
    "ArticleError",
    "ArticleTooLong",
    "BodyTooLarge",
    "EmptyArticle",
    "InternalError",
    "InvalidEncoding",
    "InvalidJson",
    "InvalidSettings",
    "InvalidShape",
    "InvalidUnicode",
    "LuanChuyenError",
    "MethodNotAllowed",
    "ModelError",
    "ModelFailed",
    "ModelNotConfigured",
    "ModelNotInstalled",
    "ModelOverBudget",
    "ModelUnavailable",
    "NotFound",
    "NotText",
    "NotVietnamese",
    "ReaderError",
    "RequestError",
    "UnknownReader",
    "UnreadableFile",
    "UnsupportedInput",
    "UnsupportedMediaType",
    "WrongField",
    "all_errors",
]


def all_errors() -> list[type[LuanChuyenError]]:
    """Every error that can be raised, in the order of the module: the leaves of the tree."""

    def leaves(cls: type[LuanChuyenError]) -> list[type[LuanChuyenError]]:
        below = cls.__subclasses__()
        return [leaf for sub in below for leaf in leaves(sub)] if below else [cls]

    return leaves(LuanChuyenError)
