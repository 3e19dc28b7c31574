namespace Acme.Billing;

public class Invoice
{
    public class Line { public void Print() {} }
    public static void Register() {}
}

public class Order { public void Wrong() {} }
