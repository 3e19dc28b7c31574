import * as aws from "@pulumi/aws";

const bucket = new aws.s3.Bucket("pictures");

export async function resize(event: any) {
  return event;
}

export async function sweep(event: any) {
  return event;
}

// want: storage -> resize source=bucket
bucket.onObjectCreated("resize", resize);
// want: schedule -> sweep
aws.cloudwatch.onSchedule("sweep", "rate(10 minutes)", sweep);
// want: total 2
export function plain(page: any) {
  page.onLoad("resize", resize);
}
