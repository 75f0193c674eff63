"""The body of a request to read one article."""

import datetime

from pydantic import Field

from .base import Model


class ArticleIn(Model):
    """An article to be read: its plain text and what is known about its publication."""

    text: str = Field(description="Plain text of the article, in Vietnamese")
    title: str | None = Field(default=None, max_length=2000, description="Headline")
    url: str | None = Field(default=None, max_length=2000, description="Address of the article")
    outlet: str | None = Field(default=None, max_length=500, description="Newspaper or site")
    published_on: datetime.date | None = Field(default=None, description="Date of publication (ISO 8601)")
