"""Objects of the API: they do not change, compare, pickle, match, and become plain data."""

from __future__ import annotations

import copy
import json
import pickle
from collections.abc import Mapping
from datetime import datetime, timedelta, timezone
from typing import Any

import pytest

import spice_cloud
from spice_cloud import (
    UNSET,
    ApiKeys,
    App,
    AppConfig,
    AppMetrics,
    Attempt,
    ContainerImage,
    DecodeError,
    Deployment,
    DeploymentErrorCode,
    DeploymentEvent,
    DeploymentStatus,
    Executor,
    InstanceMetrics,
    Limits,
    Member,
    MemberRole,
    Meta,
    Model,
    RawResponse,
    Region,
    Regions,
    ResourceQuantities,
    Resources,
    SecretStr,
    Unset,
    Visibility,
)

CANARY = "example-canary"
NOON = datetime(2026, 1, 1, 12, tzinfo=timezone.utc)
PROTOCOLS = range(pickle.HIGHEST_PROTOCOL + 1)


def models() -> list[type[Model]]:
    """Every public class of objects."""
    public = [value for name, value in vars(spice_cloud).items() if not name.startswith("_")]
    classes = [one for one in public if isinstance(one, type) and issubclass(one, Model)]
    return [one for one in classes if one is not Model]


# What the field of a kind may hold.
SAMPLES: Mapping[object, object] = {
    int: 7,
    float: 1.5,
    str: "text",
    bool: True,
    datetime: NOON,
    SecretStr: SecretStr(CANARY),
    object: {"a": [1, {"b": None}]},
}


def sample(kind: Any) -> object:
    """A value for a field."""
    if isinstance(kind, list):
        return (sample(kind[0]),)
    if isinstance(kind, dict):
        return {"key": sample(kind[str])}
    if kind in SAMPLES:
        return SAMPLES[kind]
    if issubclass(kind, Model):
        return full(kind)
    return kind.KNOWN[0]


def fields(model: type[Model]) -> dict[str, Any]:
    """The fields of a class, and what they hold, as the native module is told."""
    return model._fields  # pyright: ignore[reportPrivateUsage]


def full(model: type[Model]) -> Model:
    """An object in which every field has a value."""
    make: Any = model
    extra = {"later": {"deep": [1, "two"]}}
    one: Model = make(**{name: sample(kind) for name, kind in fields(model).items()}, extra=extra)
    return one


def holds_secret(kind: Any) -> bool:
    """Whether a kind is a secret, or is made of one."""
    # Lists and maps are declared by a list or map of the one kind that they hold.
    if isinstance(kind, (list, dict)):
        return holds_secret(kind[0] if isinstance(kind, list) else kind[str])
    inner: dict[str, Any] = getattr(kind, "_fields", {})
    return kind is SecretStr or any(map(holds_secret, inner.values()))


every = pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)


def test_all_models_are_known() -> None:
    names = {model.__name__ for model in models()}
    assert {"App", "Deployment", "Attempt", "DeploymentEvent", "RawResponse"} <= names
    assert len(names) > 20


@every
def test_an_object_does_not_change(model: type[Model]) -> None:
    one = full(model)
    for name in (*fields(model), "extra", "unheard_of"):
        with pytest.raises(AttributeError, match="immutable"):
            setattr(one, name, None)
        with pytest.raises(AttributeError, match="immutable"):
            delattr(one, name)
    assert one == full(model)


@every
def test_objects_with_the_same_fields_are_equal(model: type[Model]) -> None:
    one, same = full(model), full(model)
    assert one is not same
    assert one == same
    assert hash(one) == hash(same)
    assert {one: 1}[same] == 1
    assert one != "text"
    other = one.__replace__(extra={})
    assert other != one
    assert other == full(model).__replace__(extra=None)


@every
def test_the_repr_names_the_fields_and_no_secret(model: type[Model]) -> None:
    text = repr(full(model))
    assert text.startswith(f"{model.__name__}(")
    assert CANARY not in text
    # What an unknown member holds may be a secret, too.
    assert "two" not in text
    if model is not RawResponse:
        assert "later" in text
        assert all(f"{name}=" in text for name in fields(model))


