namespace Common
{
    public static class Helpers
    {
        public static void Trace(string text) {}
    }
}

namespace Common.Text
{
    public class Writer { public void Put(string text) {} }
    // want: declare type Common.Text.Writer definition
}
