"""Value classes that cost nothing until they are used: `dataclass` as in the standard library, which writes its methods late.

The standard one writes six methods as text and compiles them for each class when its module is loaded: half a millisecond a
class, of which a start loads over a hundred and makes instances of half. Here comparing, hashing and showing are the same
function for all classes, and `__init__` is written when more than a few instances are made. Only what this program uses is
offered: keyword arguments to the decorator, slots always, plain fields with a default or a `default_factory`. The standard module
itself is loaded when something asks for it: it takes 1.5 MB, since it reads signatures by taking programs apart.
`tests/unit/test_values.py` lays each behaviour beside the standard library's, and `benchmarks/README.md` says what it is worth.

Imports nothing of the program; any floor may import it. Type checkers read it as the standard `dataclass`.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar, dataclass_transform

_Value = TypeVar("_Value")


class _Made:
    """The default of a field that is made anew for each instance."""

    def __init__(self, factory: Callable[[], object]) -> None:
        self.factory = factory


if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
    from dataclasses import field as field
    from dataclasses import replace as replace
else:

    def field(*, default_factory: Callable[[], object]) -> _Made:
        """A field whose default is made anew for each instance."""
        return _Made(default_factory)

    def dataclass(*, slots: bool, frozen: bool = False, eq: bool = True) -> Callable[[type], type]:
        """Make a class of annotated fields a value class.

        Args:
            slots: always true; it stands there because a class without slots would be another kind.
            frozen: instances cannot be changed, and have a hash.
            eq: instances are compared by their fields, else by identity.

        Raises:
            TypeError: it asks for what is not offered here, with the name of the class and of the field.
        """
        if not slots:
            raise TypeError("a value class has slots")
        return lambda cls: _value_class(cls, frozen, eq)

    def replace(value: Any, /, **changed: Any) -> Any:
        """A value with some fields changed, as `dataclasses.replace`, which first describes the class by itself: 1 ms for each."""
        cls = value.__class__
        for name in cls.__match_args__:
            if name not in changed:
                changed[name] = getattr(value, name)
        return cls(**changed)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def unsealed(cls: type[_Value]) -> type[_Value]:
    """A frozen value class of which an open workbook has thousands: only the type checker sees to it that nobody changes it.

    An instance of ten fields is made in 0.2 µs, one that is sealed while the program runs in 1 µs; opening the overview makes some
    four thousand.
    """
    return _value_class(cls, frozen=True, eq=True, sealed=False)


_NONE: Any = object()
"""What stands for no value at all."""
FEW = 12
"""So many instances are filled field by field (3 µs each): writing an `__init__` for them takes as long (50 µs)."""
_NOT_OFFERED = ("ClassVar", "InitVar", "KW_ONLY")


def _value_class(cls: type[_Value], frozen: bool, eq: bool, sealed: bool = True) -> type[_Value]:
    """The class again, with slots and methods.

    Args:
        cls: the class of annotated fields.
        frozen: instances have a hash.
        eq: instances are compared by their fields.
        sealed: frozen instances refuse to be changed.
    """
    if cls.__bases__ != (object,):
        raise TypeError(f"{cls.__qualname__}: value classes have no bases")
    namespace = dict(cls.__dict__)
    annotations: dict[str, str] = namespace.get("__annotations__", {})
    defaults = {name: _default_of(cls, name, told, namespace.pop(name, _NONE)) for name, told in annotations.items()}
    names = tuple(defaults)
    missing = [default is _NONE for default in defaults.values()]
    if missing != sorted(missing, reverse=True):
        raise TypeError(f"{cls.__qualname__}: a field without a default stands after one that has one")
    for name in ("__dict__", "__weakref__"):
        namespace.pop(name, None)
    namespace |= {"__slots__": names, "__match_args__": names, "_defaults_of_fields": defaults}
    for name in ("__dataclass_fields__", "__dataclass_params__"):
        namespace[name] = _Described(name, frozen, eq)
    namespace.setdefault("__repr__", _shown)
    if eq:
        namespace |= _comparing(names, frozen)
    if frozen:
        namespace |= {"__getstate__": _state, "__setstate__": _take_state}
    if frozen and sealed:
        namespace |= {"__setattr__": _refuse_to_set, "__delattr__": _refuse_to_delete}
    namespace |= {"__init__": _writes_itself, "_few_left": FEW}
    made: type[_Value] = type(cls.__name__, (), namespace)
    made.__qualname__ = cls.__qualname__
    return made


def _default_of(cls: type, name: str, annotation: str, default: Any) -> Any:
    """The default of a field, or what makes it anew each time."""
    if type(default).__name__ == "Field" or annotation.startswith(_NOT_OFFERED):
        raise TypeError(f"{cls.__qualname__}.{name}: value classes do not offer this kind of field")
    return default


def _comparing(names: tuple[str, ...], frozen: bool) -> dict[str, Any]:
    """Comparing by fields; a hash of the fields where they cannot change, none where they can."""
    fields_of: Callable[[Any], Any] = attrgetter(*names) if names else _no_fields

    def equal(self: object, other: object) -> Any:
        return fields_of(self) == fields_of(other) if other.__class__ is self.__class__ else NotImplemented

    def hashed(self: object) -> int:
        return hash(fields_of(self))

    return {"__eq__": equal, "__hash__": hashed if frozen else None}


def _no_fields(_value: object) -> tuple[()]:
    return ()


def _shown(self: Any) -> str:
    fields = ", ".join(f"{name}={getattr(self, name)!r}" for name in self.__match_args__)
    return f"{self.__class__.__qualname__}({fields})"


def _refuse_to_set(_self: object, name: str, _value: object) -> None:
    from dataclasses import FrozenInstanceError  # deferred: as said above

    raise FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(_self: object, name: str) -> None:
    from dataclasses import FrozenInstanceError  # deferred: as said above

    raise FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[object]:
    return [getattr(self, name) for name in self.__match_args__]


def _take_state(self: Any, state: list[object]) -> None:
    for name, value in zip(self.__match_args__, state, strict=True):
        object.__setattr__(self, name, value)


def _writes_itself(self: Any, *arguments: Any, **named: Any) -> None:
    """The first instances of a class are filled as it is told; when more come its `__init__` is written, to go on with."""
    cls = _owner(type(self), "_defaults_of_fields")
    cls._few_left -= 1
    if cls._few_left >= 0 and _filled(self, cls, arguments, named):
        return
    cls.__init__ = _written_init(cls)
    cls.__init__(self, *arguments, **named)


def _filled(self: object, cls: Any, arguments: tuple[Any, ...], named: dict[str, Any]) -> bool:
    """Give an instance its fields; says no, and does nothing, where the arguments are not what the class asks for."""
    values = dict(zip(cls.__match_args__, arguments, strict=False))
    if len(values) < len(arguments) or values.keys() & named.keys() or named.keys() - cls._defaults_of_fields.keys():
        return False
    values |= named
    for name, default in cls._defaults_of_fields.items():
        if name in values:
            continue
        if default is _NONE:
            return False
        values[name] = default.factory() if isinstance(default, _Made) else default
    for name, value in values.items():
        object.__setattr__(self, name, value)
    return True


def _owner(cls: Any, name: str) -> Any:
    """The value class itself: an ordinary class may have it as its base."""
    return next(each for each in cls.__mro__ if name in each.__dict__)


def _written_init(cls: Any) -> Any:
    """`__init__` with the fields as arguments; where instances refuse to be changed it fills the slots by their own setters."""
    heads, lines, known = ["self"], [], dict[str, Any]()
    sealed = cls.__setattr__ is not object.__setattr__
    for name, default in cls._defaults_of_fields.items():
        value = name
        if isinstance(default, _Made):
            known[f"_make_{name}"], known["_NONE"] = default.factory, _NONE
            value = f"_make_{name}() if {name} is _NONE else {name}"
            heads.append(f"{name}=_NONE")
        elif default is _NONE:
            heads.append(name)
        else:
            known[f"_default_{name}"] = default
            heads.append(f"{name}=_default_{name}")
        if sealed:
            known[f"_set_{name}"] = getattr(cls, name).__set__
        lines.append(f" _set_{name}(self, {value})" if sealed else f" self.{name} = {value}")
    exec(f"def __init__({', '.join(heads)}):\n" + ("\n".join(lines) or " pass"), known)
    init = known["__init__"]
    init.__qualname__ = f"{cls.__qualname__}.__init__"
    init.__module__ = cls.__module__
    return init


class _Described:
    """What `dataclasses.fields`, `replace` and `asdict` ask of a class: told by the standard library when it is asked for.

    Args:
        name: of the attribute.
        frozen: as the decorator was told.
        eq: as the decorator was told.
    """

    def __init__(self, name: str, frozen: bool, eq: bool) -> None:
        self._name, self._frozen, self._eq = name, frozen, eq

    def __get__(self, _instance: object, cls: Any) -> Any:
        import dataclasses  # deferred: as said above

        owner = _owner(cls, self._name)
        namespace = {
            name: dataclasses.field(default_factory=value.factory) if isinstance(value, _Made) else value
            for name, value in owner._defaults_of_fields.items()
            if value is not _NONE
        }
        # With a docstring, or the standard library looks for the signature of `__init__` to make one of: a millisecond.
        namespace |= {"__annotations__": owner.__annotations__, "__doc__": owner.__doc__ or owner.__name__}
        twin = type(owner.__name__, (), namespace)
        if self._name == "__dataclass_fields__":
            # Asked for by `asdict`: no need to write the twin's methods too.
            dataclasses.dataclass(twin, init=False, repr=False, eq=False, match_args=False)
        else:
            dataclasses.dataclass(twin, frozen=self._frozen, eq=self._eq)
        told = twin.__dict__[self._name]
        setattr(owner, self._name, told)
        return told
