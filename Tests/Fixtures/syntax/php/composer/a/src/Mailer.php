<?php
namespace App;

class Mailer
{
    public function send(Queue $queue) // want: type App\Mailer::send -> App\Queue @a/src/Queue.php
    {
        $queue->push(1); // want: call App\Mailer::send -> App\Queue::push @a/src/Queue.php
        helper(); // want: call App\Mailer::send -> helper @b/src/helpers.php
        new Missing(); 
        // want: unresolved 1
        new \Lib\Thing(); 
        // want: external 1
    }
}
