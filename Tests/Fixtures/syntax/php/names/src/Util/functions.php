<?php

namespace Shop\Util;

const LIMIT = 3; // want: declare constant Shop\Util\LIMIT definition

function round_up($x) // want: declare function Shop\Util\round_up definition
{
    return format($x); // want: call Shop\Util\round_up -> Shop\Util\format
}

function format($x)
{
}
