<?php

namespace Facts;

use Doctrine\ORM\Mapping as ORM;
use Symfony\Component\Routing\Attribute\Route;
use Old\Annotation\Path;

#[ORM\Entity(repositoryClass: Repository::class), ORM\Table(name: 'Shop_Order')] // want: annotation Doctrine\ORM\Mapping\Table name=Shop_Order on Facts\Order
class Order
{
    // want: table define shop_order in Facts\Order
    // want: annotation Doctrine\ORM\Mapping\Entity repositoryClass=Repository::class on Facts\Order
    // want: type Facts\Order -> Facts\Repository
    protected $table = 'not_a_model';
    // want: !table define not_a_model in Facts\Order
}

class Model extends \Illuminate\Database\Eloquent\Model
{
    protected $table = 'models'; // want: table define models in Facts\Model
}

/** @Path("/docs", name="docs", methods={"GET", "POST"}) */
class Repository
{
    // want: annotation Old\Annotation\Path =/docs name=docs methods=GET methods=POST on Facts\Repository
    #[Route('/orders/{id}', name: 'order', methods: ['GET', 'POST'])] // want: annotation Symfony\Component\Routing\Attribute\Route =/orders/{id} name=order methods=GET methods=POST on Facts\Repository::find
    public function find($id)
    {
        $sql = 'SELECT * FROM orders WHERE id = ?'; // want: table read orders in Facts\Repository::find
        $more = "UPDATE items SET n = {$this->n} WHERE id = $id"; // want: table write items in Facts\Repository::find
        $text = <<<SQL
            DELETE FROM logs WHERE id = {$id->value()}
            SQL;
        // want: table write logs in Facts\Repository::find
        $raw = <<<'SQL'
            INSERT INTO archive (id) VALUES (1)
            SQL;
        // want: table write archive in Facts\Repository::find
        $joined = 'SELECT a FROM lines ' . 'WHERE b = ' . $id; // want: table read lines in Facts\Repository::find
        $posts = "SELECT ID FROM $wpdb->posts WHERE 1"; // want: table read posts in Facts\Repository::find
        $class = 'Facts\Order'; // want: wiring Facts\Repository::find -> Facts\Order
        $action = '\\Facts\\Repository@find'; // want: wiring Facts\Repository::find -> Facts\Repository::find
        $pattern = 'no\such';
        while (true) { // want: lifetime endless-loop exit in Facts\Repository::find
            sleep(1); // want: lifetime slept sleep in Facts\Repository::find
            if ($id) {
                break;
            }
        }
        file_put_contents('x', 'y'); // want: lifetime file-written file_put_contents in Facts\Repository::find
        fopen('a', 'r');
        // want: !lifetime file-written fopen in Facts\Repository::find
        `ls`; // want: lifetime process-forked ` in Facts\Repository::find
    }

    // @trigger schedule rate=1h
    public function nightly()
    {
        // want: trigger schedule comment on Facts\Repository::nightly rate=1h
    }
}
