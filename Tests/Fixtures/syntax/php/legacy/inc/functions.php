<?php
if (!function_exists('list_orders')) {
    function list_orders() // want: declare function list_orders definition
    {
        global $db, $unknown_global, $mail;
        $mail->query('x'); // want: call list_orders -> Database::query
        $db->query("SELECT id FROM {$unknown_global}"); // want: call list_orders -> Database::query
        // want: global-read list_orders -> $db @common.php
        $unknown_global->run();
    }
}

function format_price($price)
{
    $db = 3;
    return $db; // want: !global-read format_price -> $db
}

function on_start()
{
}
