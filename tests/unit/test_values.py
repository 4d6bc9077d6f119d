"""Value classes lay beside the standard library's: what they do is the same, and when they do it is later."""

from __future__ import annotations

import copy
import dataclasses
import pickle
import subprocess
import sys
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, field, fields, is_dataclass, replace
from typing import Any, ClassVar

import pytest

from trajecto_desktop import values
from trajecto_desktop.values import FEW, dataclass, unsealed

Maker = Callable[[type], type]

KINDS = [{"frozen": True}, {"frozen": False}, {"frozen": False, "eq": False}, {"frozen": True, "eq": False}]


def shape(field: Callable[..., Any] = values.field) -> type:
    class Shape:
        """A shape with each kind of field that the program has."""

        name: str
        corners: int = 4
        notes: list[str] = field(default_factory=list)
        size: float = 1.5

        @property
        def twice(self) -> int:
            return 2 * self.corners

    return Shape


def both(**asked: bool) -> tuple[Any, Any]:
    """The same class made here and made by the standard library."""
    return dataclass(slots=True, **asked)(shape()), dataclasses.dataclass(slots=True, **asked)(shape(field))


def outcome(action: Callable[[], object]) -> object:
    """What an action gives, or the kind of what it raises."""
    try:
        return action()
    except (TypeError, AttributeError, FrozenInstanceError) as error:
        return type(error)


@pytest.mark.parametrize("asked", KINDS, ids=str)
@pytest.mark.parametrize(
    "question",
    [
        lambda cls: repr(cls("kring")),
        lambda cls: repr(cls("kring", corners=0, notes=["rond"])),
        lambda cls: cls("a") == cls("a"),
        lambda cls: cls("a") == cls("b"),
        lambda cls: cls("a") != cls("a", size=2),
        lambda cls: cls("a") == "a",
        lambda cls: len({cls("a", notes=()), cls("a", notes=())}),
        # Twice the same value: two of a class that is compared by identity stand at different addresses.
        lambda cls: (made := cls("a"), hash(made) == object.__hash__(made) or hash(made))[1],
        lambda cls: cls(),
        lambda cls: cls("a", 1, [], 2.0, "too many"),
        lambda cls: cls("a", colour="red"),
        lambda cls: setattr(cls("a"), "name", "b"),
        lambda cls: delattr(cls("a"), "name"),
        lambda cls: cls("a").twice,
        lambda cls: cls("a").notes is cls("a").notes,
        lambda cls: asdict(cls("a")),
        lambda cls: asdict(replace(cls("a"), corners=5)),
        lambda cls: replace(cls("a"), colour="red"),
        lambda cls: asdict(values.replace(cls("a", size=3), corners=5, notes=["x"])),
        lambda cls: values.replace(cls("a"), colour="red"),
        lambda cls: values.replace(cls("a")) == cls("a"),
        lambda cls: [(each.name, each.type, each.default) for each in fields(cls)],
        lambda cls: is_dataclass(cls) and is_dataclass(cls("a")),
        lambda cls: cls.__match_args__,
        lambda cls: cls.__slots__,
        lambda cls: cls.__qualname__,
        lambda cls: cls.__doc__,
        lambda cls: (cls.__dataclass_params__.frozen, cls.__dataclass_params__.eq),
        lambda cls: asdict(copy.deepcopy(cls("a", notes=["x"]))),
        lambda cls: hasattr(cls("a"), "__dict__"),
    ],
)
def test_a_value_class_does_what_the_standard_one_does(
    asked: dict[str, bool], question: Callable[[Any], object]
) -> None:
    ours, theirs = both(**asked)
    assert outcome(lambda: question(ours)) == outcome(lambda: question(theirs))
    # And again when there are so many that the methods are written.
    for _ in range(FEW + 1):
        ours("a")
    assert ours.__init__.__qualname__ == f"{ours.__qualname__}.__init__"
    assert outcome(lambda: question(ours)) == outcome(lambda: question(theirs))


def test_matching_takes_it_apart_by_position() -> None:
    ours, _ = both(frozen=True)
    match ours("ruit", 4):
        case ours(name, 4):
            assert name == "ruit"
        case _:
            pytest.fail("it did not match")


@dataclass(frozen=True, slots=True)
class Packed:
    """Stands on the module, as pickling asks."""

    name: str
    sides: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Nothing:
    """No fields at all."""


class Named(Packed):
    """An ordinary class on top."""


