<?php

namespace T;

trait Logs
{
    private $lines = [];

    public function log($line)
    {
        $this->lines[] = $line; // want: field T\Logs::log -> T\Logs::$lines
        $this->flush(); // want: probable-call T\Logs::log -> T\Worker::flush
        self::$instances = 1; // want: global-write T\Logs::log -> T\Logs::$instances
    }

    public static $instances = 0;

    public function over()
    {
    }
}

trait Sends
{
    use Logs; // want: inherit T\Sends -> T\Logs

    public function send()
    {
        $this->log("x"); // want: call T\Sends::send -> T\Sends::log
    }

    public function log($line)
    {
    }
}

class Above
{
    public function over()
    {
    }

    public function kept()
    {
    }
}

class Worker extends Above // want: inherit T\Worker -> T\Above
{
    use Logs, Sends { // want: inherit T\Worker -> T\Logs
        Logs::log insteadof Sends;
        Sends::log as protected sendLog; // want: declare method T\Worker::sendLog definition
        // want: address T\Worker::sendLog -> T\Sends::log
    }

    public function flush()
    {
        $this->log('y'); // want: call T\Worker::flush -> T\Logs::log
        $this->sendLog(1); // want: call T\Worker::flush -> T\Worker::sendLog
        $this->send(); // want: call T\Worker::flush -> T\Sends::send
        $this->over(); // want: call T\Worker::flush -> T\Logs::over
        parent::over(); // want: call T\Worker::flush -> T\Above::over
        $this->kept(); // want: call T\Worker::flush -> T\Above::kept
        $this->lines; // want: field T\Worker::flush -> T\Logs::$lines
    }
}

abstract class Step
{
    public function run()
    {
        $this->perform(); // want: !call T\Step::run -> T\First::perform
    }
}

class First extends Step
{
    public function perform()
    {
    }
}

class Second extends Step
{
    public function perform()
    {
    }
}
