"""What holds for every test: nothing speaks beyond this machine, and chance repeats itself."""

import ipaddress
import os
import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

# The same examples on every machine; a slow machine is no failure.
settings.register_profile(
    "repeatable",
    derandomize=True,
    deadline=None,
    database=None,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("repeatable")


def _is_here(host: object) -> bool:
    if host in {None, "", "localhost"}:
        return True
    text = host.decode() if isinstance(host, bytes) else str(host)
    try:
        return ipaddress.ip_address(text).is_loopback
    except ValueError:
        return text == "localhost"


def _refuse_elsewhere(host: object) -> None:
    if not _is_here(host):
        pytest.fail(f"this test tried to reach {host!r}; tests stay on this machine")


def _guarded(method: Callable[..., Any]) -> Callable[..., Any]:
    def connect(self: socket.socket, *arguments: Any) -> Any:
        if self.family in {socket.AF_INET, socket.AF_INET6}:
            _refuse_elsewhere(arguments[-1][0])
        return method(self, *arguments)

    return connect


@pytest.fixture(scope="session", autouse=True)
def _network_ends_at_loopback() -> Iterator[None]:
    """Names are refused as well as addresses: a look-up is a message to a stranger too."""
    look_up = socket.getaddrinfo

    def getaddrinfo(host: Any, *arguments: Any, **options: Any) -> Any:
        _refuse_elsewhere(host)
        return look_up(host, *arguments, **options)

    with pytest.MonkeyPatch.context() as patch:
        for name in ("connect", "connect_ex", "sendto"):
            patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
        patch.setattr(socket, "getaddrinfo", getaddrinfo)
        yield


@pytest.fixture(autouse=True)
def clock_of_its_own() -> Iterator[None]:
    """`--as-of` sets the clock of a whole process, in which a command is else alone."""
    before = os.environ.get("SOURCE_DATE_EPOCH")
    yield
    os.environ.pop("SOURCE_DATE_EPOCH", None)
    if before is not None:
        os.environ["SOURCE_DATE_EPOCH"] = before
