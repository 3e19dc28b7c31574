# A build file inside a package makes no place of it where the library's modules could be.
from io import StringIO  # want: import-external io.StringIO
from engine.io import StringIO as Own  # want: import engine.io.StringIO -> engine/io/__init__.py
from table import Table  # want: import table.Table -> engine/table.py
