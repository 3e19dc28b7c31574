namespace Parts;
public class HiddenPart { public void Run() {} }
// want: declare type Parts.HiddenPart definition
