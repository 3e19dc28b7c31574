/// <reference path="./.sst/platform/config.d.ts" />

// want: schedule -> - rate=86400s
// want: schedule -> - cron=cron(0_3_*_*_?_*) period=86400
// want: http -> - rule=ecma.sst.url
// want: direct -> - rule=ecma.sst.function
// want: queue -> - rule=ecma.sst.subscribe
// want: topic -> - rule=ecma.sst.subscribe
// want: storage -> - rule=ecma.sst.subscribe
// want: http -> - rule=ecma.sst.route path=/orders method=GET
// want: duplex -> - path=/$connect
// want: total 9
export default $config({
  app() {
    return { name: "shop", home: "aws" };
  },
  async run() {
    new sst.aws.Cron("Daily", { schedule: "rate(1 day)", job: "src/report.handler" });
    new sst.aws.Cron("Nightly", {
      schedule: "cron(0 3 * * ? *)",
      function: { handler: "src/nightly.handler", timeout: "60 seconds" },
    });
    new sst.aws.Function("Login", { url: true, handler: "src/login.handler" });
    new sst.aws.Function("Idle", { handler: "src/idle.handler" });
    const queue = new sst.aws.Queue("Parcels");
    queue.subscribe("src/parcels.handler");
    new sst.aws.SnsTopic("Mails").subscribe("Mailer", "src/mails.handler");
    const bucket = new sst.aws.Bucket("Photos");
    bucket.notify({
      notifications: [{ name: "Resize", function: "src/resize.handler", events: ["s3:ObjectCreated:*"] }],
    });
    const api = new sst.aws.ApiGatewayV2("Api");
    api.route("GET /orders", "src/orders.list");
    const socket = new sst.aws.ApiGatewayWebSocket("Feed");
    socket.route("$connect", "src/feed.connect");
    // Neither a construction of the platform nor a handler of it.
    const plain = new Queue("plain");
    events.subscribe("src/other.handler");
    router.route("/orders").get("x");
  },
});
