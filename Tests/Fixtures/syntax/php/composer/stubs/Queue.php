<?php
namespace App;

class Queue
{
    public function push()
    {
    }
}

namespace Stubs;

class User
{
    public function run(\App\Queue $queue) // want: type Stubs\User::run -> App\Queue @a/src/Queue.php
    {
    }
}
