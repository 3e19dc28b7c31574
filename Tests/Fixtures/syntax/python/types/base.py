from abc import ABC, abstractmethod


class Engine(ABC):  # want: declare type base.Engine definition abstract
    @abstractmethod
    def start(self): ...  # want: declare method base.Engine.start definition abstract

    def stop(self):
        return None


class Diesel(Engine):  # want: inherit base.Diesel -> base.Engine
    def start(self):
        super().stop()  # want: call base.Diesel.start -> base.Engine.stop

    @classmethod
    def make(cls):
        return cls()  # want: call base.Diesel.make -> base.Diesel


class Mixin:
    def mixed(self):
        return 1
