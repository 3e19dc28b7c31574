<?php
namespace Docs\Model;

class Item
{
    public function use()
    {
    }
}

class Tag
{
    public function name(): string
    {
        return '';
    }
}
