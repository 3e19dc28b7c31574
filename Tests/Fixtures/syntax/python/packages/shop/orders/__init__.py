from .models import Order  # want: import models.Order -> shop/orders/models.py
from .service import place
from . import service as implementation  # want: import .service -> shop/orders/service.py
