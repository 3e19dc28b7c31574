<?php

namespace App;

use Illuminate\Support\Facades\Redis;

class Carts
{
    public function keep(string $id): void
    {
        Redis::set("cart:$id", 'x'); // want: cache write Carts in App\Carts::keep
        Redis::incr('visits'); // want: cache write visits in App\Carts::keep
    }
}
