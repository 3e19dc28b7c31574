<?php

namespace App\Admin;

// want: none
class OrderController
{
    public function index() {}
}
