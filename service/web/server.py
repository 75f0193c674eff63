"""Runs the application with uvicorn."""

import socket

import uvicorn

from service.logging import configure_logging
from service.settings import Settings
from service.web.app import create_app


def serve(settings: Settings) -> None:
    """Serve until SIGINT or SIGTERM. Raises OSError where the address cannot be bound.

    The socket is bound before the log says so, with the real port where `port` is 0.
    """
    import structlog

    configure_logging(settings)
    family = socket.AF_INET6 if ":" in settings.host else socket.AF_INET
    with socket.socket(family) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((settings.host, settings.port))
        port = listener.getsockname()[1]
        structlog.get_logger("luanchuyen.web").info("listening", host=settings.host, port=port)
        config = uvicorn.Config(create_app(settings), log_config=None, access_log=False, server_header=False)
        uvicorn.Server(config).run(sockets=[listener])
