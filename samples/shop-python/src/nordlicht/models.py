"""Every mapped class, imported for its effect on the metadata."""

from nordlicht.accounts.models import Address, LoginAttempt, User
from nordlicht.cart.models import Cart, CartItem, Coupon
from nordlicht.catalog.models import Category, PriceChange, Product, Stock, StockMovement
from nordlicht.media.models import Image, Thumbnail
from nordlicht.notify.models import EmailLog
from nordlicht.orders.models import Order, OrderItem
from nordlicht.payments.models import Payment, Refund
from nordlicht.reports.models import ReportRun
from nordlicht.search.models import Posting
from nordlicht.web.models import WebSession

__all__ = [
    "Address",
    "Cart",
    "CartItem",
    "Category",
    "Coupon",
    "EmailLog",
    "Image",
    "LoginAttempt",
    "Order",
    "OrderItem",
    "Payment",
    "Posting",
    "PriceChange",
    "Product",
    "Refund",
    "ReportRun",
    "Stock",
    "StockMovement",
    "Thumbnail",
    "User",
    "WebSession",
]