@every
def test_pickles_under_every_protocol(model: type[Model]) -> None:
    one = full(model)
    hidden = any(holds_secret(kind) for kind in fields(model).values())
    for protocol in PROTOCOLS:
        data = pickle.dumps(one, protocol)
        back = pickle.loads(data)
        assert type(back) is model
        assert CANARY.encode() not in data
        assert (back == one) is not hidden
        assert back.to_dict() == one.to_dict()
        assert repr(back) == repr(one)
        assert b"spice_cloud" in data
        assert b"_generated" not in data


@every
def test_copies_are_the_object_itself(model: type[Model]) -> None:
    one = full(model)
    assert copy.copy(one) is one
    assert copy.deepcopy([one])[0] is one


@every
def test_plain_data_and_back(model: type[Model]) -> None:
    one = full(model)
    plain = one.to_dict(reveal_secrets=True)
    assert list(plain) == [*fields(model), "later"]
    assert json.loads(json.dumps(plain)) == plain
    back = model.from_dict(plain)
    assert back == one
    assert back.extra == one.extra == {"later": {"deep": [1, "two"]}}
    assert json.loads(one.to_json(reveal_secrets=True)) == plain
    assert json.loads(one.to_json(indent=2)) == one.to_dict()
    assert CANARY not in one.to_json()


@every
def test_what_json_says_of_secrets_can_be_read_again(model: type[Model]) -> None:
    one = full(model)
    again = model.from_dict(one.to_dict())
    assert again.to_dict() == one.to_dict()
    if any(holds_secret(kind) for kind in fields(model).values()):
        assert again != one
        with pytest.raises(ValueError, match="left out"):
            again.to_dict(reveal_secrets=True)


@every
def test_patterns_match_by_position_and_name(model: type[Model]) -> None:
    assert model.__match_args__ == tuple(fields(model))
    one = full(model)
    name = model.__match_args__[0]
    space: dict[str, Any] = {"model": model, "one": one}
    exec(f"match one:\n  case model({name}=a, extra=b):\n    first, extra = a, b", space)
    exec("match one:\n  case model(a):\n    same = a", space)
    assert space["first"] == space["same"] == getattr(one, name)
    assert space["extra"] == one.extra


@every
def test_constructors_refuse_what_is_wrong(model: type[Model]) -> None:
    make: Any = model
    given = {name: sample(kind) for name, kind in fields(model).items()}
    with pytest.raises(TypeError, match="unheard_of"):
        make(**given, unheard_of=1)
    with pytest.raises(TypeError):
        make(*given.values())
    for name in fields(model):
        if hasattr(model, name):
            assert getattr(make(**{**given, name: None}), name) in (None, (), {})
        else:
            with pytest.raises(TypeError, match=name):
                make(**{**given, name: None})
            with pytest.raises(TypeError, match=name):
                make(**{other: value for other, value in given.items() if other != name})


@every
def test_classes_are_the_package_s_own(model: type[Model]) -> None:
    assert model.__module__ == "spice_cloud"
    assert getattr(spice_cloud, model.__qualname__) is model
    assert model.__doc__


def test_values_are_made_what_the_fields_hold() -> None:
    app = App(
        id=1,
        name="sales-bi",
        visibility="private",
        created_at=datetime(2026, 1, 1, 14, tzinfo=timezone(timedelta(hours=2))),
        api_key=CANARY,
        tags={"team": "bi"},
        config={"resources": {"limits": {"ephemeral-storage": "1Gi"}}, "storage_size_gb": 5},
    )
    assert app.visibility is Visibility.PRIVATE
    assert app.created_at is not None
    assert (app.created_at, app.created_at.utcoffset()) == (NOON, timedelta(0))
    assert app.api_key == SecretStr(CANARY)
    limits = ResourceQuantities(ephemeral_storage="1Gi")
    assert app.config == AppConfig(resources=Resources(limits=limits), storage_size_gb=5.0)
    assert app.description is None
    member = Member(user_id=1, username="ana", roles=["admin", "brand_new"])
    assert member.roles == (MemberRole.ADMIN, "brand_new")
    assert Member(user_id=1, username="ana").roles == ()
    executor = Executor(storage_size_gb=5)
    assert type(executor.storage_size_gb) is float


