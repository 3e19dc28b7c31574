<?php
namespace App;

class Queue
{
    public function push()
    {
    }
}
