def place(order):
    from shop.money import Money as M  # want: import shop.money.Money -> shop/money.py

    return M()  # want: call shop.orders.service.place -> shop.money.Money


def other():
    M = 1
    M()
    # want: !call shop.orders.service.other -> shop.money.Money
