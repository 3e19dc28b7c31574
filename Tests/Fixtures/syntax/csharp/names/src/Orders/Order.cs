global using Bill = Acme.Billing.Invoice; // want: import Acme.Billing.Invoice -> src/Billing/Invoice.cs
using System.Collections.Generic; // want: import-external System.Collections.Generic
using Acme.Util;
using static Acme.Util.Limits; // want: import Acme.Util.Limits -> src/Util/Util.cs
using B = Acme.Billing;
using Row = System.Collections.Generic.List<Acme.Util.Money>; // want: type - -> Acme.Util.Money
using Acme.Missing.Parts; // want: import-missing Acme.Missing.Parts

namespace Acme.Orders;

// want: declare type Acme.Orders.Order definition
public class Order : Base // want: inherit Acme.Orders.Order -> Acme.Orders.Base
{
    private readonly Bill invoice; // want: type Acme.Orders.Order -> Acme.Billing.Invoice
    private B.Invoice.Line line; // want: type Acme.Orders.Order -> Acme.Billing.Invoice.Line
    private Row rows;
    private Order next; // want: type Acme.Orders.Order -> Acme.Orders.Order
    private Result plain; // want: type Acme.Orders.Order -> Acme.Util.Result #Acme.Util.Result
    private Result<Money> generic; // want: type Acme.Orders.Order -> Acme.Util.Result #Acme.Util.Result`1
    private Corner corner; // want: type Acme.Orders.Order -> Acme.Util.Limits.Corner
    private global::Acme.Billing.Invoice full; // want: type Acme.Orders.Order -> Acme.Billing.Invoice
    private Billing.Order other; // want: type Acme.Orders.Order -> Acme.Billing.Order

    int Total() => Half() + Maximum; // want: call Acme.Orders.Order.Total -> Acme.Util.Limits.Half
    // want: field Acme.Orders.Order.Total -> Acme.Util.Limits.Maximum

    void Deep()
    {
        Acme.Billing.Invoice.Register(); // want: call Acme.Orders.Order.Deep -> Acme.Billing.Invoice.Register
        Bill.Register(); // want: call Acme.Orders.Order.Deep -> Acme.Billing.Invoice.Register
        Money.Zero.Add(); // want: call Acme.Orders.Order.Deep -> Acme.Util.Money.Add
        rows[0].Add(); // want: call Acme.Orders.Order.Deep -> Acme.Util.Money.Add
        new B.Invoice.Line().Print(); // want: call Acme.Orders.Order.Deep -> Acme.Billing.Invoice.Line.Print
        generic.Value2.Add(); // want: call Acme.Orders.Order.Deep -> Acme.Util.Money.Add
        other.Wrong(); // want: call Acme.Orders.Order.Deep -> Acme.Billing.Order.Wrong
        next.Wrong(); // want: !call Acme.Orders.Order.Deep -> Acme.Orders.Order.Wrong
        @next.@Deep(); // want: call Acme.Orders.Order.Deep -> Acme.Orders.Order.Deep
        string text = nameof(Order.Deep); // want: address Acme.Orders.Order.Deep -> Acme.Orders.Order.Deep
    }

    // A local hides the field.
    void Local(Money invoice)
    {
        invoice.Add(); // want: call Acme.Orders.Order.Local -> Acme.Util.Money.Add
    }
}

public class Base {}
