<?php

namespace Docs;

use Other\Collection;
use Docs\Model\{Item, Tag};

/**
 * @property Item $item
 * @property-read Tag[] $tags
 * @method Item find(int $id)
 * @method static self start()
 */
class Magic
{
    public function __get($name)
    {
    }
}

/**
 * @template T of Item
 */
class Box
{
    /** @var T */
    private $value;

    /** @return T */
    public function value()
    {
        return $this->value;
    }
}

/** @extends Box<Tag> */
class TagBox extends Box
{
}

class Service
{
    /** @var Item */
    private $item; 
    // want: field Docs\Service::run -> Docs\Service::$item

    /** @var array<string, Tag> */
    private array $tags = [];

    /** @var Collection<int, Item> */
    private Collection $items;

    /** @var Item|null The item. */
    public $maybe;

    /** @var Collection|Tag[] */
    private $both;

    /**
     * @param Item[] $list
     * @param Magic $magic what is
     * @param Box<Tag> $box
     * @param class-string<Item> $class
     */
    public function run(array $list, $magic, $box, TagBox $tagBox, $class)
    {
        $this->item->use();        // want: call Docs\Service::run -> Docs\Model\Item::use
        $this->maybe->use();       // want: call Docs\Service::run -> Docs\Model\Item::use
        foreach ($this->tags as $key => $tag) {
            $tag->name();          // want: call Docs\Service::run -> Docs\Model\Tag::name
        }
        foreach ($this->items as $item) {
            $item->use();          // want: call Docs\Service::run -> Docs\Model\Item::use
        }
        foreach ($this->both as $tag) {
            $tag->name();          // want: call Docs\Service::run -> Docs\Model\Tag::name
        }
        foreach ($list as $one) {
            $one->use();           // want: call Docs\Service::run -> Docs\Model\Item::use
        }
        $list[0]->use();           // want: call Docs\Service::run -> Docs\Model\Item::use
        $this->items->filter(fn ($one) => $one->use()); // want: call Docs\Service::run -> Docs\Model\Item::use
        $this->items->first()->use(); // want: call Docs\Service::run -> Docs\Model\Item::use
        array_map(function ($one) {
            $one->use();           // want: call Docs\Service::run -> Docs\Model\Item::use
        }, $list);
        $magic->item->use();       // want: call Docs\Service::run -> Docs\Model\Item::use
        $magic->find(1)->use();    // want: call Docs\Service::run -> Docs\Model\Item::use
        // want: call Docs\Service::run -> Docs\Magic
        $magic->tags[0]->name();   // want: call Docs\Service::run -> Docs\Model\Tag::name
        $magic->anything();
        Magic::start()->find(2);   // want: call Docs\Service::run -> Docs\Magic
        $box->value()->name();     // want: call Docs\Service::run -> Docs\Model\Tag::name
        $tagBox->value()->name();  // want: call Docs\Service::run -> Docs\Model\Tag::name
        /** @var Tag $found */
        $found = whatever();
        $found->name();            // want: call Docs\Service::run -> Docs\Model\Tag::name
        /** @var Item */
        $next = whatever();
        $next->use();              // want: call Docs\Service::run -> Docs\Model\Item::use
        /* @var $old Item */
        $old = whatever();
        $old->use();               // want: call Docs\Service::run -> Docs\Model\Item::use
        $this->make(Tag::class)->name(); // want: call Docs\Service::run -> Docs\Model\Tag::name
    }

    /**
     * @template T
     * @param class-string<T> $class
     * @return T
     */
    private function make(string $class)
    {
    }
}
