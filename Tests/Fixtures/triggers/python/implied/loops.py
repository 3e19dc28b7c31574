import schedule
from kafka import KafkaConsumer


# want: implied stream -> loops.read
def read():
    for message in KafkaConsumer("orders"):
        print(message)


def sweep():
    pass


# want: implied schedule -> loops.sweep
schedule.every(10).minutes.do(sweep)


# want: total 2
def plain(shop):
    shop.do(sweep)
