from app.config import NAME  # want: import app.config.NAME -> one/src/app/config.py
