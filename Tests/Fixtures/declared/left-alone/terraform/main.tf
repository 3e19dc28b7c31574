resource "aws_sqs_queue" "parcels" {
  name = "parcels"
}
