resource "aws_lambda_function" "thumb" {
  filename = "${path.module}/thumb.zip"
  handler  = "thumb.handler"
  runtime  = "python3.12"
}
