use std::time::Duration;

// want: implied schedule -> clock::sweep
async fn sweep() {
    let mut clock = tokio::time::interval(Duration::from_secs(60));
    clock.tick().await;
}

// want: total 1
fn plain(line: Line) {
    line.interval(3);
}
