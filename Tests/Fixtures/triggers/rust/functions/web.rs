use lambda_http::{run, service_fn, Body, Request, Response};

// want: http -> web::answer rule=rust.lambda.http
// want: total 1
async fn answer(request: Request) -> Result<Response<Body>, Error> {
    plain(request)
}

fn plain(request: Request) -> Result<Response<Body>, Error> {
    Ok(Response::new(Body::Empty))
}

#[tokio::main]
async fn main() -> Result<(), Error> {
    run(service_fn(answer)).await
}
