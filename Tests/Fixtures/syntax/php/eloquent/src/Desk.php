<?php

namespace App;

use App\Models\Order;
use App\Models\Parcel;
use Illuminate\Support\Facades\DB;

class Desk
{
    public function clear(Order $order): void
    {
        $order->parcels()->where('sent', 1)->delete(); // want: table write parcels_sent in App\Desk::clear
        $order->parcels()->betweenDays(1, 2)->update([]); // want: table write parcels_sent in App\Desk::clear
        $order->labels()->sync([1]); // want: table write label_order in App\Desk::clear
        $order->labels()->sync([2]); // want: !table write labels in App\Desk::clear
        $order->marks()->attach(3); // want: table write markables in App\Desk::clear
        $order->depots()->detach(3); // want: table write kept_in in App\Desk::clear
    }

    public function show(Parcel $parcel): string
    {
        $name = $parcel->order->customer->name; // want: table read orders in App\Desk::show
        $name = $parcel->order->payer->name; // want: table read payers in App\Desk::show
        $name = $parcel->order->customer->name; // want: table read buyers in App\Desk::show
        foreach ($parcel->order->parcels as $other) { // want: table read parcels_sent in App\Desk::show
            $other->save(); // want: table write parcels_sent in App\Desk::show
        }
        return $name . $parcel->order->total(); // want: call App\Desk::show -> App\Models\Order::total
    }

    public function count(): int
    {
        $order = new Order();
        $order->state = 'new'; // want: !table write orders in App\Desk::count
        return Order::open()->count(); // want: table read orders in App\Desk::count
    }

    public function scoped(): void
    {
        Order::open()->delete(); // want: call App\Desk::scoped -> App\Models\Order::scopeOpen
        Order::open()->delete(); // want: table write orders in App\Desk::scoped
    }

    public function raw(): void
    {
        DB::table('stock')->where('a', 1)->delete(); // want: table write stock in App\Desk::raw
        DB::table('shelf')->where('a', 1)->first(); // want: table read shelf in App\Desk::raw
        DB::table('shelf')->where('a', 1)->first(); // want: !table write shelf in App\Desk::raw
    }
}
