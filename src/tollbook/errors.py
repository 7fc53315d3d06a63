"""Every exception that Tollbook raises on purpose, with the exit code that the command line gives it.

TollbookError                exit 1   anything that a person can put right; its text is one line that says how
├── UnreadableError          -        one input that cannot be read; the rest goes on, the summary counts it
├── BookError                exit 1   the book cannot be opened, is from a newer version, is unfinished
│   └── NotFoundError        exit 1   no incident, claim or document goes by this id
├── ModelError           exit 1   a file of the model is damaged, or is not one that this version reads
└── UsageError               exit 2   an option or a setting that makes no sense
"""


class TollbookError(Exception):
    """The base: catch this one to catch all that Tollbook raises on purpose."""

    exit_code = 1


class UnreadableError(TollbookError):
    """One file or one line that holds no readable document; `reason` is a few words that a summary can count by."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class BookError(TollbookError):
    """The book cannot be used as it is; the text says what to do."""


class NotFoundError(BookError):
    """Nothing in the book goes by the id asked for."""


class ModelError(TollbookError):
    """A file of the model cannot be used; the text names the file."""


class UsageError(TollbookError):
    """The call itself makes no sense: a wrong option, setting or name."""

    exit_code = 2
