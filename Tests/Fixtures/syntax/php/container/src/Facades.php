<?php

namespace App\Facades;

use App\Printer as Device;
use Illuminate\Support\Facades\Facade;

class Rates extends Facade
{
    protected static function getFacadeAccessor(): string
    {
        return 'rates';
    }
}

class Printer extends Facade
{
    protected static function getFacadeAccessor()
    {
        return Device::class;
    }
}

class Lost extends Facade
{
    protected static function getFacadeAccessor()
    {
        return 'lost';
    }
}
