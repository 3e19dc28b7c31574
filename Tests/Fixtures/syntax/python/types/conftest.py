import pytest
from base import Diesel


@pytest.fixture
def engine():
    made = 1
    yield Diesel()  # want: call conftest.engine -> base.Diesel


@pytest.fixture(name="wheel")
def make_wheel(engine):  # want: wiring conftest.make_wheel -> conftest.engine
    from car import Wheel

    return Wheel(engine)
