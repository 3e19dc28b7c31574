import dramatiq
from apscheduler.schedulers.blocking import BlockingScheduler
from apscheduler.triggers.cron import CronTrigger
from airflow.decorators import dag
from huey import crontab, huey

sched = BlockingScheduler()


# want: schedule -> jobs.nightly cron=0_3_*_*_* period=86400 rule=python.apscheduler.job
# want: schedule -> jobs.often period=300
# want: schedule -> jobs.weekly period=604800
# want: queue -> jobs.mail source=mails
# want: schedule -> jobs.clean period=60
# want: schedule -> jobs.flow period=86400
# want: !schedule -> jobs.asked
# want: !schedule -> jobs.plain
# want: total 6
@sched.scheduled_job("cron", hour=3)
def nightly():
    pass


def often():
    pass


def weekly():
    pass


sched.add_job(often, "interval", minutes=5)
sched.add_job(weekly, CronTrigger.from_crontab("0 0 * * 0"))


@dramatiq.actor(queue_name="mails")
def mail():
    pass


@huey.periodic_task(crontab(minute="*"))
def clean():
    pass


@dag(schedule="@daily")
def flow():
    pass


# Started by hand alone.
@dag(schedule=None)
def asked():
    pass


def plain():
    items.add("interval", minutes=5)
