"""Settings from the environment, prefix ``SHOP_``."""

from datetime import timedelta
from functools import lru_cache

from pydantic import SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class Settings(BaseSettings):
    # Not frozen: the maintenance page of the administrators sets values at run time.
    model_config = SettingsConfigDict(env_prefix="SHOP_", env_file=".env")

    database_url: str = "sqlite:///shop.db"
    broker_url: str = "redis://localhost:6379/0"
    signing_key: SecretStr = SecretStr("change me")
    webhook_secret: SecretStr = SecretStr("")

    maintenance: bool = False
    free_shipping_from_cents: int = 8_000
    unpaid_orders_expire_after: timedelta = timedelta(hours=2)
    session_lifetime: timedelta = timedelta(days=30)

    gateway_url: str = "https://gateway.payments.example"
    upload_folder: str = "/srv/shop/uploads"
    smtp_host: str = "localhost"
    smtp_port: int = 25
    mail_from: str = "shop@nordlicht.example"

    warehouse_enabled: bool = True
    warehouse_host: str = "warehouse.internal"
    warehouse_port: int = 9191
    warehouse_poll_seconds: float = 5.0


@lru_cache
def settings() -> Settings:
    return Settings()
