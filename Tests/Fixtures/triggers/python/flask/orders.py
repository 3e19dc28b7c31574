from flask import Blueprint

bp = Blueprint("orders", __name__, url_prefix="/orders")


# want: http -> orders.show method=GET path=/api/orders/<id>
@bp.get("/<id>")
def show(id):
    return cache.get("/x")
