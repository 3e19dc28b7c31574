<?php
namespace App\Message;

class Resize
{
    public function __construct(public string $path) {}
}
