import type { AWS } from "@serverless/typescript";
import create from "@functions/create";
import { nightly, missing } from "./src/functions";
import { timeouts as limits } from "./src/limits";

// What is shared.
const region: string = "eu-central-1";

const configuration: AWS = {
  service: `orders`,
  frameworkVersion: "3",
  provider: { name: "aws", runtime: "nodejs22.x", region, timeout: limits.usual },
  functions: {
    create,
    nightly,
    "list-orders": {
      handler: "src/list.handler",
      events: [
        { httpApi: "GET /orders" },
        { sqs: { arn: "arn:aws:sqs:eu-central-1:1:parcels", batchSize: 5 } },
      ],
    },
    ...{ extra: { handler: 'src/extra.handler' } },
    missing,
    computed: makeFunction("x"),
  },
  package: { individually: true },
} satisfies AWS;

module.exports = configuration;
