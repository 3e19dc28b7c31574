<?php

namespace Shop {
    interface Priced // want: declare type Shop\Priced definition abstract
    {
    }

    function both()
    {
        both(); // want: call Shop\both -> Shop\both
        new Priced2(); // want: call Shop\both -> Shop\Priced2
    }

    class Priced2
    {
    }
}

namespace {
    use Shop\Priced2;

    define('GREETING', 'hello'); // want: declare constant GREETING definition

    function helper() // want: declare function helper definition
    {
        both(); // want: call helper -> both
        new Priced2(); // want: call helper -> Shop\Priced2
    }

    function both()
    {
    }
}
