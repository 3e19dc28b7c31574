<?php
if (!defined('IN_SHOP')) {
    exit;
}
$db = new Database(); // want: declare variable $db definition
$config = array();
/* @var $mail Database */
$mail = service('mail');

function start_up()
{
    global $db, $counter;
    $db->query('SELECT name FROM orders'); // want: call start_up -> Database::query
    // want: table read orders in start_up
    $counter = 1; // want: declare variable $counter definition mutableState
    $GLOBALS['config']['x'] = 1; // want: global-write start_up -> $config
}

class Database
{
    function query($sql)
    {
        static $count = 0; // want: declare variable Database::query::$count definition mutableState
        $count++;
    }
}
