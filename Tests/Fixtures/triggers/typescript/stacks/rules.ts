import * as events from "aws-cdk-lib/aws-events";
import * as targets from "aws-cdk-lib/aws-events-targets";
import * as lambda from "aws-cdk-lib/aws-lambda";

export function stack(scope: any, api: any, http: any, other: any) {
  const report = new lambda.Function(scope, "Report", {
    handler: "report.run",
    code: lambda.Code.fromAsset("lambda"),
  });
  const nightly = new events.Rule(scope, "Nightly", { schedule: events.Schedule.expression("rate(1 day)") });
  // want: schedule -> - rule=ecma.cdk.target
  nightly.addTarget(new targets.LambdaFunction(report));
  const paid = new events.Rule(scope, "Paid", { eventPattern: { source: ["shop.orders"] } });
  // want: eventbus -> - rule=ecma.cdk.event-target source=paid
  paid.addTarget(new targets.LambdaFunction(report));
  // want: http -> - method=GET rule=ecma.cdk.method
  api.root.addMethod("GET", new LambdaIntegration(report));
  // want: http -> - path=/orders rule=ecma.cdk.routes
  http.addRoutes({ path: "/orders", methods: [HttpMethod.POST], integration: new HttpLambdaIntegration("I", report) });
  // want: total 5
  nightly.addTarget(new targets.SqsQueue(other));
}
