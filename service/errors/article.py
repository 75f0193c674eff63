"""What makes an article unreadable."""

from service.errors.base import LuanChuyenError


class ArticleError(LuanChuyenError):
    """The article itself cannot be read."""

    status = 422


class EmptyArticle(ArticleError):
    """No text, or nothing but white space and invisible characters."""

    code = "article_empty"
    title = "Article is empty"
    title_vi = "Bài viết trống"
    en = "The article has no text. Send the body of the article as plain text."
    vi = "Bài viết không có nội dung. Hãy gửi phần thân bài dưới dạng văn bản thuần."


class NotText(ArticleError):
    """NUL or another control character that no text has: a binary file. `position` counts code points from 0."""

    code = "article_not_text"
    title = "Article is not text"
    title_vi = "Bài viết không phải văn bản"
    en = "The article holds a control character at position {position}, as binary files do. Send plain text."
    vi = "Bài viết chứa ký tự điều khiển ở vị trí {position}, như tệp nhị phân. Hãy gửi văn bản thuần."

    def __init__(self, position: int) -> None:
        self.position = position
        super().__init__()


class InvalidUnicode(ArticleError):
    """A lone surrogate: half of a character, which no UTF-8 text can hold. `position` counts code points from 0."""

    code = "article_invalid_unicode"
    title = "Article is not valid Unicode"
    title_vi = "Bài viết không phải Unicode hợp lệ"
    en = "The article holds half a surrogate pair at position {position}. Send whole Unicode characters."
    vi = "Bài viết chứa nửa cặp surrogate ở vị trí {position}. Hãy gửi các ký tự Unicode hoàn chỉnh."

    def __init__(self, position: int) -> None:
        self.position = position
        super().__init__()


class NotVietnamese(ArticleError):
    """Too few letters with Vietnamese marks for the text to be Vietnamese."""

    code = "article_not_vietnamese"
    title = "Article is not in Vietnamese"
    title_vi = "Bài viết không phải tiếng Việt"
    en = "The article does not look Vietnamese. Send Vietnamese text with its tone and vowel marks."
    vi = "Bài viết không giống tiếng Việt. Hãy gửi văn bản tiếng Việt có dấu."


class ArticleTooLong(ArticleError):
    """More text than is read in one piece. `length` (or as much of it as was seen) and `limit` count code points."""

    code = "article_too_long"
    status = 413
    title = "Article is too long"
    title_vi = "Bài viết quá dài"
    en = "The article has more than {limit} characters, the most that are read at once. Send it in parts."
    vi = "Bài viết có hơn {limit} ký tự, mức tối đa cho một lần đọc. Hãy chia bài thành nhiều phần."

    def __init__(self, length: int, limit: int) -> None:
        self.length = length
        self.limit = limit
        super().__init__()
