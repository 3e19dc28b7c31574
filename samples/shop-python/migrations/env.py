from alembic import context

from nordlicht.common.database import Base, engine
from nordlicht.models import __all__ as _mapped  # noqa: F401  (fills the metadata)


def run() -> None:
    with engine().connect() as connection:
        context.configure(
            connection=connection,
            target_metadata=Base.metadata,
            compare_type=True,
            render_as_batch=connection.dialect.name == "sqlite",
        )
        with context.begin_transaction():
            context.run_migrations()


run()
