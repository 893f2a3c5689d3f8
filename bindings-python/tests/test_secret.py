"""Text that does not print, however one tries."""

from __future__ import annotations

import copy
import json
import pickle
import pprint

import pytest

from spice_cloud import ConfigError, SecretStr

CANARY = "example-canary"
PROTOCOLS = range(pickle.HIGHEST_PROTOCOL + 1)


def test_it_opens_only_when_it_is_told_to() -> None:
    assert SecretStr(CANARY).reveal() == CANARY
    assert SecretStr("").reveal() == ""
    assert SecretStr(SecretStr(CANARY)).reveal() == CANARY


def test_it_does_not_print() -> None:
    secret = SecretStr(CANARY)
    assert str(secret) == f"{secret}" == "[redacted]"
    assert repr(secret) == f"{secret!r}" == "SecretStr([redacted])"
    assert f"{secret:>12}" == "  [redacted]"
    assert "%s" % secret == "[redacted]"  # noqa: UP031
    assert pprint.pformat({"key": [secret]}) == "{'key': [SecretStr([redacted])]}"
    assert CANARY not in repr(Exception(secret))


def test_it_is_no_text() -> None:
    secret = SecretStr(CANARY)
    with pytest.raises(TypeError):
        len(secret)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    with pytest.raises(TypeError):
        "a" + secret  # type: ignore[operator]  # pyright: ignore
    with pytest.raises(TypeError):
        iter(secret)  # type: ignore[call-overload]  # pyright: ignore
    with pytest.raises(TypeError):
        vars(secret)
    with pytest.raises(TypeError) as raised:
        json.dumps({"key": secret})
    assert CANARY not in str(raised.value)
    # Not even an empty one gives away that it is empty.
    assert bool(SecretStr("")) is True


def test_it_compares_by_its_value() -> None:
    assert SecretStr(CANARY) == SecretStr(CANARY)
    assert SecretStr(CANARY) != SecretStr("other")
    assert SecretStr(CANARY) != CANARY
    assert hash(SecretStr(CANARY)) == hash(SecretStr(CANARY))
    assert len({SecretStr(CANARY), SecretStr(CANARY), SecretStr("other")}) == 2


def test_it_does_not_change() -> None:
    secret = SecretStr(CANARY)
    with pytest.raises(AttributeError, match="immutable"):
        secret._value = "other"  # pyright: ignore[reportPrivateUsage]
    with pytest.raises(AttributeError, match="immutable"):
        del secret._value  # pyright: ignore[reportPrivateUsage]
    with pytest.raises(AttributeError, match="immutable"):
        secret.note = 1  # pyright: ignore[reportAttributeAccessIssue]
    assert copy.copy(secret) is secret
    assert copy.deepcopy([secret])[0] is secret
    assert SecretStr(secret) is secret


def test_pickles_leave_its_value_out() -> None:
    for protocol in PROTOCOLS:
        data = pickle.dumps(SecretStr(CANARY), protocol)
        assert CANARY.encode() not in data
        back = pickle.loads(data)
        assert repr(back) == "SecretStr([redacted])"
        assert back != SecretStr(CANARY)
        with pytest.raises(ValueError, match="left out when it was pickled"):
            back.reveal()
        assert copy.deepcopy(back) == back == pickle.loads(pickle.dumps(back, protocol))


def test_what_stands_for_a_secret_is_none() -> None:
    with pytest.raises(ValueError, match="left out"):
        SecretStr("[redacted]").reveal()


def test_it_is_made_of_text_only() -> None:
    for wrong in (None, 5, CANARY.encode(), [CANARY]):
        with pytest.raises(TypeError) as raised:
            SecretStr(wrong)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
        assert CANARY not in str(raised.value)


def test_it_reads_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PG_PASS", CANARY)
    assert SecretStr.from_env("PG_PASS").reveal() == CANARY
    monkeypatch.setenv("PG_PASS", "")
    with pytest.raises(ConfigError, match="PG_PASS"):
        SecretStr.from_env("PG_PASS")
    monkeypatch.delenv("PG_PASS")
    with pytest.raises(ConfigError, match="PG_PASS"):
        SecretStr.from_env("PG_PASS")
