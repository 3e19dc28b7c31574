namespace Acme.Util
{
    public class Money
    {
        public static readonly Money Zero = new Money();
        public static Money Cents(int n) => new Money(); // want: call Acme.Util.Money.Cents -> Acme.Util.Money
        public void Add() {}
    }

    public static class Limits
    {
        public const int Maximum = 3;
        public static int Half() => Maximum / 2; // want: field Acme.Util.Limits.Half -> Acme.Util.Limits.Maximum
        public class Corner {}
    }

    public class Result {}
    public class Result<T> : Result { public T Value2 { get; set; } } // want: inherit Acme.Util.Result -> Acme.Util.Result #Acme.Util.Result
}

namespace Acme
{
    namespace Deep.Inner { class Hidden {} }

    class Outer
    {
        Deep.Inner.Hidden hidden; // want: type Acme.Outer -> Acme.Deep.Inner.Hidden
        Util.Money money; // want: type Acme.Outer -> Acme.Util.Money
    }
}
