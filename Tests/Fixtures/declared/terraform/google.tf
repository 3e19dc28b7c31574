resource "google_pubsub_subscription" "push" {
  topic = google_pubsub_topic.orders.id
  push_config {
    push_endpoint = "https://shop.example/events"
  }
}

resource "google_pubsub_subscription" "pull" {
  topic = google_pubsub_topic.orders.id
}

resource "google_eventarc_trigger" "uploads" {
  name = "uploads"
  matching_criteria {
    attribute = "type"
    value     = "google.cloud.storage.object.v1.finalized"
  }
}

resource "azurerm_container_app_job" "weekly" {
  name = "weekly"
  schedule_trigger_config {
    cron_expression = "0 4 * * 1"
  }
  template {
    container {
      image   = "shop/weekly:1"
      command = ["/app/weekly"]
    }
  }
}
