using System;
using System.Collections.Generic;
using Microsoft.Extensions.DependencyInjection;

namespace Acme.Tools
{
    public static class Extensions
    {
        public static Order Paid(this Order order, int cents = 0) => order;
        public static T Log<T>(this T value) => value;
        public static IServiceCollection AddShop(this IServiceCollection services) => services;
        public static string Shorten(this string text, int length) => text;
        public static void Close(this IHasState state) {}
        public static T Head<T>(this IReadOnlyList<T> items) => items[0];
        public static bool Has(this IEnumerable<string> items, string text) => true;
        public static int Tally(this ReadOnlySpan<char> text, char letter) => 0;
    }
}

namespace Acme.Hidden
{
    public static class Unseen { public static void Vanish(this Acme.Order order) {} }
}

namespace Acme
{
    public interface IHasState {}
    public class Order : IHasState { public void Close(int code) {} public int Sent; public void Own() {} }
    public class Other {}
}
