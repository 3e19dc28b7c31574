import Foundation
import Testing

/// The acceptance vectors of the criteria, from source to verdict.
@Suite struct VectorTests {
  private func findings(
    _ files: [String: String], _ options: [String] = []
  ) throws -> [Vector.Finding] {
    try Vector.findings(files, options)
  }

  private func finding(
    _ symbol: String, in files: [String: String], _ options: [String] = []
  ) throws -> Vector.Finding {
    try Vector.finding(symbol, in: files, options)
  }

  @Test func `V1: resizing an image on upload is a function`() throws {
    let resize = try finding(
      "resize",
      in: [
        "resize.py": """
        from PIL import Image

        # @trigger storage source="s3://uploads" memory=512MB duration_ms=800 rps=0.2
        def resize(event):
            return Image.open(event["key"]).resize((10, 10))

        """
      ])
    #expect(resize.verdict == "function" && resize.rule == "D12")
    // Its library is told, with its place, and takes five points of the ninety.
    let library = try #require(resize.reasons.first { $0.id == "B11" })
    #expect(library.points == -5 && library.places.first?.line == 1)
    #expect(resize.score == 95)
    #expect((resize.outlook?.coldStart?.milliseconds ?? 0) == 86 + 35 * 12)
  }

  private static let login = """
    // @trigger http method=POST path=/login rps=0.01 duration_ms=80
    function login(req, res) {
      BODY
      return check(req.body.name, req.body.password);
    }

    function check(name, password) {
      return name.length > 0 && password.length > 8;
    }

    """

  @Test func `V2: a seldom used login is a function`() throws {
    let login = try finding(
      "login", in: ["login.js": Self.login.replacing("  BODY\n", with: "")])
    #expect(login.verdict == "function")
    #expect(login.reasons.contains { $0.id == "F2" && $0.points == 20 })
  }

  @Test func `V3: a login that keeps a session is a container, and what would be without`() throws {
    let login = try finding(
      "login", in: ["login.js": Self.login.replacing("BODY", with: "req.session.name = 1;")])
    #expect(login.verdict == "container-service" && login.rule == "D9")
    #expect(login.whatIf == "function")
    let session = try #require(login.blockers.first { $0.id == "B2" })
    #expect(session.places.first?.line == 3 && session.hint != nil)
  }

  @Test func `V4: a schedule that writes what others write stays, also through an interface`()
    throws
  {
    let order = """
      package shop;
      import org.apache.ibatis.annotations.Insert;
      import org.apache.ibatis.annotations.Update;
      interface OrderService { void cancelTimeOut(); }
      interface OrderMapper {
        @Update("update oms_order set status = 4")
        int close();
        @Insert("insert into oms_order (id) values (1)")
        int add();
      }
      class OrderServiceImpl implements OrderService {
        private OrderMapper mapper;
        @Override public void cancelTimeOut() { mapper.close(); }
      }
      class CartService {
        private OrderMapper mapper;
        void buy() { mapper.add(); }
      }

      """
    let task = """
      package shop;
      import org.springframework.scheduling.annotation.Scheduled;
      import org.springframework.scheduling.annotation.EnableScheduling;
      @EnableScheduling
      class OrderTimeOutCancelTask {
        private OrderService orders;
        @Scheduled(cron = "0 0/10 * ? * ?")
        private void cancelTimeOutOrder() { orders.cancelTimeOut(); }
      }

      """
    let cancel = try finding(
      "cancelTimeOutOrder", in: ["src/Order.java": order, "src/Task.java": task])
    #expect(cancel.verdict == "keep" && cancel.rule == "D2")
    #expect(cancel.whatIf == "function")
  }

  @Test func `V6: a loop with a pause is told, with what to declare, and not flagged`() throws {
    let folder = try Folder([
      "Grace.cs": """
      using Microsoft.Extensions.Hosting;
      using System.Threading.Tasks;
      public class GracePeriodManagerService : BackgroundService {
        protected override async Task ExecuteAsync(CancellationToken stop) {
          while (!stop.IsCancellationRequested) {
            Check();
            await Task.Delay(_settings.CheckUpdateTime, stop);
          }
        }
        void Check() { }
      }

      """,
      "a.py": Vector.events,
    ])
    let result = try Program.run(
      "serverless", folder.path, "--no-cache", "--no-history")
    #expect(result.output.contains("daemon in ExecuteAsync, Grace.cs"), "\(result.output)")
    #expect(result.output.contains("declare it as a schedule"), "\(result.output)")
  }

