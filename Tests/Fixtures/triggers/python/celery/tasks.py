from celery import Celery, shared_task
from celery.schedules import crontab
from datetime import timedelta

app = Celery("shop")


# want: queue -> tasks.mail source=mails
# want: queue -> tasks.report source=celery
# want: schedule -> tasks.report period=86400 name=nightly
# want: schedule -> tasks.mail period=30
# want: schedule -> tasks.clean period=3600
# want: !queue -> tasks.helper
@shared_task(queue="mails")
def mail():
    pass


@app.task
def report():
    pass


@app.task(name="shop.clean")
def clean():
    pass


def helper():
    pass


app.conf.beat_schedule = {
    "nightly": {"task": "tasks.report", "schedule": crontab(hour=3, minute=0)},
    "mails": {"task": "tasks.mail", "schedule": 30.0},
    "clean": {"task": "shop.clean", "schedule": timedelta(hours=1)},
}
