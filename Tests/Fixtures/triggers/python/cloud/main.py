import azure.functions as func
import functions_framework
from aiohttp import web
from aws_lambda_powertools.event_handler import APIGatewayRestResolver
from firebase_functions import scheduler_fn

app = func.FunctionApp()
resolver = APIGatewayRestResolver()
routes = web.RouteTableDef()


# want: http -> main.hello method=GET path=/hello rule=python.azure.route
# want: schedule -> main.clean cron=0_*/5_*_*_*_* period=300
# want: http -> main.front rule=python.gcp.http
# want: eventbus -> main.event
# want: http -> main.orders method=GET path=/orders
# want: http -> main.page method=GET path=/page
# want: schedule -> main.daily period=86400
# want: !http -> main.plain
@app.route(route="hello", methods=["GET"])
def hello(req):
    pass


@app.timer_trigger(arg_name="timer", schedule="0 */5 * * * *")
def clean(timer):
    pass


@functions_framework.http
def front(request):
    pass


@functions_framework.cloud_event
def event(e):
    pass


@resolver.get("/orders")
def orders():
    pass


@routes.get("/page")
async def page(request):
    pass


@scheduler_fn.on_schedule(schedule="every day 00:00")
def daily(e):
    pass


@other.http
def plain(request):
    pass
