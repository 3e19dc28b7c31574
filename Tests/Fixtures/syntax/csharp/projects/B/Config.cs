namespace Shared;
// want: declare type Shared.Config definition
public class Config { public void GetB() {} }
