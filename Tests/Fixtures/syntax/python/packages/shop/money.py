__all__ = ["Money"]


class Money:
    ZERO = 0

    def add(self, other: "Money") -> "Money":  # want: type shop.money.Money.add -> shop.money.Money
        return self


def rounded(value):
    return value
