import Vapor
import Queues

// want: http -> routes.GET health method=GET path=/health
// want: http -> Orders.list method=GET path=/orders
// want: http -> Orders.show method=GET path=/orders/:id
// want: queue -> Mail.dequeue
// want: schedule -> Report.run cron=0_0_*_*_* period=86400
func routes(_ app: Application) throws {
  app.get("health") { req in
    list["x"].get("y") ?? ""
  }
  let orders = app.grouped("orders")
  let controller = Orders()
  orders.get(use: controller.list)
  orders.get(":id", use: controller.show)
  app.queues.add(Mail())
  app.queues.schedule(Report()).daily().at(.midnight)
}

struct Orders {
  func list(req: Request) -> String { "" }
  func show(req: Request) -> String { "" }
}

struct Mail: AsyncJob {
  func dequeue() async throws {}
}

struct Report: AsyncScheduledJob {
  func run() async throws {}
}
