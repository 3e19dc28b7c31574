<?php

namespace Shop\Util;

class Money // want: declare type Shop\Util\Money definition
{
}

class Clock
{
    public function __construct()
    {
    }
}