def test_it_can_be_packed_and_unpacked() -> None:
    assert pickle.loads(pickle.dumps(Packed("vijfhoek", (1, 2)))) == Packed("vijfhoek", (1, 2))


def test_a_class_without_fields_is_equal_to_itself_alone() -> None:
    assert Nothing() == Nothing()
    assert hash(Nothing()) == hash(Nothing())
    assert Nothing() != Packed("")
    assert repr(Nothing()) == "Nothing()"


def test_an_ordinary_class_may_stand_on_it() -> None:
    assert Named("a", (1,)).sides == (1,)
    assert Named("a") != Packed("a"), "another class is another value"
    assert [each.name for each in fields(Named)] == ["name", "sides"]


@pytest.mark.parametrize(
    "body",
    [
        {"__annotations__": {"a": "ClassVar[int]"}},
        {"__annotations__": {"a": "int"}, "a": field(default=1, compare=False)},
        {"__annotations__": {"a": "int"}, "a": field(default=1, init=False)},
    ],
    ids=["of the class", "not compared", "not in the beginning"],
)
def test_what_is_not_offered_is_refused_when_the_class_is_made(body: dict[str, object]) -> None:
    with pytest.raises(TypeError, match=r"Odd\.a"):
        dataclass(slots=True)(type("Odd", (), body))


def test_a_base_is_refused() -> None:
    with pytest.raises(TypeError, match="Odd"):
        dataclass(slots=True)(type("Odd", (Packed,), {"__annotations__": {}}))


def test_a_field_without_a_default_after_one_that_has_one_is_refused() -> None:
    with pytest.raises(TypeError, match="Odd"):
        dataclass(slots=True)(type("Odd", (), {"__annotations__": {"a": "int", "b": "int"}, "a": 1}))


def test_nothing_else_can_be_put_on_an_instance() -> None:
    for asked in KINDS:
        ours, _ = both(**asked)
        with pytest.raises(AttributeError):
            ours("a").other = "b"


def test_loading_a_module_of_values_writes_no_code() -> None:
    """The reason it is there: the standard library would compile six functions for each class."""
    code = """
import builtins, sys
from trajecto_desktop import values
written = []
compiles = builtins.exec
builtins.exec = lambda *arguments: (written.append(arguments[0]), compiles(*arguments))[1] if isinstance(arguments[0], str) else compiles(*arguments)
from trajecto_desktop.domain import changes, fiche, overview, text
print("WRITTEN", len([each for each in written if "def __" in each]))
text.Run("a")
assert "dataclasses" not in sys.modules and "inspect" not in sys.modules
print("WRITTEN", len([each for each in written if "def __" in each]))
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    early, late = (int(line.split()[1]) for line in done.stdout.splitlines())
    assert early <= 6, "only for the values that stand on a module, as EMPTY_TEXT does"
    assert late >= early


def test_class_variables_are_known_as_such_by_the_standard_library() -> None:
    """What `ClassVar` means there is why it is refused here: it would be no field."""

    @dataclasses.dataclass
    class Theirs:
        a: ClassVar[int] = 1

    assert not fields(Theirs)


def test_an_unsealed_value_is_a_frozen_one_that_can_be_set_while_the_program_runs() -> None:
    made: Any = unsealed(shape())
    theirs: Any = dataclasses.dataclass(slots=True, frozen=True)(shape(field))
    for question in (
        lambda cls: repr(cls("kring", corners=0, notes=["rond"])),
        lambda cls: (cls("a") == cls("a"), cls("a") == cls("b"), cls("a").twice),
        lambda cls: outcome(lambda: hash(cls("a"))),
        lambda cls: [(each.name, each.default) for each in fields(cls)],
        lambda cls: repr(replace(cls("a"), size=2.5)),
        lambda cls: repr(copy.copy(cls("a", 3))),
        lambda cls: outcome(lambda: cls()),
    ):
        assert question(made) == question(theirs)
    assert is_dataclass(made)
    assert outcome(lambda: setattr(made("a"), "colour", 1)) is AttributeError
    value = made("a")
    value.name = "b"
    assert value == made("b")


def test_a_value_is_replaced_without_describing_its_class() -> None:
    made = dataclass(slots=True, frozen=True)(shape())
    before = made.__dict__["__dataclass_fields__"]
    assert values.replace(made("a"), name="b").name == "b"
    assert made.__dict__["__dataclass_fields__"] is before, "what the standard library works out first is not asked for"
    replace(made("a"), name="b")
    assert made.__dict__["__dataclass_fields__"] is not before
