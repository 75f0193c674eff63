"""`luanchuyen schema`: print the JSON Schema of the Extraction."""

import json

import click


@click.command(name="schema", short_help="Print the JSON Schema of the Extraction.")
def command() -> None:
    """Print the JSON Schema (draft 2020-12) of the Extraction."""
    from service.schema import json_schema

    click.echo(json.dumps(json_schema(), ensure_ascii=False, indent=2))
