from aws_cdk import aws_apigateway as apigateway
from aws_cdk import aws_events as events
from aws_cdk import aws_events_targets as targets
from aws_cdk import aws_lambda as _lambda
from aws_cdk.aws_lambda_event_sources import KinesisEventSource


class StockStack:
    def build(self, stream, api):
        common = dict(runtime=_lambda.Runtime.PYTHON_3_12, handler="stock.count")
        stock = _lambda.Function(
            self, "Stock", **common, code=_lambda.Code.from_asset(path.join("lambda", "stock")))
        clicks = KinesisEventSource(
            stream=stream,
            starting_position=_lambda.StartingPosition.LATEST,
        )
        # want: stream -> - rule=python.cdk.stream
        stock.add_event_source(clicks)
        live = _lambda.Alias(self, "Live", alias_name="live", version=stock.current_version)
        integration = apigateway.LambdaIntegration(live, proxy=True)
        # want: http -> - rule=python.cdk.method path=/stock method=POST
        api.root.add_resource("stock").add_method("POST", integration)
        # want: http -> - rule=python.cdk.url
        stock.add_function_url()
        # Fields that are not given are all of them.
        # want: schedule -> - rule=python.cdk.schedule cron=*_4_*_*_* period=60
        events.Rule(
            self, "Hour", schedule=events.Schedule.cron(hour="4"),
            targets=[targets.LambdaFunction(stock)])
        # want: total 5
        inline = _lambda.Function(
            self, "Inline", handler="index.run", code=_lambda.Code.from_inline("def run(): pass"))
