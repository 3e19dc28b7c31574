locals {
  folder = "${path.module}/code"
  entry  = "pack.handler"
}

variable "engine" { default = "python3.13" }

data "archive_file" "pack" {
  type        = "zip"
  source_dir  = "${local.folder}/pack"
  output_path = "${path.module}/pack.zip"
}

data "archive_file" "label" {
  type        = "zip"
  source_file = "code/label/index.mjs"
  output_path = "out/label.zip"
}

resource "aws_lambda_function" "pack" {
  handler  = local.entry
  runtime  = var.engine
  filename = data.archive_file.pack.output_path
}

resource "aws_lambda_function" "label" {
  handler  = "index.handler"
  runtime  = "nodejs22.x"
  filename = "out/label.zip"
}

resource "aws_alb_target_group_attachment" "label" {
  target_id = aws_lambda_function.label.arn
}

module "weigh" {
  source                     = "terraform-aws-modules/lambda/aws"
  handler                    = "weigh.handler"
  runtime                    = "python3.13"
  source_path                = ["${path.module}/code/weigh"]
  create_lambda_function_url = true
  event_source_mapping = {
    parcels = {
      event_source_arn = module.parcels.queue_arn
      batch_size       = 5
    }
  }
  allowed_triggers = {
    topic = { service = "sns" }
  }
}

module "sorted" {
  source      = "terraform-aws-modules/lambda/aws"
  handler     = "sorted.handler"
  source_path = "code/sorted"
  allowed_triggers = {
    shelf = { service = "s3" }
  }
}

module "clock" {
  source = "terraform-aws-modules/eventbridge/aws"
  rules  = { crons = { schedule_expression = "rate(1 hour)" } }
  targets = {
    crons = [{ name = "weigh", arn = module.weigh.lambda_function_arn }]
  }
}

# A layer is no function, whatever its module is called.
module "layer" {
  source       = "terraform-aws-modules/lambda/aws"
  create_layer = true
  source_path  = "code/layer"
}
