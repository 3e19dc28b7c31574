NAME = "two"  # want: declare constant two.app.config.NAME definition
