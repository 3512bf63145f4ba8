"""What can go wrong between a feed and us.

FeedError
├── FeedParseError   the answer is no feed; the message says what was found
└── AddressRefused   the host leads to an address off the public internet (also a ConnectError)
"""

from enum import StrEnum

import httpcore


class FeedError(Exception):
    """A feed could not be had; the message is a sentence for a person."""


class FeedParseError(FeedError):
    """The answer is no feed that can be read."""


class AddressRefused(FeedError, httpcore.ConnectError):
    """Every address of the host lies off the public internet."""


class Problem(StrEnum):
    """The kinds of failure of a fetch."""

    BAD_URL = "bad address"
    REFUSED = "address refused"
    NOT_PERMITTED = "not permitted"
    NO_HOST = "no such host"
    CONNECT = "no connection"
    TLS = "certificate"
    TIMEOUT = "too slow"
    TOO_LARGE = "too large"
    REDIRECTS = "redirects"
    ENCODING = "encoding"
    PROTOCOL = "broken answer"
