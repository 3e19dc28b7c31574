<?php

namespace App\Models;

use Illuminate\Database\Eloquent\Model;
use Illuminate\Database\Eloquent\Relations\HasMany;
use Illuminate\Support\Collection;

/**
 * @property Collection $parcels
 */
class Order extends Model // want: table define orders in App\Models\Order
{
    public function parcels(): HasMany
    {
        return $this->hasMany(Parcel::class)->orderBy('sent_at');
    }

    public function payer()
    {
        return $this->belongsTo('App\Models\Payer', 'paid_by');
    }

    public function customer()
    {
        return $this->belongsTo(Buyer::class);
    }

    public function labels()
    {
        return $this->belongsToMany(Label::class);
    }

    public function marks()
    {
        return $this->morphToMany(Label::class, 'markable');
    }

    public function depots()
    {
        return $this->belongsToMany(Depot::class, 'kept_in');
    }

    public function scopeOpen($query)
    {
        return $query->where('state', 'open');
    }

    public function total(): int
    {
        return 3;
    }
}

class Parcel extends Model
{
    protected $table = 'parcels_sent';

    public function order()
    {
        return $this->belongsTo(Order::class);
    }
}

class Buyer extends Model
{
}

class Payer extends Model
{
}

class Label extends Model
{
}

class Depot extends Model
{
}
