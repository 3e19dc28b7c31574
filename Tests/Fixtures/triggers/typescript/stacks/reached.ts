import * as path from "path";
import * as apigw from "aws-cdk-lib/aws-apigateway";
import * as lambda from "aws-cdk-lib/aws-lambda";
import { NodejsFunction } from "aws-cdk-lib/aws-lambda-nodejs";
import { DynamoEventSource, S3EventSource } from "aws-cdk-lib/aws-lambda-event-sources";

export class ShopStack {
  readonly stock: lambda.Function;

  constructor(scope: any, bucket: any, table: any, project: any, queue: any) {
    const common = { runtime: lambda.Runtime.NODEJS_22_X, handler: "shop.count", timeout: 5 };
    this.stock = new lambda.Function(scope, "Stock", {
      ...common,
      code: lambda.Code.fromAsset(path.join(__dirname, "..", "lambda", "stock")),
      // want: storage -> - rule=ecma.cdk.storage
      events: [new S3EventSource(bucket, { events: ["created"] })],
    });
    const changes = new DynamoEventSource(table, { startingPosition: "LATEST" });
    // want: dbchange -> - rule=ecma.cdk.dbchange
    this.stock.addEventSource(changes);
    const live = new lambda.Alias(scope, "Live", { aliasName: "live", version: this.stock.currentVersion });
    // want: storage -> - rule=ecma.cdk.notification
    bucket.addEventNotification("created", new s3n.LambdaDestination(live), { suffix: ".pdf" });
    const handler: NodejsFunction = new NodejsFunction(scope, "mails");
    // want: http -> - rule=ecma.cdk.rest
    new apigw.LambdaRestApi(scope, "Api", { handler, proxy: true });
    const integration = new apigw.LambdaIntegration(live);
    const orders = api.root.addResource("orders");
    // want: http -> - rule=ecma.cdk.method method=GET path=/orders/{id}
    orders.addResource("{id}").addMethod("GET", integration);
    // want: queue -> - rule=ecma.cdk.mapping
    new lambda.EventSourceMapping(scope, "Mapping", { target: this.stock, eventSourceArn: queue.queueArn });
    // want: dbchange -> - rule=ecma.cdk.mapping-of
    handler.addEventSourceMapping("Rows", { eventSourceArn: table.tableStreamArn });
    // want: eventbus -> - rule=ecma.cdk.event
    project.onBuildSucceeded("Built", { target: new targets.LambdaFunction(handler) });
    // want: duplex -> - rule=ecma.cdk.socket
    const socket = new WebSocketLambdaIntegration("Socket", handler);
    // A machine of states that runs a function is not that function.
    const step = new tasks.LambdaInvoke(scope, "Step", { other: handler });
    const machine = new StateMachine(scope, "Machine", { definition: step });
    // want: !eventbus -> - rule=ecma.cdk.event-target
    rule.addTarget(new targets.SfnStateMachine(machine));
    // want: total 11
    // want: !direct -> - name=Plain
    const plain = new Function("return 1");
  }
}
