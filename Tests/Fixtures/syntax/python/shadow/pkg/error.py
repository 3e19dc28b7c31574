# A package does not see its own modules without dots, whatever they are called.
from pkg.error import here  # want: import pkg.error.here -> pkg/error.py
from error import there  # want: import-external error.there
from json.error import other  # want: import-external json.error.other

pairs = [later for key in () if (later := key)]
# want: unresolved 0
here = there
