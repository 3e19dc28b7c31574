import AWSLambdaEvents
import AWSLambdaRuntime

// want: queue -> Handler.handle rule=swift.lambda.event
// want: !queue -> Handler.helper
struct Handler {
  func handle(_ event: SQSEvent, context: LambdaContext) async throws { helper(event.records) }
  func helper(_ records: [SQSMessage]) {}
}
