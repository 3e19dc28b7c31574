new sst.aws.Cron("Nightly", { schedule: "rate(1 day)", job: "src/nightly.handler" });
const queue = new sst.aws.Queue("Parcels");
queue.subscribe("src/parcels.take");
