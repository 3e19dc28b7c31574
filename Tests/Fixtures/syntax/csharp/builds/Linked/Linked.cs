namespace Parts;
public class LinkedPart { public void Run() {} }
// want: declare type Parts.LinkedPart definition
