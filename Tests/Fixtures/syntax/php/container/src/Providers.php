<?php

namespace App\Providers;

use App\Clock;
use App\Rates as Table;
use Illuminate\Support\ServiceProvider;

class AppServiceProvider extends ServiceProvider
{
    public function register(): void
    {
        $this->app->bind('rates', fn (): Table => new Table());
        $this->app->singleton('clock', function ($app) {
            $clock = app(Clock::class);
            $clock->start();

            return $clock;
        });
        $this->app->singleton('unknown.thing', function ($app) {
            return $app->whatever();
        });
    }
}
