<?php
namespace App\Handler;

use App\Message\Mail;
use Symfony\Component\Messenger\Attribute\AsMessageHandler;

#[AsMessageHandler]
class MailHandler
{
    public function __invoke(Mail $message): void
    {
    }
}
