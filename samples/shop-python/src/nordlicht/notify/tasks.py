"""Mails, sent by the workers of Celery."""

import logging
import smtplib
from email.message import EmailMessage

from celery import Celery

from nordlicht.common.database import transaction
from nordlicht.common.settings import settings
from nordlicht.notify.models import EmailLog
from nordlicht.notify.templates import render

log = logging.getLogger(__name__)

celery = Celery("nordlicht", broker=settings().broker_url)
celery.conf.task_routes = {"notify.*": {"queue": "emails"}}
celery.conf.task_acks_late = True


def deliver(recipient: str, subject: str, body: str) -> None:
    message = EmailMessage()
    message["From"] = settings().mail_from
    message["To"] = recipient
    message["Subject"] = subject
    message.set_content(body)
    with smtplib.SMTP(settings().smtp_host, settings().smtp_port, timeout=10) as server:
        server.send_message(message)


# @trigger queue source=emails batch=10 timeout=30s duration_ms=400
@celery.task(name="notify.send_email", autoretry_for=(OSError,), retry_backoff=True, max_retries=5)
def send_email(recipient: str, template: str, values: dict[str, str]) -> None:
    subject, body = render(template, values)
    try:
        deliver(recipient, subject, body)
        status = "sent"
    except smtplib.SMTPRecipientsRefused:
        log.warning("nobody is called %s", recipient)
        status = "refused"
    with transaction() as session:
        session.add(EmailLog(recipient=recipient, template=template, status=status))
