import threading
import time

import sqlalchemy as sa
from legacy import lost

try:
    import ujson as json
except ImportError:
    json = None

LIMITS = {"a": 1}  # want: declare constant state.LIMITS definition
CACHE = {}  # want: declare constant state.CACHE definition mutableState
registry = {"first": 1}  # want: declare variable state.registry definition mutableState
count = 0  # want: declare variable state.count definition mutableState
still = 0  # want: declare variable state.still definition


def change(key, still):
    global count
    count += 1  # want: global-write state.change -> state.count
    registry[key] = 2  # want: global-write state.change -> state.registry
    CACHE.update(a=1)  # want: global-write state.change -> state.CACHE
    still = 1
    return LIMITS[key], json.dumps(key)  # want: field state.change -> state.LIMITS


def query(cursor, name):
    """select a from documentation"""
    cursor.execute("SELECT id FROM orders WHERE name = %s", [name])  # want: table read orders in state.query
    cursor.execute(f"INSERT INTO {name}_log (a) VALUES (1)")
    cursor.execute(
        "UPDATE customers "  # want: table write customers in state.query
        "SET a = 1"
    )
    cursor.execute("DELETE FROM lines WHERE id = " + name)  # want: table write lines in state.query


class Row(lost.Base):
    __tablename__ = "rows"
    # want: table define rows in state.Row


events = sa.Table("events", meta, sa.Column("id"))  # want: table define events in -


def forever():
    threading.Thread(target=query).start()  # want: lifetime thread-started threading.Thread in state.forever
    while True:  # want: lifetime endless-loop - in state.forever
        time.sleep(1)  # want: lifetime slept time.sleep in state.forever


# @trigger schedule cron="0 3 * * *"
# want: trigger schedule comment on state.nightly cron=0 3 * * *
@sa.event("x", when=["a", 1])  # want: annotation sqlalchemy.event =x when=a when=1 on state.nightly
def nightly(): ...
