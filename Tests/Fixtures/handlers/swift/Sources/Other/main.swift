import AWSLambdaRuntime

let runtime = LambdaRuntime { (event: Int, context: LambdaContext) in event }
try await runtime.run()
