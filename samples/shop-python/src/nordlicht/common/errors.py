"""What goes wrong for reasons that a customer may be told."""


class ShopError(Exception):
    """A request that cannot be granted; its text is shown to the customer."""

    status = 409


class NotFound(ShopError):
    status = 404


class Refused(ShopError):
    status = 403
