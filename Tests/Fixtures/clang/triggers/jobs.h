#pragma once
// @trigger schedule cron="0 3 * * *" timeout=10m
void nightly(void);  // want: trigger schedule comment on nightly cron=0 3 * * * timeout=10m
/**
 * Makes the thumbnails.
 * @trigger storage source="s3://uploads"
 *   memory=512MB
 */
int thumbnail(const char *key);  // want: trigger storage comment on thumbnail source=s3://uploads memory=512MB
__attribute__((annotate("trigger:http method=POST path=/orders")))
int create_order(int n);  // want: trigger http attribute on create_order method=POST path=/orders
const char *const help = "// @trigger http path=/no";
// want: !trigger http comment on nightly path=/no
