NAME = "one"  # want: declare constant app.config.NAME definition
