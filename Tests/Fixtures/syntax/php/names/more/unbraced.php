<?php

namespace A\One;

use Shop\Util\Money;

class Pair
{
    public Money $money; // want: type A\One\Pair -> Shop\Util\Money
}

namespace A\Two;

class Pair extends \A\One\Pair // want: inherit A\Two\Pair -> A\One\Pair
{
    public Money $money; // want: type A\Two\Pair -> A\Two\Money
}

class Money
{
}

class Lost extends Nowhere
{
    // want: unresolved 1
    // want: external 0
}
