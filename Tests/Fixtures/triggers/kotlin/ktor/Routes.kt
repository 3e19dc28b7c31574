package shop

import io.ktor.server.application.*
import io.ktor.server.routing.*

// want: http -> shop.routes.GET / method=GET path=/orders
// want: http -> shop.routes.POST /{id} method=POST path=/orders/{id}
// want: duplex -> shop.routes.duplex /feed path=/feed
// want: total 3
fun Application.routes() {
  routing {
    route("/orders") {
      get("/") { call.respondText(list()) }
      post("/{id}") { call.respondText("") }
    }
    webSocket("/feed") { }
  }
}

fun list(): String = mapOf("a" to "b").get("a") ?: ""