def test_values_of_the_wrong_kind_are_refused() -> None:
    wrong: list[tuple[Any, dict[str, Any], str]] = [
        (Member, {"user_id": 1, "username": "ana", "roles": "admin"}, "Member.roles"),
        (App, {"id": 1, "name": "x", "tags": [("a", "b")]}, "App.tags"),
        (App, {"id": 1, "name": "x", "created_at": "2026-01-01T00:00:00Z"}, "App.created_at"),
        (App, {"id": 1, "name": "x", "config": "spicepod"}, "App.config"),
        (App, {"id": 1, "name": "x", "visibility": 1}, "Visibility"),
    ]
    for make, given, words in wrong:
        with pytest.raises(TypeError, match=words):
            make(**given)
    with pytest.raises(ValueError, match="time zone"):
        App(id=1, name="x", created_at=datetime(2026, 1, 1))


def test_nothing_that_was_given_is_shared() -> None:
    tags, spicepod, extra = {"a": "b"}, {"datasets": [{"name": "one"}]}, {"later": [1]}
    config = AppConfig(spicepod=spicepod)
    app = App(id=1, name="x", tags=tags, config=config, extra=extra)
    tags["a"] = "c"
    spicepod["datasets"].clear()
    extra["later"].clear()
    assert app.tags == {"a": "b"}
    assert config.spicepod == {"datasets": [{"name": "one"}]}
    assert app.extra == {"later": [1]}
    app.to_dict()["config"]["spicepod"]["datasets"].clear()
    assert config.spicepod == {"datasets": [{"name": "one"}]}
    for read_only in (app.tags, app.extra, App(id=1, name="x").tags, App(id=1, name="x").extra):
        with pytest.raises(TypeError):
            read_only["a"] = "c"  # type: ignore[index]  # pyright: ignore[reportIndexIssue]


def test_objects_of_different_classes_are_never_equal() -> None:
    assert Executor() != Resources()
    assert Executor() == Executor()
    assert App(id=1, name="x") != App(id=2, name="x")
    assert App(id=1, name="x") != App(id=1, name="x", extra={"later": 1})


def test_lists_and_maps_that_are_empty_are_written() -> None:
    assert App(id=1, name="x").to_dict() == {"id": 1, "name": "x", "tags": {}}
    assert Member(user_id=1, username="ana").to_dict()["roles"] == []
    assert Executor().to_dict() == {}
    assert repr(App(id=1, name="x")) == "App(id=1, name='x')"


def test_times_are_written_in_utc_without_needless_digits() -> None:
    east = timezone(timedelta(hours=2))
    for moment, text in [
        (NOON, "2026-01-01T12:00:00Z"),
        (NOON.replace(microsecond=500000), "2026-01-01T12:00:00.5Z"),
        (NOON.replace(microsecond=1), "2026-01-01T12:00:00.000001Z"),
        (datetime(2026, 1, 1, 14, 0, 10, tzinfo=east), "2026-01-01T12:00:10Z"),
    ]:
        app = App(id=1, name="x", created_at=moment)
        assert app.to_dict()["created_at"] == text
        assert App.from_dict(app.to_dict()) == app


def test_answers_are_read_leniently() -> None:
    region = Region.from_dict(
        {"name": "US", "region": "us-1", "providerName": "AWS", "isDefault": True}
    )
    assert (region.provider_name, region.is_default) == ("AWS", True)
    assert region.to_dict()["provider_name"] == "AWS"
    app = App.from_dict({"id": "7", "name": "x", "tags": None, "created_at": "2026-01-01T12:00:00"})
    assert (app.id, app.tags, app.created_at) == (7, {}, NOON)
    regions = Regions.from_dict({"regions": [{"name": "US", "region": "us-1"}], "default": "us-1"})
    assert regions.regions == (Region(name="US", region="us-1"),)
    metrics = AppMetrics.from_dict({"metrics": {"a": {"cpu_usage_percent": 1}}})
    assert metrics.metrics == {"a": InstanceMetrics(cpu_usage_percent=1.0)}
    assert Limits.from_dict({"apps": 3, "later": 4}).extra == {"later": 4}
    image = ContainerImage.from_dict({"tag": "2.0", "channel": "beta"})
    assert image.channel == "beta"
    assert image.channel is not None
    assert not image.channel.is_known


