"""Servers that answer nonsense: typed errors, and never anything else."""

from __future__ import annotations

import gzip
import json
from typing import Any

import pytest

from conftest import Connect
from scenario import differences
from spice_cloud import (
    AmbiguousOutcome,
    ApiError,
    ConnectError,
    DecodeError,
    Deployment,
    RedirectError,
    ResponseTooLarge,
    ServerError,
    SpiceCloudError,
    TransportError,
)
from support.server import APP, answer, fixed_server

PAGE = "<!doctype html><html><title>Sign in</title></html>"
HTML = {"content-type": "text/html"}


def raw(*lines: str, body: bytes = b"") -> bytes:
    return "\r\n".join(["HTTP/1.1 200 OK", *lines]).encode() + b"\r\n\r\n" + body


CASES: dict[str, tuple[bytes, type[SpiceCloudError]]] = {
    "nothing at all": (b"", ConnectError),
    "half a status line": (b"HTTP/1.1 20", TransportError),
    "no HTTP": (b"220 smtp.example ESMTP\r\n", TransportError),
    "a body that is cut": (raw("content-length: 100", body=b'{"id": 7'), TransportError),
    "a chunk that is cut": (
        raw("transfer-encoding: chunked", body=b'64\r\n{"id": 7'),
        TransportError,
    ),
    "a chunk of no length": (raw("transfer-encoding: chunked", body=b"xyz\r\n{}"), TransportError),
    "two lengths": (raw("content-length: 2", "content-length: 3", body=b"{}"), TransportError),
    "a length that is none": (raw("content-length: many", body=b"{}"), TransportError),
    "more than was said": (answer(200, APP) + b"and more", SpiceCloudError),
    "a page": (answer(200, PAGE, HTML), DecodeError),
    "a page as an error": (answer(502, PAGE, HTML), ServerError),
    "a page as a refusal": (answer(418, PAGE, HTML), ApiError),
    "no JSON": (answer(200, "id: 7"), DecodeError),
    "half a JSON": (answer(200, '{"id": 7, "na'), DecodeError),
    "JSON and more": (answer(200, '{"id": 7, "name": "a"} {}'), DecodeError),
    "a list": (answer(200, [APP]), DecodeError),
    "null": (answer(200, "null"), DecodeError),
    "a number": (answer(200, "7"), DecodeError),
    "empty": (answer(200, ""), DecodeError),
    "no UTF-8": (answer(200, b'{"id": 7, "name": "\xff"}'), DecodeError),
    "deep": (answer(200, "[" * 100_000), DecodeError),
    "an id that is a text": (answer(200, {"id": "seven", "name": "a"}), DecodeError),
    "no id": (answer(200, {"name": "a"}), DecodeError),
    "204 where something is due": (answer(204), DecodeError),
    "an error that is a list": (answer(400, [1, 2]), ApiError),
    "an error that is no JSON": (answer(400, "no"), ApiError),
    "an error of odd members": (
        answer(400, {"error": {"a": 1}, "code": 7, "details": "x"}),
        ApiError,
    ),
    "another address": (answer(302, "", {"location": "http://elsewhere.example/"}), RedirectError),
    "an unknown encoding": (
        answer(200, json.dumps(APP), {"content-encoding": "secret"}),
        DecodeError,
    ),
    "no gzip": (answer(200, json.dumps(APP), {"content-encoding": "gzip"}), TransportError),
    "many headers": (answer(200, APP, {f"x-{n}": "a" for n in range(500)}), TransportError),
    "an odd status": (b"HTTP/1.1 999 -\r\ncontent-length: 0\r\n\r\n", SpiceCloudError),
}


@pytest.mark.parametrize("name", CASES)
def test_a_read_ends_with_a_typed_error(connect: Connect, name: str) -> None:
    reply, expected = CASES[name]
    with fixed_server(reply) as server:
        outcome = connect(server, max_retries=0).call("apps.get", {"app": 7})
    if name == "more than was said":
        # What was said is all that counts.
        assert not isinstance(outcome, SpiceCloudError)
        return
    assert isinstance(outcome, expected), outcome
    assert outcome.message.strip()
    assert "\n" not in str(outcome)
    assert len(outcome.attempts) == 1


@pytest.mark.parametrize("name", ["nothing at all", "a body that is cut", "a chunk that is cut"])
def test_a_change_that_may_have_happened_is_ambiguous(connect: Connect, name: str) -> None:
    with fixed_server(CASES[name][0]) as server:
        caller = connect(server, _time_scale=100, timeout=6000, attempt_timeout=3000)
        outcome = caller.call("apps.create", {"name": "sales-bi"})
    assert isinstance(outcome, AmbiguousOutcome), outcome


@pytest.mark.parametrize("is_packed", [False, True], ids=["plain", "packed"])
def test_a_huge_answer_is_refused(connect: Connect, is_packed: bool) -> None:
    body = b"[" + b"0," * 20_000_000 + b"0]"
    if is_packed:
        reply = answer(200, gzip.compress(body, 1), {"content-encoding": "gzip"})
    else:
        reply = answer(200, body)
    with fixed_server(reply) as server:
        outcome = connect(server, max_retries=0).call("apps.get", {"app": 7})
    assert isinstance(outcome, ResponseTooLarge), outcome


def test_a_packed_answer_is_read(connect: Connect) -> None:
    packed = gzip.compress(json.dumps(APP).encode())
    with fixed_server(answer(200, packed, {"content-encoding": "gzip"})) as server:
        outcome = connect(server).call("apps.get", {"app": 7})
    assert not isinstance(outcome, SpiceCloudError)
    assert differences(APP, outcome.result) == []


ODD: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "a status that nobody knows": ({"status": "paused"}, {"status": "paused"}),
    "a status of odd letters": ({"status": "\u00e9\n\u2028"}, {"status": "\u00e9\n\u2028"}),
    "a time that is none": ({"created_at": "soon"}, {"created_at": "soon", "status": "queued"}),
    "a time before all": (
        {"created_at": "0001-01-01T00:00:00Z"},
        {"created_at": "0001-01-01T00:00:00Z"},
    ),
    "a time after all": (
        {"created_at": "99999-01-01T00:00:00Z"},
        {"created_at": "99999-01-01T00:00:00Z"},
    ),
    "large numbers": ({"later": 2**64, "more": 1e300}, {"later": 2**64, "more": 1e300}),
    "odd names": ({"": 1, "meta": 2, "class": 3, "_a": 4}, {"": 1, "meta": 2, "class": 3, "_a": 4}),
    "names of methods": ({"to_dict": 1, "extra": {"a": 1}}, {"to_dict": 1}),
    "half a character": ({"branch": "a\x00b"}, {"branch": "a\x00b"}),
}


@pytest.mark.parametrize("name", ODD)
def test_an_odd_answer_is_kept_as_it_came(connect: Connect, name: str) -> None:
    members, expected = ODD[name]
    with fixed_server(answer(200, {"id": 8, "status": "queued", **members})) as server:
        caller = connect(server)
        deployment: Deployment = caller.run(caller.client.deployments.get(7, 8))
    assert differences(expected, deployment.to_dict()) == []
    assert deployment.id == 8
    assert Deployment.from_dict(deployment.to_dict()) == deployment
    repr(deployment)
    hash(deployment)
