use actix_web::{web, HttpResponse};

// want: http -> list method=GET path=/orders
// want: http -> create method=POST path=/orders
// want: http -> remove method=DELETE path=/orders/{id}
// want: http -> show method=GET path=/orders/{id}
// want: http -> ping method=GET path=/PING
// want: total 5
pub fn configure(cfg: &mut web::ServiceConfig) {
    cfg.service(
        web::scope("/orders")
            .service(
                web::resource("")
                    .route(web::get().to(list))
                    .route(web::post().to(SeqHandler(create))),
            )
            .service(
                web::resource("/{id}")
                    .route(web::get().to(show))
                    .route(web::delete().to(remove)),
            ),
    );
    cfg.service(web::resource(PING).route(web::get().to(ping)));
    let _ = plain.to(list);
}

async fn list() {}
async fn create() {}
async fn show() {}
async fn remove() {}
async fn ping() {}
