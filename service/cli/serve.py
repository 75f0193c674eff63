"""`luanchuyen serve`: run the HTTP service."""

import click

from service.settings import load_settings


@click.command(name="serve", short_help="Run the HTTP service.")
@click.option("--host", help="Address to listen on. Default: LUANCHUYEN_HOST.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port, 0 for a free one. Default: LUANCHUYEN_PORT.")
def command(host: str | None, port: int | None) -> None:
    """Run the HTTP service until it is interrupted. All settings are environment variables; the README lists them."""
    from service.web import serve

    settings = load_settings()
    given = {"host": host, "port": port}
    settings = settings.model_copy(update={name: value for name, value in given.items() if value is not None})
    try:
        serve(settings)
    except OSError as error:
        raise click.ClickException(f"cannot listen on {settings.host} port {settings.port}: {error.strerror}") from None
