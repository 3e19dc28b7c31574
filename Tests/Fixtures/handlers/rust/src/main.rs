use lambda_runtime::{run, service_fn, Error, LambdaEvent};

async fn count(event: LambdaEvent<String>) -> Result<String, Error> { Ok(event.payload) }

#[tokio::main]
async fn main() -> Result<(), Error> { run(service_fn(count)).await }
