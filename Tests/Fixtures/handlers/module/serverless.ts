import create from "./src/functions/create";

export default {
  service: "orders",
  provider: { name: "aws", runtime: "nodejs22.x" },
  functions: { create, report: { handler: "src/report.run", events: [{ schedule: "rate(1 day)" }] } },
};
