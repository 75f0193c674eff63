"""Settings from the environment, each named LUANCHUYEN_ and the field's name in capitals.

A value that cannot be used raises `InvalidSettings`, which names the variable. The README's table lists every field;
a test holds the two together.
"""

from typing import Literal, Self

from pydantic import Field, SecretStr, ValidationError, model_validator
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
    reader: Literal["rules", "llm", "hybrid"] | None = Field(
        default=None, description="Reader used where a request names none; hybrid where a model is set, else rules"
    )
    lang: Literal["vi", "en"] = Field(default="vi", description="Language of messages where a caller names none")
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="Least severe log entry written"
    )
    log_format: Literal["json", "console"] = Field(
        default="json", description="Log as one JSON object a line, or as text for people"
    )
    model: str | None = Field(default=None, description="Language model, as its provider names it")
    api_base: str | None = Field(
        default=None, description="Address of a server that speaks the OpenAI protocol, up to /v1", pattern="^https?://"
    )
    api_key: SecretStr | None = Field(default=None, description="Key for the model's provider")
    fallback_models: str | None = Field(
        default=None, description="Models asked in turn when the first fails, separated by commas; NAME or NAME@ADDRESS"
    )
    fallback_api_key: SecretStr | None = Field(
        default=None, description="Key for the fallback models that have an address of their own"
    )
    model_mode: Literal["auto", "json_schema", "tools", "json"] = Field(
        default="auto", description="How the reply's shape is enforced; auto takes the strictest that works"
    )
    model_timeout: float = Field(default=120.0, gt=0, description="Longest time of one call to a model, in seconds")
    model_retries: int = Field(default=2, ge=0, le=10, description="Further calls to one model after a passing fault")
    model_max_tokens: int = Field(default=4096, ge=16, description="Longest reply of a model, in tokens")
    model_concurrency: int = Field(default=8, ge=1, description="Calls to one model at the same time")
    max_attempts: int = Field(default=3, ge=1, le=10, description="Most readings of one article by a model")
    piece_characters: int = Field(default=6000, ge=500, description="Longest piece of an article sent in one call")
    parallel_pieces: int = Field(default=4, ge=1, description="Pieces of one article read at the same time")
    model_temperature: float = Field(default=0.0, ge=0, le=2, description="Sampling temperature")
    model_prices: str | None = Field(
        default=None,
        description='US dollars per million tokens of input and output: {"name": [0.15, 0.6]}, as JSON',
    )
    breaker_failures: int = Field(default=5, ge=1, description="Passing faults in a row after which a model rests")
    breaker_seconds: float = Field(default=30.0, gt=0, description="How long a failing model rests, in seconds")
    budget_article_usd: float | None = Field(default=None, gt=0, description="Most that one article may cost")
    budget_day_usd: float | None = Field(default=None, gt=0, description="Most that one day (UTC) may cost")
    budget_file: str | None = Field(
        default=None, description="File in which processes share the day's cost; without it each counts its own"
    )

    @model_validator(mode="after")
    def _models_can_be_reached(self) -> Self:
        """Refuse prices and lists of models that cannot be read at the start, not at the first article."""
        if self.model or self.model_prices:
            from service.model.cost import parse_prices
            from service.model.endpoints import endpoints_of

            parse_prices(self.model_prices)
            if self.model:
                endpoints_of(self)
        return self


def load_settings() -> Settings:
    """Read the settings from the environment; raises `InvalidSettings`."""
    try:
        return Settings()
    except ValidationError as error:
        problems = [(PREFIX + str(item["loc"][0]).upper(), item["msg"]) for item in error.errors(include_input=False)]
        raise InvalidSettings(problems) from None
