# want: direct -> main.lambda_handler rule=python.lambda.handler
# want: queue -> main.orders_handler
# want: !direct -> main.click_handler
# want: !direct -> main.Shop.lambda_handler
# want: total 2
def lambda_handler(event, context):
    return click_handler(event, 1)


def orders_handler(event: SQSEvent, _context):
    return 1


def click_handler(event, button):
    return 1


class Shop:
    def lambda_handler(self, event, context):
        return 1