  @Test func `V7: the clock of an event loop stays in its process`() throws {
    let loop = """
      #include "ae.h"
      int serverCron(void) { return 100; }
      int main(void) {
        aeCreateTimeEvent(0, 1, serverCron, 0, 0);
        aeMain(0);
        return 0;
      }

      """
    let head = "int aeCreateTimeEvent(int, int, int (*)(void), int, int);\nvoid aeMain(int);\n"
    #expect(try findings(["ae.h": head, "server.c": loop]).isEmpty)
    // Declared, it is a container all the same.
    let declared = loop.replacing(
      "int serverCron", with: "// @trigger schedule rate=1s\nint serverCron")
    let clock = try finding("serverCron", in: ["ae.h": head, "server.c": declared])
    #expect(clock.verdict == "container-service" && clock.rule == "D6")
  }

  @Test func `V10: every second is a container`() throws {
    let tick = try finding(
      "tick",
      in: [
        "Tick.java": """
        import org.springframework.scheduling.annotation.*;
        @EnableScheduling
        class Tick {
          @Scheduled(fixedRate = 1000)
          void tick() { }
        }

        """
      ])
    #expect(tick.verdict == "container-service" && tick.rule == "D6")
  }

  private static func request(_ pairs: String, body: String = "return 1") -> [String: String] {
    ["api.py": "# @trigger http path=/x \(pairs)\ndef handle(event):\n    \(body)\n"]
  }

  @Test func `V11: a request of 45 seconds is a container, with a hint`() throws {
    let export = try finding("handle", in: Self.request("duration_ms=45000"))
    #expect(export.verdict == "container-service" && export.rule == "D8")
    #expect(export.reasons.first?.hint?.contains("queue") == true)
  }

  @Test func `V12: a steady high rate is cheaper in a container`() throws {
    let busy = try finding("handle", in: Self.request("memory=1GB duration_ms=100 rps=20"))
    #expect(busy.verdict == "container-service" && busy.rule == "D10")
    let rate = try #require(busy.outlook?.cost?.breakEvenRate)
    #expect((4.6...4.8).contains((rate * 10).rounded() / 10), "\(rate)")
  }

  @Test func `V13: the same at half a request a second is a function`() throws {
    let calm = try finding("handle", in: Self.request("memory=1GB duration_ms=100 rps=0.5"))
    #expect(calm.verdict == "function")
  }

  @Test func `V14: a small application stays whole`() throws {
    let folder = try Folder(Self.request("duration_ms=100 rps=0.01"))
    let result = try Program.run(
      "serverless", folder.path, "--format", "tsv", "--no-cache", "--no-history")
    #expect(result.output == "api.py\t2\thandle\thttp\tkeep\n")
  }

  @Test func `V15: functions of a template are what they are, and queues for failures no triggers`()
    throws
  {
    let template = """
      Transform: AWS::Serverless-2016-10-31
      Resources:
        OnCreated:
          Type: AWS::Serverless::Function
          Properties:
            CodeUri: src/
            Handler: main.handler
            Runtime: python3.13
            DeadLetterQueue: {Type: SQS, TargetArn: !GetAtt Failed.Arn}
            EventInvokeConfig:
              DestinationConfig:
                OnFailure: {Type: SQS, Destination: !GetAtt Failed.Arn}
            Events:
              Created:
                Type: CloudWatchEvent
                Properties: {Pattern: {source: [orders]}}
        Failed:
          Type: AWS::SQS::Queue

      """
    let all = try findings([
      "template.yaml": template, "src/main.py": "def handler(event, context):\n    return 1\n",
    ])
    #expect(all.map(\.kind) == ["eventbus"])
    #expect(all.first?.reasons.contains { $0.id == "F10" && $0.points == 20 } == true)
    #expect(all.first?.verdict == "function")
  }

  @Test func `V17: an interface of a client is no trigger`() throws {
    let all = try findings([
      "Client.java": """
      import org.springframework.cloud.openfeign.FeignClient;
      import org.springframework.web.bind.annotation.GetMapping;
      @FeignClient("stock")
      interface StockClient {
        @GetMapping("/stock")
        int stock();
      }

      """
    ])
    #expect(all.isEmpty)
  }

