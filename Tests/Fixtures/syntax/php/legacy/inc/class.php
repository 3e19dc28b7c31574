<?php
class Template
{
    var $db;
    var $parts;

    function __construct(&$db)
    {
        $this->db = $db;
        $this->dynamic = new Part;
        $this->parts = array();
    }

    function show()
    {
        $this->dynamic->render(); // want: call Template::show -> Part::render
        return list_orders(); // want: call Template::show -> list_orders @inc/functions.php
    }
}

class Part
{
    function render()
    {
        require dirname(__DIR__) . '/common.php'; // want: import ../common.php -> common.php
    }
}
