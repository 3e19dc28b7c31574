import AWSLambdaRuntime

let runtime = LambdaRuntime { (event: String, context: LambdaContext) in event }
try await runtime.run()
