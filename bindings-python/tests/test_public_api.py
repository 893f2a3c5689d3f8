"""What the package shows to the world: its names, and nothing of how it is built."""

from __future__ import annotations

import importlib.metadata
import inspect
import subprocess
import sys
from importlib.resources import files
from types import ModuleType
from typing import Any

import pytest

import spice_cloud
import spice_cloud.testing
from spice_cloud import Model, OpenEnum, SpiceCloudError
from support.processes import environment

# What an import must not pay for.
HEAVY = {
    "asyncio",
    "concurrent",
    "dataclasses",
    "email",
    "inspect",
    "json",
    "logging",
    "multiprocessing",
    "socket",
    "spice_cloud.testing",
    "ssl",
    "subprocess",
    "tempfile",
    "threading",
    "trio",
    "typing_extensions",
    "urllib",
}

PUBLIC: list[str] = vars(spice_cloud)["__all__"]


def public(module: ModuleType) -> dict[str, Any]:
    names: list[str] = vars(module)["__all__"]
    return {name: getattr(module, name) for name in names}


def test_every_public_name_is_listed() -> None:
    # Besides there are `testing`, which is imported by itself, and what is not the package's own.
    members = {name: thing for name, thing in vars(spice_cloud).items() if name[0].isalpha()}
    unlisted = members.keys() - set(PUBLIC)
    homes = {name: getattr(members[name], "__module__", None) for name in unlisted}
    assert {name for name, home in homes.items() if str(home).startswith("spice_cloud")} == set()
    modules = {name for name in unlisted if isinstance(members[name], ModuleType)}
    assert modules <= {"atexit", "testing"}
    assert len(set(PUBLIC)) == len(PUBLIC)
    assert public(spice_cloud)
    assert set(PUBLIC) <= set(dir(spice_cloud))


def test_names_are_in_order() -> None:
    assert ["UNSET", *sorted(PUBLIC[1:-1]), "__version__"] == PUBLIC


@pytest.mark.parametrize("module", [spice_cloud, spice_cloud.testing])
def test_public_classes_are_of_the_public_module(module: ModuleType) -> None:
    # Fails when reprs, tracebacks and pickles name private modules.
    classes = {name: thing for name, thing in public(module).items() if inspect.isclass(thing)}
    wrong = {name: thing.__module__ for name, thing in classes.items()}
    assert {home for home in wrong.values()} <= {"spice_cloud", "spice_cloud.testing"}, wrong
    assert all(thing.__name__ == name for name, thing in classes.items())


def test_what_a_client_gives_is_of_the_public_module() -> None:
    with spice_cloud.SpiceCloud("example-token") as client:
        for name in ("apps", "deployments", "secrets", "api_keys", "members", "regions"):
            resource = getattr(client, name)
            assert type(resource).__module__ == "spice_cloud", name
        assert type(client.apps.list()).__module__ == "spice_cloud"
        assert type(client.deployments.watch(1, 2)).__module__ == "spice_cloud"


def test_every_public_class_is_documented() -> None:
    without = [
        name
        for name, thing in public(spice_cloud).items()
        if inspect.isclass(thing) and not (vars(thing).get("__doc__") or "").strip()
    ]
    assert without == []


def test_every_public_method_is_documented() -> None:
    bases = (Model, OpenEnum, SpiceCloudError)
    without = [
        f"{name}.{method}"
        for name, thing in public(spice_cloud).items()
        if inspect.isclass(thing) and (thing in bases or not issubclass(thing, bases))
        for method, member in vars(thing).items()
        if not method.startswith("_") and inspect.isroutine(member) and not inspect.getdoc(member)
    ]
    assert without == []


def test_the_version_is_that_of_the_package() -> None:
    assert importlib.metadata.version("spice-cloud") == spice_cloud.__version__


def test_the_package_is_typed() -> None:
    package = files("spice_cloud")
    assert package.joinpath("py.typed").is_file()
    assert package.joinpath("_native.pyi").is_file()


def loaded(statement: str) -> set[str]:
    """The modules that a statement loads in a fresh interpreter, by their first names."""
    program = (
        f"import sys; before = set(sys.modules); {statement}; print(*set(sys.modules) - before)"
    )
    ended = subprocess.run(
        # Neither site packages' own hooks nor the environment may load more.
        [sys.executable, "-c", program],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    return set(ended.stdout.split())


def test_importing_costs_little() -> None:
    # Fails when a module of the package imports something heavy that only some need.
    modules = loaded("import spice_cloud")
    assert "spice_cloud" in modules
    assert modules & HEAVY == set()


def test_making_a_client_costs_little() -> None:
    statement = "import spice_cloud; spice_cloud.SpiceCloud('a', base_url='http://127.0.0.1:9')"
    assert loaded(statement) & HEAVY == set()


def test_nothing_runs_at_import() -> None:
    # Fails when the import starts threads, as a runtime does.
    program = "import spice_cloud, threading, os; print(len(os.listdir('/proc/self/task')))"
    if not sys.platform.startswith("linux"):
        program = "import spice_cloud; print(1)"
    ended = subprocess.run(
        [sys.executable, "-c", program],
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert ended.stdout == "1\n"
