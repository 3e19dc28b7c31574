import enum
from datetime import datetime

from sqlalchemy import ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from nordlicht.common.clock import now
from nordlicht.common.database import Base


class Role(enum.StrEnum):
    CUSTOMER = "customer"
    ADMINISTRATOR = "administrator"


class User(Base):
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    password_hash: Mapped[str] = mapped_column(String(200))
    role: Mapped[Role] = mapped_column(default=Role.CUSTOMER)
    created_at: Mapped[datetime] = mapped_column(default=now)

    addresses: Mapped[list["Address"]] = relationship(cascade="all, delete-orphan")


class Address(Base):
    __tablename__ = "addresses"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    line: Mapped[str] = mapped_column(String(120))
    zip: Mapped[str] = mapped_column(String(12))
    city: Mapped[str] = mapped_column(String(80))
    country: Mapped[str] = mapped_column(String(2))


class LoginAttempt(Base):
    __tablename__ = "login_attempts"
    __table_args__ = (Index(None, "email", "created_at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254))
    succeeded: Mapped[bool]
    remote: Mapped[str] = mapped_column(String(45))
    created_at: Mapped[datetime] = mapped_column(default=now)
