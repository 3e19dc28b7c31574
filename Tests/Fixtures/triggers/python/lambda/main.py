# want: direct -> main.lambda_handler rule=python.lambda.name
# want: queue -> main.orders_handler
# want: !direct -> main.click_handler
# want: !direct -> main.Shop.lambda_handler
# want: direct -> main.shipped
# want: total 3
def lambda_handler(event, context):
    return click_handler(event, 1)


def shipped(event, _):
    return 1


def orders_handler(event: SQSEvent, _context):
    return 1


def click_handler(event, button):
    return 1


class Shop:
    def lambda_handler(self, event, context):
        return 1
