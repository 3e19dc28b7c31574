resource "aws_s3_bucket_notification" "uploads" {
  bucket = aws_s3_bucket.photos.id
  lambda_function {
    lambda_function_arn = aws_lambda_function.resize.arn
    events              = ["s3:ObjectCreated:*"]
    filter_suffix       = ".jpg"
  }
  lambda_function {
    lambda_function_arn = aws_lambda_function.report.arn
    events              = ["s3:ObjectRemoved:*"]
  }
}

resource "aws_cloudwatch_event_rule" "nightly" {
  schedule_expression = "rate(1 day)"
}

resource "aws_cloudwatch_event_target" "nightly" {
  rule = aws_cloudwatch_event_rule.nightly.name
  arn  = aws_lambda_function.report.arn
}

resource "aws_lambda_event_source_mapping" "queue" {
  event_source_arn = aws_sqs_queue.parcels.arn
  function_name    = aws_lambda_function.consume.arn
  batch_size       = 10
}

resource "aws_apigatewayv2_api" "live" { protocol_type = "HTTP" }

resource "aws_apigatewayv2_integration" "consume" {
  api_id          = aws_apigatewayv2_api.live.id
  integration_uri = aws_lambda_function.consume.invoke_arn
}

resource "aws_apigatewayv2_route" "consume" {
  api_id    = aws_apigatewayv2_api.live.id
  route_key = "POST /parcels"
  target    = "integrations/${aws_apigatewayv2_integration.consume.id}"
}

resource "aws_iam_policy" "p" {
  policy = <<-EOT
    { "resource "aws_lambda_function" "fake" {
  EOT
}
