variable "stage" {
  default = "dev"
}

resource "aws_lambda_function" "resize" {
  function_name = "resize-${var.stage}"
  handler       = "resize.handler" # the export
  runtime       = "python3.12"
  filename      = "${path.module}/resize.zip"
  timeout       = 30
  memory_size   = 512

  environment {
    variables = { BUCKET = aws_s3_bucket.photos.id }
  }
}

resource "aws_lambda_function" "report" {
  handler = "report.handler"
  runtime = "python3.12"
}

resource "aws_lambda_function" "consume" {
  handler = "consume.handler"
}

/* nobody
   starts it */
resource "aws_lambda_function" "idle" { handler = "idle.handler" }

resource "google_cloudfunctions2_function" "greet" {
  build_config {
    runtime     = "nodejs20"
    entry_point = "greet"
  }
  event_trigger {
    event_type   = "google.cloud.pubsub.topic.v1.messagePublished"
    pubsub_topic = google_pubsub_topic.t.id
  }
}
