"""Settings from the environment, each named LUANCHUYEN_ and the field's name in capitals.

A value that cannot be used raises `InvalidSettings`, which names the variable. The README's table lists every field;
a test holds the two together.
"""

from typing import Literal

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from service.errors import InvalidSettings

PREFIX = "LUANCHUYEN_"


class Settings(BaseSettings):
    """Everything that can be set from outside."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, extra="ignore", frozen=True)

    host: str = Field(default="127.0.0.1", description="Address the service listens on")
    port: int = Field(default=8000, ge=0, le=65535, description="Port the service listens on; 0 takes a free one")
    max_body_bytes: int = Field(
        default=2 * 1024 * 1024, ge=1024, description="Largest request body, in bytes; 2 MiB hold an annual report"
    )
    reader: Literal["rules"] = Field(default="rules", description="Reader used where a request names none")
    lang: Literal["vi", "en"] = Field(default="vi", description="Language of messages where a caller names none")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="Least severe log entry written"
    )
    log_format: Literal["json", "console"] = Field(
        default="json", description="Log as one JSON object a line, or as text for people"
    )


def load_settings() -> Settings:
    """Read the settings from the environment; raises `InvalidSettings`."""
    try:
        return Settings()
    except ValidationError as error:
        problems = [(PREFIX + str(item["loc"][0]).upper(), item["msg"]) for item in error.errors(include_input=False)]
        raise InvalidSettings(problems) from None
