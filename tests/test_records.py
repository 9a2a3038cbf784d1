"""The dataclasses of lawcheck do what those of the standard library do."""

import copy
import dataclasses
import pickle
from dataclasses import FrozenInstanceError, field, fields, is_dataclass, replace

import pytest
from pydantic import TypeAdapter, ValidationError

from lawcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    start: int
    end: int = 0
    names: dict = field(default_factory=dict)
    words: tuple = ()


@dataclass(frozen=True, slots=True)
class Longer(Place):
    """A place with more."""

    length: int = field(init=False)
    more: list = field(init=False, default_factory=list, compare=False)

    def __post_init__(self):
        object.__setattr__(self, "length", self.end - self.start)


@dataclass(slots=True)
class Tally:
    count: int = 0
    seen: set = field(default_factory=set, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    last: str = ""
    first: str


@dataclass(frozen=True, eq=False)
class Plain:
    text: str
    quiet: bool = False

    def __repr__(self):
        return "plain"


def test_values_defaults_and_factories():
    place = Place(1, words=("a",))
    assert (place.start, place.end, place.names, place.words) == (1, 0, {}, ("a",))
    assert Place(1).names is not Place(1).names
    assert Named(first="a").last == ""
    assert Longer(2, 5).length == 3
    assert Longer(2, 5).more == []


@pytest.mark.parametrize("call", [lambda: Place(), lambda: Place(1, 2, {}, (), 5), lambda: Place(1, ends=2)])
def test_a_wrong_call_says_whose_it_is(call):
    with pytest.raises(TypeError, match=r"^Place\.__init__\(\) "):
        call()


@pytest.mark.parametrize("cls", [Place, Longer, Tally, Named, Plain])
def test_the_hundredth_instance_is_made_as_the_first(cls):
    calls = [
        lambda made: made(1),
        lambda made: made(1, 2),
        lambda made: made(1, end=2),
        lambda made: made(start=1, words=("a",)),
        lambda made: made(first="a"),
        lambda made: made(text="a", quiet=True),
        lambda made: made(),
        lambda made: made(1, 2, 3, 4, 5, 6),
        lambda made: made(1, start=2),
        lambda made: made(1, 2, length=3),
    ]

    def outcome(call):
        try:
            made = call(cls)
        except TypeError as error:
            return str(error)
        return [getattr(made, each.name) for each in fields(made)]

    early = [outcome(call) for call in calls]
    for _ in range(30):
        assert [outcome(call) for call in calls] == early


def test_by_name_only():
    with pytest.raises(TypeError):
        Named("a", "b")


def test_representation():
    assert repr(Place(1, 2)) == "Place(start=1, end=2, names={}, words=())"
    assert repr(Tally(1)) == "Tally(count=1)"
    assert repr(Plain("a")) == "plain"


def test_equality_and_hash():
    assert Place(1, 2) == Place(1, 2)
    assert Place(1, 2) != Place(1, 3)
    assert Place(1, 2) != (1, 2, {}, ())
    assert Longer(1, 2) != Place(1, 2)
    assert len({Named(first="a"), Named(first="a"), Named(first="b")}) == 2
    assert Tally() == Tally()
    with pytest.raises(TypeError, match="unhashable"):
        hash(Tally())
    assert Plain("a") != Plain("a")
    assert hash(Plain("a"))


def test_what_is_frozen_stays():
    for record in (Place(1), Longer(1), Plain("a")):
        with pytest.raises(FrozenInstanceError):
            record.start = 2
        with pytest.raises(FrozenInstanceError):
            del record.start
    tally = Tally()
    tally.count += 1
    assert tally == Tally(1)


def test_slots_leave_no_room_for_others():
    assert not hasattr(Place(1), "__dict__")
    with pytest.raises(AttributeError):
        Tally().other = 1


@pytest.mark.parametrize("record", [Place(1, 2, {"a": 1}), Longer(1, 2), Tally(2), Named(first="a")])
def test_copies_are_equal(record):
    assert pickle.loads(pickle.dumps(record)) == copy.copy(record) == copy.deepcopy(record) == record


def test_the_functions_of_the_standard_library():
    assert is_dataclass(Place)
    assert [each.name for each in fields(Longer)] == ["start", "end", "names", "words", "length", "more"]
    assert replace(Place(1, 2), end=3) == Place(1, 3)
    assert replace(Longer(1, 2), end=4).length == 3
    assert dataclasses.asdict(Place(1, 2)) == {"start": 1, "end": 2, "names": {}, "words": ()}
    match Place(1, 2):
        case Place(start, end):
            assert (start, end) == (1, 2)


def test_pydantic_validates():
    assert TypeAdapter(Place).validate_python({"start": 1, "words": ("a",)}) == Place(1, words=("a",))
    with pytest.raises(ValidationError):
        TypeAdapter(Place).validate_python({"end": 1})


def test_a_class_that_holds_itself_is_shown():
    tally = Tally()
    tally.count = tally
    assert repr(tally) == "Tally(count=...)"
