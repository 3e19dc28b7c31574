# Two packages are called so, and none is nearer.
import app.config  # want: import-external app.config
import lib.tool  # want: import lib.tool -> three/lib/tool.py
