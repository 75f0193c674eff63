"""The root of the tree: code, status, and messages in two languages."""

from typing import Any, ClassVar


class LuanChuyenError(Exception):
    """Base of all our errors; never raised itself."""

    code: ClassVar[str]
    status: ClassVar[int]
    title: ClassVar[str]
    title_vi: ClassVar[str]
    en: ClassVar[str]
    vi: ClassVar[str]
    over_http: ClassVar[bool] = True

    def __init__(self) -> None:
        super().__init__()

    def message(self, lang: str = "en") -> str:
        """The message in `lang` ("vi", or English for anything else), with the values filled in."""
        template = self.vi if lang == "vi" else self.en
        return template.format_map(self.__dict__)

    def heading(self, lang: str = "en") -> str:
        """The kind of error in a few words, in `lang` as with `message`."""
        return self.title_vi if lang == "vi" else self.title

    def __str__(self) -> str:
        return self.message("en")

    def __reduce__(self) -> tuple[Any, ...]:
        # Exception's own way calls the class with `args`, which our keyword values are not.
        return (type(self).__new__, (type(self),), self.__dict__)
