import Hummingbird
import Jobs

// want: http -> build.GET list method=GET path=/orders/list rule=swift.hummingbird.route
// want: http -> build.POST method=POST path=/orders
// want: !http -> plain
func build() -> Router<BasicRequestContext> {
  let router = Router()
  let orders = router.group("orders")
  orders.get("list") { request, context in plain() }
  orders.post { request, context in "" }
  cache.get("list") { plain() }
  return router
}

func plain() -> String { "" }
