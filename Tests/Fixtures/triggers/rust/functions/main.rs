use aws_lambda_events::event::sqs::SqsEvent;
use lambda_runtime::LambdaEvent;
use worker::*;

// want: queue -> handle rule=rust.lambda.event
// want: schedule -> nightly rule=rust.worker.event
// want: !queue -> helper
// want: total 2
async fn handle(event: LambdaEvent<SqsEvent>) -> Result<(), Error> {
    helper(event.payload.records)
}

fn helper(records: Vec<SqsMessage>) {}

#[event(scheduled)]
async fn nightly(event: ScheduledEvent2, env: Env) {}
