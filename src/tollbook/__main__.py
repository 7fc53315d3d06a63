"""`tollbook` and `python -m tollbook`: the command line, which the processes of a build do not open with this file."""

from __future__ import annotations


def main() -> None:
    """The entry point of the program `tollbook`."""
    from tollbook import cli  # here: each process that a build starts runs this file up to its functions

    cli.main()


if __name__ == "__main__":
    main()
