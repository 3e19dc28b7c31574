namespace Parts;
public class ToolsPart { public void Run() {} }
// want: declare type Parts.ToolsPart definition
