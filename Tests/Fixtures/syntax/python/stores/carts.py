import redis

client = redis.Redis(host="localhost")


class Carts:
    def __init__(self):
        self.store = redis.StrictRedis()

    def keep(self, key, text):
        self.store.set("cart:" + key, text)  # want: cache write Carts in carts.Carts.keep

    def load(self, key):
        return self.store.get(key)  # want: cache read Carts in carts.Carts.load


def count():
    client.incr("visits")  # want: cache write visits in carts.count


def save(key, text):
    client.set(key, text)  # want: !cache write carts in carts.save


def visit():
    other = redis.from_url("redis://")
    other.incr("hits")  # want: cache write hits in carts.visit
