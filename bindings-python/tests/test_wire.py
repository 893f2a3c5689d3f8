"""Reads every wire fixture and every vector of decoding through both clients: one test for each."""

from __future__ import annotations

import json
import re
from collections.abc import Generator, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from scenario import (
    KINDS,
    Caller,
    Kind,
    describe,
    differences,
    documents,
    public_name,
    public_operations,
    read_json,
)
from spice_cloud import SpiceCloudError
from spice_cloud.testing import Emulator
from support.server import answer, fixed_server

WIRE = documents("tests/wire")
DOCUMENTS = {**WIRE, "decoding": read_json("tests/vectors/decoding.json")}

# The SDK asks for tokens by itself.
NOT_PUBLIC = {"oauth.token"}
# A good call of each operation that needs arguments.
ARGUMENTS: dict[str, dict[str, Any]] = read_json("tests/calls.json")


def cases() -> Iterator[Any]:
    for family, document in DOCUMENTS.items():
        for case in document["cases"]:
            if case["operation"] not in NOT_PUBLIC:
                for kind in KINDS:
                    yield pytest.param(case, kind, id=f"{family}: {case['name']}[{kind}]")


@contextmanager
def server(case: dict[str, Any]) -> Generator[str, None, None]:
    """An emulator that answers as the case says, or a plain server where that is no JSON."""
    headers = case.get("headers", {})
    if "body_text" in case:
        with fixed_server(answer(case["status"], case["body_text"], headers)) as plain:
            yield plain.url
        return
    with Emulator() as emulator:
        emulator.fault(kind="status", status=case["status"], headers=headers, body=case["body"])
        yield emulator.url


def cut(expected: Any) -> Any:
    """An expectation with times as exact as Python's, which know no nanoseconds."""
    return json.loads(re.sub(r"(:[0-9]{2}\.[0-9]{6})[0-9]+Z", r"\1Z", json.dumps(expected)))


@pytest.mark.parametrize(("case", "kind"), list(cases()))
def test_an_answer_is_read_as_it_should_be(case: dict[str, Any], kind: Kind) -> None:
    operation: str = case["operation"]
    with (
        server(case) as url,
        Caller(kind, base_url=url, token="example-token-1", max_retries=0, dedupe="off") as caller,
    ):
        reply = caller.call(public_name(operation), ARGUMENTS.get(operation))
    if isinstance(reply, SpiceCloudError):
        assert "expect_error" in case, f"not this error: {reply}"
        assert reply.message.strip()
        assert differences(case["expect_error"], describe(reply)) == []
    else:
        assert "expect" in case, f"expected an error, got {reply.result}"
        assert differences(cut(case["expect"]), reply.result) == []


def test_every_operation_of_the_contract_has_a_fixture_or_is_a_deletion() -> None:
    paths = read_json("api/openapi.json")["paths"]
    operations: set[str] = {
        path[method]["operationId"]
        for path in paths.values()
        for method in ("get", "post", "put", "patch")
        if method in path
    }
    read = {case["operation"] for document in WIRE.values() for case in document["cases"]}
    assert operations - NOT_PUBLIC <= read


@pytest.mark.parametrize("kind", KINDS)
def test_every_fixture_is_of_an_operation_that_the_client_has(kind: Kind) -> None:
    read = {case["operation"] for document in DOCUMENTS.values() for case in document["cases"]}
    with Caller(kind, token="example-token") as caller:
        offered = public_operations(caller.client)
    assert {public_name(name) for name in read - NOT_PUBLIC} <= offered.keys()
