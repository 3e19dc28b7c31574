<?php

// want: schedule -> - period=3600 rule=php.wordpress.schedule
// want: http -> shop_orders path=/orders rule=php.wordpress.route
// want: http -> shop_save path=/wp_ajax_save
// want: !http -> shop_init
// want: total 3
wp_schedule_event(time(), 'hourly', 'shop_hourly');
register_rest_route('shop/v1', '/orders', ['methods' => 'GET', 'callback' => 'shop_orders']);
add_action('wp_ajax_save', 'shop_save');
add_action('init', 'shop_init');

function shop_orders() {}
function shop_save() {}
function shop_init() {}
