"use strict";
const { mail } = require("./mail");

module.exports = {
  service: "old",
  provider: { name: "aws", runtime: "nodejs18.x" },
  functions: {
    hello: { handler: "handler.hello", events: [{ http: "GET hello" }] },
    mail,
  },
};
