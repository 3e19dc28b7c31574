from chalice import Chalice, Rate

app = Chalice(app_name="shop")


# want: http -> app.index method=GET path=/ rule=python.chalice.route
# want: storage -> app.resize source=uploads
# want: queue -> app.mail source=mails batch=5
# want: schedule -> app.clean period=300
# want: !queue -> app.plain
# want: total 4
@app.route("/")
def index():
    pass


@app.on_s3_event(bucket="uploads", events=["s3:ObjectCreated:*"])
def resize(event):
    pass


@app.on_sqs_message(queue="mails", batch_size=5)
def mail(event):
    pass


@app.schedule(Rate(5, unit=Rate.MINUTES))
def clean(event):
    pass


def plain(event):
    pass
