<?php

namespace App;

use Bref\Event\Sqs\SqsHandler;
use Slim\App;

// want: queue -> App\Handler::handleSqs
// want: http -> App\Routes::map.GET /orders method=GET path=/api/orders rule=php.slim.route
// want: !queue -> App\Other::handleSqs
class Handler extends SqsHandler
{
    public function handleSqs($event, $context): void {}
}

class Other
{
    public function handleSqs($event, $context): void {}
}

class Routes
{
    public function map($app)
    {
        $app->group('/api', function ($group) {
            $group->get('/orders', function ($request) { return 1; });
        });
        $cache->get('/x', function () { return 1; });
    }
}
