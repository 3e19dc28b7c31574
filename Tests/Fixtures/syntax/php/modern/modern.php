<?php

namespace Modern;

enum Suit: string implements Labelled // want: implement Modern\Suit -> Modern\Labelled
{
    case Hearts = 'H'; // want: declare constant Modern\Suit::Hearts definition
    case Spades = 'S';

    public static function wild(): self
    {
        return self::Spades; // want: field Modern\Suit::wild -> Modern\Suit::Spades
    }

    public function label(): string
    {
        return match ($this) {
            Suit::Hearts => 'h', // want: field Modern\Suit::label -> Modern\Suit::Hearts
            self::Spades => $this->name,
        };
    }
}

interface Labelled
{
    const ALL = 'all';

    public function label(): string;
}

readonly class Hand implements Labelled, Counted
{
    /** @param Suit[] $cards */
    public function __construct(protected Suit $trump, private array $cards = [], public Labelled&Counted $both = new Deck())
    {
        // want: call Modern\Hand::__construct -> Modern\Deck
    }

    public function label(): string
    {
        foreach ($this->cards as $card) {
            $card->label(); // want: call Modern\Hand::label -> Modern\Suit::label
        }
        foreach (Suit::cases() as $suit) {
            $suit->label(); // want: call Modern\Hand::label -> Modern\Suit::label
        }
        Suit::from('H')->label(); // want: call Modern\Hand::label -> Modern\Suit::label
        Suit::Hearts->label(); // want: call Modern\Hand::label -> Modern\Suit::label
        Suit::wild()->label(); // want: call Modern\Hand::label -> Modern\Suit::label
        $this->both->label(); // want: call Modern\Hand::label -> Modern\Labelled::label
        $this->both->number(); // want: call Modern\Hand::label -> Modern\Counted::number
        $first = $this->trump ?: Suit::Hearts;
        $named = $this->trump->label(...); // want: address Modern\Hand::label -> Modern\Suit::label
        self::ALL; // want: field Modern\Hand::label -> Modern\Labelled::ALL
        return $first->value;
    }
}

interface Counted
{
    public function number(): int;
}

class Deck implements Labelled, Counted
{
    public function label(): string
    {
        $this->trump->label();
    }

    public function number(): int
    {
        return 1;
    }
}
