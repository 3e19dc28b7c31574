import * as lambda from "aws-cdk-lib/aws-lambda";
import { SqsEventSource } from "aws-cdk-lib/aws-lambda-event-sources";

export function stack(scope: any, queue: any) {
  // want: direct -> -
  const mails = new lambda.Function(scope, "Mails", {
    runtime: lambda.Runtime.NODEJS_22_X,
    handler: "mails.send",
    code: lambda.Code.fromAsset("lambda"),
  });
  // want: queue -> - source=queue
  mails.addEventSource(new SqsEventSource(queue));
  // Functions of the language are no functions of the platform.
  // want: total 2
  const plain = new Function("return 1");
  return plain;
}
