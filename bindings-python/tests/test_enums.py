"""Sets of words that may grow: known words are shared members, others are kept as they are."""

from __future__ import annotations

import copy
import json
import pickle

import pytest

import spice_cloud
from spice_cloud import DeploymentErrorCode, DeploymentStatus, ImageChannel, OpenEnum, UpdateChannel

PROTOCOLS = range(pickle.HIGHEST_PROTOCOL + 1)


def enums() -> list[type[OpenEnum]]:
    """Every public set of words."""
    public = [value for name, value in vars(spice_cloud).items() if not name.startswith("_")]
    classes = [one for one in public if isinstance(one, type) and issubclass(one, OpenEnum)]
    return [one for one in classes if one is not OpenEnum]


every = pytest.mark.parametrize("words", enums(), ids=lambda words: words.__name__)


def test_all_sets_are_known() -> None:
    assert {DeploymentStatus, DeploymentErrorCode, UpdateChannel} <= set(enums())


@every
def test_known_words_are_members(words: type[OpenEnum]) -> None:
    assert words.KNOWN
    for member in words.KNOWN:
        name = str(member).replace("-", "_").upper()
        assert getattr(words, name) is member
        assert words(str(member)) is member
        assert type(member) is words
        assert member.is_known
        assert member == str(member)
        assert hash(member) == hash(str(member))
        assert repr(member) == f"<{words.__name__} {str(member)!r}>"


@every
def test_unknown_words_are_kept(words: type[OpenEnum]) -> None:
    word = words("brand_new")
    assert type(word) is words
    assert not word.is_known
    assert word == "brand_new"
    assert word == words("brand_new")
    assert word not in words.KNOWN
    assert repr(word) == f"<{words.__name__} 'brand_new'>"


@every
def test_members_stay_themselves_in_pickles_and_copies(words: type[OpenEnum]) -> None:
    for word in (*words.KNOWN, words("brand_new")):
        backs = [pickle.loads(pickle.dumps(word, protocol)) for protocol in PROTOCOLS]
        for back in (*backs, copy.copy(word), copy.deepcopy(word)):
            assert type(back) is words
            assert back == word
            assert back is word or not word.is_known


@every
def test_sets_are_the_package_s_own(words: type[OpenEnum]) -> None:
    assert words.__module__ == "spice_cloud"
    assert getattr(spice_cloud, words.__qualname__) is words
    assert words.__doc__


def test_words_are_texts() -> None:
    status = DeploymentStatus.IN_PROGRESS
    assert f"{status}" == "in_progress"
    assert f"{status:>12}" == " in_progress"
    assert str(status) == "in_progress"
    assert type(str(status)) is str
    assert json.dumps({"status": status}) == '{"status": "in_progress"}'
    assert {"in_progress": 1}[status] == 1
    assert sorted([DeploymentStatus.QUEUED, status]) == ["in_progress", "queued"]
    assert UpdateChannel.INTERNAL_SANDBOX == "internal-sandbox"


def test_words_of_different_sets_are_equal_as_texts_are() -> None:
    words: list[OpenEnum] = [UpdateChannel.STABLE, ImageChannel.STABLE]
    assert words[0] == words[1]
    assert UpdateChannel(DeploymentStatus("brand_new")) == "brand_new"


def test_groups_of_words() -> None:
    final = [status for status in DeploymentStatus.KNOWN if status.is_terminal]
    assert final == ["succeeded", "failed"]
    assert not DeploymentStatus("brand_new").is_terminal
    assert DeploymentErrorCode.INSUFFICIENT_MEMORY.is_capacity
    assert not DeploymentErrorCode.UNABLE_TO_START.is_capacity
    assert not DeploymentErrorCode("brand_new").is_capacity


def test_only_texts_are_words() -> None:
    for wrong in (1, None, b"queued"):
        with pytest.raises(TypeError, match="DeploymentStatus"):
            DeploymentStatus(wrong)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def test_words_take_no_attributes() -> None:
    with pytest.raises(AttributeError):
        DeploymentStatus.QUEUED.note = 1  # type: ignore[attr-defined]  # pyright: ignore[reportAttributeAccessIssue]
