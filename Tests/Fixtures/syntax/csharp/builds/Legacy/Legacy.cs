namespace Parts;
public class LegacyPart { public void Run() {} }
// want: declare type Parts.LegacyPart definition
