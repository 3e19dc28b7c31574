import redis  # want: B25 -> file
import time
import torch  # want: B11 -> file
from functools import lru_cache


# want: B3 -> cached
@lru_cache(maxsize=100)
def cached(key):
    return key


# want: B10 -> waits
def waits():
    time.sleep(60)


# want: B12 -> trains
def trains():
    return torch.cuda.is_available()


# want: B20 -> page
def page():
    return render_template("index.html")


# want: F8 -> once
def once(orders):
    return orders.get_or_create(id=1)


# want: !B3 -> plain
# want: !B12 -> plain
# want: !B10 -> plain
def plain(sleep):
    """lru_cache, torch.cuda and time.sleep in a text."""
    return sleep()


# want: B25 -> keep
def keep(table, item):
    table.put_item(Item=item)


# want: B25 -> empty
def empty():
    Order.deleted_objects.filter(old=True).delete()
