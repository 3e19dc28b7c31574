import Queues
import Vapor

// A client, a dictionary and a text declare nothing.
// want: none
func plain(client: Client, names: Names) {
  client.get("orders")
  names.post("x")
  print("app.get(x) { }")
}
