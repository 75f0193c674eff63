"""The service against its own OpenAPI document, with requests made up from it, valid and not."""

from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis.checks import load_all_checks
from schemathesis.specs.openapi.checks import positive_data_acceptance

from service.settings import Settings
from service.web import create_app

schema = schemathesis.openapi.from_asgi("/openapi.json", create_app(Settings()))
load_all_checks()


@schema.parametrize()
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_answers_are_as_documented(case: schemathesis.Case[Any]) -> None:
    """Every answer has a documented status, media type and shape, and none is a server error.

    That valid shapes are accepted is not checked: a text of the right shape need not be a Vietnamese article.
    """
    response = case.call_and_validate(excluded_checks=[positive_data_acceptance])
    assert response.status_code < 500
