<?php

namespace Shop\Orders;

use Shop\Util\{Money, Clock as Watch, function round_up, const LIMIT};
use function Shop\Util\format as show;
use Shop\Util;
use Vendor\Library\Thing;

// want: import Shop\Util\Money -> src/Util/Money.php
// want: import Shop\Util\round_up -> src/Util/functions.php
// want: import Shop\Util\LIMIT -> src/Util/functions.php
// want: import Shop\Util\format -> src/Util/functions.php
// want: import-external Vendor\Library\Thing

class Order extends Base implements \Shop\Priced // want: inherit Shop\Orders\Order -> Shop\Orders\Base
{
    // want: implement Shop\Orders\Order -> Shop\Priced
    const DRAFT = 'draft'; // want: declare constant Shop\Orders\Order::DRAFT definition
    const FIRST = self::DRAFT; // want: field Shop\Orders\Order -> Shop\Orders\Order::DRAFT

    public function total(): Money // want: type Shop\Orders\Order::total -> Shop\Util\Money
    {
        round_up(1);          // want: call Shop\Orders\Order::total -> Shop\Util\round_up
        ROUND_UP(1);          // want: call Shop\Orders\Order::total -> Shop\Util\round_up
        show(LIMIT);          // want: call Shop\Orders\Order::total -> Shop\Util\format
        // want: field Shop\Orders\Order::total -> Shop\Util\LIMIT
        Util\format(1);       // want: call Shop\Orders\Order::total -> Shop\Util\format
        namespace\own();      // want: call Shop\Orders\Order::total -> Shop\Orders\own
        own();                // want: call Shop\Orders\Order::total -> Shop\Orders\own
        helper();             // want: call Shop\Orders\Order::total -> helper
        \helper();            // want: call Shop\Orders\Order::total -> helper
        strlen('x');
        new Watch();          // want: call Shop\Orders\Order::total -> Shop\Util\Clock::__construct
        new \Shop\Util\Money; // want: call Shop\Orders\Order::total -> Shop\Util\Money
        new Util\Money;       // want: call Shop\Orders\Order::total -> Shop\Util\Money
        new Money();          // want: call Shop\Orders\Order::total -> Shop\Util\Money
        // want: !call Shop\Orders\Order::total -> Shop\Orders\Money
        new Clock();          // want: call Shop\Orders\Order::total -> Shop\Orders\Clock
        $thing = new Thing();
        $thing->run();
        echo GREETING, \GREETING; // want: field Shop\Orders\Order::total -> GREETING
        return new MONEY();   // want: call Shop\Orders\Order::total -> Shop\Util\Money
    }
}

class Base
{
}

class Clock
{
}

class Money2
{
}

function own()
{
}
