# want: declare namespace shop definition
from .orders import Order, place  # want: import orders.Order -> shop/orders/__init__.py
from .money import *  # want: import money -> shop/money.py
