from aws_cdk import aws_lambda as _lambda
from aws_cdk.aws_lambda_event_sources import SqsEventSource


class ShopStack:
    def build(self, queue):
        # want: direct -> -
        mails = _lambda.Function(
            self,
            "Mails",
            runtime=_lambda.Runtime.PYTHON_3_12,
            handler="mails.send",
            code=_lambda.Code.from_asset("lambda"),
        )
        # want: queue -> - source=queue
        mails.add_event_source(SqsEventSource(queue))

    # want: total 2
    def plain(self, factory):
        return factory.Function("x")
