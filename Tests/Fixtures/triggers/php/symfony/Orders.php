<?php

namespace App;

use Symfony\Component\Routing\Attribute\Route;
use Symfony\Component\Scheduler\Attribute\AsCronTask;

// want: http -> App\Orders::list method=GET path=/orders/list
// want: schedule -> App\Orders::nightly cron=0_0_*_*_* period=86400
// want: !http -> App\Orders::plain
#[Route('/orders')]
class Orders
{
    #[Route('/list', methods: ['GET'])]
    public function list() {}

    #[AsCronTask('0 0 * * *')]
    public function nightly() {}

    public function plain() {}
}
