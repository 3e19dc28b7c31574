<?php

namespace Shop;

use Illuminate\Console\Command;
use Illuminate\Support\Facades\Schedule;

// want: schedule -> Shop\A::handle cron=0_8_*_*_1 period=604800
Schedule::command('a')->weeklyOn(1, '8:00');
// want: schedule -> Shop\B::handle cron=0_0_*_*_1 period=604800
Schedule::command('b')->weeklyOn(1);
// want: schedule -> Shop\C::handle cron=0_0_4_*_* period=2419200
Schedule::command('c')->monthlyOn(4);
// want: schedule -> Shop\D::handle cron=0_3,15_*_*_* period=43200
Schedule::command('d')->twiceDaily(3, 15);
// want: schedule -> Shop\E::handle cron=30_6_3,17_*_*
Schedule::command('e')->twiceMonthly(3, 17, '6:30');
// want: schedule -> Shop\F::handle cron=0_0_1_1-12/3_*
Schedule::command('f')->quarterly();
// want: schedule -> Shop\G::handle cron=15_17_2_6_*
Schedule::command('g')->yearlyOn(6, 2, '17:15');
// want: schedule -> Shop\H::handle cron=0_7_*_*_1-5 tz=Europe/Berlin
Schedule::command('h')->weekdays()->at('7:00')->timezone('Europe/Berlin');
// want: schedule -> Shop\I::handle cron=0_13_*_*_1 period=604800
Schedule::command('i')->weekly()->mondays()->at('13:00');
// want: schedule -> Shop\J::handle cron=*/5_*_*_*_0,3
Schedule::command('j')->everyFiveMinutes()->days([0, 3])->between('8:00', '17:00');
// want: schedule -> Shop\K::handle cron=0_0_*_*_TUESDAY period=604800
Schedule::command('k')->weeklyOn(Schedule::TUESDAY);
// Which day it is, only the running program knows.
// want: !schedule -> Shop\L::handle period=604800
Schedule::command('l')->weeklyOn($day);

class A extends Command { protected $signature = 'a'; public function handle() {} }
class B extends Command { protected $signature = 'b'; public function handle() {} }
class C extends Command { protected $signature = 'c'; public function handle() {} }
class D extends Command { protected $signature = 'd'; public function handle() {} }
class E extends Command { protected $signature = 'e'; public function handle() {} }
class F extends Command { protected $signature = 'f'; public function handle() {} }
class G extends Command { protected $signature = 'g'; public function handle() {} }
class H extends Command { protected $signature = 'h'; public function handle() {} }
class I extends Command { protected $signature = 'i'; public function handle() {} }
class J extends Command { protected $signature = 'j'; public function handle() {} }
class K extends Command { protected $signature = 'k'; public function handle() {} }
class L extends Command { protected $signature = 'l'; public function handle() {} }
