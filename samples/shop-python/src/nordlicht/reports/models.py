from datetime import date, datetime

from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from nordlicht.common.clock import now
from nordlicht.common.database import Base


class ReportRun(Base):
    __tablename__ = "report_runs"

    id: Mapped[int] = mapped_column(primary_key=True)
    report: Mapped[str] = mapped_column(String(40))
    day: Mapped[date]
    lines: Mapped[int]
    finished_at: Mapped[datetime] = mapped_column(default=now)
