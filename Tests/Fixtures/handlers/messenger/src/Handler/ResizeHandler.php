<?php
namespace App\Handler;

use App\Message\Resize;
use Symfony\Component\Messenger\Attribute\AsMessageHandler;

#[AsMessageHandler]
class ResizeHandler
{
    public function __invoke(Resize $message): void
    {
        strlen($message->path);
    }
}
