import logging  # want: import-external logging
