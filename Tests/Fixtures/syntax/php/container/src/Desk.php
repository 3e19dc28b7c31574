<?php

namespace App;

use App\Facades\Lost;
use App\Facades\Printer;
use App\Facades\Rates;

class Desk
{
    public function run(): void
    {
        Rates::store('a'); // want: call App\Desk::run -> App\Rates::store
        Printer::send(); // want: call App\Desk::run -> App\Printer::send
        app('clock')->start(); // want: call App\Desk::run -> App\Clock::start
    }

    public function lose(): void
    {
        resolve('unknown.thing')->start(); // want: !call App\Desk::lose -> App\Clock::start
        Lost::store('a'); // want: !call App\Desk::lose -> App\Rates::store
        $this->make('clock')->start(); // want: !call App\Desk::lose -> App\Clock::start
    }

    private function make(string $name)
    {
    }
}
