from fastapi import APIRouter

router = APIRouter(prefix="/orders")


# want: http -> orders.create method=POST path=/api/orders/new
# want: http -> orders.index method=GET path=/api/orders
# want: total 2
@router.post("/new")
def create():
    pass


@router.get("")
def index():
    pass
