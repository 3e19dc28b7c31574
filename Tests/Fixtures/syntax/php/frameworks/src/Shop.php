<?php

namespace App;

use Doctrine\ORM\EntityManagerInterface;
use Doctrine\ORM\Mapping as ORM;
use Illuminate\Database\Eloquent\Model;

#[ORM\Entity] // want: table define invoice in App\Invoice
class Invoice
{
}

class OrderItem extends Model // want: table define order_items in App\OrderItem
{
}

class Service
{
    public function __construct(private EntityManagerInterface $manager)
    {
    }

    public function place(Invoice $invoice): void
    {
        $this->manager->persist($invoice); // want: table write invoice in App\Service::place
        OrderItem::create(['a' => 1]); // want: table write order_items in App\Service::place
        $item = OrderItem::where('a', 1)->first(); // want: table read order_items in App\Service::place
        $item->save(); // want: table write order_items in App\Service::place
    }

    public function make(): Invoice
    {
        $item = new OrderItem(); // want: !table write order_items in App\Service::make
        return new Invoice(); // want: !table write invoice in App\Service::make
    }
}
