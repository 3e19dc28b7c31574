use aws_lambda_events::event::sqs::SqsEvent;
use lambda_runtime::LambdaEvent;
use worker::*;

// want: queue -> handle rule=rust.lambda.event
// want: schedule -> nightly rule=rust.worker.event
// want: !queue -> helper
// want: direct -> raw rule=rust.lambda.start
// want: !direct -> helper
// want: total 3
async fn handle(event: LambdaEvent<SqsEvent>) -> Result<(), Error> {
    helper(event.payload.records)
}

fn helper(records: Vec<SqsMessage>) {}

#[event(scheduled)]
async fn nightly(event: ScheduledEvent2, env: Env) {}

async fn raw(event: LambdaEvent<Value>) -> Result<Value, Error> {
    helper(vec![]);
    Ok(event.payload)
}

#[tokio::main]
async fn main() -> Result<(), Error> {
    lambda_runtime::run(lambda_runtime::service_fn(raw)).await
}
