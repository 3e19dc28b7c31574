use actix_web::{get, web, HttpRequest, HttpResponse};
use actix_ws;
use axum::extract::ws::WebSocketUpgrade;

// want: duplex -> feed path=/feed rule=rust.actix.route
// want: duplex -> chat path=/chat rule=rust.attribute
// want: duplex -> live path=/live
// want: http -> show path=/show
// want: !http -> feed
// want: !duplex -> show
pub fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(web::resource("/feed").route(web::get().to(feed)));
    cfg.service(web::resource("/show").route(web::get().to(show)));
    let router = Router::new().route("/live", get(live));
}

async fn feed(request: HttpRequest, body: web::Payload) -> HttpResponse {
    let (response, session, stream) = actix_ws::handle(&request, body)?;
    response
}

#[get("/chat")]
async fn chat(request: HttpRequest, body: web::Payload) -> HttpResponse {
    ws::start(Chat {}, &request, body)
}

async fn live(upgrade: WebSocketUpgrade) -> HttpResponse {
    upgrade.on_upgrade(talk)
}

async fn show() -> HttpResponse {
    other::start(1)
}
