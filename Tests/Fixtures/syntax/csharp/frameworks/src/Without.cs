namespace Shop;

// A file without usings does not make the project one without them.
public class Without // want: declare type Shop.Without definition
{
}
