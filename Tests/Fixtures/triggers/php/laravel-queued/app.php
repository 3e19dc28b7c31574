<?php

namespace App;

use Illuminate\Contracts\Queue\ShouldQueue;

// want: queue -> App\Mail::handle
// want: total 1
class Mail implements ShouldQueue
{
    public function handle() {}
}
