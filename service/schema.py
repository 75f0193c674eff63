"""The JSON Schema of the contract."""

from typing import Any

from schemas import Extraction

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def json_schema() -> dict[str, Any]:
    """The schema of an Extraction as it is answered: draft 2020-12, each enumeration once under `$defs`."""
    return {"$schema": _DIALECT, **Extraction.model_json_schema(mode="serialization")}
