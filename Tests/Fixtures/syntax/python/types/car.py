import dataclasses
from typing import TYPE_CHECKING, Dict, List, Optional, Type, cast

from base import Diesel, Engine, Mixin

if TYPE_CHECKING:
    from base import Engine as E2


@dataclasses.dataclass(frozen=True)  # want: annotation dataclasses.dataclass frozen=True on car.Wheel
class Wheel:
    engine: Engine = None  # want: declare field car.Wheel.engine definition

    def turn(self):
        self.engine.start()  # want: call car.Wheel.turn -> base.Engine.start


class Car(Mixin, Diesel):
    kinds = [Diesel, Engine]  # want: type car.Car -> base.Diesel
    maker: Type[Diesel] = Diesel

    def __init__(self, engine: "Engine", other: Optional["E2"] = None, *rest):
        self.engine = engine
        self.spare = Diesel()  # want: declare field car.Car.spare definition
        self.other = other
        self.wheels: List[Wheel] = []  # want: type car.Car.__init__ -> car.Wheel
        self.named: Dict[str, Wheel] = {}

    def drive(self):
        self.engine.start()  # want: call car.Car.drive -> base.Engine.start
        self.spare.start()  # want: call car.Car.drive -> base.Diesel.start
        self.other.stop()  # want: call car.Car.drive -> base.Engine.stop
        self.mixed()  # want: call car.Car.drive -> base.Mixin.mixed
        self.make().start()  # want: call car.Car.drive -> base.Diesel.start
        super().start()  # want: call car.Car.drive -> base.Diesel.start

    def loops(self):
        for wheel in self.wheels:
            wheel.turn()  # want: call car.Car.loops -> car.Wheel.turn
        for name, wheel in self.named.items():
            wheel.turn()  # want: call car.Car.loops -> car.Wheel.turn
        self.wheels[0].turn()  # want: call car.Car.loops -> car.Wheel.turn
        self.named["x"].turn()  # want: call car.Car.loops -> car.Wheel.turn
        all(w.turn() for w in self.wheels)  # want: call car.Car.loops -> car.Wheel.turn

    def others(self, thing, car: "Optional[Car]" = None):
        thing.start()
        car.drive()  # want: call car.Car.others -> car.Car.drive
        cast("Car", thing).loops()  # want: call car.Car.others -> car.Car.loops
        with build() as made:
            made.start()  # want: call car.Car.others -> base.Diesel.start
        self.maker().stop()  # want: call car.Car.others -> base.Engine.stop
        loops()
        # want: !call car.Car.others -> car.Car.start
        # want: !call car.Car.others -> base.Engine.start

    def loops_again(self):
        def inner(wheel: Wheel):
            self.loops()  # want: call car.Car.loops_again.inner -> car.Car.loops
            wheel.turn()  # want: call car.Car.loops_again.inner -> car.Wheel.turn

        inner(None)  # want: call car.Car.loops_again -> car.Car.loops_again.inner
        f = lambda self: self.turn()
        return map(inner, f)  # want: address car.Car.loops_again -> car.Car.loops_again.inner


def build():
    return Diesel()


def loops():
    match build():
        case Wheel(engine=e):  # want: type car.loops -> car.Wheel
            return e
    try:
        pass
    except Broken as error:
        error.explain()  # want: call car.loops -> car.Broken.explain


class Broken(Exception):
    def explain(self): ...


def unknown(x):
    x.turn_the_only_one()  # want: probable-call car.unknown -> car.Only.turn_the_only_one
    x.start()
    # want: !probable-call car.unknown -> base.Engine.start


class Only:
    def turn_the_only_one(self): ...
