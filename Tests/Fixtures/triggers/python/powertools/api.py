from aws_lambda_powertools.event_handler import APIGatewayRestResolver
from aws_lambda_powertools.utilities.data_classes import SQSEvent, event_source

app = APIGatewayRestResolver()


# want: http -> api.order path=/orders
@app.get("/orders")
def order():
    return {}


# want: queue -> api.consume
@event_source(data_class=SQSEvent)
def consume(event, context):
    return None


# want: total 2
def plain(client):
    return client.get("/orders")