  @Test func `V18: what AsyncAPI 2 publishes is received, what it subscribes to is sent`() throws {
    let contract = """
      asyncapi: 2.6.0
      info: {title: t, version: '1'}
      servers: {main: {url: x, protocol: amqp}}
      channels:
        orders:
          publish: {operationId: onOrder, message: {payload: {type: object}}}
        mails:
          subscribe: {operationId: sendMail, message: {payload: {type: object}}}

      """
    let all = try findings([
      "asyncapi.yaml": contract,
      "app.py": "def onOrder(message):\n    pass\n\n\ndef sendMail(message):\n    pass\n",
    ])
    #expect(all.map(\.symbol) == ["onOrder"] && all.map(\.kind) == ["queue"])
  }

  @Test func `V20: a comment silences a route`() throws {
    let source = """
      #include <crow.h>
      int main() {
        crow::SimpleApp app;
        CROW_ROUTE(app, "/kept")([] { return 1; });
        CROW_ROUTE(app, "/silent")([] {
          // @trigger none
          return 2;
        });
      }

      """
    let all = try findings(["main.cpp": source])
    #expect(all.count == 1, "\(all)")
  }

  @Test func `V21: what needs a graphics processor is a job`() throws {
    let train = try finding(
      "train",
      in: [
        "train.py": """
        import torch

        # @trigger queue source=models
        def train(message):
            return torch.cuda.is_available()

        """
      ])
    #expect(train.verdict == "container-job" && train.rule == "D7")
    #expect(train.blockers.contains { $0.id == "B12" && $0.places.first?.line == 5 })
  }

  @Test func `B19: a language without a runtime at the provider costs points`() throws {
    let source =
      "# @trigger queue source=parcels duration_ms=100 rps=0.01\ndef take(item)\n  item\nend\n"
    let known = try finding("take", in: ["take.rb": source])
    #expect(!known.reasons.contains { $0.id == "B19" })
    let unknown = try finding(
      "take", in: ["take.rb": source, "cleave.yml": "version: 1\nprovider: azure-flex\n"])
    let points = unknown.reasons.first { $0.id == "B19" }?.points
    #expect(points == -10)
    // More than 100 points are 100.
    #expect(try #require(unknown.score) < #require(known.score))
  }

  @Test func `a message to a mediator is a call of what listens to it`() throws {
    let source = """
      using MediatR;
      using RabbitMQ.Client;
      namespace Shop;
      public record Confirm(int Id) : IRequest<bool>;
      public class ConfirmHandler : IRequestHandler<Confirm, bool>
      {
          private readonly Database _database;
          public Task<bool> Handle(Confirm command, CancellationToken stop)
          {
              _database.Execute("UPDATE orders SET confirmed = 1");
              return Task.FromResult(true);
          }
      }
      public class Other
      {
          private readonly Database _database;
          public void Remove() { _database.Execute("DELETE FROM orders"); }
      }
      public class StockConfirmed {}
      public class StockConfirmedHandler : IIntegrationEventHandler<StockConfirmed>
      {
          private readonly IMediator _mediator;
          public async Task Handle(StockConfirmed happened)
          {
              await _mediator.Send(new Confirm(1));
          }
      }

      """
    let all = try findings(["Shop.cs": source])
    let handler = try #require(all.first { $0.kind == "queue" })
    #expect(handler.verdict == "keep" && handler.rule == "D2", "\(handler)")
  }

  @Test func `m3: a function that calls another is deployed with it`() throws {
    let lines = (0..<20).map { "    total += \($0)\n" }.joined()
    let source = """
      # @trigger queue source=orders duration_ms=100 rps=0.01
      def pack(item):
          total = 0
      \(lines)    return count(item) + total

      # @trigger queue source=stock duration_ms=100 rps=0.01
      def count(item):
          return 1

      # @trigger queue source=mails duration_ms=100 rps=0.01
      def mail(item):
          return 2

      """
    let all = try findings(["work.py": source])
    func unit(_ name: String) -> [String] { all.first { $0.symbol == name }?.unit ?? [] }
    #expect(unit("pack") == ["work.py#work.count@queue", "work.py#work.pack@queue"])
    #expect(unit("count") == unit("pack"))
    #expect(unit("mail").isEmpty)
  }

  @Test func `V22: a large library makes the first answer late`() throws {
    let late = try finding(
      "handle",
      in: [
        "api.py": """
        import numpy
        import reportlab

        # @trigger http path=/x latency_ms=300 rps=0.01 duration_ms=50
        def handle(event):
            return numpy.zeros(3)

        """
      ])
    #expect(late.verdict == "container-service" && late.rule == "D11")
    #expect((late.outlook?.coldStart?.milliseconds ?? 0) == 86 + 35 * 60)
  }
}
