"""For mitmdump: brings what is meant for a network to its stand-in here, or spoils it on the way.

ROUTES maps host names to places on loopback, as JSON. Tests speak to http://faults.test/: PUT sets
the faults to come, GET tells what has passed, method and address of each request.

A fault is for the next request whose method and address hold `match`, and is used once:
`answer` (status, headers, body): the network never sees the request;
`instead` (the same): the network acts, and its answer is lost for this one;
`lost`: the network acts, and the line breaks;
`cut`: the network acts, and half of its answer's body comes;
`late` (seconds): the network acts, and its answer takes that long.
"""

import asyncio
import json
import os
from typing import Any

from mitmproxy.http import HTTPFlow, Response

ROUTES = {name: place.split(":") for name, place in json.loads(os.environ["ROUTES"]).items()}
CONTROL = "faults.test"


class Routes:
    """The addon."""

    def __init__(self) -> None:
        self.faults: list[dict[str, Any]] = []
        self.passed: list[str] = []

    def request(self, flow: HTTPFlow) -> None:
        if flow.request.host == CONTROL:
            flow.response = self._control(flow)
            return
        line = f"{flow.request.method} {flow.request.pretty_url}"
        self.passed.append(line)
        fault = next((fault for fault in self.faults if fault["match"] in line), None)
        if fault:
            self.faults.remove(fault)
            flow.metadata["fault"] = fault
        if fault and "answer" in fault:
            flow.response = _response(fault["answer"])
            return
        if flow.request.host not in ROUTES:
            flow.response = Response.make(502, b"no such host in the tests")
            return
        host, port = ROUTES[flow.request.host]
        flow.request.scheme, flow.request.host, flow.request.port = "http", host, int(port)

    async def response(self, flow: HTTPFlow) -> None:
        fault = flow.metadata.get("fault", {})
        if "lost" in fault:
            flow.kill()
        if "cut" in fault:
            flow.response.content = flow.response.content[: len(flow.response.content) // 2]
        if "instead" in fault:
            flow.response = _response(fault["instead"])
        if "late" in fault:
            await asyncio.sleep(fault["late"])

    def _control(self, flow: HTTPFlow) -> Response:
        if flow.request.method == "PUT":
            self.faults, self.passed = json.loads(flow.request.content), []
        return Response.make(200, json.dumps(self.passed).encode())


def _response(told: dict[str, Any]) -> Response:
    return Response.make(told["status"], told.get("body", ""), told.get("headers", {}))


addons = [Routes()]
