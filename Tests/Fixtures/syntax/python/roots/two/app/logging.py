X = 1  # want: declare constant two.app.logging.X definition
