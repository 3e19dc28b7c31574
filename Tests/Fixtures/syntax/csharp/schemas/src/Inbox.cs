namespace Shop;

public class Message { public int Id { get; set; } }
