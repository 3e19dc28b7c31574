import { handlerPath } from "@libs/handler-resolver";

export default {
  handler: `${handlerPath(__dirname)}/main.create`,
  events: [{ http: { method: "post", path: "orders" } }],
};
