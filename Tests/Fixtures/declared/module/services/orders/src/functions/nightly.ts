export default {
  handler: "src/nightly.run",
  events: [{ schedule: "rate(1 day)" }],
} as const;
