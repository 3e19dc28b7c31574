<?php

namespace Shapes;

interface Shape
{
    public function area(): float;

    public function parent(): ?Shape;
}

abstract class Base implements Shape
{
    public static int $count = 0; // want: declare field Shapes\Base::$count definition mutableState
    protected ?Shape $inner = null;
    public $plain;

    public static function make(): static
    {
        self::$count++; // want: global-write Shapes\Base::make -> Shapes\Base::$count
        return new static(); // want: call Shapes\Base::make -> Shapes\Base
    }

    public function parent(): ?Shape
    {
        return $this->inner; // want: field Shapes\Base::parent -> Shapes\Base::$inner
    }

    /** @return static */
    public function named($name)
    {
        return $this;
    }
}

final class Circle extends Base
{
    const UNIT = 1;

    public function __construct(public readonly Pen $pen, private int $radius = self::UNIT)
    {
        // want: field Shapes\Circle::__construct -> Shapes\Circle::UNIT
        $this->plain = $pen;
    }

    public function area(): float
    {
        return $this->radius * self::UNIT; // want: field Shapes\Circle::area -> Shapes\Circle::UNIT
    }

    public function round()
    {
        return parent::parent(); // want: call Shapes\Circle::round -> Shapes\Base::parent
    }
}

class Pen
{
    public function draw(Shape ...$shapes): self
    {
        foreach ($shapes as $shape) {
            $shape->area(); // want: call Shapes\Pen::draw -> Shapes\Shape::area
        }
        return $this;
    }

    public function __invoke(): Circle
    {
        return new Circle($this); // want: call Shapes\Pen::__invoke -> Shapes\Circle::__construct
    }
}
