resource "aws_lambda_function" "a" {
  handler = "a.b
}
}
= 3
resource "aws_lambda_function" "b" {
  handler = "b.c"
