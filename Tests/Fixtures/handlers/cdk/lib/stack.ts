import * as cdk from "aws-cdk-lib";
import * as lambda from "aws-cdk-lib/aws-lambda";
import * as events from "aws-cdk-lib/aws-events";
import * as targets from "aws-cdk-lib/aws-events-targets";
import * as s3n from "aws-cdk-lib/aws-s3-notifications";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";

export class ShopStack extends cdk.Stack {
  constructor(scope: any, id: string, queue: any, bucket: any) {
    super(scope, id);
    const mails = new lambda.Function(this, "Mails", {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: "mails.send",
      code: lambda.Code.fromAsset("cdk/lambda"),
    });
    mails.addEventSource(new SqsEventSource(queue, { batchSize: 5 }));
    const report = new lambda.Function(this, "Report", {
      runtime: lambda.Runtime.NODEJS_22_X,
      handler: "report.nightly",
      code: lambda.Code.fromAsset("cdk/lambda"),
    });
    new events.Rule(this, "Nightly", {
      schedule: events.Schedule.rate(cdk.Duration.days(1)),
      targets: [new targets.LambdaFunction(report)],
    });
    bucket.addEventNotification("created", new s3n.LambdaDestination(report));
  }
}
