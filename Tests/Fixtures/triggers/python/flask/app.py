from flask import Flask
from .orders import bp
import requests

app = Flask(__name__)
app.register_blueprint(bp, url_prefix="/api")


# want: http -> app.index method=ANY path=/
# want: http -> app.login method=POST path=/login
# want: http -> app.late method=GET path=/late
# want: total 3
@app.route("/")
def index():
    return "@app.route('/text')"


@app.route("/login", methods=["POST"])
def login():
    return requests.get("/elsewhere")


def late():
    return ""


app.add_url_rule("/late", view_func=late, methods=["GET"])
