from firebase_functions import db_fn, firestore_fn, identity_fn, remote_config_fn, tasks_fn
from firebase_functions.alerts import crashlytics_fn

# want: identity -> main.check_mail
# want: identity -> main.check_login
# want: dbchange -> main.on_order
# want: dbchange -> main.on_price
# want: dbchange -> main.on_row
# want: queue -> main.resize
# want: eventbus -> main.configured
# want: eventbus -> main.crashed


@identity_fn.before_user_created()
def check_mail(event):
    pass


@identity_fn.before_user_signed_in()
def check_login(event):
    pass


@firestore_fn.on_document_created(document="orders/{id}")
def on_order(event):
    pass


@firestore_fn.on_document_written_with_auth_context(document="prices/{id}")
def on_price(event):
    pass


@db_fn.on_value_created(reference="/rows/{id}")
def on_row(event):
    pass


@tasks_fn.on_task_dispatched()
def resize(request):
    pass


@remote_config_fn.on_config_updated()
def configured(event):
    pass


@crashlytics_fn.on_new_fatal_issue_published()
def crashed(event):
    pass
