<?php

namespace App;

use Bref\Context\Context;
use Illuminate\Support\Collection;
use Laravel\Sanctum\Token;
use Symfony\Component\HttpFoundation\Request;

// Frameworks are used, and nothing is declared.
// want: none
class Plain
{
    public function index(Request $request, Collection $all, Token $token, Context $context)
    {
        return $all->get('/x') . $request->get('Route::get("/y")');
    }
}
