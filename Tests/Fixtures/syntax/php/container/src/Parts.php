<?php

namespace App;

use Illuminate\Database\Eloquent\Model;

class Rate extends Model
{
}

class Rates
{
    public function store(string $name): void
    {
        Rate::query()->where('name', $name)->update([]); // want: table write rates in App\Rates::store
    }
}

class Clock
{
    public function start(): void
    {
    }
}

class Printer
{
    public function send(): void
    {
    }
}
