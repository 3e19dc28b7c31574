<?php
function list_orders()
{
    list_orders(); // want: call list_orders -> list_orders @admin/functions.php
}
