"""Posts that a report gives word for word: "@ana_prell: Four people are dead."."""

from __future__ import annotations

import re

from tollbook.attribute.sentences import Sentence
from tollbook.model import Attribution, Source, Span
from tollbook.terms import SourceKind

HANDLE = re.compile(r"\s{0,8}(@\w{1,40})(:)\s{0,8}(?=\S)")


def posted(sentence: Sentence) -> Attribution | None:
    """Whose post the sentence is, where it opens with the name of an account and a colon."""
    text, end = sentence.annotations.text, sentence.span.end
    match = HANDLE.match(text, sentence.span.start, end)
    if match is None:
        return None
    account, colon, said = Span(*match.span(1)), Span(*match.span(2)), Span(match.end(), end)
    link = Source(account.of(text), SourceKind.SOCIAL_MEDIA, account)
    return Attribution(sentence.annotations.field, (account,), (colon,), (said,), (link,))
