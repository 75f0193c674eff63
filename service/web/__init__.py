"""The HTTP API: requests become submissions, errors become problem documents. Only this package knows FastAPI."""

from service.web.app import create_app
from service.web.server import serve

__all__ = ["create_app", "serve"]
