from ..money import Money, rounded  # want: import money.Money -> shop/money.py
from .. import missing  # want: import .missing -> shop/__init__.py


class Order:
    total: Money  # want: type shop.orders.models.Order -> shop.money.Money

    def __init__(self, total: Money):
        self.total = total

    def price(self) -> Money:
        return self.total.add(Money())  # want: call shop.orders.models.Order.price -> shop.money.Money.add

    @property
    def rest(self) -> Money:
        return rounded(self.total)  # want: call shop.orders.models.Order.rest -> shop.money.rounded

    def again(self):
        self.rest.add(self.total)  # want: call shop.orders.models.Order.again -> shop.money.Money.add
