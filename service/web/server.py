"""Runs the application with uvicorn."""

import socket

import structlog
import uvicorn

from service.logging import configure_logging
from service.settings import Settings
from service.web.app import create_app

_BACKLOG = 2048  # connections that may wait to be accepted; uvicorn's own default


def serve(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM. Raises OSError where the address cannot be bound.

    The socket takes connections before the log says so, with the real port where `port` is 0.
    """
    configure_logging(settings)
    app = create_app(settings)
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((settings.host, settings.port))
        listener.listen(_BACKLOG)
        port = listener.getsockname()[1]
        structlog.get_logger("luanchuyen.web").info("listening", host=settings.host, port=port)
        config = uvicorn.Config(app, backlog=_BACKLOG, log_config=None, access_log=False, server_header=False)
        uvicorn.Server(config).run(sockets=[listener])
