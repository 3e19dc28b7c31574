from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column, relationship


class Base(DeclarativeBase):
    pass


class Order(Base):  # want: table define orders in shop.models.Order
    __tablename__ = "orders"

    id: Mapped[int] = mapped_column(primary_key=True)
    status: Mapped[str]
    lines: Mapped[list["Line"]] = relationship()

    def __init__(self, status):
        self.status = status  # want: !table write orders in shop.models.Order.__init__


class Line(Base):  # want: table define lines in shop.models.Line
    __tablename__ = "lines"

    id: Mapped[int] = mapped_column(primary_key=True)
    price: Mapped[int]


class Depot(Base):  # want: table define stock.depots in shop.models.Depot
    __tablename__ = "depots"
    __table_args__ = ({"schema": "stock"},)


class Shelf(Base):  # want: table define stock.shelves in shop.models.Shelf
    __tablename__ = "shelves"
    __table_args__ = {"schema": "stock", "comment": "shelves"}
