<?php
namespace App\Message;

class Mail {}
