from app.config import NAME  # want: import app.config.NAME -> two/app/config.py
