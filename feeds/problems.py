"""What can go wrong between a feed and us.

FeedError
├── FeedParseError   the answer is no feed; the message says what was found
├── AddressRefused   the host leads to an address off the public internet
├── HostNotFound     DNS knows no such host, or could not be asked
└── NotConnected     no address of the host took the connection
"""

from enum import StrEnum


class FeedError(Exception):
    """A feed could not be had; the message is a sentence for a person."""


class FeedParseError(FeedError):
    """The answer is no feed that can be read."""


class AddressRefused(FeedError):
    """Every address of the host lies off the public internet."""


class HostNotFound(FeedError):
    """DNS knows no such host, or could not be asked."""


class NotConnected(FeedError):
    """No address of the host took the connection; `slow` where it did not say no either."""

    def __init__(self, message: str, *, slow: bool = False) -> None:
        super().__init__(message)
        self.slow = slow


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
