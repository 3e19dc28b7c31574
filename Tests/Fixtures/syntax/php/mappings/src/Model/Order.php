<?php

namespace Shop\Model;

class Order
{
    private Customer $customer;

    public function number(): string { return 'x'; }
}
