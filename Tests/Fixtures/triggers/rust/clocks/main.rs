use tokio_cron_scheduler::{Job, JobScheduler};

// want: schedule -> main.schedule 0 0 * * * * cron=0_0_*_*_*_* period=3600
// want: !schedule -> plain
// want: total 1
async fn main() {
    let scheduler = JobScheduler::new().await?;
    scheduler.add(Job::new_async("0 0 * * * *", |id, lock| Box::pin(async move { plain() }))?).await?;
    other.add(Task::new_async("0 0 * * * *", plain));
}

fn plain() {}