def test_a_text_that_is_no_time_is_kept_beside_the_fields() -> None:
    app = App.from_dict({"id": 1, "name": "x", "created_at": "yesterday"})
    assert app.created_at is None
    assert app.extra == {"created_at": "yesterday"}
    assert app.to_dict()["created_at"] == "yesterday"
    assert App.from_dict(app.to_dict()) == app


@pytest.mark.parametrize("model", [App, Attempt, DeploymentEvent, RawResponse])
def test_data_that_is_no_such_object_is_refused(model: type[Model]) -> None:
    with pytest.raises(DecodeError, match=model.__name__):
        model.from_dict({})


def test_secrets_of_keys_do_not_print() -> None:
    keys = ApiKeys(api_key=CANARY, api_key_2=SecretStr("other"))
    assert repr(keys) == "ApiKeys(api_key=SecretStr([redacted]), api_key_2=SecretStr([redacted]))"
    assert keys.to_dict() == {"api_key": "[redacted]", "api_key_2": "[redacted]"}
    assert keys.to_dict(reveal_secrets=True) == {"api_key": CANARY, "api_key_2": "other"}
    back = pickle.loads(pickle.dumps(keys))
    with pytest.raises(ValueError, match="left out when it was pickled"):
        back.api_key.reveal()


def test_the_raw_answer_does_not_print_its_body() -> None:
    answer = RawResponse(status=200, body={"token": CANARY})
    assert repr(answer) == "RawResponse(status=200)"
    assert answer.to_dict() == {"status": 200, "body": {"token": CANARY}}
    assert RawResponse(status=204).body is None


def test_what_no_call_gave_tells_of_no_attempts() -> None:
    app = App(id=1, name="x")
    assert app.meta == Meta()
    assert (app.meta.attempts, app.meta.request_id, app.meta.history) == (0, None, ())
    assert app.meta.reactivated is False
    with pytest.raises(AttributeError, match="immutable"):
        app.meta = Meta()  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue]


def test_events_say_what_a_deployment_waits_for() -> None:
    def event(status: str, code: str | None = None) -> DeploymentEvent:
        deployment = Deployment(id=1, status=status, error_code=code)
        return DeploymentEvent(deployment=deployment, elapsed=1.5)

    assert event("queued").status is DeploymentStatus.QUEUED
    assert event("queued").waits_for is None
    held_up = event("in_progress", "insufficient_cpu")
    assert held_up.waits_for is DeploymentErrorCode.INSUFFICIENT_CPU
    assert event("failed", "insufficient_cpu").waits_for is None


def test_deployments_can_be_told_apart_in_a_match() -> None:
    def told(deployment: Deployment) -> str:
        match deployment:
            case Deployment(status=DeploymentStatus.SUCCEEDED):
                return "done"
            case Deployment(status=DeploymentStatus.IN_PROGRESS, error_code=None):
                return "on its way"
            case Deployment(error_code=code):
                return f"held up: {code}"

    assert told(Deployment(id=1, status="succeeded")) == "done"
    assert told(Deployment(id=1, status="in_progress")) == "on its way"
    held_up = Deployment(id=1, status="in_progress", error_code="insufficient_cpu")
    assert told(held_up) == "held up: insufficient_cpu"


def test_a_changed_copy_tells_of_no_call() -> None:
    app = App(id=1, name="x", tags={"a": "b"}, extra={"later": 1})
    changed = app.__replace__(name="y")
    assert (changed.id, changed.name, changed.tags, changed.extra) == (1, "y", app.tags, app.extra)
    assert app.name == "x"
    with pytest.raises(TypeError, match="unheard_of"):
        app.__replace__(unheard_of=1)


def test_fields_that_another_version_pickled_are_kept_as_unknown_members() -> None:
    app = App(id=1, name="x", extra={"later": 1})
    state = app.__getstate__()
    back = App.__new__(App)
    back.__setstate__({**state, "newer": 2})
    assert back == App(id=1, name="x", extra={"later": 1, "newer": 2})


def test_unset_is_one_object_and_false() -> None:
    assert repr(UNSET) == "UNSET"
    assert not UNSET
    assert Unset() is UNSET
    assert copy.deepcopy([UNSET])[0] is UNSET
    for protocol in PROTOCOLS:
        assert pickle.loads(pickle.dumps(UNSET, protocol)) is UNSET
