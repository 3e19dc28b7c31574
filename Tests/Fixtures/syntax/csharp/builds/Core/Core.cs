namespace Parts;
public class CorePart { public void Run() {} }
// want: declare type Parts.CorePart definition
