<?php

namespace App;

use Illuminate\Console\Command;
use Illuminate\Contracts\Queue\ShouldQueue;

// want: implied cli -> App\Report::handle
// want: queue -> App\Mail::handle
// want: queue -> App\Shipped::toMail rule=php.laravel.notification
// want: queue -> App\Invoice::content rule=php.laravel.mail
// want: total 4
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

class Shipped extends Notification implements ShouldQueue
{
    public function via($notifiable) { return ['mail']; }
    public function toMail($notifiable) {}
}

// Sent within the request.
class Paid extends Notification
{
    public function via($notifiable) { return ['mail']; }
}

class Invoice extends Mailable implements ShouldQueue
{
    public function envelope() {}
    public function content() {}
}

class Mail implements ShouldQueue
{
    public function handle() {}
}
