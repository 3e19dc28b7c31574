#!/usr/bin/env python
import shop  # want: import shop -> shop/__init__.py
import shop.orders.models  # want: import shop.orders.models -> shop/orders/models.py
import shop.spaces.inner.leaf as leaf  # want: import shop.spaces.inner.leaf -> shop/spaces/inner/leaf.py
import json  # want: import-external json
import shop.gone  # want: import-missing shop.gone
from helpers import help_me  # want: import helpers.help_me -> tools/helpers.py
from shop.spaces import inner

def main():
    order = shop.Order(shop.Money())  # want: call tools.run.main -> shop.orders.models.Order.__init__
    order.price()  # want: call tools.run.main -> shop.orders.models.Order.price
    shop.place(order)  # want: call tools.run.main -> shop.orders.service.place
    shop.orders.models.Order(1).price()  # want: call tools.run.main -> shop.orders.models.Order.price
    shop.orders.implementation.place(1)  # want: call tools.run.main -> shop.orders.service.place
    leaf.fall()  # want: call tools.run.main -> shop.spaces.inner.leaf.fall
    inner.leaf.fall()  # want: call tools.run.main -> shop.spaces.inner.leaf.fall
    json.dumps({})
    help_me()  # want: call tools.run.main -> tools.helpers.help_me


if __name__ == "__main__":  # want: declare namespace tools.run definition entryPoint
    main()  # want: call - -> tools.run.main
