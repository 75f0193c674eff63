"""`python -m eval`: the evaluation's commands without the installed program."""

from .cli import group

if __name__ == "__main__":
    group(prog_name="python -m eval")
