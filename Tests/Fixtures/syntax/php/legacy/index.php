<?php
// want: declare namespace index.php definition entryPoint
define('IN_SHOP', true);
$root_path = './';
$ext = 'php';
require $root_path . 'common.' . $ext; // want: import */common.php -> common.php
include_once(dirname(__FILE__) . '/inc/functions.php'); // want: import ./inc/functions.php -> inc/functions.php
include __DIR__ . '/inc/gone.php'; // want: import-missing ./inc/gone.php
require_once 'inc/class.php'; // want: import inc/class.php -> inc/class.php
include 'PEAR/Mail.php'; // want: import-external PEAR/Mail.php
include $root_path . $_GET['page'] . '.php';

$template = new Template($db); // want: call - -> Template::__construct
// want: global-read - -> $db
$template->show(list_orders()); // want: call - -> Template::show
// want: call - -> list_orders
add_hook('start', 'on_start');
call_user_func('on_start'); // want: wiring - -> on_start
?>
<html><body><?= format_price(3) ?></body></html>
<?php if (IN_SHOP): ?>
<p><?php format_price(4); ?></p>
<?php
// want: call - -> format_price
endif; ?>
<?php
$db = 1;
$counter = 2;
