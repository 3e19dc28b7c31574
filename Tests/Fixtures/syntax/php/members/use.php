<?php

namespace App;

use Shapes\Base;
use Shapes\Circle;
use Shapes\Pen;
use Shapes\Shape;

class Board
{
    private $shape;
    private $loose;
    private Shape|null $maybe;
    private ?Pen $pen = null;

    public function __construct(Shape $shape)
    {
        $this->shape = $shape; // want: field App\Board::__construct -> App\Board::$shape
        $this->loose = new Circle(new Pen()); // want: call App\Board::__construct -> Shapes\Circle::__construct
    }

    public function run(Circle $circle, $unknown, Pen|string $either)
    {
        $this->shape->area();           // want: call App\Board::run -> Shapes\Shape::area
        $this->loose->area();           // want: call App\Board::run -> Shapes\Circle::area
        $this->maybe?->parent();        // want: call App\Board::run -> Shapes\Shape::parent
        $circle->pen->draw();           // want: call App\Board::run -> Shapes\Pen::draw
        // want: field App\Board::run -> Shapes\Circle::$pen
        $circle->parent()->area();      // want: call App\Board::run -> Shapes\Shape::area
        $circle->pen->draw()->draw();   // want: call App\Board::run -> Shapes\Pen::draw
        Circle::make()->round();        // want: call App\Board::run -> Shapes\Circle::round
        // want: call App\Board::run -> Shapes\Base::make
        $circle->named('x')->round();   // want: call App\Board::run -> Shapes\Circle::round
        $either->draw();                // want: call App\Board::run -> Shapes\Pen::draw
        $copy = clone $circle;
        $copy->round();                 // want: call App\Board::run -> Shapes\Circle::round
        ($this->pen ?? new Pen())->draw(); // want: call App\Board::run -> Shapes\Pen::draw
        $pen = new Pen();
        $other = $pen();                // want: call App\Board::run -> Shapes\Pen::__invoke
        $other->area();                 // want: call App\Board::run -> Shapes\Circle::area
        $unknown->area();
        $area = $circle->area(...);     // want: address App\Board::run -> Shapes\Circle::area
        echo Circle::UNIT, Base::$count; // want: field App\Board::run -> Shapes\Circle::UNIT
        // want: global-read App\Board::run -> Shapes\Base::$count
        Base::$count = 1;               // want: global-write App\Board::run -> Shapes\Base::$count
        $name = Circle::class;          // want: type App\Board::run -> Shapes\Circle
        call([Circle::class, 'round']); // want: address App\Board::run -> Shapes\Circle::round
        call([$this, 'stop']);          // want: address App\Board::run -> App\Board::stop
        $dynamic = 'area';
        $circle->$dynamic();
    }

    private function stop(object $any, $thing)
    {
        if ($any instanceof Circle && $any->round()) { // want: call App\Board::stop -> Shapes\Circle::round
            $any->round();              // want: call App\Board::stop -> Shapes\Circle::round
        }
        $any->gone();
        if (!$thing instanceof Pen) {
            return $thing->gone();
        }
        $thing->draw();                 // want: call App\Board::stop -> Shapes\Pen::draw
        try {
            $thing->draw();
        } catch (Failure | OtherFailure $failure) { // want: type App\Board::stop -> App\Failure
            $failure->explain();        // want: call App\Board::stop -> App\Failure::explain
        }
        return $any instanceof Pen ? $any->draw() : null; // want: call App\Board::stop -> Shapes\Pen::draw
    }

    public function closures(Circle $circle)
    {
        $draw = function (Pen $pen) use ($circle) {
            $circle->round();           // want: call App\Board::closures -> Shapes\Circle::round
            $pen->draw();               // want: call App\Board::closures -> Shapes\Pen::draw
            $this->shape->area();       // want: call App\Board::closures -> Shapes\Shape::area
        };
        $short = fn () => $circle->round(); // want: call App\Board::closures -> Shapes\Circle::round
        $anonymous = new class($circle) extends Base { // want: inherit App\Board::closures -> Shapes\Base
            public function area(): float
            {
                return $this->inner->area(); // want: call App\Board::closures -> Shapes\Shape::area
            }
        };
        $union = fn (): Pen|Circle => $circle; // want: type App\Board::closures -> Shapes\Pen
        $anonymous->parent();           // want: call App\Board::closures -> Shapes\Base::parent
        array_map(fn ($one) => $one->round(), [$circle]);
        [$first, $second] = [new Pen(), $circle];
        $first->draw();                 // want: call App\Board::closures -> Shapes\Pen::draw
    }
}

class Failure extends \Exception
{
    public function explain()
    {
    }
}

class OtherFailure extends Failure
{
}
