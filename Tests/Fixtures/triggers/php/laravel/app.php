<?php

namespace App;

use Illuminate\Console\Command;
use Illuminate\Contracts\Queue\ShouldQueue;

// want: implied cli -> App\Report::handle
// want: queue -> App\Mail::handle
// want: total 2
class OrderController
{
    public function index() { return $this->cache->get('/x'); }
    public function store() {}
}

class Report extends Command
{
    protected $signature = 'shop:report {--all}';
    public function handle() {}
}

class Mail implements ShouldQueue
{
    public function handle() {}
}
