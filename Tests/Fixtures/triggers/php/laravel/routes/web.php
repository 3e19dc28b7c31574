<?php

use App\OrderController;
use App\Admin\OrderController as Office;
use Illuminate\Support\Facades\Route;
use Illuminate\Support\Facades\Schedule;

// want: http -> App\OrderController::index method=GET path=/orders
// want: http -> App\OrderController::store method=POST path=/admin/orders
// want: http -> - method=GET path=/terms rule=php.laravel.page
// want: http -> - method=GET path=/old rule=php.laravel.page
// want: http -> App\Admin\OrderController::index method=GET path=/office
// want: http -> GET /health method=GET path=/health
// want: schedule -> App\Report::handle cron=30_1_*_*_* exclusive=true period=86400
Route::get('/orders', [OrderController::class, 'index']);
Route::prefix('admin')->middleware('auth')->group(function () {
    Route::post('/orders', 'OrderController@store');
});
Route::view('/terms', 'terms')->name('terms');
Route::redirect('/old', '/orders');
Route::get('/office', [Office::class, 'index']);
Route::get('/health', function () { return 'ok'; });
// Who may listen is asked for, nothing is held open.
// want: !duplex -> duplex orders
Broadcast::channel('orders', function ($user) { return true; });
Schedule::command('shop:report')->dailyAt('1:30')->withoutOverlapping();
