<?php

namespace App;

use Illuminate\Contracts\Queue\ShouldQueue;

// want: implied inproc -> App\Mail::handle rule=php.laravel.job
// want: total 1
class Mail implements ShouldQueue
{
    public function handle() {}
}
