use axum::{routing::{get, post}, Router};
use actix_web::web;

// want: http -> list method=GET path=/orders
// want: http -> create method=POST path=/orders
// want: http -> health method=GET path=/health
// want: !http -> plain
fn main() {
    let app = Router::new()
        .route("/orders", get(list).post(create));
    let _ = plain(&map.get("/x"));
}

async fn list() {}
async fn create() {}
fn plain(x: &str) {}

#[get("/health")]
async fn health() -> &'static str { "" }
